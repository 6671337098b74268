import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '#testing/support/redis';
import type { BenchDatabase } from './bench-database.js';

const START_MS = 60_000;

export interface ApiProcess {
  readonly port: number;
  readonly url: string;
  /** Answers once the process listens; the moment is of `performance.now()`. */
  readonly listening: Promise<number>;
  stop(): Promise<void>;
}

/** The built API on a bench database, its log in a file as in production. */
export async function startApi({ urls, dataDir, masterKey }: BenchDatabase): Promise<ApiProcess> {
  const port = await freePort();
  const logPath = join(dataDir, 'api.log');
  const log = openSync(logPath, 'a');
  const child = spawn(process.execPath, [...inspection(), join(process.cwd(), 'dist/apps/api/src/main.js')], {
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      DATABASE_URL: urls.app,
      NGHE_DAN_DATA: dataDir,
      // One account asks as fast as it is answered: the work is measured, not the limit.
      NGHE_DAN_ACCOUNT_PER_MINUTE: '1000000',
      NGHE_DAN_MASTER_KEY: masterKey.toString('hex'),
    },
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  const endWithUs = (): void => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const listening = untilListening(port, child).catch(() => {
    throw new Error(`The API did not listen:\n${readFileSync(logPath, 'utf8').slice(-2000)}`);
  });
  return {
    port,
    url: `http://127.0.0.1:${port}`,
    listening,
    stop: async () => {
      process.off('exit', endWithUs);
      if (child.exitCode !== null) return;
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** `BENCH_CPU_PROF=folder` leaves a CPU profile of every API process there. */
const inspection = (): string[] =>
  process.env.BENCH_CPU_PROF ? ['--cpu-prof', `--cpu-prof-dir=${process.env.BENCH_CPU_PROF}`] : [];

async function untilListening(port: number, child: ChildProcess): Promise<number> {
  for (const until = Date.now() + START_MS; Date.now() < until && child.exitCode === null; await sleep(2)) {
    const open = await new Promise<boolean>((done) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.destroy();
        done(true);
      });
      socket.once('error', () => done(false));
    });
    if (open) return performance.now();
  }
  throw new Error('not listening');
}
