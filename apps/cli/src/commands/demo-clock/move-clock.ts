import { setTimeout as sleep } from 'node:timers/promises';
import { addWorkingDays, vietnamCalendar, type WorkCalendar } from '#libs/calendar';
import { OversightService } from '#libs/oversight';
import { CalendarKeeper, ClockRequests, PostgresClock, PostgresMilestones, type Database } from '#libs/persistence';
import { addDays, AppError, dayOf, formatDay, instantOf, type LocalDate } from '#libs/shared';

export type ClockMove =
  { readonly set: LocalDate } | { readonly advance: number; readonly unit: 'calendar_day' | 'working_day' };

/** The hour a day begins at when it is set outright: officers are at their desks. */
const OPENING = '08:00';

/** Where a move leads. Advancing keeps the time of day. */
export function targetOf(now: Date, move: ClockMove, calendar: WorkCalendar = vietnamCalendar()): Date {
  const today = dayOf(now);
  if ('set' in move) {
    if (move.set < today) {
      const detail = `Đồng hồ nghiệp vụ đang ở ngày ${formatDay(today)}, không lùi về ${formatDay(move.set)} được.`;
      throw new AppError({ code: 'CLOCK.MOVED_BACK', status: 409, title: 'Đồng hồ chỉ đi tới', detail });
    }
    const target = instantOf(move.set, OPENING);
    return target > now ? target : now;
  }
  const day =
    move.unit === 'calendar_day'
      ? addDays(today, move.advance)
      : addWorkingDays(calendar, { from: today, days: move.advance });
  return new Date(now.getTime() + instantOf(day).getTime() - instantOf(today).getTime());
}

export interface Moved {
  readonly now: Date;
  /** True where a running worker walked the clock, its effects with it. */
  readonly byWorker: boolean;
}

const WORKERS = `SELECT count(*)::int AS count FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'nghedan-worker'`;
const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * Walks the business clock through every due instant to its target. A running worker does it, so that what falls due is
 * carried out on the way; without one this process fires the deadlines and leaves the effects to the next worker.
 */
export async function moveClock({ connections }: Database, move: ClockMove): Promise<Moved> {
  const clock = new PostgresClock(connections);
  const calendar = await new CalendarKeeper(connections).read();
  const target = targetOf(await clock.now(), move, calendar);
  const { rows } = await connections.app.query<{ count: number }>(WORKERS);
  const byWorker = (rows[0]?.count ?? 0) > 0;
  if (byWorker) await askWorker(new ClockRequests(connections.app), target);
  else await walkAlone(connections, target, calendar);
  return { now: await clock.now(), byWorker };
}

async function askWorker(requests: ClockRequests, target: Date): Promise<void> {
  await requests.ask(target);
  for (const until = Date.now() + LONGEST_WAIT_MS; (await requests.goingTo()) !== null; await sleep(100))
    if (Date.now() > until)
      throw new AppError({
        code: 'CLOCK.WORKER_BUSY',
        status: 503,
        title: 'Đồng hồ chưa tới nơi',
        detail: 'Tiến trình worker chưa làm xong sau 10 phút; đồng hồ vẫn đang đi.',
      });
}

async function walkAlone(connections: Database['connections'], target: Date, calendar: WorkCalendar): Promise<void> {
  const oversight = new OversightService({
    milestones: new PostgresMilestones(connections),
    calendar,
    systemNow: () => new Date(),
  });
  await oversight.advanceBusinessClock(target);
}
