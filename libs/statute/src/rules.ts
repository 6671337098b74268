import type { LocalDate } from '#libs/shared';
import { PACKS } from './packs/index.js';
import type { RuleReference, TimeLimitRule } from './types.js';

const RULES: readonly TimeLimitRule[] = PACKS.flat();
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));
const BY_DUTY = new Map<string, TimeLimitRule[]>();
for (const rule of RULES) BY_DUTY.set(rule.ruleId, [...(BY_DUTY.get(rule.ruleId) ?? []), rule]);

/** Every row of every pack, versions and readings included, in pack order. */
export const allRules = (): readonly TimeLimitRule[] => RULES;

/** One row by its own id (`KN.ACCEPT.L1.OLD`), whatever the date. */
export const ruleById = (id: string): TimeLimitRule | undefined => BY_ID.get(id);

export const isInForce = (rule: TimeLimitRule, on: LocalDate): boolean =>
  rule.effectiveFrom <= on && (rule.effectiveTo === null || on <= rule.effectiveTo);

/** All versions of the duty that a rule id or row id stands for, other readings left out, oldest first. */
export function versionsOf(id: string): readonly TimeLimitRule[] {
  const duty = BY_ID.get(id)?.ruleId ?? id;
  return (BY_DUTY.get(duty) ?? [])
    .filter((rule) => rule.kind !== 'alternative_reading')
    .toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}

/**
 * The version of a duty in force on the date of the triggering event. `id` may be any version's id: a superseded one
 * leads to its successor and back. Another reading (a decree against its law) answers only when asked for by its own id.
 * @returns undefined when no version is in force that day.
 */
export function ruleInForce(id: string, on: LocalDate): TimeLimitRule | undefined {
  const asked = BY_ID.get(id);
  if (asked?.kind === 'alternative_reading' && isInForce(asked, on)) return asked;
  return versionsOf(id).find((rule) => isInForce(rule, on));
}

export const referenceTo = (rule: TimeLimitRule): RuleReference => ({
  id: rule.id,
  citation: rule.citation.text,
  version: `${rule.pack}@${rule.effectiveFrom}`,
  kind: rule.kind,
  confirmed: rule.citation.mark === 'V' && rule.internal === undefined,
  title: rule.title,
});
