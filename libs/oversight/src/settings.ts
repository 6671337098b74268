import type { MakeupPolicy } from '#libs/calendar';
import type { JsonObject } from '#libs/shared';
import { readPolicy } from './check-policy.js';
import { DEFAULT_POLICY, type EscalationPolicy } from './policy.js';

/** What an agency may set for itself. Every one of these is internal policy ("quy định nội bộ"), never law. */
export interface AgencySettings {
  /** Working hours, `HH:MM` Hà Nội time: reminders and reports to leaders go out inside them only. */
  readonly workStart: string;
  readonly workEnd: string;
  /** Whether make-up Saturdays count as working days; no statute says. */
  readonly makeup: MakeupPolicy;
  /** How many working days back an act may still be recorded. */
  readonly backdateWorkingDays: number;
  /** Reading of the acceptance limit for petitions received before 2026-07-01: Law (10 calendar days) or decree (10 working days). */
  readonly oldAcceptanceReading: 'law' | 'decree';
  /** Reminders and reports to leaders. */
  readonly escalation: EscalationPolicy;
}

export const DEFAULT_SETTINGS: AgencySettings = {
  workStart: '07:30',
  workEnd: '17:00',
  makeup: 'ignore',
  backdateWorkingDays: 15,
  oldAcceptanceReading: 'law',
  escalation: DEFAULT_POLICY,
};

const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const isTime = (value: unknown): value is string => typeof value === 'string' && TIME.test(value);

/** Settings of an agency as stored; a value that makes no sense gives way to the default. */
export function agencySettings(stored: JsonObject | null | undefined): AgencySettings {
  if (!stored || Object.keys(stored).length === 0) return DEFAULT_SETTINGS;
  const start = isTime(stored.workStart) ? stored.workStart : DEFAULT_SETTINGS.workStart;
  const end = isTime(stored.workEnd) && stored.workEnd > start ? stored.workEnd : DEFAULT_SETTINGS.workEnd;
  const back = stored.backdateWorkingDays;
  return {
    workStart: start,
    workEnd: end > start ? end : '23:59',
    makeup: stored.makeup === 'count' ? 'count' : 'ignore',
    backdateWorkingDays:
      typeof back === 'number' && Number.isInteger(back) && back >= 0 ? back : DEFAULT_SETTINGS.backdateWorkingDays,
    oldAcceptanceReading: stored.oldAcceptanceReading === 'decree' ? 'decree' : 'law',
    escalation: readPolicy(stored.escalation) ?? DEFAULT_POLICY,
  };
}
