import type { OpeningRow, SessionRow, VisitFact, VisitMore } from '#libs/reporting';
import { statement } from '../query.js';

const VISIT_COLUMNS = `visit_id AS "visitId", register_label AS "registerLabel", agency_id AS "agencyId", visit_type AS "visitType",
          session_kind AS "sessionKind", visited_on AS "visitedOn", people`;
const MORE_COLUMNS = `visit_id AS "visitId", received_by AS "by", first_visit_id AS "firstVisitId"`;
const SESSION_COLUMNS = `session_id AS id, agency_id AS "agencyId", held_on AS "heldOn", label, received_by AS "by"`;
export const VISITS = statement<VisitFact>(
  'report.visits',
  `SELECT ${VISIT_COLUMNS} FROM app.report_visit_facts($1) ORDER BY visited_on, visit_id`,
);
export const VISITS_MORE = statement<VisitMore>(
  'report.visitsMore',
  `SELECT ${MORE_COLUMNS} FROM app.report_visit_more($1)`,
);
export const SESSIONS = statement<SessionRow>(
  'report.sessions',
  `SELECT ${SESSION_COLUMNS} FROM app.report_sessions($1) ORDER BY held_on, session_id`,
);
/** The same of some of them. */
export const VISITS_OF = statement<VisitFact>(
  'report.visitsOf',
  `SELECT ${VISIT_COLUMNS} FROM app.report_visit_facts_of($1, $2) ORDER BY visited_on, visit_id`,
);
export const VISITS_MORE_OF = statement<VisitMore>(
  'report.visitsMoreOf',
  `SELECT ${MORE_COLUMNS} FROM app.report_visit_more_of($1, $2)`,
);
export const SESSIONS_OF = statement<SessionRow>(
  'report.sessionsOf',
  `SELECT ${SESSION_COLUMNS} FROM app.report_sessions_of($1, $2) ORDER BY held_on, session_id`,
);
/** Of each agency and first day the last version that was confirmed by then; a confirmed row never changes. */
export const OPENINGS = statement<OpeningRow>(
  'report.openings',
  `SELECT DISTINCT ON (o.agency_id, o.starts_on) o.agency_id AS "agencyId", o.starts_on AS "startsOn", o.figures
     FROM app.opening_balance o WHERE o.state = 'confirmed' AND o.confirmed_at <= $1
    ORDER BY o.agency_id, o.starts_on, o.version DESC`,
);
