import { addDays } from '#libs/shared';
import { isInForce, allRules } from './rules.js';
import type { TimeLimitRule } from './types.js';

const UNNUMBERED = new Set(['see_other_law', 'remaining_resolution_time', 'promptly']);

const groupBy = (
  rules: readonly TimeLimitRule[],
  key: (rule: TimeLimitRule) => string,
): Map<string, TimeLimitRule[]> => {
  const groups = new Map<string, TimeLimitRule[]>();
  for (const rule of rules) groups.set(key(rule), [...(groups.get(key(rule)) ?? []), rule]);
  return groups;
};

function rowProblems(rule: TimeLimitRule): readonly string[] {
  const problems: string[] = [];
  if (rule.citation.text.trim() === '') problems.push(`${rule.id}: no citation`);
  if (rule.title.trim() === '') problems.push(`${rule.id}: no title`);
  if (rule.effectiveTo !== null && rule.effectiveTo < rule.effectiveFrom)
    problems.push(`${rule.id}: ends before it begins`);
  if (rule.n === null && !UNNUMBERED.has(rule.unit) && rule.kind !== 'out_of_scope')
    problems.push(`${rule.id}: no number for unit ${rule.unit}`);
  for (const [variant, n] of Object.entries(rule.variants))
    if (rule.n === null || n <= rule.n) problems.push(`${rule.id}: variant ${variant} does not lengthen the limit`);
  return problems;
}

/** Versions of one duty follow each other without overlap; a hole between two, or an end without successor, needs a note. */
function versionProblems(versions: readonly TimeLimitRule[]): readonly string[] {
  const sorted = versions.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
  return sorted.flatMap((rule, i) => {
    const next = sorted[i + 1];
    if (!next) return rule.effectiveTo === null || rule.note ? [] : [`${rule.id}: ends without successor or reason`];
    if (rule.effectiveTo === null || next.effectiveFrom <= rule.effectiveTo) return [`${rule.id}: overlaps ${next.id}`];
    return next.effectiveFrom === addDays(rule.effectiveTo, 1) || rule.note
      ? []
      : [`${rule.id}: gap before ${next.id}`];
  });
}

function readingProblems(rule: TimeLimitRule, byId: ReadonlyMap<string, TimeLimitRule>): readonly string[] {
  return rule.alternativeReadings.flatMap((id) => {
    const reading = byId.get(id);
    if (!reading) return [`${rule.id}: unknown reading ${id}`];
    if (reading.kind !== 'alternative_reading') return [`${rule.id}: ${id} is not a reading`];
    const overlap = isInForce(rule, reading.effectiveFrom) || isInForce(reading, rule.effectiveFrom);
    return overlap ? [] : [`${rule.id}: ${id} is never in force with it`];
  });
}

/** Everything wrong with a rule table, one English sentence each; empty when it may be used. */
export function rulePackProblems(rules: readonly TimeLimitRule[]): readonly string[] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const repeated = [...groupBy(rules, (r) => r.id)]
    .filter(([, same]) => same.length > 1)
    .map(([id]) => `${id}: defined twice`);
  const orphans = rules.filter((r) => !byId.has(r.ruleId)).map((r) => `${r.id}: version of unknown rule ${r.ruleId}`);
  const primary = rules.filter((r) => r.kind !== 'alternative_reading');
  return [
    ...repeated,
    ...orphans,
    ...rules.flatMap(rowProblems),
    ...[...groupBy(primary, (r) => r.ruleId).values()].flatMap(versionProblems),
    ...rules.flatMap((rule) => readingProblems(rule, byId)),
  ];
}

/**
 * The boot check of the shipped packs.
 * @throws Error naming every problem.
 */
export function validateRulePacks(): void {
  const problems = rulePackProblems(allRules());
  if (problems.length > 0) throw new Error(`Rule packs are not fit for use:\n${problems.join('\n')}`);
}
