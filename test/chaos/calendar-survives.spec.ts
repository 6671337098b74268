import { verifyAll } from '#libs/audit';
import type { PublishedDay } from '#libs/calendar';
import { computeColumns } from '#libs/casework';
import { CalendarChangeService } from '#libs/oversight';
import { PostgresCalendarChanges, PostgresLedgerArchive } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { describeWithRedis, startRedis, type RedisServer } from '#testing/support/redis';
import { World } from '#testing/scenarios/support/world';
import { until, Workers } from './support/workers.js';

/** More than two sets of cases. */
const FILES = 560;
const SWAP: PublishedDay = {
  ...{ date: localDate('2026-11-23'), kind: 'off', name: 'Nghỉ hoán đổi', basis: 'CV 9999/VPCP-KGVX' },
  confirmed: true,
};

interface Job {
  state: string;
  total: number;
  done: number;
  moved: number;
}

/** Publishes on a full desk; the worker is killed between the first set it wrote and the second it was writing. */
function publicationSurvives(redis: () => RedisServer | undefined): void {
  let world: World;
  let workers: Workers;
  beforeEach(async () => {
    world = await World.create({ max: 8 });
    await world.clock('2026-11-16');
    for (let at = 0; at < FILES; at += 8)
      await Promise.all(
        Array.from({ length: 8 }, () => world.open({ receivedOn: '2026-11-16', assignee: 'chuyenvien' })),
      );
    workers = new Workers({ databaseUrl: world.db.urls.worker, redisUrl: redis()?.url });
  }, 120_000);
  afterEach(async () => {
    await workers.stop();
    await world.close();
  });
  const rowsOf = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    (await world.db.admin.query<Row>(text, values)).rows;
  const job = async (): Promise<Job> => (await rowsOf<Job>('SELECT * FROM app.calendar_job'))[0]!;

  it('a worker killed in the middle of a re-projection', async () => {
    const admin = world.person('quantri');
    const changes = new CalendarChangeService({
      changes: new PostgresCalendarChanges(world.db.connections),
      reckon: computeColumns,
      businessNow: async () => (await rowsOf<{ now: Date }>('SELECT app.business_now() AS now'))[0]!.now,
      systemNow: () => new Date(),
    });
    const { id } = await changes.preview(admin, { entries: [SWAP], announcesYear: null });
    const before = await rowsOf<{ n: number }>('SELECT count(*)::int AS n FROM app.calendar_preview_row');
    expect(before).toEqual([{ n: FILES }]);

    const [held] = await rowsOf<{ id: string }>('SELECT id FROM app.case_file ORDER BY id OFFSET 400 LIMIT 1');
    const holder = await world.db.admin.connect();
    await holder.query('BEGIN');
    await holder.query('SELECT 1 FROM app.case_file WHERE id = $1 FOR UPDATE', [held!.id]);
    const victim = await workers.start();
    await changes.publish(admin, { previewId: id, reason: 'Theo công văn' });
    await until('the first set is written', async () => (await job()).done > 0);
    workers.kill(victim);
    const halfway = await job();
    expect(halfway).toMatchObject({ state: 'running', total: FILES });
    expect(halfway.done).toBeLessThan(FILES);
    await holder.query('ROLLBACK');
    holder.release();

    await workers.start();
    await until('all is reckoned anew', async () => (await job()).state === 'done');
    expect(await job()).toMatchObject({ total: FILES, done: FILES, moved: FILES });
    const dues = `SELECT due_on, count(*)::int AS n FROM app.deadline GROUP BY 1`;
    expect(await rowsOf(dues)).toEqual([{ due_on: '2026-11-27', n: FILES }]);
    const events = `SELECT count(*)::int AS n, count(DISTINCT subject_id)::int AS limits FROM app.case_event WHERE type = 'REPROJECTED'`;
    expect(await rowsOf(events)).toEqual([{ n: FILES, limits: FILES }]);
    const notices = `SELECT due_at::date::text AS on, count(*)::int AS n FROM app.milestone WHERE kind = 'overdue' AND state = 'pending' GROUP BY 1`;
    expect(await rowsOf(notices)).toEqual([{ on: '2026-11-30', n: FILES }]);
    expect(await rowsOf('SELECT DISTINCT rev FROM app.case_file')).toEqual([{ rev: 1 }]);
    const report = await new PostgresLedgerArchive(world.db.connections).read((streams) => verifyAll(streams));
    expect(report).toMatchObject({ cases: FILES, events: FILES * 2, findings: [] });
  }, 180_000);
}

describe('a publication survives on the PostgreSQL queue', () => publicationSurvives(() => undefined));

describeWithRedis('a publication survives on the Redis queue', () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(() => redis.stop());
  publicationSurvives(() => redis);
});
