import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ASKERS } from '../e2e/support/authorization-accounts.js';
import { document, type Schema } from '../e2e/support/schema.js';

export interface Target {
  /** `POST /petitions/{id}/void` */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly body: { readonly type: string; readonly schema: Schema } | null;
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
  /** Accounts of the agency that may ask; nobody's where the operation asks for no session. */
  readonly accounts: readonly string[];
}

interface Described {
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly schema?: Schema }[];
  readonly security?: readonly unknown[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

/** `docs/authorization.md`: which of the accounts may ask what. */
const rights = new Map(
  readFileSync(join(import.meta.dirname, '../../docs/authorization.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([, name, , ...cells]) => [
      name!.replaceAll('`', ''),
      ASKERS.filter((_, at) => cells[at]?.startsWith('✓')).map(({ own }) => own),
    ]),
);

const word: Schema = { type: 'string' };
/** Parts of forms that hold JSON: the document names their type in words only. */
const INSIDE: Readonly<Record<string, Schema>> = {
  filing: {
    type: 'object',
    required: ['kind', 'agency', 'content'],
    properties: {
      kind: { type: 'string', enum: ['feedback', 'complaint', 'information'] },
      signature: { type: 'string', enum: ['digital', 'scan'] },
      messageBy: { type: 'string', enum: ['email', 'sms', 'zalo'] },
      ...{ agency: word, content: word, field: word, respondent: word, challengedDecision: word, fullName: word },
      ...{ address: word, personalId: word, phone: word, messageTo: word },
    },
  },
};
export const jsonInside = (part: string): Schema | null => INSIDE[part] ?? null;

export const targets: readonly Target[] = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([verb, operation]) => {
    const { parameters = [], security, requestBody } = operation as unknown as Described;
    const [type, content] = Object.entries(requestBody?.content ?? {})[0] ?? [];
    const name = `${verb.toUpperCase()} ${path.replace('/api/v1', '')}`;
    return {
      ...{ name, path, method: verb.toUpperCase() },
      body: type === undefined ? null : { type, schema: content?.schema ?? {} },
      query: parameters
        .filter((one) => one.in === 'query')
        .map((one) => ({ name: one.name, schema: one.schema ?? {} })),
      accounts: security === undefined ? [] : (rights.get(name) ?? []),
    };
  }),
);
const isRead = ({ method }: Target): boolean => method === 'GET' || method === 'HEAD';
/** Open streams never end. */
export const reads = targets.filter((target) => isRead(target) && !target.path.endsWith('/live'));

/** What takes the ground away from everything after it comes last. */
const ENDS = /\/(succession|training\/reset|training|logout|sessions\/end|sessions\/\{session\}\/end)$/;
export const writes = targets.filter((target) => !isRead(target) && !ENDS.test(target.path));
export const ends = targets.filter((target) => !isRead(target) && ENDS.test(target.path));
