import type { Actor } from '#libs/access';
import type {
  CaseHead,
  ExportStreams,
  KeyRecord,
  LedgerEvent,
  LedgerStreams,
  PlacedEvent,
  SignedTreeHead,
  TreeSource,
} from '#libs/audit';
import { isUuid } from '#libs/shared';
import type { Pool, PoolClient } from 'pg';
import {
  CASE_HEADS,
  caseHeadsOf,
  EVENT_COLUMNS,
  type EventRow,
  PLACED_EVENTS,
  placedEventsOf,
  type PlacedRow,
  readHeads,
  readKeys,
  toLedgerEvent,
  toPlacedEvent,
} from '../audit/ledger-rows.js';
import { PostgresTree } from '../audit/postgres-tree.js';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const BATCH = 2_000;
const EVENTS = `SELECT ${EVENT_COLUMNS} FROM app.case_event e ORDER BY e.case_id, e.seq`;

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

async function* placedEvents(db: PoolClient, text: string): AsyncGenerator<PlacedEvent> {
  for await (const row of rowsOf<PlacedRow>(db, 'placed_events', text)) yield toPlacedEvent(row);
}
/** A cursor takes no parameters: ids are asked to be ids. */
const among = (cases: readonly string[]): string => {
  if (!cases.every(isUuid)) throw new TypeError('Case ids are UUIDs');
  return `ANY ('{${cases.join(',')}}'::uuid[])`;
};

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
    return this.transactions.snapshot(actor, (tx) => {
      const db = clientOf(tx);
      return work({ events: eventsOf(db), heads: rowsOf<CaseHead>(db, 'seen_cases', CASE_HEADS) });
    });
  }

  /**
   * What the actor sees, and the hashes of all leaves: enough to check the signed tree without seeing the rest. `cases`: of what is
   * seen, these alone.
   */
  readExport<T>(actor: Actor, work: (streams: ExportStreams) => Promise<T>, cases?: readonly string[]): Promise<T> {
    const events = cases ? placedEventsOf(`e.case_id = ${among(cases)}`) : PLACED_EVENTS;
    const heads = cases ? caseHeadsOf(`id = ${among(cases)}`) : CASE_HEADS;
    return this.transactions.snapshot(actor, async (tx) => {
      const db = clientOf(tx);
      return work({
        ...{ scope: 'seen', keys: await readKeys(db), heads: await readHeads(db) },
        hashes: new PostgresTree(db).hashes(0),
        events: placedEvents(db, events),
        caseHeads: rowsOf<CaseHead>(db, 'seen_cases', heads),
      });
    });
  }

  get tree(): TreeSource {
    return new PostgresTree(this.pool);
  }
  keys(): Promise<KeyRecord[]> {
    return readKeys(this.pool);
  }

  async latestHead(): Promise<SignedTreeHead | null> {
    return (await readHeads(this.pool, 'ORDER BY tree_size DESC LIMIT 1'))[0] ?? null;
  }
  /** The head signed over just so many events. */
  async headOf(treeSize: number): Promise<SignedTreeHead | null> {
    return (await readHeads(this.pool, 'WHERE tree_size = $1', [treeSize]))[0] ?? null;
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
}
