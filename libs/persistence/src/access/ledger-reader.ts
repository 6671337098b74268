import type { Actor } from '#libs/access';
import type { CaseHead, LedgerEvent, LedgerStreams, SignedTreeHead } from '#libs/audit';
import type { Pool, PoolClient } from 'pg';
import { CHAINED, EVENT_COLUMNS, type EventRow, toLedgerEvent } from '../audit/ledger-rows.js';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const BATCH = 2_000;
const HEADS = `SELECT id AS "caseId", seq, head_hash::text AS "headHash" FROM ${CHAINED} ORDER BY id`;
const EVENTS = `SELECT ${EVENT_COLUMNS} FROM app.case_event e ORDER BY e.case_id, e.seq`;
const LATEST = `
  SELECT tree_size AS "treeSize", encode(root_hash, 'hex') AS "rootHash", signed_at AS "signedAt", key_id AS "keyId",
         replace(encode(signature, 'base64'), E'\\n', '') AS signature
    FROM app.tree_head ORDER BY tree_size DESC LIMIT 1`;

async function* rowsOf<Row>(db: PoolClient, cursor: string, text: string): AsyncGenerator<Row> {
  await db.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`);
  for (;;) {
    const rows = await query<Row>(db, `FETCH ${BATCH} FROM ${cursor}`);
    yield* rows;
    if (rows.length < BATCH) return;
  }
}

async function* eventsOf(db: PoolClient): AsyncGenerator<LedgerEvent> {
  for await (const row of rowsOf<EventRow>(db, 'seen_events', EVENTS)) yield toLedgerEvent(row);
}

export interface SealedEvent {
  readonly event: LedgerEvent;
  readonly leafNo: number | null;
}

/** The ledger as one person sees it: their cases only. The worker and the CLI read it whole. */
export class LedgerReader {
  constructor(
    private readonly pool: Pool,
    private readonly transactions: TransactionRunner,
  ) {}

  read<T>(actor: Actor, work: (streams: LedgerStreams) => Promise<T>): Promise<T> {
    return this.transactions.run(actor, async (tx) => {
      const db = clientOf(tx);
      await db.query('SET TRANSACTION READ ONLY');
      return work({ events: eventsOf(db), heads: rowsOf<CaseHead>(db, 'seen_cases', HEADS) });
    });
  }

  async latestHead(): Promise<SignedTreeHead | null> {
    const row = (await query<Omit<SignedTreeHead, 'signedAt'> & { signedAt: Date }>(this.pool, LATEST))[0];
    return row ? { ...row, signedAt: row.signedAt.toISOString() } : null;
  }

  /** Events of the whole ledger that have no leaf yet: a number, nothing of any case. */
  async unsealed(): Promise<number> {
    return (await queryOne<{ count: number }>(this.pool, 'SELECT app.ledger_unsealed() AS count')).count;
  }

  /** Null where the actor does not see the event's case. */
  find(actor: Actor, eventId: string): Promise<SealedEvent | null> {
    return this.transactions.run(actor, async (tx) => {
      const text = `SELECT ${EVENT_COLUMNS}, l.leaf_no AS "leafNo" FROM app.case_event e LEFT JOIN app.ledger_leaf l ON l.event_id = e.id WHERE e.id = $1`;
      const row = (await query<EventRow & { leafNo: number | null }>(clientOf(tx), text, [eventId]))[0];
      if (!row) return null;
      const { leafNo, ...event } = row;
      return { event: toLedgerEvent(event), leafNo };
    });
  }

  /** Event hashes of the leaves below `size`, in order. */
  async leafHashes(size: number): Promise<string[]> {
    const rows = await query<{ hash: string }>(
      this.pool,
      `SELECT event_hash::text AS hash FROM app.ledger_leaf WHERE leaf_no < $1 ORDER BY leaf_no`,
      [size],
    );
    return rows.map(({ hash }) => hash);
  }
}
