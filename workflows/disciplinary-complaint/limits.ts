import { vietnamCalendar } from '#libs/calendar';
import type { Facts } from '#libs/procedure';
import { addDays, daysBetween, type LocalDate } from '#libs/shared';
import { computeDeadline } from '#libs/statute';
import { dayFact, present } from '../common/dates.js';
import { isSecond } from '../complaint/v2/instance.js';

const calendar = vietnamCalendar();
/** Luật Khiếu nại 2011 begins. */
const LAW_FROM = '2012-07-01';

/** The challenged decision is a dismissal: 30 days for the second complaint, and the court (LKN Đ.48, Đ.57 k3). */
export const isDismissal = (facts: Facts): boolean => facts.dismissal === true || present(facts, 'dismissalOn');

export function secondWindowEnd(receivedOn: LocalDate, dismissal: boolean): LocalDate | null {
  if (receivedOn < LAW_FROM) return null;
  const variant = dismissal ? { variant: 'dismissal' as const } : {};
  return computeDeadline({ ruleId: 'KL.TIMEBAR.L2', startOn: receivedOn, ...variant }, calendar).due;
}

const firstWindowEnd = (receivedOn: LocalDate): LocalDate | null =>
  receivedOn < LAW_FROM ? null : computeDeadline({ ruleId: 'KL.TIMEBAR.L1', startOn: receivedOn }, calendar).due;

/** Sickness, disaster, a mission far away: those days are not counted (LKN Đ.48). */
function withObstacle(end: LocalDate | null, facts: Facts): LocalDate | null {
  const days = Number(facts.obstacleDays ?? 0);
  return end && Number.isInteger(days) && days > 0 && days <= 3650 ? addDays(end, days) : end;
}

/** Whether the complaint came within 15 days of the disciplinary decision, or 10 (dismissal: 30) of the first resolution. */
export function filedInTime(facts: Facts): boolean | undefined {
  const filed = dayFact(facts, 'receivedOn');
  const start = dayFact(facts, isSecond(facts) ? 'firstDecisionOn' : 'decisionReceivedOn');
  if (isSecond(facts) && facts.appealGround === 'overdue') return true;
  if (!filed || !start) return undefined;
  const end = isSecond(facts) ? secondWindowEnd(start, isDismissal(facts)) : firstWindowEnd(start);
  const last = withObstacle(end, facts);
  return last !== null && filed <= last;
}

/** Beyond the limit of LKN Đ.50 without a decision, where the file can tell; else the officer does. */
export function unresolvedInTime(facts: Facts): boolean {
  const startOn = dayFact(facts, 'acceptedOn');
  const today = dayFact(facts, 'occurredOn');
  if (present(facts, 'decidedOn') || !startOn || !today) return false;
  if (present(facts, 'suspendedOn')) return present(facts, 'resumedOn');
  const variant = present(facts, 'complexFoundOn') ? { variant: 'complex' as const } : {};
  const { due } = computeDeadline({ ruleId: 'KL.RESOLVE', startOn, ...variant }, calendar);
  return due !== null && daysBetween(due, today) > 0;
}
