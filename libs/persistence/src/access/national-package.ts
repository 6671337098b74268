import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface NationalCase {
  readonly id: string;
  readonly agency: string;
  readonly procedure: string;
  readonly stage: string;
  readonly receivedOn: LocalDate;
  readonly closedOn: LocalDate | null;
  readonly outcome: string | null;
  readonly identityProtected: boolean;
  readonly petitioners: number;
}

const CASES = statement<NationalCase>(
  'national.cases',
  `SELECT c.id, a.code AS agency, c.procedure, c.stage, c.received_on::text AS "receivedOn", c.closed_on::text AS "closedOn", c.outcome,
          c.visible_to IS NOT NULL AS "identityProtected", p.petitioner_count AS petitioners
     FROM app.case_file c JOIN app.petition p ON p.id = c.petition_id JOIN app.agency a ON a.id = c.agency_id
    WHERE c.received_on BETWEEN $1 AND $2 ORDER BY c.received_on, c.id LIMIT 5000`,
);

/** Progress of files for the national database (NĐ31 Đ.19a k2, k3). No column of a person is read here. */
export class NationalPackage {
  constructor(private readonly transactions: TransactionRunner) {}

  of(actor: Actor, { from, to }: { readonly from: LocalDate; readonly to: LocalDate }): Promise<NationalCase[]> {
    return this.transactions.run(actor, (tx) => query(clientOf(tx), CASES, [from, to]));
  }
}
