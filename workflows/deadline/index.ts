import { advance, type CaseEffect, type Facts, type Refusal } from '#libs/procedure';
import { err, ok, type LocalDate, type Result } from '#libs/shared';
import { deadline, RUNGS, type DeadlineState } from './machine.js';

export { deadline, DEADLINE_STATES, RUNGS, type DeadlineState } from './machine.js';

export type DeadlineEvent =
  | 'REMIND'
  | 'LAPSE'
  | 'ESCALATE'
  | 'PAUSE'
  | 'RESUME'
  | 'EXTEND'
  | 'PROLONG'
  | 'MEET'
  | 'MEET_LATE'
  | 'RECORD_LATE'
  | 'VOID';

/** What the deadline machine asks to know: days, the rule's kind and whether it was ever lengthened. */
export interface DeadlineFacts {
  readonly occurredOn: LocalDate;
  readonly dueOn: LocalDate | null;
  readonly kind?: string;
  readonly extended?: boolean;
}

export interface DeadlineMove {
  readonly state: DeadlineState;
  readonly effects: readonly CaseEffect[];
  /** Settled for good: met, met late or void. */
  readonly closed: boolean;
}

/** One event of one time limit, pure; made to be called for sets of a thousand. The same machine the checker certifies. */
export function moveDeadline(
  state: DeadlineState,
  type: DeadlineEvent,
  facts: DeadlineFacts,
): Result<DeadlineMove, Refusal> {
  const step = advance(
    deadline,
    { procedure: 'deadline', version: 1, state, context: {} },
    { type, facts: facts as unknown as Facts },
  );
  if (!step.ok) return err(step.error);
  return ok({ state: step.value.to as DeadlineState, effects: step.value.effects, closed: step.value.closed });
}

const LATE_STATES: ReadonlySet<DeadlineState> = new Set<DeadlineState>(['overdue', ...RUNGS]);

/** Which event settles a time limit by an act of `occurredOn`: in time, late, or in time but keyed after the alarm. */
export function settlingEvent(
  state: DeadlineState,
  { occurredOn, dueOn }: Pick<DeadlineFacts, 'occurredOn' | 'dueOn'>,
): 'MEET' | 'MEET_LATE' | 'RECORD_LATE' {
  if (dueOn !== null && occurredOn > dueOn && state !== 'paused') return 'MEET_LATE';
  return LATE_STATES.has(state) ? 'RECORD_LATE' : 'MEET';
}

/** How many rungs have been climbed in this state. */
export const rungOf = (state: DeadlineState): number => RUNGS.indexOf(state as (typeof RUNGS)[number]) + 1;
