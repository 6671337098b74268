import { setTimeout as sleep } from 'node:timers/promises';
import { SYSTEM_ACTOR } from '#libs/access';
import { addDays, dayOf } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { advanceClock, businessNow, PostgresClock, setClock } from './clock.js';
import { TransactionRunner } from './transaction.js';

const DAY_S = 86_400;

describe('business clock', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  const clocks: PostgresClock[] = [];
  const newClock = () => {
    const clock = new PostgresClock(db.connections);
    clocks.push(clock);
    return clock;
  };
  afterAll(async () => {
    for (const clock of clocks) await clock.close();
    await db.drop();
  });

  const event = `INSERT INTO app.case_event (case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis, prev_hash, hash)
    VALUES (uuidv7(), 1, 'record', 'X', '2026-01-01', now(), now(), 0, 'system', '{}', '[]', '', '')`;
  const lag = async (clock: PostgresClock) => Math.round(((await clock.now()).getTime() - Date.now()) / 1000 / DAY_S);

  it('may begin in the past while the ledger is empty, and never goes back once there is an event', async () => {
    await advanceClock(db.worker, -30 * DAY_S);
    await db.worker.query(event);
    await expect(advanceClock(db.worker, -1)).rejects.toThrow('CLOCK.MOVED_BACK');
    await expect(db.app.query('UPDATE app.business_clock SET offset_seconds = -99999999')).rejects.toThrow(
      'CLOCK.MOVED_BACK',
    );
    await expect(db.app.query('DELETE FROM app.business_clock')).rejects.toThrow('permission denied');
    const today = dayOf(await new PostgresClock(db.connections).now());
    await expect(setClock(db.worker, addDays(today, -1))).rejects.toMatchObject({ code: 'CLOCK.MOVED_BACK' });
    expect(dayOf(await setClock(db.worker, addDays(today, 2)))).toBe(addDays(today, 2));
  });

  it('stands still inside a transaction and is heard by listeners outside', async () => {
    const clock = newClock();
    await clock.listen();
    const before = await lag(clock);
    const runner = new TransactionRunner(db.connections);
    await runner.run(SYSTEM_ACTOR, async (tx) => {
      const first = await businessNow(tx);
      await advanceClock(db.worker, 3 * DAY_S);
      expect((await businessNow(tx)).getTime() - first.getTime()).toBe(3 * DAY_S * 1000);
    });
    while ((await lag(clock)) === before) await sleep(5);
    expect((await lag(clock)) - before).toBe(3);
  });

  it('follows the database where the clock of this machine is set forward or back', async () => {
    const clock = newClock();
    await clock.listen();
    const before = (await clock.now()).getTime();
    const real = Date.now;
    try {
      for (const hours of [-30, 50, -1]) {
        Date.now = () => real() + hours * 3_600_000;
        const now = (await clock.now()).getTime();
        expect(now).toBeGreaterThanOrEqual(before);
        expect(now - before).toBeLessThan(1_800_000);
      }
    } finally {
      Date.now = real;
    }
  });

  it('asks the database while its connection is down, and listens again by itself', async () => {
    const clock = newClock();
    await clock.listen();
    const before = await lag(clock);
    const cut = `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'SELECT clock_timestamp()%' AND pid <> pg_backend_pid()`;
    await db.admin.query(cut);
    // Idle connections of the pools are cut off with it: whoever gets one before the pool has noticed asks again.
    const soon = () => lag(clock).catch(() => NaN);
    const advance = (): Promise<unknown> => advanceClock(db.worker, DAY_S).catch(() => advance());
    await advance();
    while ((await soon()) - before !== 1) await sleep(5);
    await sleep(1200);
    await advance();
    while ((await soon()) - before !== 2) await sleep(5);
  });
});
