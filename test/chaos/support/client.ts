import { setTimeout as sleep } from 'node:timers/promises';
import { DEMO_PASSWORD } from '#libs/persistence';
import type { House } from './house.js';
import type { Journal } from './journal.js';
import type { Random } from './random.js';

export interface Request {
  readonly as: string;
  readonly method?: 'GET' | 'POST';
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly rev?: number;
}
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number;
  readonly body: Body;
  readonly etag: string;
  /** Some try before this answer ended in silence or in a 5xx: it may have been carried out. */
  readonly uncertain: boolean;
}

const PATIENCE_MS = 120_000;
const TIMEOUT_MS = 20_000;

/** A program at a desk that does not give up: what was not answered is sent again, the same with the same key. */
export class Client {
  private static readonly tokens = new WeakMap<House, Map<string, string>>();

  constructor(
    readonly house: House,
    readonly random: Random,
    readonly journal: Journal,
  ) {}

  /** One try. Null: no answer. */
  async once<Body>({
    as,
    method = 'GET',
    path,
    body,
    key,
    rev,
  }: Request): Promise<Omit<Answer<Body>, 'uncertain'> | null> {
    try {
      const response = await fetch(`${this.house.url}/api/v1${path}`, {
        method,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          authorization: `Bearer ${await this.token(as)}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
          ...(rev === undefined ? {} : { 'if-match': `"${rev}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      this.journal.count(`${method} ${response.status}`);
      if (response.status === 401) this.tokens.delete(as);
      return {
        status: response.status,
        body: (text === '' ? {} : JSON.parse(text)) as Body,
        etag: response.headers.get('etag') ?? '',
      };
    } catch (error) {
      const late = error instanceof DOMException && error.name === 'TimeoutError';
      this.journal.count(`${method} ${late ? 'no answer in time' : 'cut off'}`);
      return null;
    }
  }

  async send<Body = Record<string, unknown>>(request: Request): Promise<Answer<Body>> {
    let uncertain = false;
    for (const until = performance.now() + PATIENCE_MS; performance.now() < until;) {
      const answer = await this.once<Body>(request);
      if (answer && !isForLater(answer)) return { ...answer, uncertain };
      if (!answer || answer.status >= 500) uncertain = true;
      await sleep(this.random.between(50, 400));
    }
    throw new Error(`No answer for two minutes: ${request.method ?? 'GET'} ${request.path}`);
  }

  async get<Body>(as: string, path: string): Promise<Body> {
    const { status, body } = await this.send<Body>({ as, path });
    if (status !== 200) throw new Error(`GET ${path} as ${as}: ${status} ${JSON.stringify(body)}`);
    return body;
  }

  private get tokens(): Map<string, string> {
    const known = Client.tokens.get(this.house) ?? new Map<string, string>();
    Client.tokens.set(this.house, known);
    return known;
  }

  private async token(username: string): Promise<string> {
    const known = this.tokens.get(username);
    if (known) return known;
    const response = await fetch(`${this.house.url}/api/v1/auth/login`, {
      method: 'POST',
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: DEMO_PASSWORD }),
    });
    if (!response.ok) throw new Error(`${username} could not sign in: ${response.status}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    this.tokens.set(username, accessToken);
    return accessToken;
  }
}

/** Answers that ask to come again: nothing was carried out, or the same request is being carried out just now. */
const isForLater = ({ status, body }: { readonly status: number; readonly body: unknown }): boolean =>
  status >= 500 ||
  status === 401 ||
  status === 429 ||
  (status === 409 && (body as { code?: string }).code === 'HTTP.IDEMPOTENCY_BUSY');
