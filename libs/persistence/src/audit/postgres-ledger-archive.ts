import type { PoolClient } from 'pg';
import {
  keyNotCurrent,
  LedgerArchive,
  type CaseHead,
  type ExportStreams,
  type HashText,
  type KeyRecord,
  type LedgerEvent,
  type LedgerStreams,
  type PlacedEvent,
  type SealedLeaf,
  type SignedTreeHead,
  type Subtree,
  type SubtreePlace,
} from '#libs/audit';
import type { Connections } from '../connections.js';
import { query, queryOne } from '../query.js';
import {
  CASE_HEADS,
  CHAINED,
  EVENT_COLUMNS,
  PLACED_EVENTS,
  readHeads,
  readKeys,
  toLedgerEvent,
  toPlacedEvent,
  type EventRow,
  type LeafRow,
  type PlacedRow,
} from './ledger-rows.js';
import { PostgresTree } from './postgres-tree.js';

const BATCH = 5_000;
const SNAPSHOT = 'BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY';
const EVENTS = `SELECT ${EVENT_COLUMNS} FROM app.case_event e ORDER BY e.case_id, e.seq`;
const LEAVES = `SELECT l.leaf_no AS "leafNo", l.event_id AS "eventId", l.event_hash::text AS "eventHash", e.hash::text AS "currentHash"
  FROM app.ledger_leaf l LEFT JOIN app.case_event e ON e.id = l.event_id ORDER BY l.leaf_no`;
const INSERT_KEY = `INSERT INTO app.audit_key
  (ordinal, key_id, public_key, previous_key_id, tree_size, root_hash, since, reason, signature, previous_signature)
  VALUES ($1, $2, $3, $4, $5, decode($6, 'hex'), $7, $8, decode($9, 'base64'), decode($10, 'base64'))`;
/** Heads and keys are written one after the other: a head under a key that has just been handed over would be a false one. */
const ONE_SIGNER = `SELECT pg_advisory_xact_lock(hashtext('ledger-head'))`;

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

async function* placedEvents(client: PoolClient): AsyncGenerator<PlacedEvent> {
  for await (const row of fetchAll<PlacedRow>(client, 'placed_events', PLACED_EVENTS)) yield toPlacedEvent(row);
}

async function insertKey(client: PoolClient, ordinal: number, key: KeyRecord): Promise<void> {
  await query(client, INSERT_KEY, [
    ...[ordinal, key.keyId, key.publicKey, key.previousKeyId, key.treeSize, key.rootHash, key.since, key.reason],
    ...[key.signature, key.previousSignature],
  ]);
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
      work({ events: ledgerEvents(client), heads: fetchAll<CaseHead>(client, 'case_heads', CASE_HEADS) }),
    );
  }

  readExport<T>(work: (streams: ExportStreams) => Promise<T>): Promise<T> {
    return this.within(SNAPSHOT, async (client) =>
      work({
        ...{ scope: 'all', keys: await readKeys(client), heads: await readHeads(client) },
        hashes: new PostgresTree(client).hashes(0),
        events: placedEvents(client),
        caseHeads: fetchAll<CaseHead>(client, 'case_heads', CASE_HEADS),
      }),
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

  async *leaves(): AsyncGenerator<SealedLeaf & { readonly currentHash: string | null }> {
    const client = await this.connections.pool(this.role).connect();
    try {
      await client.query(SNAPSHOT);
      yield* fetchAll<LeafRow>(client, 'ledger_leaves', LEAVES);
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

  subtrees(places: readonly SubtreePlace[]): Promise<Subtree[]> {
    return this.tree().subtrees(places);
  }
  hashes(from: number, to?: number): AsyncIterable<HashText> {
    return this.tree().hashes(from, to);
  }
  async *storedSubtrees(): AsyncGenerator<Subtree> {
    yield* await query<Subtree>(
      this.connections.pool(this.role),
      'SELECT level, index, hash FROM app.ledger_subtree ORDER BY level, index',
    );
  }
  async storedBlocks(): Promise<number> {
    const text = `SELECT coalesce(max(index) + 1, 0) AS blocks FROM app.ledger_subtree WHERE level = 10`;
    return (await queryOne<{ blocks: number }>(this.connections.pool(this.role), text)).blocks;
  }

  heads(): Promise<SignedTreeHead[]> {
    return readHeads(this.connections.pool(this.role));
  }
  keys(): Promise<KeyRecord[]> {
    return readKeys(this.connections.pool(this.role));
  }

  saveHead(head: SignedTreeHead, subtrees: readonly Subtree[], first: KeyRecord): Promise<void> {
    const { treeSize, rootHash, signedAt, keyId, signature } = head;
    return this.within('BEGIN', async (client) => {
      await client.query(ONE_SIGNER);
      const current = (await readKeys(client)).at(-1);
      if (!current) await insertKey(client, 1, first);
      else if (current.keyId !== keyId) throw keyNotCurrent(keyId);
      await query(
        client,
        `INSERT INTO app.ledger_subtree (level, index, hash) SELECT * FROM unnest($1::int[], $2::bigint[], $3::bytea[])
         ON CONFLICT DO NOTHING`,
        [subtrees.map(({ level }) => level), subtrees.map(({ index }) => index), subtrees.map(({ hash }) => hash)],
      );
      await query(
        client,
        `INSERT INTO app.tree_head (tree_size, root_hash, signed_at, key_id, signature)
         VALUES ($1, decode($2, 'hex'), $3, $4, decode($5, 'base64')) ON CONFLICT (tree_size) DO NOTHING`,
        [treeSize, rootHash, signedAt, keyId, signature],
      );
    });
  }

  saveKey(key: KeyRecord): Promise<void> {
    return this.within('BEGIN', async (client) => {
      await client.query(ONE_SIGNER);
      const [keys, heads] = [await readKeys(client), await readHeads(client)];
      if (keys.at(-1)?.keyId !== key.previousKeyId || (heads.at(-1)?.treeSize ?? 0) !== key.treeSize)
        throw keyNotCurrent(key.previousKeyId ?? '');
      await insertKey(client, keys.length + 1, key);
    });
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

  private tree(): PostgresTree {
    return new PostgresTree(this.connections.pool(this.role));
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
