import { AppError, Clock, dayOf, formatDay, instantOf, type LocalDate } from '#libs/shared';
import type pg from 'pg';
import type { Connections, DatabaseRole } from './connections.js';
import { queryOne, statement, type Queryable } from './query.js';
import { clientOf, type Tx } from './transaction.js';

const NOW = statement<{ now: Date }>('clock.now', 'SELECT app.business_now() AS now');
const READ = statement<{ now: Date; offset: number }>(
  'clock.read',
  'SELECT clock_timestamp() AS now, offset_seconds AS offset FROM app.business_clock',
);
const ADVANCE = statement<{ now: Date }>(
  'clock.advance',
  `UPDATE app.business_clock SET offset_seconds = offset_seconds + $1 RETURNING now() + make_interval(secs => offset_seconds) AS now`,
);
const RELISTEN_MS = 1000;
/** A remembered time is asked for anew after this long, or when the machine's clock has run apart from the time passed since. */
const REMEMBERED_MS = 60_000;
const APART_MS = 2_000;

/** The database's time when it was asked, on this process's own stopwatch, which no change of the machine's clock touches. */
interface Anchor {
  readonly now: number;
  readonly passed: number;
  readonly machine: number;
}

/** Business time inside a transaction: the moment its rows are stamped with, the same for the whole transaction. */
export async function businessNow(tx: Tx): Promise<Date> {
  return (await queryOne(clientOf(tx), NOW)).now;
}

/**
 * The business clock for readers outside a transaction: the database's time, never this machine's, which may be set back under
 * a running process. After `listen()` time and offset are remembered until PostgreSQL says that the offset moved; while the
 * listening connection is down every question goes to the database.
 */
export class PostgresClock extends Clock {
  private offsetMs: number | null = null;
  private anchor: Anchor | null = null;
  private latest = 0;
  private listener: pg.Client | null = null;
  private retry: NodeJS.Timeout | null = null;
  private starting: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly connections: Connections,
    private readonly role: Exclude<DatabaseRole, 'admin'> = 'app',
  ) {
    super();
  }

  async now(): Promise<Date> {
    if (this.offsetMs === null || !this.anchor || isOld(this.anchor)) {
      const { now, offset } = await queryOne(this.connections.pool(this.role), READ);
      if (this.offsetMs === null) return new Date(now.getTime() + offset * 1000);
      this.anchor = anchorAt(now);
      return this.forward(now.getTime() + this.offsetMs);
    }
    return this.forward(this.anchor.now + (performance.now() - this.anchor.passed) + this.offsetMs);
  }

  /** What has been told once is not taken back: asking anew may answer some milliseconds less. */
  private forward(time: number): Date {
    this.latest = Math.max(this.latest, time);
    return new Date(this.latest);
  }

  async today(): Promise<LocalDate> {
    return dayOf(await this.now());
  }

  listen(): Promise<void> {
    if (this.closed || this.listener) return Promise.resolve();
    const client = this.connections.client(this.role);
    this.listener = client;
    const lost = () => this.forget(client);
    client.on('error', lost);
    client.on('end', lost);
    client.on('notification', ({ payload }) => this.moved(Number(payload) * 1000));
    this.starting = this.startListening(client).catch(lost);
    return this.starting;
  }

  async close(): Promise<void> {
    this.closed = true;
    if (this.retry) clearTimeout(this.retry);
    // Ending a client that is still connecting may never answer.
    await this.starting;
    const client = this.listener;
    this.listener = null;
    this.offsetMs = null;
    await client?.end().catch(() => undefined);
  }

  private async startListening(client: pg.Client): Promise<void> {
    await client.connect();
    // First listen, then read: a move between the two is heard.
    await client.query('LISTEN business_clock');
    const { now, offset } = await queryOne(client, READ);
    if (this.listener !== client) return;
    this.anchor = anchorAt(now);
    this.offsetMs ??= offset * 1000;
  }

  /** Back only before there is anything in the ledger: the database sees to that. */
  private moved(offsetMs: number): void {
    if (this.offsetMs !== null && offsetMs < this.offsetMs) this.latest = 0;
    this.offsetMs = offsetMs;
  }

  private forget(client: pg.Client): void {
    if (this.listener !== client) return;
    this.listener = null;
    this.offsetMs = null;
    void client.end().catch(() => undefined);
    if (this.closed) return;
    this.retry = setTimeout(() => void this.listen(), RELISTEN_MS);
    this.retry.unref();
  }
}

const anchorAt = (now: Date): Anchor => ({ now: now.getTime(), passed: performance.now(), machine: Date.now() });

function isOld({ passed, machine }: Anchor): boolean {
  const gone = performance.now() - passed;
  return gone > REMEMBERED_MS || Math.abs(Date.now() - machine - gone) > APART_MS;
}

/** Moves the business clock forward and answers the new time. The database refuses to move it back once there are events. */
export async function advanceClock(db: Queryable, bySeconds: number): Promise<Date> {
  if (!Number.isSafeInteger(bySeconds)) throw new TypeError('Whole seconds');
  return (await queryOne(db, ADVANCE, [bySeconds])).now;
}

/** Moves the clock to a time of a day (Hà Nội). @throws AppError CLOCK.MOVED_BACK when that day has passed. */
export async function setClock(db: Queryable, day: LocalDate, time = '08:00'): Promise<Date> {
  const { now } = await queryOne(db, NOW);
  const today = dayOf(now);
  if (day < today) {
    const detail = `Đồng hồ nghiệp vụ đang ở ngày ${formatDay(today)}, không lùi về ${formatDay(day)} được.`;
    throw new AppError({ code: 'CLOCK.MOVED_BACK', status: 409, title: 'Đồng hồ chỉ đi tới', detail });
  }
  const seconds = Math.ceil((instantOf(day, time).getTime() - now.getTime()) / 1000);
  return seconds > 0 ? advanceClock(db, seconds) : now;
}
