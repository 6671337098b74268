import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { stopPostmaster } from '#libs/persistence';
import { freePort } from '#testing/support/redis';
import { repository } from '#testing/support/repository';
import { ended } from './system.js';

export interface CliAnswer {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

const READY_MS = 90_000;

/** An installation with an embedded server of its own, as `npm start` makes it, driven by the built programs. */
export class House {
  private readonly processes: ChildProcess[] = [];
  private constructor(readonly folder: string) {}

  static open(): House {
    const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-house-'));
    // The server's account must be able to enter where root runs the tests.
    chmodSync(folder, 0o755);
    return new House(folder);
  }

  at(name: string): string {
    return join(this.folder, name);
  }

  private environment(data: string, over: Readonly<Record<string, string>> = {}) {
    return { PATH: process.env.PATH ?? '', NGHE_DAN_MODE: 'demo', NGHE_DAN_DATA: this.at(data), ...over };
  }

  /** An operators' command on the data folder of this name. */
  async cli(data: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<CliAnswer> {
    const child = spawn(process.execPath, [join(repository, 'dist/apps/cli/src/main.js'), ...args], {
      ...{ cwd: repository, env: this.environment(data, env), stdio: ['ignore', 'pipe', 'pipe'] as const },
    });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise<number | null>((done) => child.once('close', done));
    return { code, out, err };
  }

  /** The API on the data folder of this name; its address. */
  async api(data: string): Promise<{ readonly url: string; stop(): Promise<void> }> {
    const port = await freePort();
    const child = spawn(process.execPath, [join(repository, 'dist/apps/api/src/main.js')], {
      ...{
        cwd: repository,
        env: this.environment(data, { PORT: String(port) }),
        stdio: ['ignore', 'pipe', 'pipe'] as const,
      },
    });
    this.processes.push(child);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const url = `http://127.0.0.1:${port}`;
    for (const until = Date.now() + READY_MS; Date.now() < until && child.exitCode === null; await sleep(60)) {
      const answer = await fetch(`${url}/readyz`).catch(() => null);
      if (answer?.ok) return { url, stop: () => ended(child) };
    }
    throw new Error(`The API was not ready:\n${said}`);
  }

  async close(data: readonly string[]): Promise<void> {
    await Promise.all(this.processes.map(ended));
    for (const name of data) {
      const cluster = join(this.at(name), 'postgres/cluster');
      if (existsSync(cluster)) await stopPostmaster(cluster);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}
