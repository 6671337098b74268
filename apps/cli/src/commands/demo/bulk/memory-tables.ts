import type { GrantTableRow, SightTableRow } from './memory-related.js';
import { newId } from './new-id.js';
import type {
  CaseRow,
  CaseWrite,
  DeadlineRow,
  InboxLine,
  NewEffect,
  NewLink,
  NewTask,
  NewText,
  StoredEvent,
} from '#libs/casework';
import type { NewPetition, NewPetitioner } from '#libs/intake';
import type { FiredEffect, FiredTask, FiringWrite, InboxEntry, MilestoneKind } from '#libs/oversight';
import type { AgencyId, CaseFileId, DeadlineId, JsonObject, MilestoneId, PetitionId, UserId } from '#libs/shared';

export type DeadlineTableRow = DeadlineRow & Pick<CaseRow, 'agencyId' | 'provinceId' | 'visibleTo'>;

export interface MilestoneTableRow {
  readonly id: MilestoneId;
  readonly deadlineId: DeadlineId;
  readonly caseId: CaseFileId;
  readonly kind: MilestoneKind;
  dueAt: string;
  state: 'pending' | 'fired' | 'superseded' | 'annulled' | 'cancelled';
  firedAt: string | null;
  eventId: string | null;
  readonly generation: number;
}

export type EffectTableRow = (NewEffect | FiredEffect) & { doneAt: Date | null; lastError: string | null };

export interface IdempotencyTableRow {
  readonly actorId: UserId;
  readonly key: string;
  readonly requestHash: string;
  readonly status: number;
  readonly answer: JsonObject;
}

const LAPSED: ReadonlySet<string> = new Set(['overdue', 'rung1', 'rung2', 'rung3', 'rung4']);

/** What the SQL functions of casework and oversight do to the tables, done to maps: rows leave it by COPY. */
export class MemoryTables {
  readonly petitions = new Map<PetitionId, NewPetition & { caseFileId?: CaseFileId }>();
  readonly petitioners: NewPetitioner[] = [];
  readonly counters = new Map<string, { agencyId: AgencyId; year: number; series: string; lastNumber: number }>();
  readonly cases = new Map<CaseFileId, CaseRow>();
  readonly deadlines = new Map<CaseFileId, Map<DeadlineId, DeadlineTableRow>>();
  readonly milestones = new Map<DeadlineId, MilestoneTableRow[]>();
  readonly events: StoredEvent[] = [];
  readonly texts: NewText[] = [];
  readonly effects: EffectTableRow[] = [];
  /** Effects before this one are done. */
  effectsDone = 0;
  readonly tasks: (NewTask | FiredTask)[] = [];
  readonly inbox: (InboxEntry | (InboxLine & { readonly deadlineId: null }))[] = [];
  readonly idempotency = new Map<string, IdempotencyTableRow>();
  readonly openings = new Map<CaseFileId, JsonObject>();
  readonly children = new Set<string>();
  readonly links: NewLink[] = [];
  readonly grants: GrantTableRow[] = [];
  readonly sights: SightTableRow[] = [];
  /** What limits ended on before they were moved; the first of an instant stays. */
  readonly deadlinesWere = new Map<
    string,
    Pick<DeadlineRow, 'dueOn' | 'rawEnd'> & { deadlineId: DeadlineId; replacedAt: string }
  >();
  /** Opened since somebody last looked. */
  readonly freshCases: CaseRow[] = [];
  private readonly eventsById = new Map<string, StoredEvent>();
  /** Pending milestones by the instant they fall due. */
  readonly pending = new Map<string, Set<MilestoneTableRow>>();

  deadlinesOf(id: CaseFileId): DeadlineTableRow[] {
    return [...(this.deadlines.get(id)?.values() ?? [])].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** `app.case_write` */
  write(write: CaseWrite): void {
    this.log(write.events);
    this.texts.push(...write.texts);
    for (const row of write.opened) this.putDeadline(row);
    for (const row of write.changed) this.changeDeadline(row, write.events.at(-1)?.recordedAt);
    for (const id of write.calledOff)
      for (const row of this.milestones.get(id) ?? []) if (row.state === 'pending') this.settle(row, 'cancelled');
    for (const id of write.annulled)
      for (const row of this.milestones.get(id) ?? [])
        if (row.state === 'fired' && LAPSED.has(row.kind)) row.state = 'annulled';
    const before = new Map(write.milestones.map(({ deadlineId }) => [deadlineId, this.lastGeneration(deadlineId)]));
    for (const { deadlineId, caseId, kind, dueAt, fresh } of write.milestones) {
      const generation = fresh ? 1 : (before.get(deadlineId) ?? 0) + 1;
      this.plan({ deadlineId, caseId, kind, dueAt, generation });
    }
    this.order(write.effects);
    this.tasks.push(...write.tasks);
  }

  /** `app.milestones_write` */
  writeFirings(write: FiringWrite, claimed: ReadonlyMap<MilestoneId, MilestoneTableRow>): void {
    for (const { id, state, dueAt, firedAt, eventId } of write.outcomes) {
      const row = claimed.get(id);
      if (!row) throw new Error(`Milestone ${id} was not claimed`);
      this.settle(row, state);
      Object.assign(row, { dueAt, firedAt, eventId });
      if (state === 'pending') this.await(row);
    }
    const caseOf = new Map([...claimed.values()].map(({ deadlineId, caseId }) => [deadlineId, caseId]));
    for (const { id, state, machine, rung } of write.deadlines) {
      const rows = this.deadlines.get(caseOf.get(id)!);
      const row = rows?.get(id);
      if (row) rows?.set(id, { ...row, state, machine, rung });
    }
    this.log(write.events);
    for (const { id, seq, headHash } of write.cases) this.cases.set(id, { ...this.cases.get(id)!, seq, headHash });
    for (const one of write.following) this.plan(one);
    this.inbox.push(...write.inbox);
    this.tasks.push(...write.tasks);
    this.order(write.effects);
  }

  /** The act that ordered an effect; remembered until all that was ordered is done. */
  eventOf(id: string): StoredEvent | undefined {
    return this.eventsById.get(id);
  }

  forgetEvents(): void {
    this.eventsById.clear();
  }

  log(events: readonly StoredEvent[]): void {
    for (const event of events) {
      this.events.push(event);
      this.eventsById.set(event.id, event);
      if (event.seq === 1) this.openings.set(event.caseId, event.facts);
    }
  }

  private order(effects: readonly (NewEffect | FiredEffect)[]): void {
    for (const effect of effects) this.effects.push({ ordinal: 0, ...effect, doneAt: null, lastError: null });
  }

  reassign(id: CaseFileId, assigneeId: CaseRow['assigneeId']): void {
    const rows = this.deadlines.get(id);
    for (const [key, row] of rows ?? []) if (row.closedAt === null) rows?.set(key, { ...row, assigneeId });
  }

  private putDeadline(row: DeadlineTableRow): void {
    const rows = this.deadlines.get(row.caseId) ?? new Map<DeadlineId, DeadlineTableRow>();
    this.deadlines.set(row.caseId, rows.set(row.id, row));
  }

  /** The columns that `app.case_write` updates, and no others. */
  private changeDeadline(row: DeadlineRow, replacedAt: string | undefined): void {
    const before = this.deadlines.get(row.caseId)?.get(row.id);
    if (!before) throw new Error(`No deadline ${row.id}`);
    const was = `${row.id} ${replacedAt}`;
    if (replacedAt && (before.dueOn !== row.dueOn || before.rawEnd !== row.rawEnd) && !this.deadlinesWere.has(was))
      this.deadlinesWere.set(was, { deadlineId: row.id, replacedAt, dueOn: before.dueOn, rawEnd: before.rawEnd });
    const { ruleVersion, citation, variant, rawEnd, dueOn, warnOn, calendarVersion, state, machine, rung } = row;
    const { pauses, extensions, closedBy, metOn, metRecordedLate, closedAt } = row;
    this.putDeadline({
      ...before,
      ...{ ruleVersion, citation, variant, rawEnd, dueOn, warnOn, calendarVersion, state, machine, rung },
      ...{ pauses, extensions, closedBy, metOn, metRecordedLate, closedAt },
    });
  }

  private lastGeneration(id: DeadlineId): number {
    return Math.max(0, ...(this.milestones.get(id) ?? []).map(({ generation }) => generation));
  }

  private plan(one: Pick<MilestoneTableRow, 'deadlineId' | 'caseId' | 'kind' | 'dueAt' | 'generation'>): void {
    const { deadlineId, caseId, kind, dueAt, generation } = one;
    const row: MilestoneTableRow = {
      ...{ id: newId<MilestoneId>(), deadlineId, caseId, kind, dueAt, generation },
      ...{ state: 'pending', firedAt: null, eventId: null },
    };
    const list = this.milestones.get(deadlineId);
    if (list) list.push(row);
    else this.milestones.set(deadlineId, [row]);
    this.await(row);
  }

  private await(row: MilestoneTableRow): void {
    const set = this.pending.get(row.dueAt);
    if (set) set.add(row);
    else this.pending.set(row.dueAt, new Set([row]));
  }

  private settle(row: MilestoneTableRow, state: MilestoneTableRow['state']): void {
    const set = this.pending.get(row.dueAt);
    set?.delete(row);
    if (set?.size === 0) this.pending.delete(row.dueAt);
    row.state = state;
  }
}
