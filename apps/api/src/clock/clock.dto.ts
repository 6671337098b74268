import { Day, Out, OutDay, OutInstant, OutInt, Whole } from '../http/fields.js';

export class ClockDto {
  @OutInstant('Giờ nghiệp vụ') now: string;
  @OutDay('Ngày nghiệp vụ') today: string;
  @OutInt('Số giây đã tua tới so với giờ thật') offsetSeconds: number;
  @Out('Có tua được không (chỉ khi dùng thử)', { type: Boolean }) movable: boolean;
  @OutInstant('Đang tua tới; null khi đã tới nơi', { nullable: true }) goingTo: string | null;
}

export class AdvanceClockDto {
  @Whole({ label: 'Số ngày', min: 1, max: 366, optional: true }) days?: number;
  @Whole({ label: 'Số ngày làm việc', min: 1, max: 250, optional: true }) workingDays?: number;
  @Day({ label: 'Tới ngày', optional: true }) to?: string;
}
