import { call, type Answer, signIn } from './call.js';
import { register, type Registered } from './petitions.js';
import { type RunningSystem, startSystem } from './system.js';

export interface Problem {
  type: string;
  code: string;
  title: string;
  detail?: string;
  status: number;
  requestId: string;
  errors: { pointer: string; code: string; message: string }[];
}

const VIETNAMESE = /[àáảãạăắằẳẵặâấầẩẫậđèéẻẽẹêếềểễệìíỉĩịòóỏõọôốồổỗộơớờởỡợùúủũụưứừửữựỳýỷỹỵ]/i;
/** A problem a person can act on: Vietnamese, with a code and the id of the request; never a stack, a statement or a path. */
export function expectProblem(answer: Answer<Problem>, status?: number): void {
  const { body, headers } = answer;
  expect(headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(answer.status).toBeLessThan(500);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  if (status !== undefined) expect(answer.status).toBe(status);
  expect(body).toMatchObject({ status: answer.status, type: `/problems/${body.code}` });
  expect(`${body.title} ${body.detail ?? ''}`).toMatch(VIETNAMESE);
  for (const { message, pointer } of body.errors) {
    expect(message).toMatch(VIETNAMESE);
    expect(pointer === '' || pointer.startsWith('/')).toBe(true);
  }
  expect(body.requestId).toBe(headers.get('x-request-id'));
  expect(answer.text).not.toMatch(/node_modules|\.js:|SELECT |app\.|at Object|Error:/);
}

/** A running system with one petition, watched for rows and unexpected errors that a refused request leaves behind. */
export class Refusing {
  /** Lines of the log that belong to earlier tests. */
  private seen = 0;
  private before: Record<string, number> = {};

  private constructor(
    readonly system: RunningSystem,
    readonly clerk: string,
    readonly petition: Registered,
  ) {}

  static async start(): Promise<Refusing> {
    const system = await startSystem();
    const clerk = await signIn(system.url, 'motcua');
    return new Refusing(system, clerk, await register(system.url, clerk));
  }

  async remember(): Promise<void> {
    this.seen = this.system.logs().split('\n').length - 1;
    this.before = await this.counts();
  }

  async expectNothingLeft(): Promise<void> {
    expect(await this.counts()).toEqual(this.before);
    const lines = this.system.logs().split('\n').slice(this.seen);
    expect(lines.filter((line) => line.includes('"event":"unexpected"'))).toEqual([]);
  }

  get = (path: string, token: string | null = this.clerk): Promise<Answer<Problem>> =>
    call<Problem>(this.system.url, 'GET', path, token === null ? {} : { token });
  post = (path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer<Problem>> =>
    call<Problem>(this.system.url, 'POST', path, { token: this.clerk, body, headers });
  raw = (path: string, body: string | Buffer, type = 'application/json'): Promise<Answer<Problem>> =>
    call<Problem>(this.system.url, 'POST', path, { token: this.clerk, raw: { type, body } });
  upload = (
    path: string,
    field: string,
    { name, bytes }: { name: string; bytes: Buffer },
  ): Promise<Answer<Problem>> => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)]), name);
    return call<Problem>(this.system.url, 'POST', path, { token: this.clerk, form });
  };

  /** Rows of every table but those that a refused request may touch. */
  private async counts(): Promise<Record<string, number>> {
    const { admin } = this.system.database;
    const { rows } = await admin.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p') AND relname NOT IN ('session', 'attempt')`,
    );
    const found: Record<string, number> = {};
    for (const { name } of rows)
      found[name] = Number((await admin.query<{ n: string }>(`SELECT count(*) AS n FROM app."${name}"`)).rows[0]?.n);
    return found;
  }
}
