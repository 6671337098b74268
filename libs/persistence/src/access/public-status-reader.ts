import { createHash } from 'node:crypto';
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
const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export class PublicStatusReader {
  constructor(private readonly pool: Pool) {}

  /** `code` and `secret` as printed on the receipt, without spaces and dashes. */
  async find(code: string, secret: string | undefined): Promise<PublicStatusRow | null> {
    return (await query(this.pool, STATUS, [hashOf(code), secret === undefined ? null : hashOf(secret)]))[0] ?? null;
  }
}
