import type { Dto } from '../../api/types.js';

export type Entry = Dto<'CalendarEntry'>;

/** Who may propose and publish; the API says no to anybody else. */
export const mayPublish = (roles: readonly string[]): boolean => roles.includes('administrator');

export const KIND: Record<string, string> = {
  off: 'Ngày nghỉ',
  makeup: 'Ngày làm bù',
  ordinary: 'Bãi bỏ, trở lại ngày thường',
  withdraw: 'Rút thay đổi, theo lịch có sẵn',
};

export const JOB: Record<string, string> = {
  queued: 'Đang chờ tính lại',
  running: 'Đang tính lại',
  cancelling: 'Đang dừng',
  cancelled: 'Đã dừng giữa chừng',
  done: 'Đã tính lại xong',
};

export const isMoving = (state: string): boolean => state !== 'done' && state !== 'cancelled';
export const BECOMES: Record<string, string> = { late: 'Thành quá hạn', timely: 'Hết quá hạn' };
