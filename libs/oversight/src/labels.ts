/** Ledger events about a deadline, as the timeline names them. */
export const DEADLINE_EVENT_TITLES = {
  REMIND: 'Nhắc sắp hết hạn',
  SUPERSEDE: 'Bỏ lời nhắc đã qua thời điểm',
  LAPSE: 'Quá hạn',
  ESCALATE: 'Báo cáo lãnh đạo (quy định nội bộ)',
  ANNUL: 'Hủy thông báo quá hạn: việc đã làm đúng hạn, ghi muộn',
  TAKE_EFFECT: 'Đến ngày có hiệu lực',
  REPROJECTED: 'Tính lại hạn theo lịch nghỉ mới',
  THRESHOLD: 'Chạm ngưỡng phải xem xét trách nhiệm',
} as const;
export type DeadlineEventType = keyof typeof DEADLINE_EVENT_TITLES;

export const deadlineEventTitle = (type: string): string =>
  (DEADLINE_EVENT_TITLES as Readonly<Record<string, string>>)[type] ?? type;
