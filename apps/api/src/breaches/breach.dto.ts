import { Flag, Instant, Out, OutChoice, OutId, OutInstant, OutInt, OutMany, OutText, Text } from '../http/fields.js';

export const STEP_STATES = ['done', 'notNeeded', 'doneLate', 'running', 'late'] as const;

export class BreachStepDto {
  @OutText('Mã bước') key: string;
  @OutText('Việc') title: string;
  @OutText('Làm gì') what: string;
  @OutInt('Trong bao nhiêu giờ từ khi phát hiện') hours: number;
  @OutInstant('Chậm nhất lúc') dueAt: string;
  @OutText('Điều luật; null khi là quy định nội bộ', { nullable: true }) citation: string | null;
  @Out('Số giờ do luật định; false: mục tiêu nội bộ', { type: Boolean }) timeByLaw: boolean;
  @Out('Đã đối chiếu với văn bản', { type: Boolean }) confirmed: boolean;
  @OutChoice('Tình trạng', STEP_STATES) state: (typeof STEP_STATES)[number];
  @OutInstant('Đã làm lúc', { nullable: true }) doneAt: string | null;
  @OutText('Ghi chú', { nullable: true }) note: string | null;
  @OutText('Người ghi', { nullable: true }) notedByName: string | null;
}
export class BreachDto {
  @OutId('Mã sự cố') id: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInstant('Phát hiện lúc') discoveredAt: string;
  @OutText('Chuyện gì, không nêu tên ai') what: string;
  @OutText('Người ghi') notedByName: string;
  @OutInstant('Ghi lúc') notedAt: string;
  @OutInt('Số bước đã xong hoặc không cần') settled: number;
  @OutInt('Số bước quá giờ chưa làm') late: number;
  @OutInt('Số bước') total: number;
  @OutInstant('Bước chưa làm gần nhất phải xong lúc; null khi đã xong cả', { nullable: true }) nextDueAt: string | null;
}
export class BreachListDto {
  @OutMany('Mới phát hiện trước', () => BreachDto) items: BreachDto[];
  @Out('Người xem được ghi', { type: Boolean }) mayWrite: boolean;
}
export class BreachDetailDto extends BreachDto {
  @OutMany('Các bước, việc gấp trước', () => BreachStepDto) steps: BreachStepDto[];
  @OutInstant('Bây giờ') now: string;
  @Out('Người xem được ghi', { type: Boolean }) mayWrite: boolean;
}
export class NewBreachDto {
  @Instant({ label: 'Phát hiện lúc', help: 'Mọi thời hạn đếm từ đây' }) discoveredAt: string;
  @Text({
    label: 'Chuyện gì đã xảy ra',
    help: 'Loại dữ liệu, số người; không nêu tên ai',
    min: 10,
    max: 2000,
    multiline: true,
  })
  what: string;
}
export class BreachStepDoneDto {
  @Flag({ label: 'Bước này cần làm', help: 'false: đã xem xét và không cần, nêu lý do ở ghi chú' }) applies: boolean;
  @Instant({ label: 'Đã làm lúc' }) doneAt: string;
  @Text({
    label: 'Ghi chú',
    help: 'Số văn bản, nơi gửi; không nêu tên người bị ảnh hưởng',
    min: 3,
    max: 1000,
    multiline: true,
  })
  note: string;
}
