import type { CountedReception, Expression, RowsAsked } from '#libs/reporting';
import { query, statement, type Queryable } from '../query.js';
import { place } from './fact-statements.js';
import { receptionsOf } from './reception-part.js';

const APART = statement<{ id: string }>('report.receptionsApart', 'SELECT app.report_receptions_apart($1, $2) AS id');
/**
 * Equals of an agency as one, by any one of them. Matters of several visits that are alike visit by visit are one matter, by the visits of one of
 * them, so that one visit still stands for its matter; a matter that visits read from the ledger belong to stays by itself. $1 agencies,
 * $2 and $3 the period, $4 known at, $5 visits and sessions that are read from the ledger, $6 kinds of rows, $7 whether agencies are told apart,
 * $8 first visits of those read from the ledger.
 */
const OWN = `kind = ANY ($6::text[]) AND agency_id = ANY ($1::int[]) AND changed_at <= $4 AND id <> ALL ($5::uuid[])`;
const AGENCY = 'CASE WHEN $7 THEN agency_id END';
const ALIKE = `traits_id * 4 + coalesce(${place('day')}, 3)`;
const COUNTED = `WITH matter AS (
     SELECT first_id, ${AGENCY} AS agency, id, people, array_agg(${ALIKE}) OVER every_visit AS visits, row_number() OVER in_order AS nth
       FROM app.report_reception_row WHERE NOT solo AND ${OWN} AND first_id <> ALL ($8::uuid[])
     WINDOW in_order AS (PARTITION BY first_id ORDER BY id), every_visit AS (in_order ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
   ), grouped AS (
     SELECT any_value(id) AS id, count(*)::int AS stands, sum(people)::int AS people
       FROM app.report_reception_row WHERE solo AND ${OWN} AND id <> ALL ($8::uuid[]) GROUP BY kind, ${AGENCY}, ${ALIKE}
     UNION ALL
     SELECT (array_agg(id ORDER BY first_id))[1], count(*)::int, sum(people)::int FROM matter GROUP BY agency, visits, nth
     UNION ALL
     SELECT id, 1, people FROM app.report_reception_row WHERE solo AND ${OWN} AND id = ANY ($8::uuid[])
     UNION ALL
     SELECT id, 1, people FROM app.report_reception_row WHERE NOT solo AND ${OWN} AND first_id = ANY ($8::uuid[])
   )
   SELECT r.kind, r.id, r.agency_id AS "agencyId", r.first_id AS "firstId", t.traits, r.kept, r.day, g.stands, g.people
     FROM grouped g CROSS JOIN LATERAL (SELECT * FROM app.report_reception_row o WHERE o.id = g.id OFFSET 0) r
     JOIN app.report_traits t ON t.id = r.traits_id`;
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
  const live = await receptionsOf(db, apart, knownAt);
  const firsts = live.visits.map(({ firstVisitId }) => firstVisitId);
  // Not prepared: how many agencies it is asked about decides the plan.
  const rows = await query<CountedColumns>(db, COUNTED, [
    ...[agencies, from, to, knownAt, apart, kinds, byAgency, firsts],
  ]);
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
