import type { Actor } from '#libs/access';
import type { LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface EarlierFileRow {
  readonly id: string;
  readonly procedure: string;
  readonly procedure_version: number;
  readonly stage: string;
  readonly outcome: string | null;
  readonly closed: boolean;
  readonly since: LocalDate;
  readonly second: boolean;
}
export interface EarlierPaperRow {
  readonly id: string;
  readonly form: string;
  readonly number_label: string | null;
  readonly issued_on: LocalDate;
  readonly procedure: string;
}
export interface EarlierAnswers {
  readonly type: string;
  readonly register_label: string;
  readonly received_on: LocalDate;
  readonly voided: boolean;
  readonly files: readonly EarlierFileRow[];
  readonly papers: readonly EarlierPaperRow[];
}

const PETITION = `SELECT type, register_label, received_on, voided_at IS NOT NULL AS voided FROM app.petition WHERE id = $1`;
const FILES = `
  SELECT id, procedure, procedure_version, stage, outcome, closed_at IS NOT NULL AS closed, coalesce(closed_on, last_event_on) AS since,
         coalesce(known_facts ->> 'instance' = 'second', false) AS second
    FROM app.case_file WHERE petition_id = $1 ORDER BY id`;
const PAPERS = `
  SELECT p.id, p.form, p.number_label, p.issued_on, c.procedure
    FROM app.paper p JOIN app.case_file c ON c.id = p.case_id WHERE c.petition_id = $1 AND p.state = 'issued' ORDER BY p.issued_on, p.id`;

/** What became of a petition: its files, and the papers that went out. Nothing of a sealed one. */
export class EarlierAnswersReader {
  constructor(private readonly transactions: TransactionRunner) {}

  /** Null where the petition is unknown or outside the actor's scope. */
  get(actor: Actor, id: string): Promise<EarlierAnswers | null> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      const petition = (await query<Omit<EarlierAnswers, 'files' | 'papers'>>(db, PETITION, [id]))[0];
      if (!petition) return null;
      if (petition.type === 'denunciation' || petition.type === 'mixed') return { ...petition, files: [], papers: [] };
      return {
        ...petition,
        files: await query<EarlierFileRow>(db, FILES, [id]),
        papers: await query<EarlierPaperRow>(db, PAPERS, [id]),
      };
    });
  }
}
