import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { World } from '#testing/scenarios/support/world';
import { repository } from '#testing/support/repository';
import { until } from './support/workers.js';

/** Nobody listens there: a Redis that is down, also while the worker starts. */
const NO_REDIS = 'redis://127.0.0.1:1';

/** The worker as it runs in production, less patient with its queue. */
const WORKER = `
await import('reflect-metadata');
const { openDatabase, readConfig } = await import('#libs/persistence');
const { assemble } = await import(process.argv[1] + '/assemble.js');
const { WorkerProcess } = await import(process.argv[1] + '/worker-process.js');
const config = readConfig();
const parts = await assemble(config, await openDatabase(config, { max: 12 }));
await new WorkerProcess({ ...parts, silenceMs: 100 }).onApplicationBootstrap();
`;

describe('a worker whose queue does not answer', () => {
  let world: World;
  let dataDir: string;
  let worker: ChildProcess | undefined;
  beforeAll(async () => {
    execFileSync(process.execPath, ['tools/build.mjs'], { cwd: repository, stdio: 'ignore' });
    dataDir = mkdtempSync(join(tmpdir(), 'nghe-dan-worker-'));
    world = await World.create();
  });
  afterAll(async () => {
    worker?.kill('SIGKILL');
    await world.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('fires deadlines without it, and is seen on the health page', async () => {
    const { db } = world;
    await world.clock('2026-07-02');
    const id = await world.open({ receivedOn: '2026-07-02', assignee: 'chuyenvien' });
    await world.clock('2026-07-20', '09:00');
    const program = join(repository, 'dist/apps/worker/src');
    worker = spawn(process.execPath, ['--input-type=module', '-e', WORKER, program], {
      cwd: repository,
      env: { PATH: process.env.PATH, NGHE_DAN_DATA: dataDir, DATABASE_URL: db.urls.worker, REDIS_URL: NO_REDIS },
      stdio: 'ignore',
    });
    const timeline = () => world.casework.timeline(world.person('lanhdao'), id);
    await until('the deadline has lapsed', async () => (await timeline()).some(({ type }) => type === 'LAPSE'));
    await until('the worker is seen', async () => {
      const { rows } = await db.admin.query<{ n: number }>('SELECT count(*)::int AS n FROM app.process_pulse');
      return rows[0]?.n === 1;
    });
  }, 120_000);
});
