import { fork } from 'node:child_process';
import { join } from 'node:path';
import { instantOf } from '#libs/shared';
import type { BenchDatabase } from './bench-database.js';
import { startClock } from '../../../apps/cli/src/commands/demo/bulk/replay-history.js';
import { AGENCIES, type BulkOptions } from './history.js';
import { say } from './report.js';

export interface LaneOrder {
  readonly urls: BenchDatabase['urls'];
  readonly masterKey: string;
  readonly options: Omit<BulkOptions, 'onProgress'>;
}

const LANES = 2;

/** A bulk history made by two processes: each keeps the registers of its own agencies. */
export async function bulkInParallel(
  { urls, masterKey, connections }: BenchDatabase,
  options: LaneOrder['options'],
): Promise<void> {
  await startClock(connections, instantOf(options.today, '08:30'));
  await Promise.all(
    Array.from({ length: LANES }, (_, lane) => {
      const agencies = AGENCIES.filter((_agency, i) => i % LANES === lane);
      const petitions = Math.ceil(options.petitions / LANES);
      return runLane({
        urls,
        masterKey: masterKey.toString('hex'),
        options: { ...options, agencies, petitions, seed: options.seed + lane * 1_000_003 },
      });
    }),
  );
  await connections.admin.query('VACUUM ANALYZE');
}

function runLane(order: LaneOrder): Promise<void> {
  return new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'bulk-lane.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const endWithUs = (): void => void child.kill('SIGKILL');
    process.once('exit', endWithUs);
    child.on('message', (line) => say(String(line as string)));
    child.once('error', failed);
    child.once('exit', (code) => {
      process.off('exit', endWithUs);
      if (code === 0) done();
      else failed(new Error(`A lane of the bulk history ended with code ${code}`));
    });
    child.send(order);
  });
}
