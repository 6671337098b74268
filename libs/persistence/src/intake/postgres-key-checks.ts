import { KeyChecks } from '#libs/identity';
import type { Pool } from 'pg';
import { query, queryOne, statement } from '../query.js';

const KEY = 'master-key-check';
const READ = statement<{ value: string }>(
  'identity.read-check',
  `SELECT value #>> '{}' AS value FROM app.meta WHERE key = $1`,
);
const KEEP = statement<{ value: string }>(
  'identity.keep-check',
  `WITH made AS (INSERT INTO app.meta (key, value) VALUES ($1, to_jsonb($2::text)) ON CONFLICT (key) DO NOTHING RETURNING value)
   SELECT value #>> '{}' AS value FROM made UNION ALL SELECT value #>> '{}' FROM app.meta WHERE key = $1 LIMIT 1`,
);

/** The master key's check value, kept beside the data that the key opens. */
export class PostgresKeyChecks extends KeyChecks {
  constructor(private readonly pool: Pool) {
    super();
  }

  override async read(): Promise<Buffer | null> {
    const row = (await query(this.pool, READ, [KEY]))[0];
    return row ? Buffer.from(row.value, 'hex') : null;
  }

  override async keep(value: Buffer): Promise<Buffer> {
    const { value: kept } = await queryOne(this.pool, KEEP, [KEY, value.toString('hex')]);
    return Buffer.from(kept, 'hex');
  }
}
