import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { redisServer } from '#testing/support/redis';
import { repository } from '#testing/support/repository';
import { arrangementOf } from './support/run.js';
import { Session } from './support/session.js';

/** Some of `npm run chaos`: a seed for each way to keep the product running and each queue. */
const SEEDS = [3, 7, 28];

// A house of its own is built, and its programs are killed and started again.
jest.setTimeout(300_000);

describe('nothing is lost and nothing doubled, whatever breaks', () => {
  const session = new Session();
  beforeAll(() => {
    execFileSync(process.execPath, ['tools/build.mjs'], { cwd: repository, stdio: 'ignore' });
    execFileSync(process.execPath, [join(repository, 'tools/build-web.mjs')], { cwd: repository, stdio: 'ignore' });
  });
  afterAll(() => session.close());

  it.each(SEEDS)('in the storm of seed %d', async (seed) => {
    const report = await session.run(seed, { stories: 5 });
    expect(report.faults).toEqual([]);
    expect(report.registered).toBeGreaterThanOrEqual(5);
    expect(report.arrangement).toEqual(arrangementOf(seed, redisServer() !== undefined));
  });
});
