import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type BenchDatabase, openBenchDatabase } from '#testing/bench/support/bench-database';
import { freePort } from '#testing/support/redis';
import { repository } from '#testing/support/repository';

const READY_MS = 120_000;

/** The built api and worker on a server with the product's settings, with the demonstration's history. */
export class Premises {
  private readonly children = new Map<'api' | 'worker', ChildProcess>();

  private constructor(
    readonly database: BenchDatabase,
    readonly port: number,
  ) {}

  static async open(cases: number): Promise<Premises> {
    const premises = new Premises(await openBenchDatabase(), await freePort());
    process.once('exit', premises.killAll);
    await promisify(execFile)(
      process.execPath,
      [join(repository, 'dist/apps/cli/src/main.js'), 'demo', 'seed', '--cases', String(cases), '--json'],
      { cwd: repository, env: premises.environment('app', true), maxBuffer: 16 * 1024 * 1024 },
    );
    await premises.database.connections.admin.query('ANALYZE');
    premises.launch('api');
    premises.launch('worker');
    await premises.ready();
    return premises;
  }

  private environment(role: 'app' | 'worker', owner = false): NodeJS.ProcessEnv {
    const { urls, dataDir, masterKey } = this.database;
    return {
      PATH: process.env['PATH'],
      PORT: String(this.port),
      DATABASE_URL: urls[role],
      ...(owner ? { DATABASE_ADMIN_URL: urls.admin } : {}),
      NGHE_DAN_DATA: dataDir,
      NGHE_DAN_MASTER_KEY: masterKey.toString('hex'),
    };
  }

  private launch(name: 'api' | 'worker'): void {
    const log = openSync(this.logOf(name), 'a');
    const child = spawn(process.execPath, [join(repository, `dist/apps/${name}/src/main.js`)], {
      cwd: repository,
      env: this.environment(name === 'api' ? 'app' : 'worker'),
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.children.set(name, child);
  }

  private logOf(name: string): string {
    return join(this.database.dataDir, `${name}.log`);
  }

  private async ready(): Promise<void> {
    for (const until = performance.now() + READY_MS; performance.now() < until; await sleep(100)) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`The api was not ready:\n${this.lastLog('api')}`);
  }

  lastLog(name: 'api' | 'worker'): string {
    return readFileSync(this.logOf(name), 'utf8').slice(-3_000);
  }

  /** Resident memory in megabytes; null once the program has ended. */
  memory(name: 'api' | 'worker'): number | null {
    try {
      const status = readFileSync(`/proc/${this.children.get(name)?.pid}/status`, 'utf8');
      return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return null;
    }
  }

  private readonly killAll = (): void => {
    for (const child of this.children.values()) child.kill('SIGKILL');
  };

  async close(): Promise<void> {
    await Promise.all(
      [...this.children.values()].map(async (child) => {
        if (child.exitCode !== null || child.signalCode !== null) return;
        const gone = new Promise<void>((done) => child.once('exit', () => done()));
        child.kill('SIGTERM');
        await gone;
      }),
    );
    process.off('exit', this.killAll);
    await this.database.close();
  }
}
