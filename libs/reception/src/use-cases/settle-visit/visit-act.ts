import type { Actor } from '#libs/access';
import { actDate, stale } from '#libs/casework';
import type { Tx } from '#libs/intake';
import { agencySettings } from '#libs/oversight';
import type { Citation } from '#libs/statute';
import type { JsonObject, LocalDate, Role } from '#libs/shared';
import { chainAct, roleOf } from '../../chain.js';
import { closeClock, openClock } from '../../clocks.js';
import type { ReceptionDependencies } from '../../dependencies.js';
import type { VisitRow } from '../../model.js';
import { once } from '../../once.js';
import { agencyInScope, ownRow } from '../../scope.js';
import { reckoningOf } from '../../session-step.js';

export interface VisitActCommand {
  readonly visitId: string;
  readonly occurredOn?: LocalDate | undefined;
  readonly reason?: string | undefined;
  readonly expectedRev?: number | undefined;
  readonly idempotencyKey?: string | undefined;
}

/** What an act on a visit comes to, decided from the locked row. */
export interface VisitChange {
  readonly type: string;
  readonly facts: JsonObject;
  readonly basis: readonly Citation[];
  readonly set: Partial<VisitRow>;
  /** Forms owed by the act. */
  readonly papers?: readonly string[];
  readonly opens?: readonly { readonly ruleId: string; readonly startOn: LocalDate }[];
  readonly closes?: readonly { readonly ruleId: string; readonly outcome: 'met' | 'void' }[];
}

export interface VisitAct {
  readonly what: string;
  readonly roles: readonly Role[];
  readonly request: JsonObject;
  readonly decide: (visit: VisitRow, on: LocalDate, tx: Tx) => VisitChange | Promise<VisitChange>;
}

/** One act on a visit: read locked, decided by pure rules, chained and written in one transaction. */
export function actOnVisit(
  deps: ReceptionDependencies,
  actor: Actor,
  { command, act }: { readonly command: VisitActCommand; readonly act: VisitAct },
): Promise<{ readonly id: string }> {
  return once(deps, actor, {
    key: command.idempotencyKey,
    request: { visitId: command.visitId, occurredOn: command.occurredOn, what: act.what, ...act.request },
    work: async (tx) => {
      const role = roleOf(actor, act.roles, act.what);
      const visit = await ownRow(deps.store, tx, { actor, table: 'visit', id: command.visitId });
      if (command.expectedRev !== undefined && command.expectedRev !== visit.rev) throw stale(visit.rev);
      const agency = await agencyInScope(deps.store, tx, { actor });
      const now = await deps.store.now(tx);
      const occurredOn = actDate({
        ...{ occurredOn: command.occurredOn, reason: command.reason, lastEventOn: visit.visitedOn, now },
        ...{ settings: agencySettings(agency.settings), calendar: deps.calendar },
      });
      const change = await act.decide(visit, occurredOn, tx);
      const how = reckoningOf(deps, agency);
      const chained = chainAct(
        visit,
        { actor, now, systemNow: how.systemNow },
        {
          ...{ type: change.type, kind: 'record', role, occurredOn, facts: change.facts, basis: change.basis },
          subjectId: visit.sessionId,
        },
      );
      const due = (change.papers ?? []).map((form) => ({ form, eventId: chained.event.id, on: occurredOn }));
      const after: VisitRow = {
        ...visit,
        ...change.set,
        ...chained.end,
        papers: [...visit.papers, ...due],
        rev: visit.rev + 1,
      };
      await deps.store.update(tx, 'visit', [after]);
      await deps.store.append(tx, { events: [chained.event], texts: chained.texts });
      await moveClocks(deps, tx, { visit, change, occurredOn, how });
      return { id: visit.id };
    },
  });
}

interface Moving {
  readonly visit: VisitRow;
  readonly change: VisitChange;
  readonly occurredOn: LocalDate;
  readonly how: ReturnType<typeof reckoningOf>;
}

async function moveClocks(
  deps: ReceptionDependencies,
  tx: Tx,
  { visit, change, occurredOn, how }: Moving,
): Promise<void> {
  const running = await deps.store.list(tx, 'deadline', { where: { visit_id: visit.id, state: 'running' } });
  const closed = (change.closes ?? []).flatMap(({ ruleId, outcome }) =>
    running.filter((row) => row.ruleId === ruleId).map((row) => closeClock(row, outcome, occurredOn)),
  );
  if (closed.length > 0) await deps.store.update(tx, 'deadline', closed);
  const place = { ...visit, visitId: visit.id };
  const opened = (change.opens ?? []).map((clock) => openClock(place, how, clock));
  if (opened.length > 0) await deps.store.insert(tx, 'deadline', opened);
}
