import type { Input } from './inputs.js';
import { inputs } from './inputs.js';
import { hangUp, type Outcome, send, type Wire } from './client.js';
import { ASKERS, addStrangers, signEverybodyIn } from '../e2e/support/authorization-accounts.js';
import { Ground, type ValuesOf } from '../e2e/support/authorization-ground.js';
import { call, signIn } from '../e2e/support/call.js';
import { Office } from '../e2e/support/cases.js';
import type { RunningSystem } from '../e2e/support/system.js';

export interface CampaignOptions {
  readonly seed: number;
  readonly inputs: number;
  readonly hangMs: number;
  readonly onProgress?: (line: string) => void;
}
export interface Found {
  readonly input: string;
  readonly status: number;
  readonly code: string;
  readonly body: string;
}
export interface CampaignReport {
  readonly sent: number;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byKind: Readonly<Record<string, number>>;
  readonly operations: number;
  readonly slowestMs: number;
  readonly slowest: string;
  /** Resident memory of the api, MiB: after a tenth of the inputs, the highest, at the end. */
  readonly memory: { readonly early: number; readonly highest: number; readonly end: number };
  readonly faults: readonly Found[];
}

const AT_ONCE = 6;
const FORMS: Readonly<Record<string, string>> = {
  '/api/v1/reception/visits/{id}/papers/{form}': 'ND154.01',
  '/api/v1/reception/sessions/{id}/papers/{form}': 'RECEPTION.SCHEDULE',
};
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-/;

/** Sends spoiled inputs to the running product and keeps what it should never answer. */
export class Campaign {
  private tokens: ReadonlyMap<string, string> = new Map();
  private readonly byStatus: Record<string, number> = {};
  private readonly byKind: Record<string, number> = {};
  private readonly faults: Found[] = [];
  private readonly asked = new Set<string>();
  private slowest = { ms: 0, what: '' };
  private readonly memory: number[] = [];

  private constructor(
    private readonly system: RunningSystem,
    private readonly options: CampaignOptions,
    private readonly values: ValuesOf,
  ) {}

  static async run(system: RunningSystem, options: CampaignOptions): Promise<CampaignReport> {
    await addStrangers(system);
    const campaign = new Campaign(system, options, await Ground.lay(new Office(system)));
    await system.database.admin.query('CREATE TABLE public.people_before AS TABLE app.app_user');
    campaign.tokens = await signEverybodyIn(system);
    try {
      return await campaign.all();
    } finally {
      hangUp();
    }
  }

  private async all(): Promise<CampaignReport> {
    const { seed, inputs: count, onProgress } = this.options;
    const ids = [
      ...new Set(
        Object.values(this.values('/', { place: 0, username: ASKERS[0]!.own }))
          .flatMap((value) => value.split(' '))
          .filter((value) => UUID.test(value)),
      ),
    ];
    let sent = 0;
    let renewing: Promise<void> | null = null;
    const step = Math.max(100, Math.floor(count / 20));
    const source = inputs(seed, count, ids);
    const lane = async (): Promise<void> => {
      for (let next = source.next(); !next.done; next = source.next()) {
        const n = (sent += 1);
        if (n % step === 0) {
          this.memory.push(await this.resident());
          renewing ??= this.renew().finally(() => (renewing = null));
          onProgress?.(`${n} of ${count}: ${this.faults.length} faults, api ${this.memory.at(-1)?.toFixed(0)} MiB`);
        }
        if (renewing) await renewing;
        await this.one(next.value, n);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, lane));
    const end = await this.resident();
    return {
      ...{ sent, byStatus: this.byStatus, byKind: this.byKind, operations: this.asked.size },
      ...{ slowestMs: Math.round(this.slowest.ms), slowest: this.slowest.what, faults: this.faults },
      memory: {
        early: this.memory[Math.floor(this.memory.length / 10)] ?? end,
        highest: Math.max(end, ...this.memory),
        end,
      },
    };
  }

  private async one(input: Input, n: number): Promise<void> {
    const { target, kind } = input;
    const wire = this.wireOf(input, n);
    const outcome = await send(new URL(this.system.url), wire, this.options.hangMs, n);
    this.asked.add(target.name);
    this.byKind[kind] = (this.byKind[kind] ?? 0) + 1;
    this.byStatus[outcome.status] = (this.byStatus[outcome.status] ?? 0) + 1;
    if (outcome.ms > this.slowest.ms) this.slowest = { ms: outcome.ms, what: `${kind} ${target.name}` };
    if (!isFault(outcome, wire)) return;
    const headers = JSON.stringify(wire.headers).replace(/Bearer [^"]+/, 'Bearer …');
    const found: Found = {
      input: `#${n} ${kind} ${wire.method} ${wire.path.slice(0, 300)} ${headers.slice(0, 400)}`,
      ...{ status: outcome.status, code: outcome.code },
      body: (wire.body ?? Buffer.alloc(0)).subarray(0, 1_500).toString('latin1'),
    };
    this.faults.push(found);
    this.options.onProgress?.(JSON.stringify(found));
  }

  private wireOf({ target, strangePath, query, sent, ifMatch, account }: Input, n: number): Wire {
    const { accounts } = target;
    const username =
      account < 8 && accounts.length > 0
        ? accounts[account % accounts.length]!
        : ASKERS[account % ASKERS.length]!.other;
    const known: Readonly<Record<string, string>> = {
      ...this.values(target.path, { place: account % ASKERS.length, username }),
      ...(FORMS[target.path] ? { form: FORMS[target.path]! } : {}),
    };
    const fixed: Readonly<Record<string, string>> = {
      form: 'ND124.10',
      name: 'complaint',
      measure: 'petitionsReceived',
      key: 'views',
      session: 'a'.repeat(64),
    };
    const path = target.path.replaceAll(
      /\{(\w+)\}/g,
      (_, name: string) => strangePath ?? encodeURIComponent(known[name] ?? fixed[name] ?? 'x'),
    );
    // Whoever signs out, or guesses passwords, is somebody nobody needs.
    const token = /logout|\/auth\/password/.test(target.path)
      ? this.tokens.get('khac.chuyenvien')
      : this.tokens.get(username);
    const wantsKey = target.path.includes('/filings') || n % 3 === 0;
    return {
      method: target.method,
      path: `${path}${query ? `?${query}` : ''}`,
      headers: {
        ...(accounts.length > 0 && token ? { authorization: `Bearer ${token}` } : {}),
        ...(target.path.includes('/uploads')
          ? { 'tus-resumable': '1.0.0', 'upload-offset': String(n % 3), 'upload-length': String(n % 90) }
          : {}),
        ...(wantsKey ? { 'idempotency-key': `fuzz-${this.options.seed}-${n % 5 === 0 ? 'same' : n}` } : {}),
        'if-match': ifMatch,
        ...(sent ? { 'content-type': clean(sent.type) } : {}),
        ...Object.fromEntries(Object.entries(sent?.headers ?? {}).map(([name, value]) => [name, clean(value)])),
      },
      body: sent?.bytes ?? null,
    };
  }

  /** Accounts that were locked, renamed or moved meanwhile are as before, and signed in. */
  private async renew(): Promise<void> {
    await this.system.database.admin.query(
      `UPDATE app.app_user u SET (username, password_hash, roles, agency_id, active, demo, failed_attempts, locked_until)
         = (SELECT b.username, b.password_hash, b.roles, b.agency_id, b.active, b.demo, 0, NULL::timestamptz FROM public.people_before b WHERE b.id = u.id)
        WHERE u.id IN (SELECT id FROM public.people_before)`,
    );
    // Only who was signed out signs in again: attempts are counted.
    const url = this.system.url;
    const again = async ([name, token]: readonly [string, string]): Promise<readonly [string, string]> => {
      if ((await call(url, 'GET', '/me', { token })).status === 200) return [name, token];
      return [name, await signIn(url, name).catch(() => token)];
    };
    this.tokens = new Map(await Promise.all([...this.tokens].map(again)));
  }

  private async resident(): Promise<number> {
    const text = await (await fetch(`${this.system.url}/metrics`)).text();
    return Number(/^process_resident_memory_bytes (\S+)/m.exec(text)?.[1] ?? Number.NaN) / 2 ** 20;
  }
}

const clean = (value: string): string => value.replaceAll(/[^\x20-\x7e]/g, '?');

/** No answer, a broken connection, or an answer that says the fault is ours. A body cut off by the server for its size may break the line. */
function isFault({ status, code }: Outcome, { body }: Wire): boolean {
  if (status >= 500) return true;
  if (status === 0) return true;
  return status === -1 && !((body?.length ?? 0) > 200_000 && /EPIPE|ECONNRESET/.test(code));
}
