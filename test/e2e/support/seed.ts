import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { RunningSystem } from './system.js';
import { repository } from '#testing/support/repository';

const run = promisify(execFile);

/** The demo's history in a system that has no petition yet: every kind of file, in every stage, over fourteen months. */
export async function seedDemo({ database, environment }: RunningSystem, cases: number): Promise<void> {
  const command = ['dist/apps/cli/src/main.js', 'demo', 'seed', '--cases', String(cases), '--json'];
  await run(process.execPath, command, {
    cwd: repository,
    env: { ...environment, DATABASE_URL: database.urls.app, DATABASE_ADMIN_URL: database.urls.admin },
    maxBuffer: 16 * 1024 * 1024,
  });
}
