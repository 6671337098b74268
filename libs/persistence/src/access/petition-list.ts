import type { Actor } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AgencyDirectory } from './agency-directory.js';
import { decodeCursor, DEFAULT_LIMIT, foundIn, newestFirst, pageOf, type Place, scopeOf, Values } from './scope.js';
import { type SearchTerms, searchTerms } from './search-terms.js';

export interface PetitionFilter extends Place {
  readonly q?: string | undefined;
  readonly type?: string | undefined;
  /** `open`, `closed`, `voided`, `all`, or the name of a stage. */
  readonly state?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** `personal` columns are null where the petition is sealed. */
export interface PetitionRow {
  readonly id: string;
  readonly register_number: number;
  readonly register_label: string;
  readonly received_on: LocalDate;
  readonly type: string;
  readonly channel: string;
  readonly field: string | null;
  readonly petitioner_count: number;
  readonly agency_id: AgencyId;
  readonly case_file_id: string | null;
  readonly resend_of: string | null;
  readonly voided: boolean;
  readonly void_reason: string | null;
  readonly excerpt: string | null;
  readonly petitioner_name: string | null;
  readonly address: string | null;
  readonly procedure: string | null;
  readonly procedure_version: number | null;
  readonly stage: string | null;
  readonly deadline: DeadlineBriefRow | null;
}

export interface DeadlineBriefRow {
  readonly ruleVersion: string;
  readonly citation: string;
  readonly state: string;
  readonly dueOn: LocalDate | null;
  readonly warnOn: LocalDate | null;
  readonly statutory: boolean;
}

/** Columns that lists show of a petition `p`. */
export const PETITION_COLUMNS = `
  p.id, p.register_number, p.register_label, p.received_on, p.type, p.channel, p.field, p.petitioner_count, p.agency_id,
  p.case_file_id, p.resend_of, p.voided_at IS NOT NULL AS voided, p.void_reason, left(p.content, 240) AS excerpt,
  n.full_name AS petitioner_name, n.address, c.procedure, c.procedure_version, c.stage, d.brief AS deadline`;

/** First petitioner, the file the petition is in now, that file's nearest open limit. */
export const PETITION_JOINS = `
  LEFT JOIN LATERAL (SELECT full_name, address FROM app.petitioner WHERE petition_id = p.id ORDER BY ordinal LIMIT 1) n ON true
  LEFT JOIN LATERAL (
    SELECT f.id, f.procedure, f.procedure_version, f.stage FROM app.case_file f
     WHERE f.petition_id = p.id ORDER BY f.closed_at IS NULL DESC, f.id DESC LIMIT 1) c ON true
  LEFT JOIN LATERAL (${nearestDeadline('c.id')}) d ON true`;

export function nearestDeadline(caseId: string): string {
  return `SELECT jsonb_build_object('ruleVersion', l.rule_version, 'citation', l.citation, 'state', l.state, 'dueOn', l.due_on,
                                    'warnOn', l.warn_on, 'statutory', l.statutory) AS brief, l.due_on
            FROM app.deadline l WHERE l.case_id = ${caseId} AND l.closed_at IS NULL
           ORDER BY l.statutory DESC, l.due_on NULLS LAST LIMIT 1`;
}

/** The register: newest first, keyset-paged, searched through the scoped function when there is something to find. */
export class PetitionList {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly directory: AgencyDirectory,
  ) {}

  async page(actor: Actor, filter: PetitionFilter): Promise<{ items: PetitionRow[]; nextCursor: string | null }> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const scope = await scopeOf(actor, this.directory, filter);
    const values = new Values();
    const terms = searchTerms(filter.q);
    if (terms === 'nothing') return { items: [], nextCursor: null };
    const where = [
      ...(terms ? [`l.id IN (${searchCall(terms, { actor, filter, values })})`] : []),
      ...conditions(filter, values),
    ];
    const found = foundIn(scope, { terms, filter, values, table: 'petition' });
    const text = `
      WITH page AS MATERIALIZED (${newestFirst('petition', found, { where, limit: limit + 1 })})
      SELECT ${PETITION_COLUMNS} FROM page JOIN app.petition p ON p.id = page.id ${PETITION_JOINS}
       ORDER BY p.received_on DESC, p.id DESC`;
    const rows = await this.transactions.run(actor, (tx) => query<PetitionRow>(clientOf(tx), text, values.list));
    return pageOf(rows, limit, (row) => [row.received_on, row.id]);
  }
}

/** The scoped search answers ids only; it must know the page's position, or the nearest matches would crowd it out. */
export function searchCall(
  terms: SearchTerms,
  { actor, filter, values }: { actor: Actor; filter: { cursor?: string | undefined }; values: Values },
): string {
  const cursor = decodeCursor(filter.cursor);
  return `SELECT found FROM app.search_register(${[
    `${values.add(actor.userId)}::int`,
    `${values.add(actor.agencies)}::int[]`,
    `${values.add(terms.words)}::text[]`,
    `${values.add(terms.labels)}::text[]`,
    `${values.add(cursor?.[0] ?? null)}::date`,
    `${values.add(cursor?.[1] ?? null)}::uuid`,
  ].join(', ')}) AS found`;
}

function conditions(filter: PetitionFilter, values: Values): string[] {
  const cursor = decodeCursor(filter.cursor);
  return [
    ...(filter.type === undefined ? [] : [`l.type = ${values.add(filter.type)}`]),
    ...(filter.from === undefined ? [] : [`l.received_on >= ${values.add(filter.from)}::date`]),
    ...(filter.to === undefined ? [] : [`l.received_on <= ${values.add(filter.to)}::date`]),
    ...(cursor ? [`(l.received_on, l.id) < (${values.add(cursor[0])}::date, ${values.add(cursor[1])}::uuid)`] : []),
    ...stateCondition(filter.state ?? 'all', values),
  ];
}

function stateCondition(state: string, values: Values): string[] {
  if (state === 'all') return [];
  if (state === 'voided') return ['l.voided_at IS NOT NULL'];
  const file = (condition: string) =>
    `EXISTS (SELECT FROM app.case_file f WHERE f.petition_id = l.id AND ${condition})`;
  if (state === 'open') return ['l.voided_at IS NULL', file('f.closed_at IS NULL')];
  if (state === 'closed') return ['l.voided_at IS NULL', `NOT ${file('f.closed_at IS NULL')}`];
  return ['l.voided_at IS NULL', file(`f.stage = ${values.add(state)}`)];
}
