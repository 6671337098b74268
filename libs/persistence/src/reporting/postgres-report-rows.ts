import type { Actor } from '#libs/access';
import {
  type CountedRows,
  type CountedStoredRow,
  ReportRows,
  type RowsAsked,
  type SessionRow,
  type VisitFact,
  type VisitMore,
} from '#libs/reporting';
import { query, statement, type Queryable } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { factsOf, withFields } from './fact-statements.js';
import { OPENINGS, SESSIONS, VISITS, VISITS_MORE } from './form-statements.js';

const READY = statement<{ ready: boolean }>(
  'report.copy-ready',
  'SELECT EXISTS (SELECT FROM app.report_rows_state WHERE definitions = $1) AS ready',
);
const APART = statement<{ id: string }>('report.apart', 'SELECT app.report_apart($1, $2) AS id');
const TARGETS = statement<{ id: string }>(
  'report.resend-targets',
  'SELECT resend_of AS id FROM app.petition WHERE id = ANY ($1) AND resend_of IS NOT NULL',
);
/** 0 before the period, 1 in it, 2 after it; null: never. */
const place = (day: string): string => `((${day} >= $2::date)::int + (${day} > $3::date)::int)`;
const DAYS = ['day1', 'day2', 'day3', 'day4', 'day5', 'day6'] as const;
/**
 * Equals of an agency as one, by any one of them; what belongs together with others each by itself. $1 agencies, $2 and $3 the period,
 * $4 known at, $5 petitions that are read from the ledger, $6 petitions that others repeat.
 */
const COUNTED = statement<
  Omit<CountedStoredRow, 'days' | 'traits'> & Record<(typeof DAYS)[number], never> & { traits: string }
>(
  'report.counted',
  `WITH own AS (
     SELECT * FROM app.report_row
      WHERE agency_id = ANY ($1::int[]) AND changed_at <= $4 AND petition_id <> ALL ($5::uuid[])
   ), grouped AS (
     SELECT kind, any_value(id) AS id, count(*)::int AS stands, sum(people)::int AS people
       FROM own WHERE solo AND petition_id <> ALL ($6::uuid[])
      GROUP BY kind, agency_id, traits_id, ${DAYS.map(place).join(', ')}
     UNION ALL
     SELECT kind, id, 1, people FROM own WHERE NOT (solo AND petition_id <> ALL ($6::uuid[]))
   )
   SELECT r.kind, r.id, r.petition_id AS "petitionId", r.agency_id AS "agencyId", r.resend_of AS "resendOf", t.traits, r.kept, ${DAYS.map((day) => `r.${day}`).join(', ')},
          g.stands, g.people
     FROM grouped g JOIN app.report_row r ON r.id = g.id AND r.kind = g.kind JOIN app.report_traits t ON t.id = r.traits_id`,
);

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
      const { agencies, knownAt } = asked;
      const apart = (await query(db, APART, [agencies, knownAt])).map(({ id }) => id);
      const resent = (await query(db, TARGETS, [apart])).map(({ id }) => id);
      const live = await factsOf(db, apart, knownAt);
      return {
        rows: await rowsOf(db, asked, { apart, resent }),
        live: {
          ...live,
          cases: await withFields(db, live.cases, knownAt),
          petitions: await withFields(db, live.petitions, knownAt),
        },
        visits: await query<VisitFact>(db, VISITS, [knownAt]),
        more: {
          visits: await query<VisitMore>(db, VISITS_MORE, [knownAt]),
          sessions: await query<SessionRow>(db, SESSIONS, [knownAt]),
          openings: await query(db, OPENINGS, [knownAt]),
        },
      };
    });
  }
}

async function rowsOf(
  db: Queryable,
  { agencies, knownAt, period: { from, to } }: RowsAsked,
  { apart, resent }: { readonly apart: readonly string[]; readonly resent: readonly string[] },
): Promise<CountedStoredRow[]> {
  const rows = await query(db, COUNTED, [agencies, from, to, knownAt, apart, resent]);
  const traits = new Map<string, CountedStoredRow['traits']>();
  return rows.map(({ traits: text, day1, day2, day3, day4, day5, day6, ...row }) => {
    const known = traits.get(text) ?? (JSON.parse(text) as CountedStoredRow['traits']);
    traits.set(text, known);
    return { ...row, traits: known, days: [day1, day2, day3, day4, day5, day6] };
  });
}
