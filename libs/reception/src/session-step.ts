import { agencySettings } from '#libs/oversight';
import type { Step } from '#libs/procedure';
import type { CaseEventId, JsonObject, JsonValue, LocalDate } from '#libs/shared';
import type { ReceptionDependencies } from './dependencies.js';
import { closeClock, dueBy, openClock, type Reckoning } from './clocks.js';
import type { DeadlineRow, PaperDue, ReceptionAgency, SessionRow } from './model.js';

export const reckoningOf = (deps: ReceptionDependencies, agency: ReceptionAgency): Reckoning => ({
  calendar: deps.calendar,
  settings: agencySettings(agency.settings),
  systemNow: deps.systemNow(),
});

/** The latest lawful days before a session, as its guards ask for them. */
export function daysBefore(heldOn: LocalDate, online: boolean, how: Reckoning): JsonObject {
  return {
    latestPostingOn: dueBy('TCD.SCHEDULE.POST', heldOn, how).dueOn,
    ...(online && heldOn >= '2026-07-01'
      ? {
          latestOnlineNoticeOn: dueBy('TCD.ONLINE.NOTICE', heldOn, how).dueOn,
          latestLineTestOn: dueBy('TCD.ONLINE.TEST', heldOn, how).dueOn,
        }
      : {}),
  };
}

export interface StepRows {
  readonly knownFacts: JsonObject;
  readonly papers: readonly PaperDue[];
  readonly opened: readonly DeadlineRow[];
  readonly changed: readonly DeadlineRow[];
}

interface Stepping {
  readonly session: Pick<SessionRow, 'id' | 'agencyId' | 'provinceId' | 'visibleTo' | 'knownFacts' | 'papers'>;
  readonly running: readonly DeadlineRow[];
  readonly facts: JsonObject;
  readonly occurredOn: LocalDate;
  readonly eventId: CaseEventId;
}

/** What the effects of a step write besides the state: findings kept, papers owed, clocks opened and settled. */
export function stepRows(
  step: Step,
  { session, running, facts, occurredOn, eventId }: Stepping,
  how: Reckoning,
): StepRows {
  const kept: Record<string, JsonValue | undefined> = { ...session.knownFacts };
  const papers: PaperDue[] = [...session.papers];
  const opened: DeadlineRow[] = [];
  const changed: DeadlineRow[] = [];
  for (const effect of step.effects) {
    if (effect.type === 'fact.remember') kept[effect.fact] = effect.value;
    else if (effect.type === 'document.issue') papers.push({ form: effect.form, eventId, on: occurredOn });
    else if (effect.type === 'deadline.open')
      opened.push(
        openClock({ ...session, sessionId: session.id, visitId: null }, how, {
          ruleId: effect.rule,
          startOn: facts[effect.startFact] as LocalDate,
        }),
      );
    else if (effect.type === 'deadline.close') {
      const row = running.find(
        ({ ruleId, state, visitId }) => ruleId === effect.rule && state === 'running' && !visitId,
      );
      if (row) changed.push(closeClock(row, effect.outcome, occurredOn));
    }
  }
  return { knownFacts: kept, papers, opened, changed };
}
