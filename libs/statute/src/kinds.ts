import type { RuleKind, TimeLimitRule } from './types.js';

/** What a kind of rule asks of the board: a row with its date, reminders before it, the word "quá hạn" after it. */
export interface KindConduct {
  readonly opensRow: boolean;
  readonly reminds: boolean;
  readonly overdue: 'legal' | 'internal' | 'never';
}

/**
 * Only a maximum can be missed. An effect date arrives by itself, a minimum or a window limits somebody's freedom, a
 * threshold warns of liability, an unconfirmed number is an internal target.
 */
export const openKinds: Readonly<Record<RuleKind, KindConduct>> = {
  maximum: { opensRow: true, reminds: true, overdue: 'legal' },
  internal_until_confirmed: { opensRow: true, reminds: true, overdue: 'internal' },
  minimum_before_event: { opensRow: true, reminds: true, overdue: 'never' },
  minimum_duration: { opensRow: true, reminds: false, overdue: 'never' },
  effect_date: { opensRow: true, reminds: false, overdue: 'never' },
  liability_threshold: { opensRow: true, reminds: true, overdue: 'never' },
  limitation_period: { opensRow: false, reminds: false, overdue: 'never' },
  filing_window: { opensRow: true, reminds: false, overdue: 'never' },
  alternative_reading: { opensRow: false, reminds: false, overdue: 'never' },
  minimum_quota: { opensRow: false, reminds: false, overdue: 'never' },
  cap: { opensRow: false, reminds: false, overdue: 'never' },
  no_number: { opensRow: false, reminds: false, overdue: 'never' },
  out_of_scope: { opensRow: false, reminds: false, overdue: 'never' },
};

/** `legal`: a missed end is "quá hạn" by law. `internal`: an agency's own target. `none`: nothing to miss. */
export type Alarm = 'legal' | 'internal' | 'none';

/**
 * A legal alarm needs a maximum whose number stands in a text that was read (mark V). "Ngay" has no number, a secondary
 * or unconfirmed text no certainty: both are internal targets.
 */
export function alarmOf(rule: TimeLimitRule): Alarm {
  const { overdue } = openKinds[rule.kind];
  if (overdue === 'never') return 'none';
  const numbered = rule.n !== null && rule.n > 0;
  const certain = rule.citation.mark === 'V' && rule.internal === undefined;
  return overdue === 'legal' && numbered && certain ? 'legal' : 'internal';
}
