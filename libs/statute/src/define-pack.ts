import { localDate } from '#libs/shared';
import type { Citation, TimeLimitRule } from './types.js';

/** A row of a pack as it is written down: dates as text, what is usual left out. */
export interface RuleRow extends Pick<
  TimeLimitRule,
  | 'id'
  | 'title'
  | 'procedure'
  | 'stage'
  | 'n'
  | 'unit'
  | 'fromEvent'
  | 'kind'
  | 'excludes'
  | 'guard'
  | 'note'
  | 'internal'
> {
  /** The id whose duty this row is another version or another reading of. */
  readonly versionOf?: string;
  readonly variants?: TimeLimitRule['variants'];
  readonly extension?: TimeLimitRule['extension'];
  readonly pausableFrom?: string;
  readonly citation: string;
  readonly mark?: Citation['mark'];
  readonly effectiveFrom: string;
  readonly effectiveTo?: string;
  readonly alternativeReadings?: readonly string[];
}

/** One area of law: its rules in the order of the procedure. Dates are checked as the pack loads. */
export const definePack = (pack: string, rows: readonly RuleRow[]): readonly TimeLimitRule[] =>
  rows.map(({ versionOf, citation, mark, effectiveFrom, effectiveTo, pausableFrom, ...row }) => ({
    ...row,
    pack,
    ruleId: versionOf ?? row.id,
    variants: row.variants ?? {},
    citation: { text: citation, mark: mark ?? 'V' },
    effectiveFrom: localDate(effectiveFrom),
    effectiveTo: effectiveTo === undefined ? null : localDate(effectiveTo),
    ...(pausableFrom === undefined ? {} : { pausableFrom: localDate(pausableFrom) }),
    alternativeReadings: row.alternativeReadings ?? [],
  }));
