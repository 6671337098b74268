import type { Actor } from '#libs/access';
import type { SignatureFinding } from '#libs/intake';
import type { AgencyId, LocalDate } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import type { AgencyDirectory } from './agency-directory.js';

export interface OnlineFilingRow {
  readonly kind: string;
  readonly signature: string | null;
  readonly findings: readonly SignatureFinding[];
  readonly filedAt: Date;
}
export interface SatisfactionRow {
  readonly agencyId: AgencyId;
  readonly score: number;
  readonly ratings: number;
}

const OF_PETITION = `SELECT kind, signature, findings, filed_at AS "filedAt" FROM app.online_filing WHERE petition_id = $1`;
const SATISFACTION = `SELECT agency_id AS "agencyId", score, ratings FROM app.satisfaction_counts($1, $2)`;
const RECEIVING = ['province', 'department', 'commune'];

/** What officers read of online filing, and where citizens may file. */
export class OnlineReader {
  constructor(
    private readonly runner: TransactionRunner,
    private readonly directory: AgencyDirectory,
  ) {}

  /** Agencies that receive petitions, communes by name first. */
  async agencies(): Promise<readonly { readonly code: string; readonly name: string }[]> {
    const order = (level: string): number => (level === 'commune' ? 0 : level === 'department' ? 1 : 2);
    return [...(await this.directory.all()).values()]
      .filter(({ level }) => RECEIVING.includes(level))
      .sort((a, b) => order(a.level) - order(b.level) || a.name.localeCompare(b.name, 'vi'))
      .map(({ code, name }) => ({ code, name }));
  }

  async ofPetition(actor: Actor, petitionId: string): Promise<OnlineFilingRow | null> {
    return this.runner.run(
      actor,
      async (tx) => (await query<OnlineFilingRow>(clientOf(tx), OF_PETITION, [petitionId]))[0] ?? null,
    );
  }

  satisfaction(actor: Actor, from: LocalDate, to: LocalDate): Promise<readonly SatisfactionRow[]> {
    return this.runner.run(actor, (tx) => query<SatisfactionRow>(clientOf(tx), SATISFACTION, [from, to]));
  }
}
