import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Path of redis-server: `TEST_REDIS_SERVER` (empty means "do without"), else where Debian puts it. */
export function redisServer(): string | undefined {
  const named = process.env.TEST_REDIS_SERVER;
  if (named !== undefined) return named === '' ? undefined : named;
  return ['/usr/bin/redis-server', '/usr/local/bin/redis-server'].find((path) => existsSync(path));
}

/** A suite that needs a real Redis; where there is none its tests are counted as skipped, and the run says so. */
export const describeWithRedis = (name: string, suite: () => void): void => {
  const { skip } = describe;
  return redisServer() ? describe(name, suite) : skip(name, suite);
};

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Sends one command of plain words and gives the raw answer: `FLUSHALL`, `DBSIZE`, `CONFIG SET …`. */
  command(line: string): Promise<string>;
  stop(): Promise<void>;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('The probe has no port')),
      );
    });
  });
}

function send(port: number, line: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(`${line}\r\nQUIT\r\n`));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('close', () => resolve(answer.replace(/\+OK\r\n$/, '').trimEnd()));
    socket.on('error', reject);
  });
}

/** Starts a Redis of its own on a free port with an empty folder; the folder goes away with it. */
export async function startRedis(): Promise<RedisServer> {
  const path = redisServer();
  if (!path) throw new Error('No redis-server on this machine: wrap the suite in describeWithRedis().');
  const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-redis-'));
  const port = await freePort();
  // The shell ends the server when its own stdin closes: also when the test run is killed or forgets to stop it.
  const child = spawn(
    'sh',
    [
      '-c',
      '"$@" & cat >/dev/null; kill $!; wait; rm -rf "$FOLDER"',
      'sh',
      path,
      '--port',
      `${port}`,
      '--bind',
      '127.0.0.1',
    ].concat(['--dir', folder, '--save', '', '--appendonly', 'no']),
    { stdio: 'pipe', env: { ...process.env, FOLDER: folder } },
  );
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString()));
  for (const stream of [child.stdin, child.stdout, child.stderr]) (stream as Socket).unref();
  child.unref();

  const stop = async () => {
    child.ref();
    child.stdin.end();
    await gone;
  };
  for (let tries = 0; tries < 200; tries++) {
    if (child.exitCode !== null) break;
    if ((await send(port, 'PING').catch(() => '')) === '+PONG')
      return { url: `redis://127.0.0.1:${port}`, port, command: (line) => send(port, line), stop };
    await sleep(25);
  }
  await stop();
  throw new Error(`redis-server did not answer on port ${port}:\n${log}`);
}
