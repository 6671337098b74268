import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { describeWithRedis, startRedis, type RedisServer } from '#testing/support/redis';
import { QueueConnection } from './backend.js';
import { bindHandlers, handlerFor, type AnyJobHandler } from './handlers.js';
import { JOB_NAMES, type EffectJob } from './jobs.js';
import { JobProducer } from './producer.js';
import { WorkerHarness } from './worker-harness.js';

interface Place {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 400; i += 1) {
    if (await holds()) return;
    await sleep(25);
  }
  throw new Error('Waited in vain');
}

/** Handlers that only note what came. */
function noting(seen: string[], fail: () => boolean = () => false): AnyJobHandler[] {
  return JOB_NAMES.map((name) =>
    handlerFor(name, async (data) => {
      if (fail()) throw new Error('once more');
      seen.push(...('effectIds' in data ? (data as EffectJob).effectIds : [name]));
      return Promise.resolve();
    }),
  ) as AnyJobHandler[];
}

/** The same promises on either backend. */
function keepsItsPromises(place: () => Place, wipe: () => Promise<void>): void {
  const open: { close(): Promise<void> }[] = [];
  const connect = () => {
    const connection = QueueConnection.open({ ...place(), databaseRole: 'nghedan_worker', maxConnections: 4 });
    const producer = new JobProducer(connection);
    open.push({ close: async () => producer.close().then(() => connection.close()) });
    return { connection, producer };
  };
  const work = async (handlers: readonly AnyJobHandler[]) => {
    const { connection } = connect();
    const harness = new WorkerHarness(connection, bindHandlers(handlers), { lockMs: 2_000 });
    await harness.start();
    open.unshift({ close: () => harness.stop() });
    return harness;
  };
  afterEach(async () => {
    for (const one of open.splice(0)) await one.close();
    await wipe();
  });

  it('does each job once, whoever of several workers gets it', async () => {
    const seen: string[] = [];
    await Promise.all([work(noting(seen)), work(noting(seen)), work(noting(seen))]);
    const ids = Array.from({ length: 200 }, (_, i) => `e${i}`);
    await connect().producer.addAll(
      ids.map((effectId) => [{ name: 'effect.notify', data: { effectIds: [effectId] } }, { id: `x-${effectId}` }]),
    );
    await until(() => seen.length >= ids.length);
    expect([...seen].sort()).toEqual([...ids].sort());
  });

  it('drops a job whose id is waiting, and wakes up for a delayed one', async () => {
    const seen: string[] = [];
    const { producer } = connect();
    for (let i = 0; i < 3; i += 1)
      await producer.add({ name: 'milestones.fire', data: { cause: 'wake' } }, { id: 'wake-now', delayMs: 300 });
    await work(noting(seen));
    await until(() => seen.length > 0);
    await sleep(200);
    expect(seen).toEqual(['milestones.fire']);
    await producer.add({ name: 'milestones.fire', data: { cause: 'wake' } }, { id: 'wake-now' });
    await until(() => seen.length === 2);
  });

  it('tries again what failed', async () => {
    const seen: string[] = [];
    let failures = 1;
    await work(noting(seen, () => failures-- > 0));
    await connect().producer.add({ name: 'effect.notify', data: { effectIds: ['again'] } });
    await until(() => seen.length === 1);
    expect(seen).toEqual(['again']);
  });

  it('repeats on schedule, and restores a schedule that was wiped', async () => {
    const seen: string[] = [];
    const { producer } = connect();
    await work(noting(seen));
    expect(await producer.every('sweep', 250, { name: 'milestones.fire', data: { cause: 'sweep' } })).toBe(true);
    expect(await producer.every('sweep', 250, { name: 'milestones.fire', data: { cause: 'sweep' } })).toBe(false);
    await until(() => seen.length >= 2);
    await wipe();
    expect(await producer.every('sweep', 250, { name: 'milestones.fire', data: { cause: 'sweep' } })).toBe(true);
    const before = seen.length;
    await until(() => seen.length > before + 1);
  });

  it('brings a schedule back into step where the clock of the machine was set back under it', async () => {
    const seen: string[] = [];
    const { producer } = connect();
    const sweep = () => producer.every('sweep', 250, { name: 'milestones.fire', data: { cause: 'sweep' } });
    const real = Date.now;
    try {
      Date.now = () => real() + 86_400_000;
      await sweep();
      await work(noting(seen));
      await until(() => seen.length >= 2);
    } finally {
      Date.now = real;
    }
    const before = seen.length;
    expect(await sweep()).toBe(true);
    await until(() => seen.length > before + 2);
    expect(await sweep()).toBe(false);
  });

  it('finishes what it is at when it is told to stop', async () => {
    let finished = false;
    let began = false;
    const slow = noting([]).map((handler) =>
      handler.job === 'effect.notify'
        ? handlerFor('effect.notify', async () => {
            began = true;
            await sleep(400);
            finished = true;
          })
        : handler,
    );
    const harness = await work(slow);
    await connect().producer.add({ name: 'effect.notify', data: { effectIds: ['slow'] } });
    await until(() => began);
    await harness.stop();
    expect(finished).toBe(true);
  });
}

describe('the queue on PostgreSQL', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await createTestDatabase();
  });
  afterAll(() => db.drop());

  const tables = ['job', 'scheduler', 'event', 'dedup'];
  keepsItsPromises(
    () => ({ databaseUrl: db.urls.worker }),
    async () => {
      for (const table of tables) await db.admin.query(`DELETE FROM bullmq.${table}`);
    },
  );

  it('keeps to its connections: two workers and their producers in one process take four', async () => {
    const connection = QueueConnection.open({
      databaseUrl: db.urls.worker,
      databaseRole: 'nghedan_worker',
      maxConnections: 4,
    });
    const harness = new WorkerHarness(connection, bindHandlers(noting([])));
    const producer = new JobProducer(connection);
    await harness.start();
    await producer.addAll(
      Array.from({ length: 50 }, (_, i) => [{ name: 'effect.notify', data: { effectIds: [`c${i}`] } }, {}]),
    );
    const { rows } = await db.admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM pg_stat_activity
        WHERE datname = current_database() AND (application_name = 'nghedan-queue' OR application_name LIKE 'nghe-dan-%')`,
    );
    expect(rows[0]?.n).toBeGreaterThan(2);
    expect(rows[0]?.n).toBeLessThanOrEqual(4);
    await harness.stop();
    await producer.close();
    await connection.close();
  });

  it('refuses a pool in which every connection would listen and none could work', () => {
    expect(() => QueueConnection.open({ databaseUrl: db.urls.worker, maxConnections: 2 })).toThrow(
      'at least 3 connections',
    );
  });
});

describeWithRedis('the queue on Redis', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  keepsItsPromises(
    () => ({ databaseUrl: '', redisUrl: redis.url }),
    async () => void (await redis.command('FLUSHALL')),
  );
});
