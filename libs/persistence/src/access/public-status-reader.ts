import { lookupHash, lookupSecretHash } from '#libs/intake';
import type { DeadlineRow } from '#libs/casework';
import type { JsonObject, LocalDate } from '#libs/shared';
import type { Pool } from 'pg';
import { camelRow } from '../casework/json-names.js';
import { query, queryOne, statement } from '../query.js';

/** What the status page may be made of; `sealed` says that it must stay with the stage and the day of receipt. */
export interface PublicFileRow {
  readonly receivedOn: LocalDate;
  readonly registerLabel: string;
  readonly agencyName: string;
  readonly sealed: boolean;
  readonly procedure: string | null;
  readonly version: number | null;
  readonly stage: string | null;
  readonly closedOn: LocalDate | null;
  readonly settings: JsonObject | null;
  readonly deadline: DeadlineRow | null;
  readonly paused: boolean;
  /** Every file of the petition has ended. */
  readonly over: boolean;
  readonly rating: { readonly score: number; readonly firstOn: LocalDate } | null;
}

export type RatingAnswer = 'rated' | 'unknown' | 'open' | 'settled';

export interface PublicFigureRow {
  readonly agencyId: number;
  readonly kind: 'complaint' | 'denunciation' | 'feedback';
  readonly received: number;
  readonly resolved: number;
  readonly onTime: number;
}
export interface PublicSatisfactionRow {
  readonly agencyId: number;
  readonly ratings: number;
  /** Scores 4 and 5. */
  readonly good: number;
}

type RawFile = Omit<PublicFileRow, 'deadline'> & { readonly deadline: object | null };

const FILE = statement<{ file: RawFile | null }>('public.file', 'SELECT app.public_file($1, $2) AS file');
const RATE = statement<{ answer: RatingAnswer }>('public.rate', 'SELECT app.rate_petition($1, $2, $3) AS answer');
const FIGURES = `SELECT agency_id AS "agencyId", kind, received, resolved, on_time AS "onTime" FROM app.public_figures($1, $2)`;
const SATISFACTION = `SELECT agency_id AS "agencyId", ratings, good FROM app.public_satisfaction($1, $2)`;

/** What citizens read and say without an account. Codes as a person types them. */
export class PublicStatusReader {
  constructor(private readonly pool: Pool) {}

  /** What cannot be a code is looked up all the same, so that it takes as long to refuse. */
  async find(code: string, secret: string | undefined): Promise<PublicFileRow | null> {
    const hash = lookupHash(code) ?? Buffer.alloc(32);
    const secretHash = secret === undefined ? null : lookupSecretHash(code, secret);
    const file = (await query(this.pool, FILE, [hash, secretHash]))[0]?.file;
    return file ? { ...file, deadline: file.deadline ? camelRow<DeadlineRow>(file.deadline) : null } : null;
  }

  /** `days`: how long an answer may be changed. */
  async rate(code: string, { score, days }: { readonly score: number; readonly days: number }): Promise<RatingAnswer> {
    return (await queryOne(this.pool, RATE, [lookupHash(code) ?? Buffer.alloc(32), score, days])).answer;
  }

  figures(from: LocalDate, to: LocalDate): Promise<readonly PublicFigureRow[]> {
    return query<PublicFigureRow>(this.pool, FIGURES, [from, to]);
  }

  satisfaction(from: LocalDate, to: LocalDate): Promise<readonly PublicSatisfactionRow[]> {
    return query<PublicSatisfactionRow>(this.pool, SATISFACTION, [from, to]);
  }
}
