import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { query, queryOne } from '../query.js';
import { keyCheckOf, measureLedger, measureTables, tablesOf } from './measure.js';
import type { StillPoint } from './manifest.js';

const ATTEMPTS = 80;
const PAUSE_MS = 120;
/** Writers wait this long at most for one attempt. */
const LOCK_WAIT = '150ms';
/** Should two wait for each other, the backup finds out first and gives way: a person's act never fails for it. */
const GIVE_WAY = '30ms';

interface Connected {
  readonly open: () => Promise<pg.Client>;
  /** Superuser: may set how soon a deadlock is looked for, and make a restore point. */
  readonly embedded: boolean;
}

/** Holds back every writer for the moment in which `at` runs; false where some of them did not end in time. */
async function whileStill(lock: pg.Client, tables: readonly string[], at: () => Promise<void>): Promise<boolean> {
  try {
    await lock.query(`BEGIN; SET LOCAL lock_timeout = '${LOCK_WAIT}'`);
    await lock.query(`LOCK TABLE ${tables.join(', ')} IN SHARE MODE`);
    await at();
    return true;
  } catch (error) {
    // Lock not available, deadlock: the next attempt.
    if (!['55P03', '40P01'].includes((error as { code?: string }).code ?? '')) throw error;
    return false;
  } finally {
    await lock.query('ROLLBACK');
  }
}

const BEGIN = 'BEGIN ISOLATION LEVEL REPEATABLE READ';
const LOOK = `SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, pg_current_snapshot()::text AS snapshot`;

/**
 * A moment at which the database and its log say the same: no transaction that writes is on its way, a restore point goes
 * into the WAL, and rows are counted as a snapshot of that moment sees them, however long that takes. Writers are held back
 * for milliseconds only, while the snapshot is taken.
 */
export async function takeStillPoint({ open, embedded }: Connected, name: string): Promise<StillPoint> {
  const [lock, view] = await Promise.all([open(), open()]);
  try {
    if (embedded) await lock.query(`SET deadlock_timeout = '${GIVE_WAY}'`);
    const tables = await tablesOf(view);
    let at = '';
    let marked = false;
    const look = async (): Promise<void> => {
      await view.query(BEGIN);
      at = (await queryOne<{ at: string }>(view, LOOK)).at;
      marked = await mark(view, name, embedded);
    };
    let exact = false;
    for (let attempt = 0; attempt < ATTEMPTS && !exact; attempt++) {
      if (attempt > 0) await sleep(PAUSE_MS * Math.random());
      exact = await whileStill(lock, tables, look);
    }
    if (!exact) await look();
    const point = {
      ...{ name: marked ? name : null, at, exact },
      tables: await measureTables(view, tables),
      ledger: await measureLedger(view),
      keyCheck: await keyCheckOf(view),
    };
    await view.query('COMMIT');
    return point;
  } finally {
    await Promise.all([lock.end(), view.end()].map((ending) => ending.catch(() => undefined)));
  }
}

/** An own server's login may lack the right: its copy is then compared with the counts of this moment only. */
async function mark(view: pg.Client, name: string, embedded: boolean): Promise<boolean> {
  const allowed = embedded || (await mayMark(view));
  if (allowed) await query(view, 'SELECT pg_create_restore_point($1)', [name]);
  return allowed;
}

const mayMark = async (view: pg.Client): Promise<boolean> =>
  (
    await queryOne<{ may: boolean }>(
      view,
      `SELECT has_function_privilege('pg_create_restore_point(text)', 'EXECUTE') AS may`,
    )
  ).may;
