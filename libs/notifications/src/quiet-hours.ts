import { addDays, dayOf, instantOf } from '#libs/shared';
import type { TimeOfDay } from './types.js';

const MINUTE_MS = 60_000;

/** Minutes since local midnight. */
const minutes = (time: TimeOfDay): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/**
 * When a message may go out: now, or at the end of the quiet hours that now falls into. Equal ends mean no quiet hours; hours may
 * run over midnight. Internal rule of the house, not law.
 */
export function sendableAt(now: Date, { quietFrom, quietTo }: { quietFrom: TimeOfDay; quietTo: TimeOfDay }): Date {
  const [from, to] = [minutes(quietFrom), minutes(quietTo)];
  if (from === to) return now;
  const today = dayOf(now);
  const time = Math.floor((now.getTime() - instantOf(today, '00:00').getTime()) / MINUTE_MS);
  const quiet = from < to ? time >= from && time < to : time >= from || time < to;
  if (!quiet) return now;
  const endsTomorrow = from > to && time >= from;
  return instantOf(endsTomorrow ? addDays(today, 1) : today, quietTo);
}
