import table from './fixtures/time-limits.json' with { type: 'json' };
import { allRules, FROM_EVENT_LABELS, ruleById, type TimeLimitRule } from './index.js';

interface Row {
  readonly id: string;
  readonly procedure: string;
  readonly stage: string;
  readonly n: number | null;
  readonly unit: string;
  readonly from_event: string | null;
  readonly kind: string;
  readonly citation: string;
  readonly effective_from: string;
  readonly effective_to: string | null;
  readonly mark: string;
  readonly version_of?: string;
  readonly guard?: string;
  readonly pausable_from?: string;
  readonly excludes?: string | readonly string[];
  readonly dismissal?: number;
  readonly remote?: { readonly base?: number; readonly max?: number; readonly complex_max?: number };
  readonly extension?: string | { readonly complex_max: number } | readonly { readonly n_total?: number }[];
}

const rows = table as readonly Row[];

/** Texts say more than the table: the readings of NĐ124 Đ.29 are rows, and renewed denunciations can be suspended too. */
const READINGS_ADDED = ['KN.SEND.L2.ND124', 'KL.SEND.L2.ND124'];
const SUSPENDABLE_ADDED = ['TC.AGAIN.RESOLVE', 'TC.TAKEOVER'];

const defined = (record: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));

const complexMax = ({ extension }: Row): number | undefined => {
  if (Array.isArray(extension)) return (extension[0] as { n_total?: number }).n_total;
  return typeof extension === 'object' ? (extension as { complex_max: number }).complex_max : undefined;
};

const variantsOf = (row: Row): Record<string, unknown> =>
  defined({
    complex: complexMax(row),
    remote: row.remote?.base ?? row.remote?.max,
    remote_complex: row.remote?.complex_max,
    dismissal: row.dismissal,
  });

const TWICE = { complex: { maxTimes: 1, n: 30 }, specially_complex: { maxTimes: 2, n: 30 } };
const extends30 = (row: Row): boolean =>
  row.extension === 'same as TC.RESOLVE' || JSON.stringify(row.extension ?? '').includes('max_times');

const excludesOf = (row: Row): unknown => {
  if (SUSPENDABLE_ADDED.includes(row.id)) return ['tam_dinh_chi', 'giam_dinh'];
  return typeof row.excludes === 'string' ? [row.excludes] : row.excludes;
};

/** Where the text of the law goes further than the table: suspension is in the decree's chapter on every complaint. */
const TEXT_SAYS: Readonly<Record<string, Record<string, unknown>>> = {
  'KL.RESOLVE': { pausableFrom: '2026-07-01' },
};

const expected = (row: Row): Record<string, unknown> =>
  defined({
    id: row.id,
    ruleId: row.version_of ?? row.id,
    procedure: row.procedure,
    stage: row.stage,
    n: row.n,
    unit: row.unit,
    fromEvent: row.from_event,
    kind: row.kind,
    citation: { text: row.citation, mark: row.mark },
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    variants: variantsOf(row),
    extension: extends30(row) ? TWICE : undefined,
    pausableFrom: row.pausable_from,
    excludes: excludesOf(row),
    guard: row.guard,
    ...TEXT_SAYS[row.id],
  });

const facts = (rule: TimeLimitRule): Record<string, unknown> => {
  const {
    pack: _pack,
    title: _title,
    note: _note,
    internal: _internal,
    alternativeReadings: _readings,
    ...rest
  } = rule;
  return defined(rest);
};

describe('the rule packs against the published table', () => {
  it.each(rows.map((row) => [row.id, row] as const))('%s', (id, row) => {
    expect(facts(ruleById(id)!)).toEqual(expected(row));
  });

  it('hold its 87 rows and the decree readings, nothing else', () => {
    const ids = rows.map((row) => row.id);
    expect(ids).toHaveLength(87);
    expect(
      allRules()
        .map((r) => r.id)
        .toSorted(),
    ).toEqual([...ids, ...READINGS_ADDED].toSorted());
  });

  it('count without citation, title or words for the start: none', () => {
    const bare = allRules().filter((r) => r.citation.text === '' || r.title === '');
    const unnamed = allRules().filter((r) => r.fromEvent !== null && FROM_EVENT_LABELS[r.fromEvent] === undefined);
    expect([...bare, ...unnamed].map((r) => r.id)).toEqual([]);
  });
});
