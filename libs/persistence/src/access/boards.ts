import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { PoolClient } from 'pg';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AgencyDirectory } from './agency-directory.js';
import { LENGTHENED } from './case-list.js';
import {
  between,
  branches,
  type Cursor,
  decodeCursor,
  DEFAULT_LIMIT,
  inHands,
  ownBranches,
  pageOf,
  type Place,
  type Scope,
  scopeOf,
  sharedIn,
  Values,
} from './scope.js';

export interface BoardDays {
  readonly today: LocalDate;
  /** Last day that counts as "soon". */
  readonly soonUntil: LocalDate;
}

export interface OverdueFilter extends Place {
  readonly procedure?: string | undefined;
  readonly scope?: 'overdue' | 'dueSoon' | 'all' | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  /** `me`, `nobody`, or the id of an account. */
  readonly assignee?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface BoardRow {
  readonly id: string;
  readonly case_id: string;
  readonly agency_id: AgencyId;
  readonly rule_version: string;
  readonly citation: string;
  readonly due_on: LocalDate;
  readonly state: string;
  readonly rung: number;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly stage: string;
  readonly register_label: string;
  readonly petition_type: string;
  readonly petitioner_name: string | null;
  readonly assignee_name: string | null;
}

export interface Counts {
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  readonly paused: number;
  readonly prolonged: number;
  readonly extended: number;
  readonly unassigned: number;
  readonly receivedThisMonth: number;
  readonly byAgency: readonly {
    readonly agencyId: AgencyId;
    readonly open: number;
    readonly overdue: number;
    readonly dueSoon: number;
  }[];
}

const prepared = <Row>(text: string) =>
  statement<Row>(`board.${createHash('sha256').update(text).digest('hex').slice(0, 16)}`, text);

export class Boards {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly directory: AgencyDirectory,
  ) {}

  async overdue(
    actor: Actor,
    filter: OverdueFilter,
    days: BoardDays,
  ): Promise<{ items: BoardRow[]; nextCursor: string | null; total: number }> {
    const scope = await scopeOf(actor, this.directory, filter);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    // A board has few shapes and is opened all day.
    return this.transactions.plannedOnce(actor, async (tx) => {
      const db = clientOf(tx);
      const page = boardPage(scope, filter, { days, limit, userId: actor.userId });
      const rows = await query(db, prepared<BoardRow>(page.text), page.values);
      const count = boardCount(scope, filter, { days, userId: actor.userId });
      const { total } = await queryOne(db, prepared<{ total: number }>(count.text), count.values);
      return { ...pageOf(rows, limit, (row): Cursor => [row.due_on, row.id]), total };
    });
  }

  async summary(actor: Actor, place: Place, days: BoardDays): Promise<Counts> {
    const scope = await scopeOf(actor, this.directory, place);
    return this.transactions.run(actor, (tx) => summaryOf(clientOf(tx), scope, { days }));
  }
}

interface PageContext {
  readonly days: BoardDays;
  /** Whom `assignee=me` means. */
  readonly userId?: number;
}

const whenOf = (filter: OverdueFilter, { today, soonUntil }: BoardDays, values: Values): string => {
  if (filter.scope === 'dueSoon')
    return `l.due_on BETWEEN ${values.add(today)}::date AND ${values.add(soonUntil)}::date`;
  if (filter.scope === 'all') return 'l.due_on IS NOT NULL';
  return `l.due_on < ${values.add(today)}::date`;
};
const OPEN_LIMIT = 'l.closed_at IS NULL AND l.statutory';

function boardWhere(filter: OverdueFilter, { days, userId = 0 }: PageContext, values: Values): string {
  const procedure =
    filter.procedure === undefined
      ? ''
      : ` AND EXISTS (SELECT FROM app.case_file f WHERE f.id = l.case_id AND f.procedure = ${values.add(filter.procedure)})`;
  const narrower = [
    ...between('l.due_on', { from: filter.dueFrom, to: filter.dueTo }, values),
    ...inHands('l.assignee_id', filter.assignee, { values, userId }),
  ];
  return `${[OPEN_LIMIT, whenOf(filter, days, values), ...narrower].join(' AND ')}${procedure}`;
}

const SHOWN = 'l.id, l.case_id, l.agency_id, l.rule_version, l.citation, l.due_on, l.state, l.rung';

/** The text of one page of the board; also what the bench measures. */
export function boardPage(
  scope: Scope,
  filter: OverdueFilter,
  { limit, ...context }: PageContext & { limit: number },
): { text: string; values: unknown[] } {
  const values = new Values();
  const cursor = decodeCursor(filter.cursor);
  const after = cursor
    ? ` AND (l.due_on, l.id) > (${values.add(cursor[0])}::date, ${values.add(cursor[1])}::uuid)`
    : '';
  const where = boardWhere(filter, context, values);
  const order = `ORDER BY l.due_on, l.id LIMIT ${limit + 1}`;
  const found = [
    ...ownBranches(scope, values).map((branch) => `app.deadline l WHERE ${branch}`),
    `app.shared_limits() l WHERE ${sharedIn(scope, values)}`,
  ].map((branch) => `(SELECT ${SHOWN} FROM ${branch} AND ${where}${after} ${order})`);
  const text = `
    SELECT ${SHOWN}, c.procedure, c.procedure_version, c.stage, p.register_label, p.type AS petition_type,
           (SELECT n.full_name FROM app.petitioner n WHERE n.petition_id = p.id ORDER BY n.ordinal LIMIT 1) AS petitioner_name,
           (SELECT u.full_name FROM app.app_user u WHERE u.id = c.assignee_id) AS assignee_name
      FROM (SELECT l.* FROM (${found.join(' UNION ALL ')}) l ${order}) l
      JOIN app.case_file c ON c.id = l.case_id JOIN app.petition p ON p.id = c.petition_id
     ORDER BY l.due_on, l.id`;
  return { text, values: values.list };
}

function boardCount(scope: Scope, filter: OverdueFilter, context: PageContext): { text: string; values: unknown[] } {
  const values = new Values();
  const where = boardWhere(filter, context, values);
  const counts = branches(scope, { values, table: 'deadline' }).map(
    (branch) => `(SELECT count(*) FROM app.deadline l WHERE ${branch} AND ${where})`,
  );
  return { text: `SELECT ${counts.join(' + ')} AS total`, values: values.list };
}

/** The same rows that the lists behind the numbers show. */
async function summaryOf(db: PoolClient, scope: Scope, context: PageContext): Promise<Counts> {
  const files = await query<{ agency_id: AgencyId; open: number; unassigned: number }>(db, ...openFiles(scope));
  const limits = await query<{ agency_id: AgencyId; overdue: number; due_soon: number }>(
    db,
    ...openLimits(scope, context),
  );
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const ids = [...new Set([...files, ...limits].map((row) => row.agency_id))].sort((a, b) => a - b);
  return {
    open: sum(files, (row) => row.open),
    unassigned: sum(files, (row) => row.unassigned),
    paused: (await queryOne<{ total: number }>(db, ...pausedFiles(scope))).total,
    prolonged: (await queryOne<{ total: number }>(db, ...lengthenedFiles(scope, 'prolonged'))).total,
    extended: (await queryOne<{ total: number }>(db, ...lengthenedFiles(scope, 'extended'))).total,
    overdue: sum(limits, (row) => row.overdue),
    dueSoon: sum(limits, (row) => row.due_soon),
    receivedThisMonth: await received(db, scope, context),
    byAgency: ids.map((agencyId) => {
      const limit = limits.find((row) => row.agency_id === agencyId);
      const open = files.find((row) => row.agency_id === agencyId)?.open ?? 0;
      return { agencyId, open, overdue: limit?.overdue ?? 0, dueSoon: limit?.due_soon ?? 0 };
    }),
  };
}

function openFiles(scope: Scope): [string, unknown[]] {
  const values = new Values();
  const parts = branches(scope, { values, table: 'case_file' }).map(
    (branch) => `SELECT l.agency_id, l.assignee_id FROM app.case_file l WHERE l.closed_at IS NULL AND ${branch}`,
  );
  const text = `
    SELECT f.agency_id, count(*) AS open, count(*) FILTER (WHERE f.assignee_id IS NULL) AS unassigned
      FROM (${parts.join(' UNION ALL ')}) f GROUP BY f.agency_id`;
  return [text, values.list];
}

/** A paused limit has no due day, so the board's own index finds it. */
function pausedFiles(scope: Scope): [string, unknown[]] {
  const values = new Values();
  const parts = branches(scope, { values, table: 'deadline' }).map(
    (branch) =>
      `SELECT l.case_id FROM app.deadline l WHERE ${OPEN_LIMIT} AND l.due_on IS NULL AND l.state = 'paused' AND ${branch}`,
  );
  return [`SELECT count(DISTINCT case_id) AS total FROM (${parts.join(' UNION ALL ')}) f`, values.list];
}

/** Found through the small index of limits that an order has lengthened. */
function lengthenedFiles(scope: Scope, how: keyof typeof LENGTHENED): [string, unknown[]] {
  const values = new Values();
  const condition = LENGTHENED[how].replaceAll('d.', 'l.');
  const parts = branches(scope, { values, table: 'deadline' }).map(
    (branch) =>
      `SELECT l.case_id FROM app.deadline l WHERE ${OPEN_LIMIT} AND l.extensions <> '[]' AND ${condition} AND ${branch}`,
  );
  return [`SELECT count(DISTINCT case_id) AS total FROM (${parts.join(' UNION ALL ')}) f`, values.list];
}

function openLimits(scope: Scope, { days }: PageContext): [string, unknown[]] {
  const values = new Values();
  const today = values.add(days.today);
  const soon = values.add(days.soonUntil);
  const parts = branches(scope, { values, table: 'deadline' }).map(
    (branch) =>
      `SELECT l.agency_id, l.due_on FROM app.deadline l WHERE ${OPEN_LIMIT} AND l.due_on <= ${soon}::date AND ${branch}`,
  );
  const text = `
    SELECT f.agency_id, count(*) FILTER (WHERE f.due_on < ${today}::date) AS overdue, count(*) FILTER (WHERE f.due_on >= ${today}::date) AS due_soon
      FROM (${parts.join(' UNION ALL ')}) f GROUP BY f.agency_id`;
  return [text, values.list];
}

async function received(db: PoolClient, scope: Scope, { days }: PageContext): Promise<number> {
  const values = new Values();
  const from = values.add(`${days.today.slice(0, 8)}01`);
  const to = values.add(days.today);
  const counts = branches(scope, { values, table: 'petition' }).map(
    (branch) =>
      `(SELECT count(*) FROM app.petition l WHERE l.received_on BETWEEN ${from}::date AND ${to}::date AND ${branch})`,
  );
  return (await queryOne<{ total: number }>(db, `SELECT ${counts.join(' + ')} AS total`, values.list)).total;
}
