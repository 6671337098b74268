import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { describeWithRedis, startRedis, type RedisServer } from '#testing/support/redis';
import { World } from '#testing/scenarios/support/world';
import { until, Workers } from './support/workers.js';

const FILES = 80;

/** Files accepted at the counter while workers come and go: notices, papers to issue and files to open, each once. */
async function acceptFiles(world: World): Promise<void> {
  for (let i = 0; i < FILES; i += 1) {
    const id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    await world.accept(id);
  }
}

async function expectEachOnce(world: World): Promise<void> {
  const { rows: tasks } = await world.db.admin.query<{ kind: string; n: number }>(
    'SELECT kind, count(*)::int AS n FROM app.task GROUP BY kind',
  );
  expect(tasks).toEqual([{ kind: 'issue:ND124.03', n: FILES }]);
  const { rows: inbox } = await world.db.admin.query<{ topic: string; n: number; files: number }>(
    'SELECT topic, count(*)::int AS n, count(DISTINCT case_id)::int AS files FROM app.inbox GROUP BY topic ORDER BY topic',
  );
  expect(inbox).toEqual([
    { topic: 'complaint.accepted', n: FILES * 2, files: FILES },
    { topic: 'complaint.received', n: FILES * 2, files: FILES },
  ]);
  const report = await new PostgresLedgerArchive(world.db.connections).read((streams) => verifyAll(streams));
  expect(report).toMatchObject({ cases: FILES, events: FILES * 2, findings: [] });
}

function effectsSurvive(redis: () => RedisServer | undefined): void {
  let world: World;
  let workers: Workers;
  beforeEach(async () => {
    world = await World.create({ max: 8 });
    await world.clock('2026-07-02');
    workers = new Workers({ databaseUrl: world.db.urls.worker, redisUrl: redis()?.url });
  });
  afterEach(async () => {
    await workers.stop();
    await world.close();
  });
  const count = (where: string) =>
    world.db.admin
      .query<{ n: number }>(`SELECT count(*)::int AS n FROM app.effect WHERE ${where}`)
      .then(({ rows }) => rows[0]?.n ?? 0);

  it('a worker killed in the middle of a flood', async () => {
    const victim = await workers.start();
    const flood = acceptFiles(world);
    await until('some effects are done', async () => (await count('done_at IS NOT NULL')) > 20);
    workers.kill(victim);
    await workers.start();
    await flood;
    await until('no effect is left', async () => (await count('done_at IS NULL')) === 0);
    await expectEachOnce(world);
  }, 180_000);

  it('effects ordered while no worker runs', async () => {
    await acceptFiles(world);
    await Promise.all([workers.start(), workers.start(), workers.start()]);
    await until('no effect is left', async () => (await count('done_at IS NULL')) === 0);
    await expectEachOnce(world);
  }, 180_000);
}

describe('effects survive on the PostgreSQL queue', () => effectsSurvive(() => undefined));

describeWithRedis('effects survive on the Redis queue', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  effectsSurvive(() => redis);

  it('a queue wiped again and again', async () => {
    const world = await World.create({ max: 8 });
    const workers = new Workers({ databaseUrl: world.db.urls.worker, redisUrl: redis.url });
    try {
      await world.clock('2026-07-02');
      await Promise.all([workers.start(), workers.start()]);
      let going = true;
      const flood = acceptFiles(world).finally(() => (going = false));
      while (going) {
        await redis.command('FLUSHALL');
        await new Promise((resolve) => setTimeout(resolve, 300));
      }
      await flood;
      await until('no effect is left', async () => {
        const { rows } = await world.db.admin.query<{ n: number }>(
          'SELECT count(*)::int AS n FROM app.effect WHERE done_at IS NULL',
        );
        return rows[0]?.n === 0;
      });
      await expectEachOnce(world);
    } finally {
      await workers.stop();
      await world.close();
    }
  }, 180_000);
});
