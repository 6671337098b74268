import { OutChoice, OutId, OutInstant, OutInt, OutMany, OutText } from '../http/fields.js';

export class WorkProgressDto {
  @OutText('Loại việc', { example: 'import' }) work: string;
  @OutId('Mã của việc: đợt nhập, lần công bố lịch') id: string;
  @OutChoice('Tình trạng', ['waiting', 'running', 'stopping', 'done', 'stopped', 'failed']) state: string;
  @OutText('Tình trạng, bằng lời') stateTitle: string;
  @OutText('Đang làm bước nào') step: string;
  @OutInt('Số dòng đã làm') done: number;
  @OutInt('Tổng số dòng') total: number;
  @OutInt('Còn khoảng bao nhiêu giây; null khi chưa ước lượng được', { nullable: true }) secondsLeft: number | null;
  @OutInstant('Lúc ghi nhận') at: string;
  @OutText('Địa chỉ gọi POST để dừng; null khi không dừng được nữa', { nullable: true }) cancelPath: string | null;
}

export class WorkListDto {
  @OutMany('Việc đang chạy, và việc đã xong trong một giờ qua', () => WorkProgressDto) items: WorkProgressDto[];
}
