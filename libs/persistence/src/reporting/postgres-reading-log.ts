import type { Actor } from '#libs/access';
import { type Reading, ReadingLog } from '#libs/reporting';
import { addDays, instantOf, type LocalDate } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const READINGS = statement<Reading>(
  'report.readings',
  `SELECT event_id AS "eventId", case_id AS "caseId", agency_id AS "agencyId", register_label AS "registerLabel",
          CASE type WHEN 'IDENTITY_READ' THEN 'identity' ELSE 'paper' END AS what, read_at AS "readAt", reader_id AS "readerId",
          coalesce(reader_name, '') AS "readerName", reader_title AS "readerTitle", by_release AS "byRelease", purpose
     FROM app.report_readings($1, $2)`,
);

export class PostgresReadingLog extends ReadingLog {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override between(
    actor: Actor,
    { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
  ): Promise<Reading[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), READINGS, [instantOf(from), instantOf(addDays(to, 1))]));
  }
}
