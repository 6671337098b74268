import type { CountedReception, Expression, RowsAsked } from '#libs/reporting';
import { query, statement, type Queryable } from '../query.js';
import { place } from './fact-statements.js';
import { receptionsOf } from './reception-part.js';

const APART = statement<{ id: string }>('report.receptionsApart', 'SELECT app.report_receptions_apart($1, $2) AS id');
/**
 * Equals of an agency as one, by any one of them; visits of a matter that has several each by itself. $1 agencies, $2 and $3 the period,
 * $4 known at, $5 visits and sessions that are read from the ledger, $6 kinds of rows, $7 whether agencies are told apart.
 */
const COUNTED = `WITH own AS (
     SELECT * FROM app.report_reception_row
      WHERE kind = ANY ($6::text[]) AND agency_id = ANY ($1::int[]) AND changed_at <= $4 AND id <> ALL ($5::uuid[])
   ), grouped AS (
     SELECT any_value(id) AS id, count(*)::int AS stands, sum(people)::int AS people
       FROM own WHERE solo GROUP BY kind, CASE WHEN $7 THEN agency_id END, traits_id, ${place('day')}
     UNION ALL
     SELECT id, 1, people FROM own WHERE NOT solo
   )
   SELECT r.kind, r.id, r.agency_id AS "agencyId", r.first_id AS "firstId", t.traits, r.kept, r.day, g.stands, g.people
     FROM grouped g JOIN app.report_reception_row r ON r.id = g.id JOIN app.report_traits t ON t.id = r.traits_id`;
type CountedColumns = Omit<CountedReception, 'traits'> & { readonly traits: string };

export type CountedReceptions = Awaited<ReturnType<typeof receptionsOf>> & {
  readonly rows: readonly CountedReception[];
};

/** Visits and sessions for who reads: from the copy, and from the ledger what the copy cannot tell. */
export async function countedReceptions(
  db: Queryable,
  { agencies, knownAt, byAgency = true, period: { from, to } }: RowsAsked,
  counts: ReadonlySet<Expression['of']>,
): Promise<CountedReceptions> {
  const kinds = [
    ...(counts.has('visits') ? (['visit'] as const) : []),
    ...(counts.has('sessions') ? (['session'] as const) : []),
  ];
  if (kinds.length === 0) return { rows: [], ...(await receptionsOf(db, [], knownAt)) };
  const apart = (await query(db, APART, [agencies, knownAt])).map(({ id }) => id);
  // Not prepared: how many agencies it is asked about decides the plan.
  const rows = await query<CountedColumns>(db, COUNTED, [agencies, from, to, knownAt, apart, kinds, byAgency]);
  const live = await receptionsOf(db, apart, knownAt);
  const traits = new Map<string, CountedReception['traits']>();
  return {
    ...live,
    rows: rows.map(({ traits: text, ...row }) => {
      const known = traits.get(text) ?? (JSON.parse(text) as CountedReception['traits']);
      traits.set(text, known);
      return { ...row, traits: known };
    }),
  };
}
