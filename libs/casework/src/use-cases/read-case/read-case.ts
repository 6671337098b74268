import type { AnyActor } from '#libs/access';
import { agencySettings, deadlineEventTitle } from '#libs/oversight';
import { available, type AvailableEvent, type EventInfo, type ProcedureDefinition } from '#libs/procedure';
import { dayOf, type ActorRole, type CaseFileId, type JsonValue } from '#libs/shared';
import { ruleById, versionsOf } from '#libs/statute';
import type { CaseworkDependencies } from '../../dependencies.js';
import { notFound } from '../../errors.js';
import { caseFacts, factsOf, roleFor } from '../../facts.js';
import { OPEN_TITLE, recordTitle, ROLE_TITLES } from '../../labels.js';
import type { CaseSnapshot, StoredEvent, TimelineRows } from '../../model.js';
import type { CaseFileView, DeadlineView, TimelineEntry } from '../../types.js';
import { caseView, deadlineViews, isVoided } from '../../views.js';
import { wordsContext } from '../../words.js';

async function snapshotOf(
  deps: CaseworkDependencies,
  actor: AnyActor,
  id: CaseFileId,
): Promise<{ snapshot: CaseSnapshot; definition: ProcedureDefinition }> {
  const snapshot = await deps.files.read(actor, id, null);
  if (!snapshot) throw notFound();
  return { snapshot, definition: deps.procedures.get(snapshot.case.procedure, snapshot.case.procedureVersion) };
}

export async function getCase(deps: CaseworkDependencies, actor: AnyActor, id: CaseFileId): Promise<CaseFileView> {
  const { snapshot, definition } = await snapshotOf(deps, actor, id);
  return caseView(definition, snapshot.case, snapshot.deadlines);
}

/** Steps the stage knows, each with what still stands in its way; the wrong role is one such thing. */
export async function availableEvents(
  deps: CaseworkDependencies,
  actor: AnyActor,
  id: CaseFileId,
): Promise<AvailableEvent[]> {
  const { snapshot, definition } = await snapshotOf(deps, actor, id);
  if (isVoided(snapshot.case)) return [];
  const { procedure, procedureVersion, state, context } = snapshot.case;
  const occurredOn = dayOf(snapshot.now);
  const stated = caseFacts(snapshot);
  const factsFor = (type: string) => {
    const info = definition.events[type];
    const role: ActorRole = (info && roleFor(actor, info)) ?? 'receptionist';
    return factsOf(snapshot.case, { occurredOn, role, stated });
  };
  return available(definition, { procedure, version: procedureVersion, state, context }, factsFor).map((event) =>
    withRole(snapshot.readOnly ? onlyRead(event) : event, actor),
  );
}

const onlyRead = (event: AvailableEvent): AvailableEvent => ({
  ...event,
  allowed: false,
  unmet: [
    {
      code: 'READ_ONLY',
      title: 'Hồ sơ đã chuyển sang cơ quan khác; cơ quan cũ chỉ được xem',
      citation: 'quy định nội bộ',
    },
  ],
});

function withRole(event: AvailableEvent, actor: AnyActor): AvailableEvent {
  if (roleFor(actor, event.info)) return event;
  return {
    ...event,
    allowed: false,
    unmet: [
      { code: 'ROLE', title: `Bước này do ${rolesText(event.info)} thực hiện`, citation: event.info.basis.text },
      ...event.unmet,
    ],
  };
}

const rolesText = (info: EventInfo): string => info.roles.map((role) => ROLE_TITLES[role]).join(', ');

/** With each day counted or skipped, reckoned anew from rule and calendar. */
export async function caseDeadlines(
  deps: CaseworkDependencies,
  actor: AnyActor,
  id: CaseFileId,
): Promise<DeadlineView[]> {
  const { snapshot } = await snapshotOf(deps, actor, id);
  return deadlineViews(snapshot.deadlines, { calendar: deps.calendar, settings: agencySettings(snapshot.settings) });
}

export async function caseTimeline(
  deps: CaseworkDependencies,
  actor: AnyActor,
  id: CaseFileId,
): Promise<TimelineEntry[]> {
  const rows = await deps.files.timeline(actor, id);
  if (!rows) throw notFound();
  const titles = eventTitles(deps, rows.case);
  const words = await wordsByEvent(rows, deps);
  return rows.events.map((event) => ({
    id: event.id,
    seq: event.seq,
    kind: event.kind,
    type: event.type,
    title: titleOf(event, { titles, rules: rows.rules }),
    occurredOn: event.occurredOn,
    recordedAt: new Date(event.recordedAt).toISOString(),
    actorId: event.actorId,
    actorName: event.actorName ?? ROLE_TITLES.system,
    actorRole: event.actorRole,
    from: event.fromStage,
    to: event.toStage,
    basis: event.basis.map(basisText).filter((text) => text !== ''),
    facts: event.facts,
    texts: words.get(event.id) ?? {},
    corrects: event.corrects,
    hash: event.hash.slice(2),
  }));
}

const basisText = (basis: JsonValue): string => {
  if (typeof basis === 'string') return basis;
  return typeof basis === 'object' && basis !== null && 'text' in basis && typeof basis.text === 'string'
    ? basis.text
    : '';
};

/** Steps by the words of the file's own version, else of an older one it followed before. */
const eventTitles = ({ procedures }: CaseworkDependencies, row: TimelineRows['case']): ReadonlyMap<string, string> =>
  new Map(
    procedures
      .versionsOf(row.procedure)
      .filter(({ version }) => version <= row.procedureVersion)
      .flatMap(({ events }) => Object.values(events).map(({ type, title }) => [type, title] as const)),
  );

function titleOf(
  event: StoredEvent,
  { titles, rules }: { titles: ReadonlyMap<string, string>; rules: TimelineRows['rules'] },
): string {
  if (event.kind === 'procedure') return titles.get(event.type) ?? OPEN_TITLE;
  if (event.kind !== 'deadline') return recordTitle(event.type);
  const ruleId = event.subjectId ? (rules[event.subjectId] ?? '') : '';
  const duty = (ruleById(ruleId) ?? versionsOf(ruleId)[0])?.title ?? ruleId;
  return duty ? `${deadlineEventTitle(event.type)}: ${duty}` : deadlineEventTitle(event.type);
}

async function wordsByEvent(
  { texts }: TimelineRows,
  { seal }: CaseworkDependencies,
): Promise<Map<string, Record<string, string>>> {
  const byEvent = new Map<string, Record<string, string>>();
  for (const { eventId, field, text, sealed, sealedKey } of texts) {
    const words = byEvent.get(eventId) ?? {};
    words[field] =
      sealed && sealedKey ? await seal.open(wordsContext(eventId, field), { sealed, sealedKey }) : (text ?? '');
    byEvent.set(eventId, words);
  }
  return byEvent;
}
