import { vietnamCalendar } from '#libs/calendar';
import type { Facts } from '#libs/procedure';
import { computeDeadline, type RuleVariant } from '#libs/statute';
import { daysBetween, type LocalDate } from '#libs/shared';
import { dayFact, present } from '../../common/dates.js';

const calendar = vietnamCalendar();
/** Luật Khiếu nại 2011 begins; a window cannot have begun before it. */
const LAW_FROM = '2012-07-01';

export const isSecond = (facts: Facts): boolean => facts.instance === 'second';

/** The agency lies there, or, at a higher instance, the matter does. */
export const isRemote = (facts: Facts): boolean =>
  facts.remote === true || facts.remotePlace === true || present(facts, 'remotePlaceOn');

/** Last day of the appeal window that began on a day; rolled off days off as the clock of the file shows it. */
export const windowEnd = (startOn: LocalDate, remote: boolean): LocalDate | null =>
  startOn < LAW_FROM
    ? null
    : computeDeadline({ ruleId: 'KN.APPEAL.L2', startOn, ...(remote && { variant: 'remote' as const }) }, calendar).due;

/** From when the 30 days of LKN Đ.33 k1 run: receipt of the first decision, or the end of the first limit without one. */
export function windowStart(facts: Facts): LocalDate | undefined {
  const received = dayFact(facts, 'firstDecisionOn');
  const ended = dayFact(facts, 'firstLimitEndedOn');
  return facts.appealGround === 'overdue' ? (ended ?? received) : (received ?? ended);
}

/** Undefined where nobody has said yet when the window began. */
export function filedInTime(facts: Facts): boolean | undefined {
  const start = windowStart(facts);
  const filed = dayFact(facts, 'receivedOn');
  if (!start || !filed) return undefined;
  const end = windowEnd(start, isRemote(facts));
  return end !== null && filed <= end;
}

/** A second complaint is before the higher instance: noted, and not ended there without a decision. */
export const appealOpen = (facts: Facts): boolean =>
  present(facts, 'appealedOn') &&
  !(present(facts, 'secondEndedOn') && String(facts.secondEndedOn) >= String(facts.appealedOn));

export const resolveVariant = (facts: Facts): RuleVariant => {
  const complex = present(facts, 'complexFoundOn');
  if (isRemote(facts)) return complex ? 'remote_complex' : 'remote';
  return complex ? 'complex' : 'standard';
};

/**
 * Last day of the resolution limit by the dates on the file; undefined where they do not tell: not accepted, suspended now,
 * or suspended more than once, of which the file remembers the last only.
 */
export function resolutionEnd(facts: Facts): LocalDate | undefined {
  const startOn = dayFact(facts, 'acceptedOn');
  const from = dayFact(facts, 'suspendedOn');
  const to = dayFact(facts, 'resumedOn');
  if (!startOn || present(facts, 'resumedAgainOn') || (from && (!to || to < from))) return undefined;
  const { due } = computeDeadline(
    {
      ruleId: isSecond(facts) ? 'KN.RESOLVE.L2' : 'KN.RESOLVE.L1',
      startOn,
      variant: resolveVariant(facts),
      pauses: from && to ? [{ from, to }] : [],
    },
    calendar,
  );
  return due ?? undefined;
}

/** Whether a first complaint was left without a decision beyond its limit, where the file can tell; else the officer does. */
export function unresolvedInTime(facts: Facts): boolean {
  if (present(facts, 'decidedOn') || !present(facts, 'acceptedOn')) return false;
  if (present(facts, 'resumedAgainOn')) return true;
  const end = resolutionEnd(facts);
  const today = dayFact(facts, 'occurredOn');
  return end !== undefined && today !== undefined && daysBetween(end, today) > 0;
}
