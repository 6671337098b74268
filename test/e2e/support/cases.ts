import { setTimeout as sleep } from 'node:timers/promises';
import { call, signIn } from './call.js';
import { register, type Registered } from './petitions.js';
import type { RunningSystem } from './system.js';

export interface CaseFile {
  id: string;
  procedure: string;
  state: string;
  stage: string;
  stageTitle: string;
  regions: Record<string, string>;
  rev: number;
  assigneeId: number | null;
  closedOn: string | null;
  outcome: string | null;
  deadlines: Deadline[];
}
export interface Deadline {
  id: string;
  ruleId: string;
  ruleVersion: string;
  title: string;
  citation: string;
  state: string;
  rung: number;
  startOn: string;
  dueOn: string | null;
  metOn: string | null;
  metRecordedLate: boolean;
  pauses: { from: string; to: string | null }[];
  explanation?: {
    days: { date: string; counted: boolean; reason?: string; name?: string }[];
    readings: { rule: { id: string; citation: string }; due: string | null }[];
    notes: string[];
  };
}
export interface TimelineEntry {
  id: string;
  seq: number;
  kind: string;
  type: string;
  title: string;
  occurredOn: string;
  recordedAt: string;
  actorName: string;
  from: string | null;
  to: string | null;
  texts: Record<string, string>;
  facts: Record<string, unknown>;
}
export interface Refused {
  code: string;
  allowed?: string[];
  unmet?: { code: string; title: string; citation: string }[];
  errors: { pointer: string; code: string; message: string }[];
}

export interface InputField {
  name: string;
  kind: string;
  required: boolean;
  options?: { value: string }[];
  min?: number;
}

export function plainValue({ kind, options, min }: InputField, today: string): unknown {
  if (kind === 'date') return today;
  if (kind === 'boolean') return true;
  if (kind === 'choice') return options?.[0]?.value;
  if (kind === 'choices') return options?.slice(0, 1).map(({ value }) => value);
  if (kind === 'number' || kind === 'user' || kind === 'agency') return Math.max(1, min ?? 1);
  return 'Ghi theo văn bản số 99/VB-UBND';
}

const PATIENCE_MS = 30_000;

/** Asks again until the answer is there: effects arrive in their own time. */
export async function eventually<T>(what: string, look: () => Promise<T | null | undefined>): Promise<T> {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until; await sleep(60)) {
    const found = await look();
    if (found !== null && found !== undefined) return found;
  }
  throw new Error(`Waited in vain: ${what}`);
}

/** The officers of one commune, signed in, and what they do. Tokens are renewed: weeks of demo time pass in seconds of theirs. */
export class Office {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(readonly system: RunningSystem) {}

  token(username: string): Promise<string> {
    let token = this.tokens.get(username);
    if (!token) this.tokens.set(username, (token = signIn(this.system.url, username)));
    return token;
  }

  async get<Body>(username: string, path: string): Promise<Body> {
    const { status, body, text } = await call<Body>(this.system.url, 'GET', path, {
      token: await this.token(username),
    });
    if (status !== 200) throw new Error(`GET ${path} as ${username}: ${status} ${text}`);
    return body;
  }

  async userId(username: string): Promise<number> {
    return (await this.get<{ id: number }>(username, '/me')).id;
  }

  /** One step, as the screen does it: read, then write what was read. */
  async try(username: string, caseFileId: string, event: { type: string } & Record<string, unknown>) {
    const token = await this.token(username);
    const { headers } = await call(this.system.url, 'GET', `/case-files/${caseFileId}`, { token });
    return call<CaseFile & Refused>(this.system.url, 'POST', `/case-files/${caseFileId}/events`, {
      token,
      body: event,
      headers: { 'if-match': headers.get('etag') ?? '' },
    });
  }

  async step(
    username: string,
    caseFileId: string,
    type: string,
    inputs: Record<string, unknown> = {},
  ): Promise<CaseFile> {
    const { status, body, text } = await this.try(username, caseFileId, { type, ...inputs });
    if (status !== 200) throw new Error(`${type} as ${username}: ${status} ${text}`);
    return body;
  }

  /** A filled-in form of the step: what is required and not given gets a plain value of its kind. */
  async form(
    username: string,
    caseFileId: string,
    type: string,
    given: Record<string, unknown> = {},
  ): Promise<Record<string, unknown>> {
    const events = await this.get<{ type: string; inputSchema: InputField[] }[]>(
      username,
      `/case-files/${caseFileId}/events/available`,
    );
    const fields = events.find((event) => event.type === type)?.inputSchema;
    if (!fields) throw new Error(`${type} is not among ${events.map((event) => event.type).join(', ')}`);
    const today = (await this.get<{ today: string }>(username, '/clock')).today;
    const names = new Set(fields.map(({ name }) => name));
    const plain = Object.fromEntries(
      fields.filter(({ required }) => required).map((field) => [field.name, plainValue(field, today)]),
    );
    return { ...plain, ...Object.fromEntries(Object.entries(given).filter(([name]) => names.has(name))) };
  }

  register(over: Record<string, unknown> = {}): Promise<Registered> {
    return this.registerAs('motcua', over);
  }
  registerAs(username: string, over: Record<string, unknown> = {}): Promise<Registered> {
    return this.token(username).then((token) => register(this.system.url, token, over));
  }

  /** Through petition handling to the complaint's own file, which the worker opens. */
  async complaintFile(over: Record<string, unknown> = {}): Promise<{ petition: Registered; id: string }> {
    const petition = await this.register(over);
    const on = typeof over['receivedOn'] === 'string' ? { occurredOn: over['receivedOn'] } : {};
    await this.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: 'complaint', ...on });
    await this.step('motcua', petition.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true, ...on });
    await this.step('chuyenvien', petition.caseFileId, 'CHECK_COMPETENCE', { competent: true, ...on });
    await this.step('chuyenvien', petition.caseFileId, 'PROPOSE_ACCEPTANCE', { proposal: 'accept', ...on });
    const id = await eventually('the complaint file', async () => {
      const { caseFiles } = await this.get<{ caseFiles: { id: string; procedure: string }[] }>(
        'lanhdao',
        `/petitions/${petition.id}`,
      );
      return caseFiles.find(({ procedure }) => procedure === 'complaint')?.id;
    });
    return { petition, id };
  }

  caseFile(id: string, username = 'lanhdao'): Promise<CaseFile> {
    return this.get<CaseFile>(username, `/case-files/${id}`);
  }
  deadlines(id: string): Promise<Deadline[]> {
    return this.get<Deadline[]>('lanhdao', `/case-files/${id}/deadlines`);
  }
  timeline(id: string): Promise<TimelineEntry[]> {
    return this.get<TimelineEntry[]>('lanhdao', `/case-files/${id}/timeline`);
  }

  /** Moves the demo clock the way a person does; answers the day it shows then. */
  async advance(command: { days?: number; workingDays?: number; to?: string }): Promise<string> {
    const { status, body, text } = await call<{ today: string; goingTo: string | null }>(
      this.system.url,
      'POST',
      '/clock/advance',
      { token: await this.token('lanhdao'), body: command },
    );
    if (status !== 200) throw new Error(`The clock did not move: ${status} ${text}`);
    await eventually('the clock', async () =>
      (await this.get<{ goingTo: string | null }>('lanhdao', '/clock')).goingTo === null ? true : null,
    );
    return body.today;
  }
}

/** Before the first event the demo's history may begin on any day, at eight in the morning. */
export async function beginOn(system: RunningSystem, day: string): Promise<void> {
  await system.database.admin.query(
    `UPDATE app.business_clock SET offset_seconds = ceil(extract(epoch FROM $1::timestamptz - now()))`,
    [`${day}T08:00:00+07:00`],
  );
}
