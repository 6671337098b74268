import type { WorkCalendar } from '#libs/calendar';
import {
  hasLapsed,
  machineStateOf,
  planMilestones,
  standingOf,
  stepDeadline,
  type AgencySettings,
  type MovedDeadline,
} from '#libs/oversight';
import type { CaseEffect, Facts } from '#libs/procedure';
import { dayOf, isLocalDate, type CaseEventId, type DeadlineId, type LocalDate } from '#libs/shared';
import type { RuleVariant } from '#libs/statute';
import { settlingEvent } from '#workflows/deadline';
import { computeColumns } from './compute.js';
import { notExtendable } from './errors.js';
import type { CaseRow, DeadlineRow, NewMilestone, StoredExtension } from './model.js';

export type DeadlineEffect = Extract<CaseEffect, { type: `deadline.${string}` }>;
export const isDeadlineEffect = (effect: CaseEffect): effect is DeadlineEffect => effect.type.startsWith('deadline.');

export interface BookAct {
  readonly eventId: CaseEventId;
  readonly eventType: string;
  readonly occurredOn: LocalDate;
  readonly facts: Facts;
}

export interface BookSurroundings {
  readonly case: Pick<CaseRow, 'id' | 'assigneeId'>;
  /** Business time at which the act is recorded. */
  readonly now: Date;
  readonly settings: AgencySettings;
  readonly calendar: WorkCalendar;
  readonly newId: () => string;
}

const isOpen = (row: DeadlineRow): boolean => row.closedAt === null;
const isClass = (value: unknown): value is 'complex' | 'specially_complex' =>
  value === 'complex' || value === 'specially_complex';
/** Only these are broken by being late; a window, a day of effect or a minimum is not. */
const binds = (row: DeadlineRow): boolean => row.kind === 'maximum' || row.kind === 'internal_until_confirmed';

/** The deadlines of one case while an act is written down: effects go in, rows to write come out. */
export class DeadlineBook {
  private readonly rows: Map<DeadlineId, DeadlineRow>;
  private readonly fresh = new Set<DeadlineId>();
  private readonly touched = new Set<DeadlineId>();
  private readonly replanned = new Set<DeadlineId>();
  private readonly stopped = new Set<DeadlineId>();
  readonly annulled = new Set<DeadlineId>();

  constructor(
    before: readonly DeadlineRow[],
    private readonly around: BookSurroundings,
  ) {
    this.rows = new Map(before.map((row) => [row.id, row]));
  }

  apply(effect: DeadlineEffect, act: BookAct): void {
    if (effect.type === 'deadline.open') return this.open(effect, act);
    for (const row of this.rows.values()) {
      if (row.ruleId !== effect.rule || !isOpen(row)) continue;
      if (effect.type === 'deadline.close') this.close(row, effect.outcome, act);
      else if (effect.type === 'deadline.pause') this.pause(row, act);
      else if (effect.type === 'deadline.resume') this.resume(row, act);
      else if (effect.type === 'deadline.extend') this.extend(row, effect, act);
      else this.prolong(row, { ...act, variant: act.facts[effect.variantFact] as RuleVariant });
    }
  }

  /** A file that ends leaves no clock running. */
  voidRest(act: Pick<BookAct, 'eventId'>): void {
    for (const row of this.rows.values())
      if (isOpen(row))
        this.settle({
          ...row,
          ...standingOf('void'),
          rung: row.rung,
          closedBy: act.eventId,
          closedAt: this.around.now.toISOString(),
        });
  }

  /** Puts a row to what it is after a correction, with its milestones planned anew. */
  restore(row: DeadlineRow): void {
    const before = this.rows.get(row.id) ?? row;
    if (isOpen(row)) return this.recompute(row, before);
    if (hasLapsed(before)) this.annulled.add(row.id);
    this.settle(row);
  }

  get all(): readonly DeadlineRow[] {
    return [...this.rows.values()];
  }

  get opened(): readonly DeadlineRow[] {
    return this.all.filter(({ id }) => this.fresh.has(id));
  }

  get changed(): readonly DeadlineRow[] {
    return this.all.filter(({ id }) => this.touched.has(id) && !this.fresh.has(id));
  }

  /** Deadlines whose pending milestones no longer hold. */
  get calledOff(): readonly DeadlineId[] {
    return [...this.stopped, ...this.replanned].filter((id) => !this.fresh.has(id));
  }

  get milestones(): readonly NewMilestone[] {
    return [...this.fresh, ...this.replanned].flatMap((id) => {
      const row = this.rows.get(id);
      if (!row || !isOpen(row)) return [];
      const planned = planMilestones({ ...row, now: this.around.now }, this.around);
      return planned.map(({ kind, dueAt }) => ({
        deadlineId: id,
        caseId: row.caseId,
        kind,
        dueAt: dueAt.toISOString(),
        fresh: this.fresh.has(id),
      }));
    });
  }

  private open(effect: Extract<DeadlineEffect, { type: 'deadline.open' }>, act: BookAct): void {
    const startOn = act.facts[effect.startFact];
    if (!isLocalDate(startOn)) throw new Error(`${effect.rule} starts on fact “${effect.startFact}”, which is no day`);
    const id = this.around.newId() as DeadlineId;
    const base = {
      ruleId: effect.rule,
      startOn,
      variant: effect.variant ?? 'standard',
      pauses: [],
      extensions: [],
    } as const;
    this.fresh.add(id);
    this.rows.set(id, {
      id,
      caseId: this.around.case.id,
      assigneeId: this.around.case.assigneeId,
      ...base,
      ...computeColumns(base, this.around),
      startEvent: act.eventType,
      state: 'running',
      machine: {},
      rung: 0,
      openedBy: act.eventId,
      closedBy: null,
      metOn: null,
      metRecordedLate: false,
      closedAt: null,
    });
  }

  private close(row: DeadlineRow, outcome: 'met' | 'void', act: BookAct): void {
    const closed = { ...row, closedBy: act.eventId, closedAt: this.around.now.toISOString() };
    if (outcome === 'void') return this.settle({ ...closed, ...standingOf('void'), rung: row.rung });
    const dueOn = binds(row) ? row.dueOn : null;
    const moved = this.move(row, settlingEvent(machineStateOf(row), { occurredOn: act.occurredOn, dueOn }), {
      ...act,
      dueOn,
    });
    if (!moved) throw new Error(`Deadline ${row.ruleId} in state ${row.state} cannot be met on ${act.occurredOn}`);
    const inTime = moved.standing.state === 'met';
    if (inTime && hasLapsed(row)) this.annulled.add(row.id);
    this.settle({
      ...closed,
      ...moved.standing,
      rung: row.rung,
      metOn: act.occurredOn,
      metRecordedLate: inTime && dueOn !== null && dayOf(this.around.now) > dueOn,
    });
  }

  /** A limit that had run out before the act stays so: the machine refuses to pause it. Nobody is urged on while the file rests. */
  private pause(row: DeadlineRow, act: BookAct): void {
    const moved = this.move(row, 'PAUSE', act);
    if (!moved) return void this.stopped.add(row.id);
    const pauses = [...row.pauses, { from: act.occurredOn, to: null, by: act.eventId }];
    this.recompute({ ...row, ...moved.standing, pauses }, row);
  }

  private resume(row: DeadlineRow, act: BookAct): void {
    const moved = this.move(row, 'RESUME', act);
    const pauses = row.pauses.map((pause) => (pause.to === null ? { ...pause, to: act.occurredOn } : pause));
    if (moved) this.recompute({ ...row, ...moved.standing, pauses }, row);
  }

  private prolong(row: DeadlineRow, act: BookAct & { readonly variant: RuleVariant }): void {
    const moved = this.move(row, 'PROLONG', act);
    const extensions = [...row.extensions, { on: act.occurredOn, variant: act.variant, by: act.eventId }];
    if (moved) this.recompute({ ...row, ...moved.standing, variant: act.variant, extensions }, row);
  }

  /**
   * One more extension. It continues from the raw end of the limit so far; a limit that had run out before, or that stands
   * still, has none to continue.
   * @throws AppError STATUTE.EXTENSION_NOT_ALLOWED
   */
  private extend(row: DeadlineRow, effect: Extract<DeadlineEffect, { type: 'deadline.extend' }>, act: BookAct): void {
    const moved = this.move(row, 'EXTEND', act);
    if (!moved) throw notExtendable(row);
    const given = act.facts[effect.variantFact];
    const variant = isClass(given) ? given : row.variant;
    const days = effect.daysFact === undefined ? undefined : act.facts[effect.daysFact];
    const extension: StoredExtension = {
      ...{ on: act.occurredOn, variant, by: act.eventId, adds: true },
      ...(typeof days === 'number' ? { days } : {}),
    };
    this.recompute({ ...row, ...moved.standing, variant, extensions: [...row.extensions, extension] }, row);
  }

  private move(
    row: DeadlineRow,
    event: Parameters<typeof stepDeadline>[1],
    { occurredOn, dueOn = row.dueOn }: { occurredOn: LocalDate; dueOn?: LocalDate | null },
  ): MovedDeadline | null {
    return stepDeadline(row, event, {
      occurredOn,
      limit: { kind: row.kind, dueOn, extended: row.extensions.length > 0 },
    });
  }

  private recompute(row: DeadlineRow, before: DeadlineRow): void {
    if (hasLapsed(before) && !hasLapsed(row)) this.annulled.add(row.id);
    this.rows.set(row.id, { ...row, ...computeColumns(row, this.around) });
    this.touched.add(row.id);
    this.replanned.add(row.id);
  }

  private settle(row: DeadlineRow): void {
    this.rows.set(row.id, row);
    this.touched.add(row.id);
    this.stopped.add(row.id);
    this.replanned.delete(row.id);
  }
}
