import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { freePort } from '#testing/support/redis';
import { repository } from '#testing/support/repository';

const READY_MS = 90_000;

export interface SystemOptions {
  /** Without it only the API runs: enough where nothing happens later. */
  readonly worker?: boolean;
  readonly redisUrl?: string;
  /** Gives the processes the login of the owner too, as a demo has it. */
  readonly owner?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

/** The built product on a database of its own: `dist/apps/api` and, where asked for, `dist/apps/worker`. */
export interface RunningSystem {
  readonly url: string;
  readonly database: TestDatabase;
  readonly dataDir: string;
  readonly api: ChildProcess;
  /** Everything the processes have printed. */
  logs(): string;
  readonly environment: Readonly<Record<string, string>>;
  startWorker(): Promise<ChildProcess>;
  stop(): Promise<void>;
}

export async function startSystem(options: SystemOptions = {}): Promise<RunningSystem> {
  const database = await createTestDatabase({ max: 3 });
  const dataDir = mkdtempSync(join(tmpdir(), 'nghe-dan-e2e-'));
  const port = await freePort();
  const processes: ChildProcess[] = [];
  let output = '';
  const environment = {
    PATH: process.env.PATH ?? '',
    NGHE_DAN_MODE: 'demo',
    NGHE_DAN_DATA: dataDir,
    // A test does in a minute what a colleague does in a week.
    NGHE_DAN_ACCOUNT_PER_MINUTE: '1000000',
    ...(options.redisUrl ? { REDIS_URL: options.redisUrl } : {}),
    ...(options.owner ? { DATABASE_ADMIN_URL: database.urls.admin } : {}),
    ...options.environment,
  };
  const launch = (name: 'api' | 'worker'): ChildProcess => {
    const child = spawn(process.execPath, ['--enable-source-maps', join(repository, `dist/apps/${name}/src/main.js`)], {
      cwd: repository,
      env: {
        ...environment,
        PORT: String(port),
        DATABASE_URL: name === 'api' ? database.urls.app : database.urls.worker,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
    processes.push(child);
    return child;
  };
  const endWithUs = (): void => processes.forEach((child) => child.kill('SIGKILL'));
  process.once('exit', endWithUs);
  const stop = async (): Promise<void> => {
    await Promise.all(processes.map(ended));
    process.off('exit', endWithUs);
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  const url = `http://127.0.0.1:${port}`;
  const api = launch('api');
  if (options.worker) launch('worker');
  for (const until = Date.now() + READY_MS; Date.now() < until && api.exitCode === null; await sleep(60)) {
    const answer = await fetch(`${url}/readyz`).catch(() => null);
    if (answer?.ok)
      return {
        url,
        database,
        dataDir,
        api,
        environment,
        logs: () => output,
        startWorker: async () => launch('worker'),
        stop,
      };
  }
  await stop();
  throw new Error(`The API was not ready on ${url}:\n${output}`);
}

/** The inspectorate's man of the demo also works on files: with the inspector's role alone he would only look. */
export const letInspectorVerify = ({ database }: RunningSystem): Promise<unknown> =>
  database.admin.query(`UPDATE app.app_user SET roles = '{inspector,caseOfficer}' WHERE username = 'thanhtra'`);

/** Stops a process as an operator does; after nine seconds the hard way. */
export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill('SIGTERM');
  const impatient = setTimeout(() => child.kill('SIGKILL'), 9_000);
  await gone;
  clearTimeout(impatient);
}
