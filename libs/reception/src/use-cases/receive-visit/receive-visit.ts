import type { Actor } from '#libs/access';
import { uuidAt, type Tx } from '#libs/intake';
import type { JsonObject } from '#libs/shared';
import { receptionLaw } from '#workflows/reception';
import { chainAct, newChain, roleOf } from '../../chain.js';
import { openClock } from '../../clocks.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import { unlawful, wrongField } from '../../errors.js';
import { isSealedVisit, type SessionRow, type VisitRow, type VisitType } from '../../model.js';
import { once } from '../../once.js';
import { VisitSeal, type PersonInput } from '../../people.js';
import { agencyInScope, DESK, ownRow } from '../../scope.js';
import { reckoningOf } from '../../session-step.js';
import { groupLacks, groupWarnings, identityWarnings, type ReceptionWarning } from '../../visit-rules.js';

export interface VisitCommand {
  readonly sessionId: string;
  readonly type: VisitType;
  readonly summary: string;
  readonly people: readonly PersonInput[];
  readonly groupSize?: number | undefined;
  /** Representatives are named on a paper that all have signed. */
  readonly appointedInWriting?: boolean | undefined;
  readonly sameMatterCount?: number | undefined;
  readonly priorResolution?: string | undefined;
  readonly policeAsked?: boolean | undefined;
  /** The one denounced heads this very agency: the visit goes past them. */
  readonly denouncesHead?: boolean | undefined;
  readonly note?: string | undefined;
  readonly idempotencyKey?: string | undefined;
}

export const MAIN_BOOK = 'reception';
export const SEALED_BOOK = 'reception-sealed';

/** Enters a visit in the reception book: number, people, words, and the clock of the answer (LTCD Đ.25, Đ.28). */
export async function receiveVisit(
  deps: ReceptionDependencies,
  actor: Actor,
  { idempotencyKey, ...command }: VisitCommand,
): Promise<{ readonly id: string; readonly warnings: readonly ReceptionWarning[] }> {
  const answer = await once(deps, actor, {
    key: idempotencyKey,
    request: { receive: 'visit', ...command } as never,
    work: (tx) => enter(deps, tx, actor, command),
  });
  const visit = await deps.work.run(
    actor,
    async (tx) => (await deps.store.list(tx, 'visit', { where: { id: answer.id } }))[0],
  );
  const on = visit?.visitedOn;
  if (!on) return { id: answer.id, warnings: [] };
  const people = command.people.map((one) => ({
    role: one.role ?? ('visitor' as const),
    ...{ fullName: one.fullName ?? null, address: one.address ?? null, personalId: one.personalId ?? null },
  }));
  const size = visit.groupSize;
  return {
    id: answer.id,
    warnings: [...identityWarnings(people, on), ...groupWarnings(size, command.appointedInWriting ?? false)],
  };
}

type Entering = Omit<VisitCommand, 'idempotencyKey'>;

async function enter(deps: ReceptionDependencies, tx: Tx, actor: Actor, command: Entering): Promise<{ id: string }> {
  const role = roleOf(actor, DESK, 'Tiếp công dân');
  const session = await ownRow(deps.store, tx, { actor, table: 'session', id: command.sessionId });
  mustBeReceiving(session);
  const agency = await agencyInScope(deps.store, tx, { actor });
  const size = command.groupSize ?? Math.max(1, command.people.length);
  if (size < command.people.length)
    throw wrongField('/groupSize', 'GROUP.TOO_SMALL', 'Số người của đoàn không ít hơn số người ghi tên.');
  const lacks = groupLacks({
    groupSize: size,
    roles: command.people.map((one) => one.role ?? 'visitor'),
    appointedInWriting: command.appointedInWriting ?? false,
  });
  if (lacks.length > 0) throw unlawful('Chưa tiếp được đoàn đông người', lacks);

  const how = reckoningOf(deps, agency);
  const now = await deps.store.now(tx);
  const sealed = isSealedVisit(command.type);
  const visit = await visitRow(deps, tx, { actor, session, command, groupSize: size });
  const act = chainAct(
    newChain(visit.id),
    { actor, now, systemNow: how.systemNow },
    {
      ...{ type: 'VISIT_RECEIVED', kind: 'record', role, occurredOn: session.heldOn, basis: [receptionLaw.register] },
      facts: { sessionId: session.id, groupSize: size, people: command.people.length, policeAsked: visit.policeAsked },
      subjectId: session.id,
    },
  );
  const seal = new VisitSeal(deps.vault);
  const people = await Promise.all(
    command.people.map((input, index) =>
      seal.person(visit, { input, ordinal: index + 1, isSealed: sealed, now: how.systemNow }),
    ),
  );
  await deps.store.insert(tx, 'visit', [{ ...visit, ...act.end }]);
  if (people.length > 0) await deps.store.insert(tx, 'person', people);
  await deps.store.append(tx, { events: [act.event], texts: [] });
  const place = { ...visit, sessionId: session.id, visitId: visit.id };
  await deps.store.insert(tx, 'deadline', [openClock(place, how, { ruleId: 'TCD.REPLY', startOn: session.heldOn })]);
  return { id: visit.id };
}

function mustBeReceiving({ stage }: SessionRow): void {
  if (stage === 'receiving') return;
  throw unlawful('Chỉ ghi lượt tiếp khi buổi tiếp đang diễn ra', [
    { code: 'receiving', title: 'Buổi tiếp đã bắt đầu và chưa kết thúc', citation: receptionLaw.register.text },
  ]);
}

interface VisitPlace {
  readonly actor: Actor;
  readonly session: SessionRow;
  readonly command: Entering;
  readonly groupSize: number;
}

async function visitRow(
  deps: ReceptionDependencies,
  tx: Tx,
  { actor, session, command, groupSize }: VisitPlace,
): Promise<VisitRow> {
  const sealed = isSealedVisit(command.type);
  const denouncesHead = sealed && (command.denouncesHead ?? false);
  const id = uuidAt<string>(deps.systemNow());
  const year = Number(session.heldOn.slice(0, 4));
  const series = sealed ? SEALED_BOOK : MAIN_BOOK;
  const number = await deps.petitions.takeNumbers(tx, { agencyId: session.agencyId, year, series }, 1);
  const audience = sealed
    ? [actor.userId, ...(await deps.petitions.sealedAudience(tx, session.agencyId, { denouncesHead }))]
    : null;
  const words: JsonObject = {
    summary: command.summary.trim(),
    priorResolution: command.priorResolution?.trim() ?? null,
    note: command.note?.trim() ?? null,
  };
  const hidden = sealed ? await new VisitSeal(deps.vault).seal(id, words) : null;
  return {
    ...{ id, sessionId: session.id, agencyId: session.agencyId, provinceId: session.provinceId },
    visibleTo: audience === null ? null : [...new Set(audience)].sort((a, b) => a - b),
    ...{ registerYear: year, registerSeries: series, registerNumber: number, visitedOn: session.heldOn },
    ...{ type: command.type, groupSize, sameMatterCount: command.sameMatterCount ?? groupSize },
    summary: sealed ? null : (words.summary as string),
    priorResolution: sealed ? null : (words.priorResolution as string | null),
    note: sealed ? null : (words.note as string | null),
    ...{ policeAsked: command.policeAsked ?? false, withinCompetence: null, outcome: null, outcomeOn: null },
    ...{ sentTo: null, documentNumber: null, refusalGround: null, refusalBasis: null, noticeNumber: null },
    ...{ noticedOn: null, replyContent: null, replyForm: null, replyNumber: null, repliedOn: null, petitionId: null },
    ...{ resultNote: null, denouncesHead, papers: [], rev: 1, receptionistId: actor.userId, seq: 0, headHash: '' },
    ...{ sealed: hidden?.sealed ?? null, sealedKey: hidden?.sealedKey ?? null },
  };
}
