import type { Actor } from '#libs/access';
import { type AgencyEntry, DataGaps, type GapList, type GapRow, type Period } from '#libs/reporting';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

/** Scope is the actor's agencies, asked for by name: some petitions elsewhere may be read. */
const ENTRIES = statement<AgencyEntry>(
  'gaps.entries',
  `SELECT a.id AS "agencyId", e.last AS "lastEntryAt", coalesce(e.entered, 0)::int AS entered FROM unnest((SELECT app.agencies())::int[]) AS a(id)
     LEFT JOIN (
       SELECT agency_id, max(at) AS last, count(*) FILTER (WHERE day BETWEEN $1 AND $2) AS entered FROM (
         SELECT agency_id, registered_at AS at, received_on AS day FROM app.petition WHERE voided_at IS NULL
         UNION ALL SELECT v.agency_id, e.recorded_at, v.visited_on FROM app.reception_visit v JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1
       ) entry GROUP BY agency_id) e ON e.agency_id = a.id`,
);
const NO_FIELD = statement<GapRow>(
  'gaps.noField',
  `SELECT p.id, p.agency_id AS "agencyId", p.register_label AS label, p.received_on AS "on", p.case_file_id AS "caseFileId", NULL AS "sessionId"
     FROM app.petition p WHERE p.voided_at IS NULL AND coalesce(p.field, '') = '' AND p.received_on BETWEEN $1 AND $2
      AND p.agency_id = ANY ((SELECT app.agencies())::int[]) ORDER BY p.received_on, p.id`,
);
const NO_RECORD = statement<GapRow>(
  'gaps.noRecord',
  `SELECT s.id, s.agency_id AS "agencyId", s.starts_at || ' ' || to_char(s.held_on, 'DD/MM/YYYY') AS label, s.held_on AS "on", NULL AS "caseFileId",
          s.id AS "sessionId"
     FROM app.reception_session s WHERE s.closed_on IS NULL AND s.held_on BETWEEN $1 AND $2 AND s.held_on < app.business_today()
      AND s.agency_id = ANY ((SELECT app.agencies())::int[]) ORDER BY s.held_on, s.id`,
);

const ENTERED = statement<GapRow>(
  'gaps.entered',
  `SELECT p.id, p.agency_id AS "agencyId", p.register_label AS label, p.received_on AS "on", p.case_file_id AS "caseFileId", NULL AS "sessionId"
     FROM app.petition p WHERE p.voided_at IS NULL AND p.received_on BETWEEN $1 AND $2 AND p.agency_id = ANY ((SELECT app.agencies())::int[])
    UNION ALL
   SELECT v.id, v.agency_id, 'Lượt tiếp ' || v.register_number || '/' || v.register_year, v.visited_on, NULL, v.session_id
     FROM app.reception_visit v JOIN app.case_event e ON e.case_id = v.id AND e.seq = 1
    WHERE v.visited_on BETWEEN $1 AND $2 AND v.agency_id = ANY ((SELECT app.agencies())::int[]) ORDER BY 4, 1`,
);
const ROWS = { noField: NO_FIELD, noRecord: NO_RECORD, entered: ENTERED } as const;

export class PostgresDataGaps extends DataGaps {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override entries(actor: Actor, { from, to }: Period) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), ENTRIES, [from, to]));
  }

  override rows(actor: Actor, gap: Exclude<GapList, 'noFinding'>, { from, to }: Period) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), ROWS[gap], [from, to]));
  }
}
