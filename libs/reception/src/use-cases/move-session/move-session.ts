import type { Actor } from '#libs/access';
import { actDate, invalidInput, readInputs, refused, roleRefused, stale, unknownEvent } from '#libs/casework';
import { actingRole } from '#libs/access';
import type { Tx } from '#libs/intake';
import { agencySettings } from '#libs/oversight';
import { advance, available, type AvailableEvent, type Facts } from '#libs/procedure';
import { dayOf, maxDate, type CaseEventId, type JsonObject, type LocalDate, type UserId } from '#libs/shared';
import { reception } from '#workflows/reception';
import { chainAct } from '../../chain.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import { notFound } from '../../errors.js';
import type { ReceptionAgency, SessionMode, SessionRow } from '../../model.js';
import { once } from '../../once.js';
import { mustBeOwn, ownRow } from '../../scope.js';
import { daysBefore, reckoningOf, stepRows } from '../../session-step.js';

export interface SessionEvent {
  readonly type: string;
  readonly occurredOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly inputs: JsonObject;
}

export interface MoveCommand extends SessionEvent {
  readonly sessionId: string;
  /** From If-Match; a different rev answers 412. */
  readonly expectedRev?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** One event of a session. @throws AppError 422 unknown event, 403, 412, 409 with articles, 422 form. */
export async function moveSession(
  deps: ReceptionDependencies,
  actor: Actor,
  { idempotencyKey, ...command }: MoveCommand,
): Promise<{ readonly id: string }> {
  const { expectedRev: _rev, ...request } = command;
  return once(deps, actor, {
    key: idempotencyKey,
    request: { move: 'session', ...request } as never,
    work: async (tx) => {
      const session = await ownRow(deps.store, tx, { actor, table: 'session', id: command.sessionId });
      if (command.expectedRev !== undefined && command.expectedRev !== session.rev) throw stale(session.rev);
      await applyToSession(deps, tx, { actor, session, event: command });
      return { id: session.id };
    },
  });
}

export interface Applying {
  readonly actor: Actor;
  readonly session: SessionRow;
  readonly event: SessionEvent;
}

/** The event inside the caller's transaction, on a session that is locked. */
export async function applyToSession(
  deps: ReceptionDependencies,
  tx: Tx,
  { actor, session, event }: Applying,
): Promise<SessionRow> {
  const info = Object.hasOwn(reception.events, event.type) ? reception.events[event.type] : undefined;
  if (!info) throw unknownEvent(event.type, Object.keys(reception.events));
  const role = actingRole(actor, info.roles);
  if (!role) throw roleRefused(info.title, info.roles);
  const agency = await agencyOf(deps, tx, session);
  const now = await deps.store.now(tx);
  const how = reckoningOf(deps, agency);
  const occurredOn = actDate({
    ...{ occurredOn: event.occurredOn, reason: event.reason, lastEventOn: session.lastEventOn, now },
    ...{ settings: agencySettings(agency.settings), calendar: deps.calendar },
  });
  const inputs = readInputs(info, event.inputs);
  const gathered = await gather(deps, tx, { session, agency });
  const facts: Facts = { ...gathered, ...inputs.facts, occurredOn, receivedOn: session.openedOn, actorRole: role };
  const answer = advance(reception, stateOf(session), { type: info.type, facts });
  if (!answer.ok) {
    const ownLack =
      answer.error.allowed.includes(info.type) &&
      answer.error.unmet.every(({ code }) => reception.requirements[code]?.onInput === true);
    throw inputs.errors.length > 0 && ownLack ? invalidInput(inputs.errors) : refused(answer.error);
  }
  if (inputs.errors.length > 0) throw invalidInput(inputs.errors);
  const step = answer.value;
  const counts = await deps.store.counts(tx, session.id);
  const reason = event.reason?.trim();
  const act = chainAct(
    session,
    { actor, now, systemNow: how.systemNow },
    {
      ...{ type: info.type, kind: 'procedure', role, occurredOn, basis: step.basis, from: step.from, to: step.to },
      facts: { ...inputs.facts, ...counts },
      texts: reason ? { ...inputs.texts, reason } : inputs.texts,
    },
  );
  const running = await deps.store.list(tx, 'deadline', { where: { session_id: session.id, state: 'running' } });
  const rows = stepRows(
    step,
    { session, running, facts: facts as JsonObject, occurredOn, eventId: act.event.id as CaseEventId },
    how,
  );
  const known = rows.knownFacts;
  const after: SessionRow = {
    ...session,
    ...{ state: step.next.state, stage: step.to, context: step.next.context },
    ...{ knownFacts: known, papers: rows.papers, rev: session.rev + 1, ...act.end },
    ...{ heldOn: known.heldOn as LocalDate, mode: known.mode as SessionMode },
    hostedBy: (known.hostedBy as UserId | undefined) ?? session.hostedBy,
    lastEventOn: maxDate(session.lastEventOn, occurredOn),
    closedOn: step.closed ? occurredOn : null,
    outcome: step.closed ? step.outcome : null,
  };
  await deps.store.update(tx, 'session', [after]);
  if (rows.opened.length > 0) await deps.store.insert(tx, 'deadline', rows.opened);
  if (rows.changed.length > 0) await deps.store.update(tx, 'deadline', rows.changed);
  await deps.store.append(tx, { events: [act.event], texts: act.texts });
  return after;
}

export const stateOf = ({ procedureVersion, state, context }: SessionRow) => ({
  procedure: reception.name,
  version: procedureVersion,
  state,
  context,
});

async function agencyOf(deps: ReceptionDependencies, tx: Tx, { agencyId }: SessionRow): Promise<ReceptionAgency> {
  const agency = await deps.store.agency(tx, { id: agencyId });
  if (!agency) throw notFound();
  return agency;
}

/** What guards ask of a session: what it remembers, what hangs on it, and the days counted back from its day. */
async function gather(
  deps: ReceptionDependencies,
  tx: Tx,
  { session, agency }: { readonly session: SessionRow; readonly agency: ReceptionAgency },
): Promise<JsonObject> {
  return {
    ...session.knownFacts,
    ...(await deps.store.counts(tx, session.id)),
    ...daysBefore(session.heldOn, session.mode === 'online', reckoningOf(deps, agency)),
  };
}

/** The events the session's stage knows, with what is missing for each; none for another agency's officer. */
export function availableEvents(
  deps: ReceptionDependencies,
  actor: Actor,
  sessionId: string,
): Promise<readonly AvailableEvent[]> {
  return deps.work.run(actor, async (tx) => {
    const session = (await deps.store.list(tx, 'session', { where: { id: sessionId } }))[0];
    if (!session) throw notFound();
    mustBeOwn(actor, session.agencyId);
    const facts = await gather(deps, tx, { session, agency: await agencyOf(deps, tx, session) });
    const today = maxDate(dayOf(await deps.store.now(tx)), session.lastEventOn);
    return available(reception, stateOf(session), (type) => ({
      ...facts,
      ...{ occurredOn: today, receivedOn: session.openedOn },
      actorRole: actingRole(actor, reception.events[type]?.roles ?? []) ?? 'system',
    }));
  });
}
