/** Anything an answer may hold. */
export type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;
type Node = { readonly [key: string]: Json };

/** A number of an answer with the request that lists what it counts. */
export interface Linked {
  readonly at: string;
  /** `null`: nothing is recorded to count; its list is empty. */
  readonly value: number | null;
  readonly list: string;
}
export interface FiguresFound {
  readonly linked: readonly Linked[];
  /** Numbers that lead nowhere and are not known to be something else than a count. */
  readonly bare: readonly string[];
}

/** Numbers that count no rows, and what they are. A rate stands on the numerator and the denominator it names. */
const NO_COUNTS: ReadonlySet<string> = new Set([
  ...['userId', 'id', 'year', 'month', 'revision', 'rev', 'no', 'row', 'rows', 'columns'], // who, when, where on the sheet
  ...['workingDays', 'stepDays', 'workingDaysLate', 'rung', 'medianDays'], // days; a median names its basis
  'perMille', // of a rate, of a target
  ...['owed', 'missing'], // days the law asks for; what they lack is owed less held less planned
]);

interface Around {
  readonly at: string;
  /** An address with a place for what differs: `{measure}`, or `{cell}` and `{line}`. */
  readonly template?: string | undefined;
  readonly line?: string | undefined;
}

/**
 * Every number of an answer: with its list where the answer names one (`list` beside `count`, `lists` by name, a `list` with braces
 * above figures that name their measure, their cell), else bare. `pages` are lists themselves, not figures.
 */
export function figuresIn(answer: Json, pages: readonly string[] = ['items']): FiguresFound {
  const linked: Linked[] = [];
  const bare: string[] = [];
  const look = (node: Json, around: Around): void => {
    if (node === null || typeof node !== 'object') return;
    if (Array.isArray(node)) {
      (node as readonly Json[]).forEach((one, i) => look(one, { ...around, at: `${around.at}[${i}]` }));
      return;
    }
    lookAt(node as Node, around);
  };
  const lookAt = (node: Node, { at, template, line }: Around): void => {
    const own = typeof node['list'] === 'string' ? node['list'] : undefined;
    const below: Around = {
      at,
      template: own?.includes('{') ? own : template,
      line: typeof node['key'] === 'string' && 'cells' in node ? node['key'] : line,
    };
    const lists = node['lists'] as Readonly<Record<string, string>> | undefined;
    // A list says how long it is: its rows are beside it.
    const named = new Set<string>('items' in node ? ['count'] : []);
    const add = (name: string, list: string): void => {
      named.add(name);
      linked.push({ at: `${at}.${name}`, value: node[name] as number | null, list });
    };
    if (own && !own.includes('{') && 'count' in node) add('count', own);
    for (const [name, list] of Object.entries(lists ?? {})) {
      const counts = node['counts'] as Node | undefined;
      if (counts && name in counts) linked.push({ at: `${at}.counts.${name}`, value: counts[name] as number, list });
      else add(name, list);
    }
    if (below.template && 'value' in node) {
      const list = fill(below.template, { measure: node['measure'], cell: node['no'], line: below.line ?? '' });
      add('value', list);
    }
    for (const [name, value] of Object.entries(node)) {
      if (pages.includes(name) || name === 'lists' || (lists && name === 'counts')) continue;
      if (typeof value === 'number' && !named.has(name) && !NO_COUNTS.has(name)) bare.push(`${at}.${name} = ${value}`);
      look(value, { ...below, at: `${at}.${name}` });
    }
  };
  look(answer, { at: '' });
  return { linked, bare };
}

const fill = (template: string, values: Readonly<Record<string, Json | undefined>>): string =>
  template.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
