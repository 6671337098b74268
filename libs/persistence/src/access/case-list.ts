import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AgencyDirectory } from './agency-directory.js';
import { type DeadlineBriefRow, nearestDeadline, searchCall } from './petition-list.js';
import {
  between,
  DEFAULT_LIMIT,
  decodeCursor,
  foundIn,
  inHands,
  newestFirst,
  pageOf,
  type Place,
  scopeOf,
  Values,
} from './scope.js';
import { searchTerms } from './search-terms.js';

export interface CaseFilter extends Place {
  readonly q?: string | undefined;
  readonly procedure?: string | undefined;
  readonly stage?: string | undefined;
  readonly type?: string | undefined;
  readonly state?: 'open' | 'closed' | 'all' | undefined;
  /** `me`, `nobody`, or the id of an account. */
  readonly assignee?: string | undefined;
  readonly deadline?: 'overdue' | 'dueSoon' | 'paused' | 'prolonged' | 'extended' | undefined;
  readonly receivedFrom?: string | undefined;
  readonly receivedTo?: string | undefined;
  readonly closedFrom?: string | undefined;
  /** Protected files left out: what figures that never count them lead to. */
  readonly sealed?: 'no' | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export interface CaseRow {
  readonly id: string;
  readonly petition_id: string;
  readonly register_label: string;
  readonly petition_type: string;
  readonly petitioner_name: string | null;
  readonly excerpt: string | null;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly stage: string;
  readonly received_on: LocalDate;
  readonly opened_on: LocalDate;
  readonly closed_on: LocalDate | null;
  readonly agency_id: AgencyId;
  readonly assignee_name: string | null;
  readonly deadline: DeadlineBriefRow | null;
}

/** Columns and joins that lists of case files `c` share. */
export const CASE_COLUMNS = `
  c.id, c.petition_id, p.register_label, p.type AS petition_type, n.full_name AS petitioner_name, left(p.content, 240) AS excerpt,
  c.procedure, c.procedure_version, c.stage, c.received_on, c.opened_on, c.closed_on, c.agency_id, u.full_name AS assignee_name, d.brief AS deadline`;
export const CASE_JOINS = `
  JOIN app.petition p ON p.id = c.petition_id
  LEFT JOIN app.app_user u ON u.id = c.assignee_id
  LEFT JOIN LATERAL (SELECT full_name FROM app.petitioner WHERE petition_id = p.id ORDER BY ordinal LIMIT 1) n ON true
  LEFT JOIN LATERAL (${nearestDeadline('c.id')}) d ON true`;

/** Case files, newest received first. */
export class CaseList {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly directory: AgencyDirectory,
  ) {}

  async page(
    actor: Actor,
    filter: CaseFilter,
    { soonUntil, today }: { today: LocalDate; soonUntil: LocalDate },
  ): Promise<{ items: CaseRow[]; nextCursor: string | null }> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const scope = await scopeOf(actor, this.directory, filter);
    const values = new Values();
    const terms = searchTerms(filter.q);
    if (terms === 'nothing') return { items: [], nextCursor: null };
    const where = [
      // The cursor is a case's, the search pages by petition: all its matches are asked for.
      ...(terms ? [`l.petition_id IN (${searchCall(terms, { actor, filter: {}, values })})`] : []),
      ...conditions(filter, { values, userId: actor.userId, today, soonUntil }),
    ];
    const found = foundIn(scope, { terms, filter, values, table: 'case_file' });
    const text = `
      WITH page AS MATERIALIZED (${newestFirst('case_file', found, { where, limit: limit + 1 })})
      SELECT ${CASE_COLUMNS} FROM page JOIN app.case_file c ON c.id = page.id ${CASE_JOINS} ORDER BY c.received_on DESC, c.id DESC`;
    const rows = await this.transactions.run(actor, (tx) => query<CaseRow>(clientOf(tx), text, values.list));
    return pageOf(rows, limit, (row) => [row.received_on, row.id]);
  }
}

/** A complaint's limit is prolonged by a finding; a denunciation's is extended by an order, which adds days. */
export const LENGTHENED = {
  prolonged: `NOT d.extensions @> '[{"adds": true}]'`,
  extended: `d.extensions @> '[{"adds": true}]'`,
} as const;

interface Context {
  readonly values: Values;
  readonly userId: number;
  readonly today: LocalDate;
  readonly soonUntil: LocalDate;
}

function conditions(filter: CaseFilter, { values, userId, today, soonUntil }: Context): string[] {
  const cursor = decodeCursor(filter.cursor);
  const state = filter.state ?? 'all';
  const limitIs = (condition: string) =>
    `EXISTS (SELECT FROM app.deadline d WHERE d.case_id = l.id AND d.closed_at IS NULL AND d.statutory AND ${condition})`;
  return [
    ...(state === 'open' ? ['l.closed_at IS NULL'] : state === 'closed' ? ['l.closed_at IS NOT NULL'] : []),
    ...(filter.procedure === undefined ? [] : [`l.procedure = ${values.add(filter.procedure)}`]),
    ...(filter.stage === undefined ? [] : [`l.stage = ${values.add(filter.stage)}`]),
    ...(filter.type === undefined
      ? []
      : [`EXISTS (SELECT FROM app.petition t WHERE t.id = l.petition_id AND t.type = ${values.add(filter.type)})`]),
    ...inHands('l.assignee_id', filter.assignee, { values, userId }),
    ...between('l.received_on', { from: filter.receivedFrom, to: filter.receivedTo }, values),
    ...between('l.closed_on', { from: filter.closedFrom, to: undefined }, values),
    ...(filter.sealed === 'no' ? ['l.visible_to IS NULL'] : []),
    ...(filter.deadline === 'overdue' ? [limitIs(`d.due_on < ${values.add(today)}::date`)] : []),
    ...(filter.deadline === 'dueSoon'
      ? [limitIs(`d.due_on BETWEEN ${values.add(today)}::date AND ${values.add(soonUntil)}::date`)]
      : []),
    ...(filter.deadline === 'paused' ? [limitIs(`d.state = 'paused'`)] : []),
    ...(filter.deadline === 'prolonged' || filter.deadline === 'extended'
      ? [limitIs(`d.extensions <> '[]' AND ${LENGTHENED[filter.deadline]}`)]
      : []),
    ...(cursor ? [`(l.received_on, l.id) < (${values.add(cursor[0])}::date, ${values.add(cursor[1])}::uuid)`] : []),
  ];
}
