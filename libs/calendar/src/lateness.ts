import { isLocalDate, type LocalDate } from '#libs/shared';

export type Lateness = 'on_time' | 'overdue' | 'very_overdue';

/** The calendar day at an instant in an IANA time zone. */
export function dayIn(instant: Date, timeZone = 'Asia/Ho_Chi_Minh'): LocalDate {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string): string => parts.find((p) => p.type === type)!.value;
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  if (!isLocalDate(day)) throw new RangeError(`Thời điểm ngoài khoảng ngày được hỗ trợ: ${day}`);
  return day;
}

export interface LatenessInput {
  /** The last day; a limit ends at 24:00 of it (BLDS Đ.148.6). */
  readonly due: LocalDate;
  /** A second, later day after which the delay is severe. */
  readonly severeAfter?: LocalDate;
  readonly timeZone?: string;
}

/** How an instant stands to a due day: local days are compared, never instants. */
export function statusOn(instant: Date, input: LatenessInput): Lateness {
  const today = dayIn(instant, input.timeZone);
  if (today <= input.due) return 'on_time';
  return input.severeAfter !== undefined && today > input.severeAfter ? 'very_overdue' : 'overdue';
}
