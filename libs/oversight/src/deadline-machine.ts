import type { JsonObject, LocalDate } from '#libs/shared';
import {
  DEADLINE_STATES,
  moveDeadline,
  rungOf,
  type DeadlineEvent,
  type DeadlineMove,
  type DeadlineState as MachineState,
} from '#workflows/deadline';

/** How a time limit stands, as boards and lists read it. The machine's own state, finer by the rungs, is kept beside it. */
export type DeadlineState = 'running' | 'dueSoon' | 'overdue' | 'escalated' | 'paused' | 'met' | 'metLate' | 'void';

export interface DeadlineStanding {
  readonly state: DeadlineState;
  readonly machine: JsonObject;
  readonly rung: number;
}

export interface MovedDeadline {
  readonly standing: DeadlineStanding;
  readonly effects: DeadlineMove['effects'];
}

interface Limit {
  readonly kind: string;
  readonly dueOn: LocalDate | null;
  readonly extended: boolean;
}

const isMachineState = (value: unknown): value is MachineState =>
  (DEADLINE_STATES as readonly unknown[]).includes(value);

/** The state the machine goes on from. */
export function machineStateOf({ state, machine }: Pick<DeadlineStanding, 'state' | 'machine'>): MachineState {
  if (isMachineState(machine.state)) return machine.state;
  if (isMachineState(state)) return state;
  throw new Error(`A deadline in state ${state} does not say on which rung`);
}

export function standingOf(state: MachineState): DeadlineStanding {
  const rung = rungOf(state);
  const stored = rung > 0 ? 'escalated' : state === 'extended' ? 'running' : (state as DeadlineState);
  return { state: stored, machine: stored === state ? {} : { state }, rung };
}

/** Moves one deadline by its machine; `null` where the machine does not know the event in this state, or refuses it. */
export function stepDeadline(
  before: Pick<DeadlineStanding, 'state' | 'machine'>,
  event: DeadlineEvent,
  { limit, occurredOn }: { limit: Limit; occurredOn: LocalDate },
): MovedDeadline | null {
  const moved = moveDeadline(machineStateOf(before), event, { occurredOn, ...limit });
  return moved.ok ? { standing: standingOf(moved.value.state), effects: moved.value.effects } : null;
}

export const hasLapsed = ({ state }: Pick<DeadlineStanding, 'state'>): boolean =>
  state === 'overdue' || state === 'escalated';
