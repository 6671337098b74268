import { daysBetween, isLocalDate, localDate, type LocalDate } from '#libs/shared';
import type { Facts } from '#libs/procedure';

/** Luật 136/2025/QH15 and NĐ 154, 155, 156/2026 begin; an act is judged by the law of its own day (NĐ 155 Đ.22 k1). */
export const NEW_LAW_FROM: LocalDate = localDate('2026-07-01');

export const dayFact = (facts: Facts, name: string): LocalDate | undefined => {
  const value = facts[name];
  return isLocalDate(value) ? value : undefined;
};

export const underNewLaw = (facts: Facts): boolean => (dayFact(facts, 'occurredOn') ?? '') >= NEW_LAW_FROM;

/** Days from one dated fact to another; undefined where one is missing. */
export function daysFromTo(facts: Facts, from: string, to: string): number | undefined {
  const start = dayFact(facts, from);
  const end = dayFact(facts, to);
  return start && end ? daysBetween(start, end) : undefined;
}

export const present = (facts: Facts, name: string): boolean =>
  facts[name] !== undefined && facts[name] !== null && facts[name] !== '' && facts[name] !== false;
