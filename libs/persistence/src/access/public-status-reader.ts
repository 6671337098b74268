import { lookupHash, lookupSecretHash } from '#libs/intake';
import type { LocalDate } from '#libs/shared';
import type { Pool } from 'pg';
import { query, statement } from '../query.js';

export interface PublicStatusRow {
  readonly received_on: LocalDate;
  readonly procedure: string | null;
  readonly procedure_version: number | null;
  readonly stage: string | null;
  readonly closed_on: LocalDate | null;
  readonly rule_id: string | null;
  readonly citation: string | null;
  readonly due_on: LocalDate | null;
}

const STATUS = statement<PublicStatusRow>('public.status', 'SELECT * FROM app.public_status($1, $2)');

export class PublicStatusReader {
  constructor(private readonly pool: Pool) {}

  /** Codes as a person types them. What cannot be a code is looked up all the same, so that it takes as long to refuse. */
  async find(code: string, secret: string | undefined): Promise<PublicStatusRow | null> {
    const hash = lookupHash(code) ?? Buffer.alloc(32);
    const secretHash = secret === undefined ? null : lookupSecretHash(code, secret);
    return (await query(this.pool, STATUS, [hash, secretHash]))[0] ?? null;
  }
}
