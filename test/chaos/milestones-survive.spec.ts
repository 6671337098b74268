import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { instantOf, localDate } from '#libs/shared';
import { World } from '#testing/scenarios/support/world';
import { describeWithRedis, startRedis, type RedisServer } from '#testing/support/redis';
import { until, Workers } from './support/workers.js';

const FILES = 60;

/** What ten working days leave behind on a complaint received 02/07 that nobody accepts. */
const EXPECTED_EVENTS = ['OPEN', 'REMIND', 'REMIND', 'LAPSE', 'ESCALATE', 'ESCALATE'];
const EXPECTED_INBOX = [
  'complaint.received',
  'complaint.received',
  'remind1',
  'remind3',
  'overdue',
  'overdue',
  'rung1',
  'rung2',
].sort();

/** A world whose files are watched by real worker processes while things are done to them. */
class Scene {
  private constructor(
    readonly world: World,
    readonly workers: Workers,
  ) {}

  static async set(redisUrl?: string): Promise<Scene> {
    const world = await World.create({ max: 8 });
    await world.clock('2026-07-02');
    for (let i = 0; i < FILES; i += 1) await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    return new Scene(world, new Workers({ databaseUrl: world.db.urls.worker, redisUrl }));
  }

  /** As the API does it: an effect row, carried out by a worker. */
  async ask(day: string): Promise<void> {
    const to = instantOf(localDate(day), '17:00').toISOString();
    await this.world.db.app.query(
      `INSERT INTO app.effect (kind, payload) VALUES ('clock.advance', jsonb_build_object('to', $1::text))`,
      [to],
    );
  }

  private async count(sql: string): Promise<number> {
    const { rows } = await this.world.db.admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`);
    return rows[0]?.n ?? 0;
  }

  firedAtLeast(n: number): Promise<void> {
    return until(`${n} milestones fired`, async () => (await this.count(`app.milestone WHERE state = 'fired'`)) >= n);
  }

  async allDone(): Promise<void> {
    try {
      await until('no effect is left', async () => (await this.count('app.effect WHERE done_at IS NULL')) === 0);
    } catch (error) {
      throw new Error(`${(error as Error).message}\n${this.workers.log.slice(-3_000)}`);
    }
  }

  /** None lost, none doubled: the same rows on every file, whatever happened to queue and workers. */
  async expectEachOnce(): Promise<void> {
    const { db } = this.world;
    const events = await db.admin.query<{ types: string[] }>(
      'SELECT array_agg(type ORDER BY seq) AS types FROM app.case_event GROUP BY case_id',
    );
    expect(events.rows).toHaveLength(FILES);
    for (const { types } of events.rows) expect(types).toEqual(EXPECTED_EVENTS);
    const inbox = await db.admin.query<{ topics: string[] }>(
      'SELECT array_agg(topic ORDER BY topic COLLATE "C") AS topics FROM app.inbox WHERE case_id IS NOT NULL GROUP BY case_id',
    );
    expect(inbox.rows).toHaveLength(FILES);
    for (const { topics } of inbox.rows) expect(topics).toEqual(EXPECTED_INBOX);
    const tasks = await db.admin.query<{ kind: string; n: number }>(
      'SELECT kind, count(*)::int AS n FROM app.task GROUP BY kind',
    );
    expect(tasks.rows).toEqual([{ kind: 'apology-letter', n: FILES }]);
    const states = await db.admin.query<{ state: string; rung: number; n: number }>(
      'SELECT state, rung, count(*)::int AS n FROM app.deadline GROUP BY 1, 2',
    );
    expect(states.rows).toEqual([{ state: 'escalated', rung: 2, n: FILES }]);
    const report = await new PostgresLedgerArchive(db.connections).read((streams) => verifyAll(streams));
    expect(report).toMatchObject({ cases: FILES, findings: [] });
  }

  async strike(): Promise<void> {
    await this.workers.stop();
    await this.world.close();
  }
}

function milestonesSurvive(redis: () => RedisServer | undefined): void {
  let scene: Scene;
  beforeEach(async () => {
    scene = await Scene.set(redis()?.url);
  });
  afterEach(() => scene.strike());

  it('three workers at once', async () => {
    await Promise.all([scene.workers.start(), scene.workers.start(), scene.workers.start()]);
    await scene.ask('2026-07-16');
    await scene.allDone();
    await scene.expectEachOnce();
  }, 180_000);

  it('a worker killed in the middle', async () => {
    const victims = await Promise.all([scene.workers.start(), scene.workers.start()]);
    await scene.ask('2026-07-16');
    await scene.firedAtLeast(FILES + 1);
    for (const victim of victims) scene.workers.kill(victim);
    await scene.workers.start();
    await scene.allDone();
    await scene.expectEachOnce();
  }, 180_000);
}

describe('deadlines survive on the PostgreSQL queue', () => milestonesSurvive(() => undefined));

describeWithRedis('deadlines survive on the Redis queue', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());

  milestonesSurvive(() => redis);

  it('a queue wiped in the middle', async () => {
    const scene = await Scene.set(redis.url);
    try {
      await Promise.all([scene.workers.start(), scene.workers.start()]);
      await scene.ask('2026-07-16');
      await scene.firedAtLeast(1);
      await redis.command('FLUSHALL');
      await scene.firedAtLeast(FILES * 2);
      await redis.command('FLUSHALL');
      await scene.allDone();
      await scene.expectEachOnce();
    } finally {
      await scene.strike();
    }
  }, 180_000);
});
