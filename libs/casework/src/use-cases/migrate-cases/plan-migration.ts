import { agencySettings } from '#libs/oversight';
import {
  clocksIn,
  mapState,
  migratedFacts,
  rulesOf,
  type CaseEffect,
  type CaseMigration,
  type ProcedureDefinition,
} from '#libs/procedure';
import type { WorkCalendar } from '#libs/calendar';
import { formatDay, isLocalDate, type CaseFileId, type JsonObject, type LocalDate } from '#libs/shared';
import { ruleById, versionsOf } from '#libs/statute';
import { computeColumns, type ComputeSurroundings } from '../../compute.js';
import type { CaseRow, CaseSnapshot, DeadlineRow } from '../../model.js';

/** What becomes of one clock: `stays` as it is, `moves` to another day, `opens`, `closes` (no longer a duty of this version). */
export interface ClockChange {
  readonly what: 'stays' | 'moves' | 'opens' | 'closes';
  readonly ruleId: string;
  readonly title: string;
  readonly before: LocalDate | null;
  readonly after: LocalDate | null;
  readonly why: string;
}

export interface MigrationPlan {
  readonly caseFileId: CaseFileId;
  readonly from: string;
  readonly to: string;
  /** Why the file stays under its version; the rest then only says what would happen. */
  readonly stays: { readonly code: MigrationRefusal; readonly reason: string } | null;
  readonly state: CaseRow['state'];
  readonly facts: JsonObject;
  readonly clocks: readonly ClockChange[];
  /** How the clocks change, as effects for the book; `starts` holds the days they start on. */
  readonly effects: readonly CaseEffect[];
  readonly starts: JsonObject;
}

export type MigrationRefusal = 'stageStays' | 'movesDates' | 'startUnknown' | 'clockChanged';

export interface MigrationPair {
  readonly migration: CaseMigration;
  readonly from: ProcedureDefinition;
  readonly to: ProcedureDefinition;
}

const titleOf = (ruleId: string): string => (ruleById(ruleId) ?? versionsOf(ruleId)[0])?.title ?? ruleId;
export const movesDates = ({ clocks }: Pick<MigrationPlan, 'clocks'>): boolean =>
  clocks.some(({ what, before, after }) => what !== 'stays' && before !== after);

/** One running file under the next version: stage, findings, and each clock with what becomes of it and why. Pure. */
export function planMigration(
  { case: row, deadlines, settings }: Pick<CaseSnapshot, 'case' | 'deadlines' | 'settings'>,
  { migration, from, to }: MigrationPair,
  calendar: WorkCalendar,
): MigrationPlan {
  const facts = migratedFacts(migration, row.knownFacts);
  const mapped = mapState(migration, row.state, { from, to });
  const common = { caseFileId: row.id, from: row.stage, facts };
  if (!mapped.ok) {
    const stays = { code: 'stageStays', reason: mapped.stays } as const;
    return { ...common, stays, to: row.stage, state: row.state, clocks: [], effects: [], starts: {} };
  }
  const clocks = new ClockPlan(
    { row, facts, deadlines, pair: { migration, from, to } },
    {
      settings: agencySettings(settings),
      calendar,
    },
  );
  clocks.keepOrClose();
  clocks.openExpected(mapped.state);
  const plan = {
    ...{ ...common, to: mapped.stage, state: mapped.state },
    ...{ clocks: clocks.changes, effects: clocks.effects, starts: clocks.starts },
  };
  const barred = movesDates(plan) && migration.movesDates === undefined;
  const stays = barred
    ? { code: 'movesDates' as const, reason: 'Có thời hạn sẽ đổi mà bản chuyển đổi không nêu lý do.' }
    : null;
  return { ...plan, stays: clocks.refusal ?? stays };
}

interface About {
  readonly row: CaseRow;
  readonly facts: JsonObject;
  readonly deadlines: readonly DeadlineRow[];
  readonly pair: MigrationPair;
}

class ClockPlan {
  readonly changes: ClockChange[] = [];
  readonly effects: CaseEffect[] = [];
  readonly starts: Record<string, LocalDate> = {};
  refusal: MigrationPlan['stays'] = null;
  private readonly covered = new Set<string>();
  private readonly open: readonly DeadlineRow[];

  constructor(
    private readonly about: About,
    private readonly around: ComputeSurroundings,
  ) {
    this.open = about.deadlines.filter(({ closedAt }) => closedAt === null);
  }

  keepOrClose(): void {
    const { migration, to } = this.about.pair;
    const known = rulesOf(to);
    for (const row of this.open) {
      const replacement = migration.replaces?.[row.ruleId];
      if (replacement !== undefined) this.replace(row, replacement);
      else if (known.has(row.ruleId)) this.keep(row);
      else this.close(row, `Phiên bản ${to.version} không có thời hạn này.`);
    }
  }

  /** Clocks that the new stage runs and the old one did not, where the migration says from what day; what was met or void before is not opened again. */
  openExpected(state: CaseRow['state']): void {
    const { row, deadlines, pair } = this.about;
    const before = clocksIn(pair.from, row.state);
    const had = new Set(deadlines.map(({ ruleId }) => ruleId));
    for (const rule of clocksIn(pair.to, state))
      if (!before.has(rule) && !had.has(rule) && !this.covered.has(rule) && rule in (pair.migration.starts ?? {}))
        this.openNew(rule);
  }

  private keep(row: DeadlineRow): void {
    this.covered.add(row.ruleId);
    const after = computeColumns(row, this.around);
    const title = titleOf(row.ruleId);
    const days = { ruleId: row.ruleId, title, before: row.dueOn, after: row.dueOn };
    this.changes.push({ what: 'stays', ...days, why: 'Chạy tiếp theo luật của ngày bắt đầu.' });
    // Another calendar moves dates by its own publication, with its own trace: a migration does not do it on the side.
    if (after.dueOn !== row.dueOn && row.calendarVersion === after.calendarVersion)
      this.refuse('clockChanged', `${title}: tính lại ra ngày khác với ngày đang ghi.`);
  }

  private close(row: DeadlineRow, why: string): void {
    this.effects.push({ type: 'deadline.close', rule: row.ruleId, outcome: 'void' });
    const { ruleId, dueOn } = row;
    this.changes.push({ what: 'closes', ruleId, title: titleOf(ruleId), before: dueOn, after: null, why });
  }

  private replace(row: DeadlineRow, ruleId: string): void {
    const { startOn, variant } = row;
    if (row.pauses.length > 0 || row.extensions.length > 0)
      return this.refuse(
        'clockChanged',
        `${titleOf(row.ruleId)} đã tạm dừng, gia hạn hoặc kéo dài: giữ phiên bản cũ đến khi xong.`,
      );
    const { dueOn } = computeColumns({ ruleId, startOn, variant, pauses: [] }, this.around);
    this.covered.add(ruleId);
    this.effects.push({ type: 'deadline.close', rule: row.ruleId, outcome: 'void' });
    this.start(ruleId, { startOn, variant });
    const what = dueOn === row.dueOn ? 'stays' : 'moves';
    const why = `Thay cho “${titleOf(row.ruleId)}”, cùng ngày bắt đầu.`;
    this.changes.push({ what, ruleId, title: titleOf(ruleId), before: row.dueOn, after: dueOn, why });
  }

  private openNew(ruleId: string): void {
    const { row, facts, pair } = this.about;
    const fact = pair.migration.starts?.[ruleId] ?? '';
    const known: JsonObject = { receivedOn: row.receivedOn, ...row.knownFacts, ...facts };
    const startOn = known[fact];
    if (!isLocalDate(startOn)) return this.refuse('startUnknown', `${titleOf(ruleId)}: không biết tính từ ngày nào.`);
    const { dueOn } = computeColumns({ ruleId, startOn, variant: 'standard', pauses: [] }, this.around);
    this.start(ruleId, { startOn, variant: 'standard' });
    const why = `Giai đoạn mới có thời hạn này, tính từ ngày đã ghi trong hồ sơ (${formatDay(startOn)}).`;
    this.changes.push({ what: 'opens', ruleId, title: titleOf(ruleId), before: null, after: dueOn, why });
  }

  private start(rule: string, { startOn, variant }: Pick<DeadlineRow, 'startOn' | 'variant'>): void {
    const startFact = `start:${rule}`;
    this.starts[startFact] = startOn;
    this.effects.push({ type: 'deadline.open', rule, startFact, ...(variant === 'standard' ? {} : { variant }) });
  }

  private refuse(code: MigrationRefusal, reason: string): void {
    this.refusal ??= { code, reason };
  }
}
