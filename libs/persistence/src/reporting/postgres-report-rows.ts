import type { Actor } from '#libs/access';
import { type CountedRows, type CountedStoredRow, type Expression, ReportRows, type RowsAsked } from '#libs/reporting';
import { query, statement, type Queryable } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { factsOf, place, withFields } from './fact-statements.js';
import { OPENINGS } from './form-statements.js';
import { countedReceptions } from './reception-rows.js';

const READY = statement<{ ready: boolean }>(
  'report.copy-ready',
  'SELECT EXISTS (SELECT FROM app.report_rows_state WHERE definitions = $1) AS ready',
);
const APART = statement<{ id: string }>('report.apart', 'SELECT app.report_apart($1, $2) AS id');
const TARGETS = statement<{ id: string }>(
  'report.resend-targets',
  'SELECT resend_of AS id FROM app.petition WHERE id = ANY ($1) AND resend_of IS NOT NULL',
);
const DAYS = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6'] as const;
/**
 * Equals of an agency as one, by any one of them; what belongs together with others each by itself. $1 agencies, $2 and $3 the period,
 * $4 known at, $5 petitions that are read from the ledger, $6 petitions that others repeat,
 * $7 kinds of rows, $8 whether agencies are told apart.
 */
type CountedColumns = Omit<CountedStoredRow, 'days' | 'traits'> &
  Readonly<Record<(typeof DAYS)[number], CountedStoredRow['days'][number]>> & { readonly traits: string };
const OWN = `kind = ANY ($7::text[]) AND agency_id = ANY ($1::int[]) AND changed_at <= $4 AND petition_id <> ALL ($5::uuid[])`;
const COUNTED = `WITH grouped AS (
     SELECT kind, any_value(id) AS id, count(*)::int AS stands, sum(people)::int AS people
       FROM app.report_row WHERE solo AND ${OWN} AND petition_id <> ALL ($6::uuid[])
      GROUP BY kind, CASE WHEN $8 THEN agency_id END, traits_id, ${DAYS.map(place).join(', ')}
     UNION ALL
     SELECT kind, id, 1, people FROM app.report_row WHERE solo AND ${OWN} AND petition_id = ANY ($6::uuid[])
     UNION ALL
     SELECT kind, id, 1, people FROM app.report_row WHERE NOT solo AND ${OWN}
   )
   SELECT r.kind, r.id, r.petition_id AS "petitionId", r.agency_id AS "agencyId", r.resend_of AS "resendOf", t.traits, r.kept, ${DAYS.map((day) => `r.${day}`).join(', ')},
          g.stands, g.people
     FROM grouped g CROSS JOIN LATERAL (SELECT * FROM app.report_row o WHERE o.id = g.id AND o.kind = g.kind OFFSET 0) r
     JOIN app.report_traits t ON t.id = r.traits_id`;

/** Reads the copy of form rows under the row security of its reader, at one moment. */
export class PostgresReportRows extends ReportRows {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override counted(actor: Actor, asked: RowsAsked, definitions: string): Promise<CountedRows | null> {
    return this.runner.snapshot(actor, async (tx) => {
      const db = clientOf(tx);
      const [state] = await query(db, READY, [definitions]);
      if (!state?.ready) return null;
      const counts = countedBy(asked);
      const receptions = await countedReceptions(db, asked, counts);
      return {
        ...(await filesOf(db, asked, counts)),
        receptions: receptions.rows,
        visits: receptions.facts,
        more: {
          visits: receptions.visits,
          sessions: receptions.sessions,
          openings: await query(db, OPENINGS, [asked.knownAt]),
        },
      };
    });
  }
}

type Counts = ReadonlySet<Expression['of']>;
const EVERYTHING: Counts = new Set(['petitions', 'cases', 'visits', 'sessions']);
const countedBy = ({ of: form }: RowsAsked): Counts =>
  form ? new Set(form.columns.flatMap(({ counts }) => (counts ? [counts.of] : []))) : EVERYTHING;

async function filesOf(db: Queryable, asked: RowsAsked, counts: Counts): Promise<Pick<CountedRows, 'rows' | 'live'>> {
  const kinds = [
    ...(counts.has('petitions') ? (['petition'] as const) : []),
    ...(counts.has('cases') ? (['case'] as const) : []),
  ];
  if (kinds.length === 0) return { rows: [], live: await factsOf(db, [], asked.knownAt) };
  const { agencies, knownAt } = asked;
  const apart = (await query(db, APART, [agencies, knownAt])).map(({ id }) => id);
  const resent = (await query(db, TARGETS, [apart])).map(({ id }) => id);
  const rows = await rowsOf(db, asked, { kinds, apart, resent });
  const live = await factsOf(db, apart, knownAt);
  return {
    rows,
    live: {
      ...live,
      cases: await withFields(db, live.cases, knownAt),
      petitions: await withFields(db, live.petitions, knownAt),
    },
  };
}

async function rowsOf(
  db: Queryable,
  { agencies, knownAt, byAgency = true, period: { from, to } }: RowsAsked,
  { kinds, apart, resent }: Record<'kinds' | 'apart' | 'resent', readonly string[]>,
): Promise<CountedStoredRow[]> {
  // Not prepared: how many agencies and petitions it is asked about decides the plan.
  const rows = await query<CountedColumns>(db, COUNTED, [
    ...[agencies, from, to, knownAt, apart, resent, kinds, byAgency],
  ]);
  const traits = new Map<string, CountedStoredRow['traits']>();
  return rows.map(({ traits: text, day1, day2, day3, day4, day5, day6, ...row }) => {
    const known = traits.get(text) ?? (JSON.parse(text) as CountedStoredRow['traits']);
    traits.set(text, known);
    return { ...row, traits: known, days: [day1, day2, day3, day4, day5, day6] };
  });
}
