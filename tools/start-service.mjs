// One process of `npm start`, kept running until it is told to stop.
import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const STOP_MS = 10_000;
const BACKOFF_MS = [500, 1_000, 2_000, 5_000, 10_000];
const LOG_BYTES = 20_000_000;

/** One api or worker: started, started again when it ends by itself, stopped when told. */
export class Service {
  #child;
  #stopping = false;
  #failures = 0;

  constructor({ name, env, dataDir, persistence, say }) {
    Object.assign(this, { name, env, persistence, say });
    this.mark = join(dataDir, 'run', `${name}.json`);
    this.log = join(dataDir, 'logs', `${name}.log`);
    mkdirSync(join(dataDir, 'logs'), { recursive: true });
  }

  start() {
    if (existsSync(this.log) && statSync(this.log).size > LOG_BYTES) renameSync(this.log, `${this.log}.1`);
    const log = openSync(this.log, 'a', 0o600);
    // A session of its own: Ctrl-C reaches the launcher alone, which stops things in order.
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, `dist/apps/${this.name}/src/main.js`)], {
      cwd: root,
      env: this.env,
      detached: true,
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#child = child;
    if (child.pid !== undefined) this.persistence.writeMark(this.mark, child.pid);
    const started = Date.now();
    child.once('exit', (code, signal) => {
      if (this.#stopping) return;
      this.#failures = Date.now() - started > 60_000 ? 0 : this.#failures + 1;
      const wait = BACKOFF_MS[Math.min(this.#failures, BACKOFF_MS.length - 1)];
      this.say(
        `${this.name} dừng (${signal ?? `mã ${code}`}): ${this.lastLine()}. Chạy lại sau ${wait / 1000} s; nhật ký: ${this.log}`,
      );
      setTimeout(() => !this.#stopping && this.start(), wait);
    });
  }

  lastLine() {
    const lines = existsSync(this.log) ? readFileSync(this.log, 'utf8').trim().split('\n') : [];
    const told = lines.slice(-30).findLast((line) => /Error|Lỗi|không/i.test(line));
    return (told ?? lines.at(-1) ?? '').slice(0, 300);
  }

  async stop() {
    this.#stopping = true;
    await endProcess(this.persistence, this.persistence.readMark(this.mark));
    rmSync(this.mark, { force: true });
  }
}

export async function endProcess({ isAlive }, mark) {
  if (!mark || !isAlive(mark)) return;
  process.kill(mark.pid, 'SIGTERM');
  for (const until = Date.now() + STOP_MS; isAlive(mark) && Date.now() < until;) await sleep(30);
  if (isAlive(mark)) process.kill(mark.pid, 'SIGKILL');
}
