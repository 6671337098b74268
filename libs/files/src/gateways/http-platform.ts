import { createHash } from 'node:crypto';
import {
  NationalPlatform,
  type DeliveredItem,
  type DeliveryReceipt,
  type Parcel,
  type PlatformAnswer,
  type UnreadableAnswer,
} from '#libs/interchange';
import { answerIn } from '../exchange-folders.js';

const PATIENCE_MS = 10_000;
const MAX_ANSWER_CHARS = 16 * 1024 * 1024;

/** What the relay answered, without its words. `code` is what is shown. */
class PlatformRefused extends Error {
  readonly code: string;
  constructor(status: number) {
    super(`The relay answered ${status}`);
    this.name = 'PlatformRefused';
    this.code = `PLATFORM_${status}`;
  }
}
class PlatformSilent extends Error {
  readonly code: string;
  constructor(cause: unknown) {
    super('The relay did not answer', { cause });
    this.name = 'PlatformSilent';
    this.code = cause instanceof Error && cause.name === 'TimeoutError' ? 'PLATFORM_TIMEOUT' : 'PLATFORM_AWAY';
  }
}

/**
 * The national platform behind a relay of the house, under a small contract of our own (none of the platform's is public):
 * `PUT {url}/packages/{id}` takes a package, as often as it comes; `GET {url}/answers` gives `[{key, packageId, items}]`;
 * `DELETE {url}/answers/{key}` forgets one that was taken in. The token of the address goes as a bearer token. One record that
 * is refused is an answer, not a failure: the others are taken.
 */
export class HttpPlatform extends NationalPlatform {
  private readonly base: string;
  private readonly token: string;

  constructor(url: string) {
    super();
    const address = new URL(url);
    this.token = decodeURIComponent(address.password || address.username);
    address.username = '';
    address.password = '';
    this.base = address.href.replace(/\/+$/, '');
  }

  override async deliver({ packageId, agencyCode, mapping, items, files }: Parcel): Promise<DeliveryReceipt> {
    const json = files.find(({ name }) => name.endsWith('.json'));
    const content = json ? (JSON.parse(json.bytes.toString('utf8')) as object) : {};
    const body = JSON.stringify({ packageId, agencyCode, mapping, items, content });
    const answered = await this.ask('PUT', `packages/${packageId}`, body);
    // A package it had already stands as it went the first time.
    return { items: itemsIn(answered) ?? items, manifestHash: createHash('sha256').update(body).digest('hex') };
  }

  override async answers(): Promise<{ read: PlatformAnswer[]; unreadable: UnreadableAnswer[] }> {
    const read: PlatformAnswer[] = [];
    const unreadable: UnreadableAnswer[] = [];
    const text = await this.ask('GET', 'answers');
    for (const [at, one] of listIn(text).entries()) {
      const raw = JSON.stringify(one);
      const { key } = (one ?? {}) as { readonly key?: unknown };
      const named = typeof key === 'string' && /^[\w-]{1,80}$/.test(key) ? key : null;
      const answer = named === null ? null : answerIn(named, raw);
      if (answer) read.push(answer);
      else unreadable.push({ key: named ?? `${at}`, hash: createHash('sha256').update(raw).digest('hex') });
    }
    return { read, unreadable };
  }

  override async settle(key: string): Promise<void> {
    await this.ask('DELETE', `answers/${key}`);
  }

  /** What was handed over is over there: nothing is laid ready here. */
  override release(): Promise<void> {
    return Promise.resolve();
  }
  override laidReady(): Promise<string[]> {
    return Promise.resolve([]);
  }
  override discard(): Promise<void> {
    return Promise.resolve();
  }

  private async ask(method: 'GET' | 'PUT' | 'DELETE', path: string, body?: string): Promise<string> {
    let answer: Response;
    try {
      answer = await fetch(`${this.base}/${path}`, {
        ...{ method, redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) },
        ...(body === undefined ? {} : { body }),
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
        },
      });
      if (answer.ok) return (await answer.text()).slice(0, MAX_ANSWER_CHARS);
    } catch (error) {
      throw new PlatformSilent(error);
    }
    throw new PlatformRefused(answer.status);
  }
}

function listIn(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** `{items: [{id, kind, hash}]}`, where the relay tells what it has under this id. */
function itemsIn(text: string): readonly DeliveredItem[] | null {
  try {
    const { items } = JSON.parse(text) as { readonly items?: readonly DeliveredItem[] };
    const sound =
      Array.isArray(items) && items.every(({ id, hash }) => typeof id === 'string' && /^[0-9a-f]{64}$/.test(hash));
    return sound ? (items ?? null) : null;
  } catch {
    return null;
  }
}
