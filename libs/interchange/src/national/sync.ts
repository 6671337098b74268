import { addWorkingDays, type WorkCalendar } from '#libs/calendar';
import { addDays, type LocalDate } from '#libs/shared';

/** Where one record stands. `not_due`: nothing has happened yet that the decree wants entered. */
export const SYNC_STATES = {
  not_due: 'Chưa đến lúc cập nhật',
  due: 'Chưa cập nhật',
  exported: 'Đã đưa vào gói, chờ xác nhận',
  confirmed: 'Đã xác nhận',
  error: 'Bị từ chối hoặc lỗi',
} as const;
export type SyncState = keyof typeof SYNC_STATES;

export interface EntryRule {
  readonly citation: string;
  readonly text: string;
}
const AT_ONCE = 'NĐ55/2022 Đ.8 k1; NĐ154 Đ.27 k1';

/** From when a record is to be entered, in the decree's words; it says "ngay", no number of days. */
export function entryRuleOf(procedure: string | null): EntryRule {
  switch (procedure) {
    case 'complaint':
    case 'disciplinary-complaint':
      return { citation: 'NĐ55/2022 Đ.8 k1; NĐ124 Đ.30a k2', text: 'ngay sau khi có thông báo thụ lý khiếu nại' };
    case 'denunciation':
      return { citation: 'NĐ55/2022 Đ.8 k1; NĐ31 Đ.19a k2', text: 'ngay sau khi có quyết định thụ lý tố cáo' };
    case 'feedback':
      return { citation: AT_ONCE, text: 'ngay sau khi tiếp nhận kiến nghị, phản ánh' };
    case null:
      return { citation: AT_ONCE, text: 'trong quá trình tiếp công dân' };
    default:
      return { citation: AT_ONCE, text: 'trong quá trình xử lý đơn' };
  }
}

/** Other times of Đ.8, told beside the mapping. */
export const OTHER_TIMES: readonly EntryRule[] = [
  { citation: 'NĐ55/2022 Đ.8 k3', text: '15 ngày từ khi nhận yêu cầu của Thanh tra Chính phủ (Đ.6 k6, Đ.7 k3)' },
  { citation: 'NĐ55/2022 Đ.8 k2', text: 'Dữ liệu cũ: 12 tháng từ 10/10/2022, đã hết ngày 10/10/2023' },
];

/** "Ngay" has no number of days; within the house one working day is taken, and it is called what it is. */
export const INTERNAL_DAYS = 1;
export const INTERNAL_TARGET = `mục tiêu nội bộ: trong ${INTERNAL_DAYS} ngày làm việc`;

export const targetOf = (calendar: WorkCalendar, dueOn: LocalDate): LocalDate =>
  addWorkingDays(calendar, { from: dueOn, days: INTERNAL_DAYS });

/** What was due before this day is past the internal target today. */
export function lateBefore(calendar: WorkCalendar, today: LocalDate): LocalDate {
  for (let day = today; ; day = addDays(day, -1)) if (targetOf(calendar, day) < today) return addDays(day, 1);
}

const FIRST_WAIT_MS = 15_000;
const LONGEST_WAIT_MS = 3_600_000;
/** How long a delivery that failed waits before it is tried again: doubled each time, an hour at most. */
export const waitAfter = (attempts: number): number =>
  Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
