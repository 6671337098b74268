import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import type { PoolClient } from 'pg';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AgencyDirectory } from './agency-directory.js';
import { type Cursor, DEFAULT_LIMIT, decodeCursor, pageOf, type Scope, scopeOf, Values } from './scope.js';

export interface BoardDays {
  readonly today: LocalDate;
  /** Last day that counts as "soon". */
  readonly soonUntil: LocalDate;
}

export interface OverdueFilter {
  readonly agency?: string | undefined;
  readonly procedure?: string | undefined;
  readonly scope?: 'overdue' | 'dueSoon' | 'all' | undefined;
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
  readonly unassigned: number;
  readonly receivedThisMonth: number;
  readonly byAgency: readonly {
    readonly agencyId: AgencyId;
    readonly open: number;
    readonly overdue: number;
    readonly dueSoon: number;
  }[];
}

const MANY_AGENCIES = 12;

/**
 * Where board rows are found. A branch follows one index in due-date order, so that a page reads a page and not the whole
 * board; rows shared by name are a branch of their own. Row security still filters every branch.
 */
function branches(scope: Scope, { values, userId }: { values: Values; userId: number }): string[] {
  const shared = `l.visible_to @> ARRAY[${values.add(userId)}]::int[]`;
  if (scope.kind === 'province') return [`l.visible_to IS NULL AND l.province_id = ${values.add(scope.id)}`, shared];
  if (scope.ids.length > MANY_AGENCIES)
    return [`l.visible_to IS NULL AND l.agency_id = ANY (${values.add(scope.ids)}::int[])`, shared];
  return [...scope.ids.map((id) => `l.visible_to IS NULL AND l.agency_id = ${values.add(id)}`), shared];
}

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
    const scope = await scopeOf(actor, this.directory, filter.agency);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const page = boardPage(scope, filter, { days, userId: actor.userId, limit });
      const rows = await query<BoardRow>(db, page.text, page.values);
      const count = boardCount(scope, filter, { days, userId: actor.userId });
      const { total } = await queryOne<{ total: number }>(db, count.text, count.values);
      return { ...pageOf(rows, limit, (row): Cursor => [row.due_on, row.id]), total };
    });
  }

  async summary(actor: Actor, { agency }: { agency?: string | undefined }, days: BoardDays): Promise<Counts> {
    const scope = await scopeOf(actor, this.directory, agency);
    return this.transactions.run(actor, (tx) => summaryOf(clientOf(tx), scope, { days, userId: actor.userId }));
  }
}

interface PageContext {
  readonly days: BoardDays;
  readonly userId: number;
}

const whenOf = (filter: OverdueFilter, { today, soonUntil }: BoardDays, values: Values): string => {
  if (filter.scope === 'dueSoon')
    return `l.due_on BETWEEN ${values.add(today)}::date AND ${values.add(soonUntil)}::date`;
  if (filter.scope === 'all') return 'l.due_on IS NOT NULL';
  return `l.due_on < ${values.add(today)}::date`;
};
const OPEN_LIMIT = 'l.closed_at IS NULL AND l.statutory';

function boardWhere(filter: OverdueFilter, days: BoardDays, values: Values): string {
  const procedure =
    filter.procedure === undefined
      ? ''
      : ` AND EXISTS (SELECT FROM app.case_file f WHERE f.id = l.case_id AND f.procedure = ${values.add(filter.procedure)})`;
  return `${OPEN_LIMIT} AND ${whenOf(filter, days, values)}${procedure}`;
}

/** The text of one page of the board; also what the bench measures. */
export function boardPage(
  scope: Scope,
  filter: OverdueFilter,
  { days, userId, limit }: PageContext & { limit: number },
): { text: string; values: unknown[] } {
  const values = new Values();
  const cursor = decodeCursor(filter.cursor);
  const after = cursor
    ? ` AND (l.due_on, l.id) > (${values.add(cursor[0])}::date, ${values.add(cursor[1])}::uuid)`
    : '';
  const where = boardWhere(filter, days, values);
  const order = `ORDER BY l.due_on, l.id LIMIT ${limit + 1}`;
  const found = branches(scope, { values, userId }).map(
    (branch) => `(SELECT l.* FROM app.deadline l WHERE ${branch} AND ${where}${after} ${order})`,
  );
  const text = `
    WITH page AS MATERIALIZED (SELECT l.* FROM (${found.join(' UNION ALL ')}) l ${order})
    SELECT l.id, l.case_id, l.agency_id, l.rule_version, l.citation, l.due_on, l.state, l.rung, c.procedure, c.procedure_version, c.stage,
           p.register_label, p.type AS petition_type, n.full_name AS petitioner_name, u.full_name AS assignee_name
      FROM page l JOIN app.case_file c ON c.id = l.case_id JOIN app.petition p ON p.id = c.petition_id
      LEFT JOIN app.app_user u ON u.id = c.assignee_id
      LEFT JOIN LATERAL (SELECT full_name FROM app.petitioner WHERE petition_id = p.id ORDER BY ordinal LIMIT 1) n ON true
     ORDER BY l.due_on, l.id`;
  return { text, values: values.list };
}

function boardCount(
  scope: Scope,
  filter: OverdueFilter,
  { days, userId }: PageContext,
): { text: string; values: unknown[] } {
  const values = new Values();
  const where = boardWhere(filter, days, values);
  const counts = branches(scope, { values, userId }).map(
    (branch) => `(SELECT count(*) FROM app.deadline l WHERE ${branch} AND ${where})`,
  );
  return { text: `SELECT ${counts.join(' + ')} AS total`, values: values.list };
}

/** Which files of a scope: the same rows the list of case files shows. */
async function summaryOf(db: PoolClient, scope: Scope, { days, userId }: PageContext): Promise<Counts> {
  const files = await query<{
    agency_id: AgencyId;
    open: number;
    unassigned: number;
    paused: number;
    overdue: number;
    due_soon: number;
  }>(db, ...openFiles(scope, { days, userId }));
  const limits = await query<{ agency_id: AgencyId; overdue: number; due_soon: number }>(
    db,
    ...openLimits(scope, { days, userId }),
  );
  const month = await received(db, scope, { days, userId });
  const sum = <Row>(rows: readonly Row[], of: (row: Row) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const ids = [...new Set([...files, ...limits].map((row) => row.agency_id))].sort((a, b) => a - b);
  return {
    open: sum(files, (row) => row.open),
    unassigned: sum(files, (row) => row.unassigned),
    paused: sum(files, (row) => row.paused),
    overdue: sum(limits, (row) => row.overdue),
    dueSoon: sum(limits, (row) => row.due_soon),
    receivedThisMonth: month,
    byAgency: ids.map((agencyId) => ({
      agencyId,
      open: files.find((row) => row.agency_id === agencyId)?.open ?? 0,
      overdue: limits.find((row) => row.agency_id === agencyId)?.overdue ?? 0,
      dueSoon: limits.find((row) => row.agency_id === agencyId)?.due_soon ?? 0,
    })),
  };
}

function openFiles(scope: Scope, { userId }: PageContext): [string, unknown[]] {
  const values = new Values();
  const parts = branches(scope, { values, userId }).map(
    (branch) => `SELECT l.agency_id, l.assignee_id, l.id FROM app.case_file l WHERE l.closed_at IS NULL AND ${branch}`,
  );
  const text = `
    SELECT f.agency_id, count(*) AS open, count(*) FILTER (WHERE f.assignee_id IS NULL) AS unassigned,
           count(*) FILTER (WHERE EXISTS (SELECT FROM app.deadline d WHERE d.case_id = f.id AND d.closed_at IS NULL AND d.statutory AND d.state = 'paused')) AS paused
      FROM (${parts.join(' UNION ALL ')}) f GROUP BY f.agency_id`;
  return [text, values.list];
}

function openLimits(scope: Scope, { days, userId }: PageContext): [string, unknown[]] {
  const values = new Values();
  const today = values.add(days.today);
  const soon = values.add(days.soonUntil);
  const parts = branches(scope, { values, userId }).map(
    (branch) =>
      `SELECT l.agency_id, l.due_on FROM app.deadline l WHERE ${OPEN_LIMIT} AND l.due_on <= ${soon}::date AND ${branch}`,
  );
  const text = `
    SELECT f.agency_id, count(*) FILTER (WHERE f.due_on < ${today}::date) AS overdue, count(*) FILTER (WHERE f.due_on >= ${today}::date) AS due_soon
      FROM (${parts.join(' UNION ALL ')}) f GROUP BY f.agency_id`;
  return [text, values.list];
}

async function received(db: PoolClient, scope: Scope, { days, userId }: PageContext): Promise<number> {
  const values = new Values();
  const from = values.add(`${days.today.slice(0, 8)}01`);
  const to = values.add(days.today);
  const counts = branches(scope, { values, userId }).map(
    (branch) =>
      `(SELECT count(*) FROM app.petition l WHERE l.received_on BETWEEN ${from}::date AND ${to}::date AND ${branch})`,
  );
  return (await queryOne<{ total: number }>(db, `SELECT ${counts.join(' + ')} AS total`, values.list)).total;
}
