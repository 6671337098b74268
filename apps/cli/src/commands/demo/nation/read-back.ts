import type { Actor } from '#libs/access';
import { PostgresReportFacts, TransactionRunner, type Connections } from '#libs/persistence';
import { brokenErrors, countForm, formFactsOf, REPORT_FORMS, ReportReader, type Period } from '#libs/reporting';
import { procedures } from '#workflows';
import { actorFor, type Reference } from '../bulk/reference.js';
import type { Totals } from './totals.js';

export interface ReadBack {
  readonly totals: Totals;
  /** Sums of the columns of each form, over all agencies. */
  readonly forms: ReadonlyMap<string, ReadonlyMap<number, number>>;
  /** Identities that must hold and do not: form, agency, sides. */
  readonly broken: readonly string[];
  readonly readers: number;
}

const FORMS = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
const CROWDS = [8, 17, 26] as const;

/**
 * The official forms of every agency, each as its own head sees it, added up: so does a nation come to its figures, and
 * a denunciation is counted by who resolves it and by nobody else.
 */
export async function readBack(
  connections: Connections,
  reference: Reference,
  {
    agencies,
    period,
    knownAt,
  }: { readonly agencies: readonly string[]; readonly period: Period; readonly knownAt: Date },
): Promise<ReadBack> {
  const reader = new ReportReader(new PostgresReportFacts(new TransactionRunner(connections)), procedures);
  const forms = new Map(FORMS.map(({ id }) => [id, new Map<number, number>()]));
  const broken: string[] = [];
  for (const code of agencies) {
    const head = alone(actorFor(reference, code, { role: 'chairman', turn: 0 }), reference, code);
    const facts = formFactsOf(await reader.forForms(head, knownAt), head.agencies);
    for (const form of FORMS) {
      const { cells, identities } = countForm(form, facts, period);
      const sums = forms.get(form.id)!;
      for (const { no, value } of cells) if (value !== null) sums.set(no, (sums.get(no) ?? 0) + value);
      for (const { formula } of brokenErrors(identities)) broken.push(`${form.code} ${code}: ${formula}`);
    }
  }
  return { totals: totalsOf(forms), forms, broken, readers: agencies.length };
}

/** The head of a place for that place only: what lies below has a head of its own. */
function alone(head: Actor, { agencies }: Reference, code: string): Actor {
  const own = [...agencies.values()].find((agency) => agency.code === code);
  if (!own) throw new Error(`No agency ${code}`);
  return { ...head, agencies: [own.id] };
}

function totalsOf(forms: ReadonlyMap<string, ReadonlyMap<number, number>>): Totals {
  const sum = (form: string, ...columns: readonly number[]): number =>
    columns.reduce((all, no) => all + (forms.get(form)?.get(no) ?? 0), 0);
  return {
    petitions: sum('XLD01', 3),
    visits: sum('TCD01', 1),
    people: sum('TCD01', 2),
    groups: sum('TCD01', ...CROWDS),
    cases: sum('KQGQ01', 4) + sum('KQGQ03', 4),
    resolved: sum('KQGQ01', 5, 6) + sum('KQGQ03', 6),
  };
}
