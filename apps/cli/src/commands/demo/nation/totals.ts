/** What a year comes to, in the four counters of the forms and the two sides of the rate. */
export interface Totals {
  /** đơn tiếp nhận: 01/XLD column 3. */
  readonly petitions: number;
  /** lượt tiếp: 01/TCD column 1. */
  readonly visits: number;
  /** người được tiếp: 01/TCD column 2. */
  readonly people: number;
  /** đoàn đông người: 01/TCD columns 8, 17, 26. */
  readonly groups: number;
  /** vụ việc thuộc thẩm quyền: 01/KQGQ and 03/KQGQ column 4. */
  readonly cases: number;
  /** đã giải quyết: 01/KQGQ columns 5 + 6 and 03/KQGQ column 6. */
  readonly resolved: number;
}

/** Published for 2025 by the Government's inspectorate, as the press had it (sggp 812108). */
export const PUBLISHED_2025: Totals = {
  ...{ petitions: 446_285, visits: 261_566, people: 301_960, groups: 2_917, cases: 22_068, resolved: 18_108 },
};

/** Fewest people of a đoàn đông người, as forms count it. */
export const SMALLEST_GROUP = 5;
/** People of a visit that is no group, at most. */
const LARGEST_PARTY = SMALLEST_GROUP - 1;

/** One of `by` of everything. */
export function scaledTotals(totals: Totals, by: number): Totals {
  const part = (value: number): number => Math.round(value / by);
  const { petitions, visits, people, groups, cases, resolved } = totals;
  return {
    ...{ petitions: part(petitions), visits: part(visits), people: part(people) },
    ...{ groups: part(groups), cases: part(cases), resolved: part(resolved) },
  };
}

/** Whole parts of a whole in proportion to the weights, by the largest remainder: their sum is the whole. */
export function share(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  if (sum === 0) return weights.map((_, place) => (place === 0 ? total : 0));
  const quotas = weights.map((weight) => (total * weight) / sum);
  const parts = quotas.map(Math.floor);
  const left = total - parts.reduce((all, part) => all + part, 0);
  const byRemainder = quotas
    .map((quota, place) => ({ place, rest: quota - Math.floor(quota) }))
    .sort((a, b) => b.rest - a.rest || a.place - b.place);
  for (const { place } of byRemainder.slice(0, left)) parts[place]! += 1;
  return parts;
}

/** Totals of places that add up to those of the whole, each of them possible by itself. */
export function divide(totals: Totals, weights: readonly number[]): Totals[] {
  const petitions = share(totals.petitions, weights);
  const cases = share(totals.cases, petitions);
  const resolved = share(totals.resolved, cases);
  const visits = share(totals.visits, weights);
  const groups = share(totals.groups, visits);
  const extra = totals.people - totals.visits - totals.groups * LARGEST_PARTY;
  const more = share(extra, visits);
  return weights.map((_, place) => ({
    ...{ petitions: petitions[place]!, cases: cases[place]!, resolved: resolved[place]! },
    ...{ visits: visits[place]!, groups: groups[place]! },
    people: visits[place]! + groups[place]! * LARGEST_PARTY + more[place]!,
  }));
}
