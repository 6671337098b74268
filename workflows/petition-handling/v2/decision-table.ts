import type { Facts } from '#libs/procedure';
import type { DecisionRow } from './decision-row.js';
import { competentRows } from './decision-rows-competent.js';
import { elsewhereRows } from './decision-rows-elsewhere.js';
import { otherRows, unfitRows } from './decision-rows-unfit.js';

/** The decision table of petition handling, first fitting row first. */
export const DECISION_TABLE: readonly DecisionRow[] = [...competentRows, ...elsewhereRows, ...unfitRows, ...otherRows];

const kindOf = (facts: Facts): string => String(facts.classifiedAs ?? facts.petitionType);

function fits(row: DecisionRow, facts: Facts): boolean {
  if (row.kind !== 'any' && row.kind !== kindOf(facts)) return false;
  return Object.entries(row.given).every(([name, wanted]) => {
    const value = facts[name];
    const known = value !== undefined && value !== null && value !== false && value !== '';
    if (wanted === null) return !known;
    if (wanted === true) return known;
    // Of counts the row names the least.
    return typeof wanted === 'number' ? typeof value === 'number' && value >= wanted : value === wanted;
  });
}

/** The lawful next steps of a petition where it stands, the one the table puts first at the head. */
export function adviseDisposition(facts: Facts): readonly DecisionRow[] {
  return DECISION_TABLE.filter((row) => row.stage === facts.stage && fits(row, facts));
}
