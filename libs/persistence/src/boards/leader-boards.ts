import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { AgencyDirectory } from '../access/agency-directory.js';
import { branches, type Place, type Scope, scopeOf, Values } from '../access/scope.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface DayCount {
  readonly on: LocalDate;
  readonly count: number;
}

export interface HandDayCount extends DayCount {
  /** `null`: given to nobody yet. */
  readonly assigneeId: number | null;
}

export interface Officer {
  readonly id: number;
  readonly fullName: string;
  readonly title: string | null;
  readonly agencyId: AgencyId;
  readonly roles: readonly string[];
  readonly active: boolean;
}

export interface StageCount {
  readonly procedure: string;
  readonly stage: string;
  readonly count: number;
}

export interface StageMedians {
  /** Files closed from this day on are the basis; `null`: none is closed. */
  readonly since: LocalDate | null;
  readonly files: number;
  readonly days: ReadonlyMap<string, number>;
}

export interface Horizon {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
}

/** As many files closed last as a median is taken from: the days before tell of another time. */
const MEDIAN_FILES = 200;
const OPEN_LIMIT = 'l.closed_at IS NULL AND l.statutory';

const OFFICERS = statement<Officer>(
  'boards.officers',
  `SELECT id, full_name AS "fullName", title, agency_id AS "agencyId", roles, active FROM app.app_user WHERE id = ANY ($1::int[])`,
);
const MEDIANS = statement<{ since: LocalDate; files: number; stage: string; days: number }>(
  'boards.stage-medians',
  `SELECT since, files, stage, median_days::float8 AS days FROM app.stage_medians($1, $2::int[], $3, $4)`,
);

/**
 * The figures of a leader's board, each counted live on the partial indexes of open rows under the scope of the reader. Every figure
 * counts rows that a list shows: deadlines of `Boards.overdue`, case files of `CaseList`.
 */
export class LeaderBoards {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly directory: AgencyDirectory,
  ) {}

  /** Open statutory limits by their last day. */
  dueDays(actor: Actor, place: Place, horizon: Horizon): Promise<DayCount[]> {
    return this.read(actor, place, (scope) => grouped(limits(scope, 'l.due_on AS "on"', horizon), '"on"'));
  }

  /** Open case files by the day their petition was received. */
  receivedDays(actor: Actor, place: Place): Promise<DayCount[]> {
    return this.read(actor, place, (scope) => grouped(openFiles(scope, 'l.received_on AS "on"'), '"on"'));
  }

  /** Open statutory limits by last day and hand. */
  handDays(actor: Actor, place: Place, horizon: Horizon): Promise<HandDayCount[]> {
    const columns = 'l.due_on AS "on", l.assignee_id AS "assigneeId"';
    return this.read(actor, place, (scope) => grouped(limits(scope, columns, horizon), '"on", "assigneeId"'));
  }

  /** Open case files by hand. */
  filesByHand(actor: Actor, place: Place): Promise<{ assigneeId: number | null; count: number }[]> {
    return this.read(actor, place, (scope) =>
      grouped(openFiles(scope, 'l.assignee_id AS "assigneeId"'), '"assigneeId"'),
    );
  }

  stages(actor: Actor, place: Place): Promise<StageCount[]> {
    return this.read(actor, place, (scope) => grouped(openFiles(scope, 'l.procedure, l.stage'), 'procedure, stage'));
  }

  async stageMedians(actor: Actor, place: Place, procedure: string): Promise<StageMedians> {
    const scope = await scopeOf(actor, this.directory, place);
    const [province, agencies] = scope.kind === 'province' ? [scope.id, actor.agencies] : [null, scope.ids];
    const rows = await this.transactions.run(actor, (tx) =>
      query(clientOf(tx), MEDIANS, [province, agencies, procedure, MEDIAN_FILES]),
    );
    return {
      since: rows[0]?.since ?? null,
      files: rows[0]?.files ?? 0,
      days: new Map(rows.map(({ stage, days }) => [stage, days])),
    };
  }

  async officers(actor: Actor, ids: readonly number[]): Promise<ReadonlyMap<number, Officer>> {
    const rows = await this.transactions.run(actor, (tx) => query(clientOf(tx), OFFICERS, [ids]));
    return new Map(rows.map((row) => [row.id, row]));
  }

  private async read<Row>(
    actor: Actor,
    place: Place,
    build: (scope: Scope) => { text: string; values: unknown[] },
  ): Promise<Row[]> {
    const { text, values } = build(await scopeOf(actor, this.directory, place));
    return this.transactions.run(actor, (tx) => query<Row>(clientOf(tx), text, values));
  }
}

interface Rows {
  readonly parts: readonly string[];
  readonly values: Values;
}

function limits(scope: Scope, columns: string, { from, to }: Horizon): Rows {
  const values = new Values();
  const days = [
    from === undefined ? 'l.due_on IS NOT NULL' : `l.due_on >= ${values.add(from)}::date`,
    ...(to === undefined ? [] : [`l.due_on <= ${values.add(to)}::date`]),
  ].join(' AND ');
  const parts = branches(scope, { values, table: 'deadline' }).map(
    (branch) => `SELECT ${columns} FROM app.deadline l WHERE ${OPEN_LIMIT} AND ${days} AND ${branch}`,
  );
  return { parts, values };
}

function openFiles(scope: Scope, columns: string): Rows {
  const values = new Values();
  const parts = branches(scope, { values, table: 'case_file' }).map(
    (branch) => `SELECT ${columns} FROM app.case_file l WHERE l.closed_at IS NULL AND ${branch}`,
  );
  return { parts, values };
}

const grouped = ({ parts, values }: Rows, by: string): { text: string; values: unknown[] } => ({
  text: `SELECT ${by}, count(*)::int AS count FROM (${parts.join(' UNION ALL ')}) f GROUP BY ${by} ORDER BY ${by}`,
  values: values.list,
});
