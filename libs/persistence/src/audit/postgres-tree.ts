import type { HashText, Subtree, SubtreePlace, TreeSource } from '#libs/audit';
import type { Pool, PoolClient } from 'pg';
import { query } from '../query.js';

const BATCH = 5_000;
const HASHES = `SELECT event_hash::text AS hash FROM app.ledger_leaf WHERE leaf_no >= $1 AND leaf_no < $2 ORDER BY leaf_no`;
const SUBTREES = `SELECT n.level, n.index, n.hash FROM app.ledger_subtree n
  JOIN unnest($1::int[], $2::bigint[]) AS wanted(level, index) USING (level, index)`;

/** Leaves and stored subtrees, a bounded piece at a time. Neither says whose events they are. */
export class PostgresTree implements TreeSource {
  constructor(private readonly db: Pool | PoolClient) {}

  async subtrees(places: readonly SubtreePlace[]): Promise<Subtree[]> {
    if (places.length === 0) return [];
    return query<Subtree>(this.db, SUBTREES, [places.map(({ level }) => level), places.map(({ index }) => index)]);
  }

  async *hashes(from: number, to: number = Number.MAX_SAFE_INTEGER): AsyncGenerator<HashText> {
    for (let at = from; at < to; at += BATCH) {
      const rows = await query<{ hash: HashText }>(this.db, HASHES, [at, Math.min(at + BATCH, to)]);
      for (const { hash } of rows) yield hash;
      // Leaves have no gaps while nobody has removed one; what is beyond a gap is the check's to name.
      if (rows.length === 0) return;
    }
  }
}
