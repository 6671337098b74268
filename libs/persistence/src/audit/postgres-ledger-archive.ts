import type { PoolClient } from 'pg';
import {
  LedgerArchive,
  type CaseHead,
  type LedgerEvent,
  type LedgerStreams,
  type SealedLeaf,
  type SignedTreeHead,
} from '#libs/audit';
import type { Connections } from '../connections.js';
import { query, queryOne } from '../query.js';
import { CHAINED, EVENT_COLUMNS, toLedgerEvent, type EventRow, type LeafRow } from './ledger-rows.js';

const BATCH = 5_000;
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const HEADS = `SELECT id AS "caseId", seq, head_hash::text AS "headHash" FROM ${CHAINED} ORDER BY id`;
const EVENTS = `SELECT ${EVENT_COLUMNS} FROM app.case_event e ORDER BY e.case_id, e.seq`;
const LEAVES = `SELECT l.leaf_no AS "leafNo", l.event_id AS "eventId", l.event_hash::text AS "eventHash", e.hash::text AS "currentHash"
  FROM app.ledger_leaf l LEFT JOIN app.case_event e ON e.id = l.event_id`;

/**
 * Numbers events whose transaction is older than every running one: nothing can still appear among them. The watermark
 * is that horizon, taken in the same statement as the rows.
 */
const NUMBER = `
  WITH bound AS (
    SELECT coalesce((SELECT (value->>'tx')::bigint FROM app.meta WHERE key = 'ledger-sealed'), 0) AS done,
           pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS horizon,
           coalesce((SELECT max(leaf_no) + 1 FROM app.ledger_leaf), 0) AS next
  ), leaves AS (
    INSERT INTO app.ledger_leaf (leaf_no, event_id, event_hash)
    SELECT next - 1 + row_number() OVER (ORDER BY e.tx, e.case_id, e.seq), e.id, e.hash
      FROM bound, app.case_event e WHERE e.tx > bound.done AND e.tx < bound.horizon
    RETURNING leaf_no
  ), mark AS (
    INSERT INTO app.meta SELECT 'ledger-sealed', jsonb_build_object('tx', horizon - 1) FROM bound
    ON CONFLICT (key) DO UPDATE SET value = excluded.value
  )
  SELECT count(*)::int AS count FROM leaves`;

async function* fetchAll<Row>(client: PoolClient, cursor: string, text: string): AsyncGenerator<Row> {
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`);
  for (;;) {
    const rows = await query<Row>(client, `FETCH ${BATCH} FROM ${cursor}`);
    yield* rows;
    if (rows.length < BATCH) return;
  }
}

async function* ledgerEvents(client: PoolClient): AsyncGenerator<LedgerEvent> {
  for await (const row of fetchAll<EventRow>(client, 'ledger_events', EVENTS)) yield toLedgerEvent(row);
}

/** Reads as the worker, whom row scope does not limit; the owner's pool serves as well. */
export class PostgresLedgerArchive extends LedgerArchive {
  constructor(
    private readonly connections: Connections,
    private readonly role: 'worker' | 'admin' = 'worker',
  ) {
    super();
  }

  read<T>(work: (streams: LedgerStreams) => Promise<T>): Promise<T> {
    return this.within(SNAPSHOT, (client) =>
      work({ events: ledgerEvents(client), heads: fetchAll<CaseHead>(client, 'case_heads', HEADS) }),
    );
  }

  caseOf(caseId: string): Promise<{ events: LedgerEvent[]; head: CaseHead | null }> {
    return this.within(SNAPSHOT, async (client) => {
      const rows = await query<EventRow>(
        client,
        `SELECT ${EVENT_COLUMNS} FROM app.case_event e WHERE e.case_id = $1 ORDER BY e.seq`,
        [caseId],
      );
      const heads = await query<CaseHead>(
        client,
        `SELECT id AS "caseId", seq, head_hash::text AS "headHash" FROM ${CHAINED} WHERE id = $1`,
        [caseId],
      );
      return { events: rows.map(toLedgerEvent), head: heads[0] ?? null };
    });
  }

  async *leaves(size?: number): AsyncGenerator<SealedLeaf & { readonly currentHash: string | null }> {
    const client = await this.connections.pool(this.role).connect();
    try {
      await client.query(SNAPSHOT);
      const upTo = size === undefined ? '' : ` WHERE l.leaf_no < ${Math.trunc(size)}`;
      yield* fetchAll<LeafRow>(client, 'ledger_leaves', `${LEAVES}${upTo} ORDER BY l.leaf_no`);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  number(): Promise<number> {
    return this.within('BEGIN', async (client) => {
      // Before the statement that takes the snapshot: two sealers would give the same numbers.
      await client.query(`SELECT pg_advisory_xact_lock(hashtext('ledger-leaf'))`);
      return (await queryOne<{ count: number }>(client, NUMBER)).count;
    });
  }

  async heads(): Promise<SignedTreeHead[]> {
    const rows = await query<Omit<SignedTreeHead, 'signedAt'> & { signedAt: Date }>(
      this.connections.pool(this.role),
      `SELECT tree_size AS "treeSize", encode(root_hash, 'hex') AS "rootHash", signed_at AS "signedAt", key_id AS "keyId",
              encode(signature, 'base64') AS signature FROM app.tree_head ORDER BY tree_size`,
    );
    return rows.map((row) => ({
      ...row,
      signedAt: row.signedAt.toISOString(),
      signature: row.signature.replaceAll('\n', ''),
    }));
  }

  async saveHead({ treeSize, rootHash, signedAt, keyId, signature }: SignedTreeHead): Promise<void> {
    await query(
      this.connections.pool(this.role),
      `INSERT INTO app.tree_head (tree_size, root_hash, signed_at, key_id, signature)
       VALUES ($1, decode($2, 'hex'), $3, $4, decode($5, 'base64')) ON CONFLICT (tree_size) DO NOTHING`,
      [treeSize, rootHash, signedAt, keyId, signature],
    );
  }

  async find(eventId: string): Promise<{ event: LedgerEvent; leafNo: number | null } | null> {
    const rows = await query<EventRow & { leafNo: number | null }>(
      this.connections.pool(this.role),
      `SELECT ${EVENT_COLUMNS}, l.leaf_no AS "leafNo" FROM app.case_event e LEFT JOIN app.ledger_leaf l ON l.event_id = e.id WHERE e.id = $1`,
      [eventId],
    );
    const row = rows[0];
    if (!row) return null;
    const { leafNo, ...event } = row;
    return { event: toLedgerEvent(event), leafNo };
  }

  async unsealed(): Promise<number> {
    const text = `SELECT count(*)::int AS count FROM app.case_event e WHERE NOT EXISTS (SELECT 1 FROM app.ledger_leaf l WHERE l.event_id = e.id)`;
    return (await queryOne<{ count: number }>(this.connections.pool(this.role), text)).count;
  }

  private async within<T>(begin: string, work: (client: PoolClient) => Promise<T>): Promise<T> {
    const client = await this.connections.pool(this.role).connect();
    try {
      await client.query(begin);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }
}
