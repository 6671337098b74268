import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor } from '#libs/access';
import { addWorkingDays, type WorkCalendar } from '#libs/calendar';
import type { ClockRequests } from '#libs/persistence';
import { AppError, addDays, type Clock, dayOf, instantOf, type LocalDate } from '#libs/shared';
import { mustBe } from '../http/rights.js';
import { ClockDesk } from './clock-desk.js';
import type { AdvanceClockDto, ClockDto } from './clock.dto.js';

/** Asked, not done: the worker walks the clock through every due instant. */
export type MovableClock = Pick<ClockRequests, 'ask' | 'goingTo'>;

const PATIENCE_MS = 20_000;
const LOOK_MS = 80;

const DAY_STARTS = '08:00';
/** A jump across several years is a slip of the hand; the due instants between would all be walked through. */
const FURTHEST_DAYS = 800;

export class BusinessClockDesk extends ClockDesk {
  constructor(
    private readonly clock: Clock,
    private readonly movable: MovableClock | null,
    private readonly calendar: WorkCalendar,
  ) {
    super();
  }

  async read(): Promise<ClockDto> {
    return this.view(await this.clock.now(), (await this.movable?.goingTo()) ?? null);
  }

  async advance(actor: Actor, command: AdvanceClockDto): Promise<ClockDto> {
    if (!this.movable)
      throw refuse(
        403,
        'CLOCK.REAL_TIME',
        'Không tua được đồng hồ',
        'Hệ thống đang vận hành thật theo giờ thật; chỉ bản dùng thử mới tua được ngày.',
      );
    mustBe(actor, ['administrator', 'chairman', 'provinceChairman'], 'Tua đồng hồ dùng thử');
    const now = await this.clock.now();
    const target = targetOf(command, now, this.calendar);
    if (target <= now)
      throw refuse(
        409,
        'CLOCK.MOVED_BACK',
        'Đồng hồ không lùi được',
        'Ngày cần tới phải sau thời điểm hiện tại của hệ thống.',
      );
    if (target.getTime() - now.getTime() > FURTHEST_DAYS * 86_400_000)
      throw refuse(422, 'CLOCK.TOO_FAR', 'Tua quá xa', `Mỗi lần chỉ tua được tối đa ${FURTHEST_DAYS} ngày.`);
    await this.movable.ask(target);
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && (await this.movable.goingTo()) !== null;)
      await sleep(LOOK_MS);
    return this.read();
  }

  private view(now: Date, goingTo: Date | null): ClockDto {
    return {
      now: now.toISOString(),
      today: dayOf(now),
      offsetSeconds: Math.round((now.getTime() - Date.now()) / 1000),
      movable: this.movable !== null,
      goingTo: goingTo?.toISOString() ?? null,
    };
  }
}

/** Whole days keep the hour; working days and a named day arrive when the office opens. */
function targetOf({ days, workingDays, to }: AdvanceClockDto, now: Date, calendar: WorkCalendar): Date {
  if ([days, workingDays, to].filter((way) => way !== undefined).length !== 1)
    throw refuse(
      422,
      'CLOCK.ONE_WAY',
      'Chọn một cách tua',
      'Hãy gửi đúng một trong ba: days (số ngày), workingDays (số ngày làm việc), to (tới ngày).',
    );
  const today = dayOf(now);
  if (days !== undefined) return new Date(now.getTime() + days * 86_400_000);
  if (workingDays !== undefined) return atOpening(addWorkingDays(calendar, { from: today, days: workingDays }), now);
  return atOpening(to as LocalDate, now);
}

/** The time of day is kept where it is past opening, so that ten working days later is ten working days later. */
function atOpening(day: LocalDate, now: Date): Date {
  const sinceMidnight = now.getTime() - instantOf(dayOf(now)).getTime();
  const opening = instantOf(day, DAY_STARTS);
  const same = new Date(instantOf(day).getTime() + sinceMidnight);
  return same > opening && same < instantOf(addDays(day, 1)) ? same : opening;
}

const refuse = (status: number, code: string, title: string, detail: string): AppError =>
  new AppError({ status, code, title, detail });
