import { KeyChecks, type KnownKey } from '#libs/identity';
import type { Pool } from 'pg';
import { query, queryOne, statement } from '../query.js';

const KEY = 'master-key-check';
const READ = statement<{ value: string }>(
  'identity.read-check',
  `SELECT value #>> '{}' AS value FROM app.meta WHERE key = $1`,
);
const KNOWN = statement<KnownKey>(
  'identity.known-keys',
  `SELECT version, check_value AS check, hash_root AS "hashRoot", retired_at IS NOT NULL AS retired FROM app.master_key ORDER BY version`,
);
const KEEP = statement<object>(
  'identity.keep-check',
  `INSERT INTO app.meta (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO NOTHING`,
);

/** The master key's check value, kept beside the data that the key opens. */
export class PostgresKeyChecks extends KeyChecks {
  constructor(private readonly pool: Pool) {
    super();
  }

  override known(): Promise<KnownKey[]> {
    return query(this.pool, KNOWN);
  }

  override async read(): Promise<Buffer | null> {
    const row = (await query(this.pool, READ, [KEY]))[0];
    return row ? Buffer.from(row.value, 'hex') : null;
  }

  /** Two calls: one statement cannot see the row of a process that began at the same moment. */
  override async keep(value: Buffer): Promise<Buffer> {
    await query(this.pool, KEEP, [KEY, value.toString('hex')]);
    return Buffer.from((await queryOne(this.pool, READ, [KEY])).value, 'hex');
  }
}
