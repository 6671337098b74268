import { call } from './call.js';
import { document, faults, type Operation } from './schema.js';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE' | 'HEAD' | 'PATCH';

export interface CheckOptions {
  readonly values?: Readonly<Record<string, string>>;
  readonly query?: string;
  /** Null: nobody is signed in. */
  readonly token?: string | null;
  readonly body?: unknown;
  readonly form?: FormData;
  /** Bytes sent as they are, with this content type. */
  readonly raw?: { readonly type: string; readonly body: string | Buffer };
  readonly headers?: Readonly<Record<string, string>>;
  readonly status?: number;
}

/** Calls operations of the document and compares: the answer holds what is described, and nothing else. */
export class Described {
  readonly called = new Set<string>();

  constructor(
    private readonly url: string,
    /** Who asks unless somebody else is named. */
    private readonly token: string,
  ) {}

  /** `path` is the template; `values` fill it. */
  async check(method: Method, path: string, options: CheckOptions = {}) {
    const described = this.operation(method, path);
    const address =
      path.replace(/\{(\w+)\}/g, (_, name: string) => options.values?.[name] ?? '') + (options.query ?? '');
    const answer = await call<Record<string, unknown>>(this.url, method, address, {
      ...(options.token === null ? {} : { token: options.token ?? this.token }),
      ...(options.body === undefined ? {} : { body: options.body }),
      ...(options.form ? { form: options.form } : {}),
      ...(options.raw ? { raw: options.raw } : {}),
      ...(options.headers ? { headers: options.headers } : {}),
    });
    const expected = options.status ?? Number(Object.keys(described.responses)[0]);
    if (answer.status !== expected)
      throw new Error(`${method} ${address}: ${answer.status} ${answer.text.slice(0, 400)}`);
    const schema = described.responses[String(expected)]?.content?.['application/json']?.schema;
    if (schema) expect({ path, faults: faults(schema, answer.body) }).toEqual({ path, faults: [] });
    return answer;
  }

  /** An operation that answers with an open stream: what comes first is read, then it is cut. */
  async stream(path: string): Promise<string> {
    const described = this.operation('GET', path);
    const abort = new AbortController();
    const answer = await fetch(`${this.url}${path}`, {
      signal: abort.signal,
      headers: { authorization: `Bearer ${this.token}` },
    });
    const type = (answer.headers.get('content-type') ?? '').split(';')[0];
    expect({ path, status: answer.status, type: [type] }).toEqual({
      path,
      status: 200,
      type: Object.keys(described.responses['200']?.content ?? {}),
    });
    const reader = answer.body!.getReader();
    const { value, done } = await reader.read();
    expect({ path, done }).toEqual({ path, done: false });
    abort.abort();
    return new TextDecoder().decode(value);
  }

  /** Operations of these paths that nobody called. */
  missed(ofInterest: (path: string) => boolean): string[] {
    return Object.entries(document.paths)
      .filter(([path]) => ofInterest(path))
      .flatMap(([path, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`))
      .filter((name) => !this.called.has(name));
  }

  private operation(method: Method, path: string): Operation {
    const found = document.paths[path]?.[method.toLowerCase()];
    if (!found) throw new Error(`${method} ${path} is not described`);
    this.called.add(`${method} ${path}`);
    return found;
  }
}

/** Which suite calls what. */
export const isReception = (path: string): boolean => path.startsWith('/api/v1/reception/');
export const isLeaders = (path: string): boolean =>
  /^\/api\/v1\/(boards\/(?!overdue|summary)|approvals|case-files\/(assignments|urgings))/.test(path);
export const isAdministration = (path: string): boolean =>
  /^\/api\/v1\/(competence|delegations|absences|handovers|agencies\/|agency-changes|me\/contacts|identity-releases|national-package|(petitions|case-files)\/\{id\}\/(contacts|notices|identity-readings|secrecy|conflicts)|petitions\/\{id\}\/attachments\/\{attachmentId\}\/)/.test(
    path,
  );
export const isCitizen = (path: string): boolean =>
  /^\/api\/v1\/(public\/(filings|figures)|satisfaction|petitions\/\{id\}\/online-filing)|\/rating$/.test(path);
export const isPeople = (path: string): boolean =>
  !isWaysIn(path) &&
  /^\/api\/v1\/(administration\/(agencies|users|roles|journal|remote-areas|report-forms|opening-balances|setup)|auth\/password)/.test(
    path,
  );
/** What an officer's own desk adds: notes, people, tasks, choices, search, uploads, the open stream. */
export const isDesks = (path: string): boolean =>
  /^\/api\/v1\/(case-files\/\{id\}\/(notes|people)|tasks\/|documents\/waiting|search|me\/settings|live|uploads)/.test(
    path,
  );
/** What looks over the house: figures, samples, readings, checks, health, ladder, practice, keeping. */
export const isOversight = (path: string): boolean =>
  /^\/api\/v1\/(audit\/(standing|checks)|reports\/|issued-reports|report-packs|data-gaps|inspections|inspection-samples|inspection-lists|inspection-findings|rate-targets|scorecards|complex-cases|emulation-models|identity-reading-log|escalation-policies|training|retention\/|breaches|operations\/|document-templates\/standard\/\{form\}\/preview)/.test(
    path,
  );
/** Own sessions, the second factor, the outside provider, emergency access: called in ways-in. */
export const isWaysIn = (path: string): boolean =>
  /^\/api\/v1\/(me\/(sessions|second-factor)|auth\/oidc|emergency-accesses|administration\/users\/\{id\}\/(security|second-factor|outside-identity))/.test(
    path,
  );
/** What goes to other systems and comes back: called in national. */
export const isNational = (path: string): boolean => /^\/api\/v1\/(national|axis)\//.test(path);
