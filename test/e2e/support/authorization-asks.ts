import type { Asker, ValuesOf } from './authorization-ground.js';
import { today } from './petitions.js';
import { document } from './schema.js';

type Values = Readonly<Record<string, string>>;

export interface AskedOperation {
  /** `POST /petitions/{id}/void`, as in docs/authorization.md. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** Asks for no session. */
  readonly open: boolean;
  readonly query: readonly string[];
  readonly bodyType: string | null;
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, unknown>> };
}

export const operations: readonly AskedOperation[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([verb, described]) => {
    const { parameters = [], security, requestBody } = described as unknown as Described;
    const method = verb.toUpperCase();
    return {
      name: `${method} ${path.replace('/api/v1', '')}`,
      ...{ method, path, open: security === undefined },
      query: parameters
        .filter((one) => one.in === 'query' && (one.required || one.name === 'agency'))
        .map(({ name }) => name),
      bodyType: Object.keys(requestBody?.content ?? {})[0] ?? null,
    };
  }),
);

const QUERY: Values = {
  ...{
    agency: 'XA-TANTHANH',
    due: today(),
    days: '3',
    year: '2026',
    from: today(),
    to: today(),
    matter: 'complaint',
    target: 'communeChairman',
    gap: 'noField',
  },
};
const NONE = '01900000-0000-7000-8000-000000000000';
const VALUES: Values = {
  ...{ factId: NONE, conflictId: NONE },
  ...{ form: 'ND124.10', name: 'complaint', measure: 'petitionsReceived', score: 'late', key: 'views', cell: '1' },
  ...{ at: '0' },
};
/** Forms of reception and of reports are others than those of files. */
const FORMS: Values = {
  '/api/v1/reception/visits/{id}/papers/{form}': 'ND154.01',
  '/api/v1/reception/sessions/{id}/papers/{form}': 'RECEPTION.SCHEDULE',
  '/api/v1/reports/{form}': 'XLD01',
  '/api/v1/reports/{form}/export': 'XLD01',
  '/api/v1/reports/{form}/cells/{cell}': 'XLD01',
};
const TUS = { 'tus-resumable': '1.0.0', 'upload-offset': '0' };

/** Asks what changes nothing that the next one needs: forms are sent empty, so that whoever may ask is told what is missing. */
export class Asking {
  constructor(
    private readonly url: string,
    private readonly values: ValuesOf,
  ) {}

  /** Reading first, several at once; then writing; what takes something away last. */
  waves(): AskedOperation[][] {
    const rank = ({ method, name }: AskedOperation): number => {
      if (name.endsWith('/logout')) return 3;
      if (method === 'DELETE' || name.endsWith('/end-others')) return 2;
      return method === 'GET' || method === 'HEAD' ? 0 : 1;
    };
    const sorted = operations.toSorted((a, b) => rank(a) - rank(b));
    const reads = sorted.filter((one) => rank(one) === 0);
    const rest = sorted.slice(reads.length).map((one) => [one]);
    return [...Array.from({ length: Math.ceil(reads.length / 4) }, (_, i) => reads.slice(i * 4, i * 4 + 4)), ...rest];
  }

  async ask(
    { method, path, query, bodyType }: AskedOperation,
    { token, ...asker }: Asker & { readonly token: string | null },
  ): Promise<number> {
    const known: Values = {
      ...VALUES,
      ...this.values(path, asker),
      ...(FORMS[path] ? { form: FORMS[path] } : {}),
    };
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      const value = known[name];
      if (!value) throw new Error(`Nothing to put for ${name} in ${path}`);
      return encodeURIComponent(value);
    });
    const asked = query.map((name) => `${name}=${QUERY[name] ?? ''}`).join('&');
    const multipart = bodyType?.startsWith('multipart') ?? false;
    const response = await fetch(`${this.url}${address}${asked ? `?${asked}` : ''}`, {
      method,
      redirect: 'manual',
      headers: {
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(path.includes('/uploads') ? TUS : {}),
        ...(bodyType && !multipart ? { 'content-type': bodyType } : {}),
      },
      ...(multipart
        ? { body: emptyForm() }
        : bodyType === 'application/json'
          ? { body: '{}' }
          : bodyType
            ? { body: '' }
            : {}),
    });
    // A stream would go on: its first word is enough.
    await response.body?.cancel();
    return response.status;
  }
}

function emptyForm(): FormData {
  const form = new FormData();
  form.append('nothing', '');
  return form;
}
