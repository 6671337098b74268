import type { Actor } from '#libs/access';
import { actDate } from '#libs/casework';
import type { Tx } from '#libs/intake';
import { agencySettings } from '#libs/oversight';
import type { Citation } from '#libs/statute';
import { maxDate, type JsonObject, type LocalDate, type Role } from '#libs/shared';
import { chainAct, roleOf } from './chain.js';
import type { ReceptionDependencies } from './dependencies.js';
import type { SessionRow } from './model.js';
import { once } from './once.js';
import { agencyInScope, ownRow } from './scope.js';

export interface SessionRecord {
  readonly sessionId: string;
  readonly what: string;
  readonly roles: readonly Role[];
  readonly request: JsonObject;
  readonly occurredOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly idempotencyKey?: string | undefined;
  /** Writes its own rows and says what the ledger keeps of it. */
  readonly write: (
    tx: Tx,
    session: SessionRow,
    on: LocalDate,
  ) => Promise<{
    readonly id: string;
    readonly type: string;
    readonly facts: JsonObject;
    readonly basis: readonly Citation[];
  }>;
}

/** An act that belongs to a session and moves no stage: a task, an attendance, an opinion. */
export function recordInSession(
  deps: ReceptionDependencies,
  actor: Actor,
  record: SessionRecord,
): Promise<{ readonly id: string }> {
  const { sessionId, what, roles, request, occurredOn, reason, idempotencyKey } = record;
  return once(deps, actor, {
    key: idempotencyKey,
    request: { sessionId, what, occurredOn, ...request },
    work: async (tx) => {
      const role = roleOf(actor, roles, what);
      const session = await ownRow(deps.store, tx, { actor, table: 'session', id: sessionId });
      const agency = await agencyInScope(deps.store, tx, { actor });
      const now = await deps.store.now(tx);
      const on = actDate({
        ...{ occurredOn, reason, lastEventOn: session.lastEventOn, now },
        ...{ settings: agencySettings(agency.settings), calendar: deps.calendar },
      });
      const { id, type, facts, basis } = await record.write(tx, session, on);
      const act = chainAct(
        session,
        { actor, now, systemNow: deps.systemNow() },
        {
          ...{ type, kind: 'record', role, occurredOn: on, facts, basis, subjectId: id },
        },
      );
      await deps.store.update(tx, 'session', [
        { ...session, ...act.end, rev: session.rev + 1, lastEventOn: maxDate(session.lastEventOn, on) },
      ]);
      await deps.store.append(tx, { events: [act.event], texts: [] });
      return { id };
    },
  });
}

export const scopeOfSession = ({ agencyId, provinceId, visibleTo }: SessionRow) => ({
  agencyId,
  provinceId,
  visibleTo,
});
