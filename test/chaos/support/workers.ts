import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const repository = join(import.meta.dirname, '../../..');

export interface WorkerPlace {
  readonly databaseUrl: string;
  readonly redisUrl?: string | undefined;
}

/** Workers as they run in production: the built program, a process each. */
export class Workers {
  private readonly folder = mkdtempSync(join(tmpdir(), 'nghe-dan-workers-'));
  private readonly running = new Set<ChildProcess>();
  log = '';

  constructor(private readonly place: WorkerPlace) {
    execFileSync(process.execPath, [join(repository, 'tools/build.mjs')], { cwd: repository, stdio: 'ignore' });
  }

  async start(): Promise<ChildProcess> {
    const env: NodeJS.ProcessEnv = {
      PATH: process.env.PATH,
      DATABASE_URL: this.place.databaseUrl,
      NGHE_DAN_DATA: this.folder,
      NGHE_DAN_MODE: 'demo',
      ...(this.place.redisUrl ? { REDIS_URL: this.place.redisUrl } : {}),
    };
    const child = spawn(process.execPath, [join(repository, 'dist/apps/worker/src/main.js')], { cwd: repository, env });
    this.running.add(child);
    let own = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        own += chunk.toString();
        this.log += chunk.toString();
      });
    child.once('exit', () => this.running.delete(child));
    for (let waited = 0; waited < 20_000 && !own.includes('"event":"ready"'); waited += 50) {
      if (child.exitCode !== null) throw new Error(`The worker ended: ${own}`);
      await sleep(50);
    }
    return child;
  }

  /** kill -9: nothing is tidied up. */
  kill(child: ChildProcess): void {
    child.kill('SIGKILL');
  }

  async stop(): Promise<void> {
    await Promise.all(
      [...this.running].map(
        (child) =>
          new Promise<void>((resolve) => {
            child.once('exit', () => resolve());
            child.kill('SIGTERM');
          }),
      ),
    );
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for a condition that the workers bring about. */
export async function until(what: string, holds: () => Promise<boolean>, seconds = 120): Promise<void> {
  for (let waited = 0; waited < seconds * 1000; waited += 100) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error(`Waited ${seconds} s in vain: ${what}`);
}
