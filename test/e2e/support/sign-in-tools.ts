import { type ChildProcess, spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { join } from 'node:path';
import { freePort } from '#testing/support/redis';
import { repository } from '#testing/support/repository';
import { ended, type RunningSystem } from './system.js';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** RFC 6238 from its text (SHA-1, six digits, thirty seconds), so that the product is not checked with its own library. */
export function codeAt(secret: string, periodsAhead = 0): string {
  const bits = [...secret].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + periodsAhead));
  const mac = createHmac('sha1', key).update(counter).digest();
  const value = mac.readUInt32BE(mac[19]! & 0xf) & 0x7fffffff;
  return String(value % 1_000_000).padStart(6, '0');
}

export interface Helper {
  readonly url: string;
  stop(): Promise<void>;
}

async function ready(child: ChildProcess, mark: (output: string) => boolean, what: string): Promise<void> {
  let output = '';
  const errors: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  await new Promise<void>((done, fail) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      if (mark(output)) done();
    });
    child.once('exit', () => fail(new Error(`${what} ended: ${output}${errors.join('')}`)));
  });
}

/** One more api process on the same database. */
export async function anotherApi(system: RunningSystem, environment: Record<string, string> = {}): Promise<Helper> {
  const port = await freePort();
  const child = spawn(process.execPath, [join(repository, 'dist/apps/api/src/main.js')], {
    cwd: repository,
    env: { ...system.environment, ...environment, PORT: String(port), DATABASE_URL: system.database.urls.app },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child, (output) => output.includes('"event":"listening"'), 'The second api');
  return { url: `http://127.0.0.1:${port}`, stop: () => ended(child) };
}

export const REDIRECT_URI = 'http://localhost:1/api/v1/auth/oidc/callback';

/** `oidc-provider` on this machine; whoever the address hints at signs in there. */
export async function startProvider(): Promise<Helper> {
  const port = await freePort();
  const script = join(repository, 'test/e2e/support/oidc-server.mjs');
  const child = spawn(process.execPath, [script, String(port), REDIRECT_URI], {
    cwd: repository,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await ready(child, (output) => output.includes('ready'), 'The provider');
  return { url: `http://localhost:${port}`, stop: () => ended(child) };
}

/** What a browser does between leaving us and coming back: follows the provider's redirects with its cookies. Answers the query. */
export async function walkThrough(start: string, who: string): Promise<string> {
  const jar = new Map<string, string>();
  let next = `${start}&login_hint=${encodeURIComponent(who)}`;
  for (let hops = 0; hops < 12; hops++) {
    if (next.startsWith(REDIRECT_URI)) return next.slice(next.indexOf('?') + 1);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split('=');
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (!location) throw new Error(`The provider stopped at ${next}: ${answer.status} ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  throw new Error('The provider goes round in circles');
}
