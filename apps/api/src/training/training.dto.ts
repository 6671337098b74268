import { Flag, Out, OutChoice, OutInstant, OutInt, OutOne, OutText, Text } from '../http/fields.js';

export class TrainingResetDto {
  @OutChoice('Việc đưa dữ liệu về ban đầu', ['running', 'done', 'failed']) state: string;
  @OutInt('Đã khôi phục, bảng') done: number;
  @OutInt('Tổng số bảng') total: number;
  @OutInstant('Bắt đầu lúc') startedAt: string;
}
export class TrainingDto {
  @Out('Đang tập huấn', { type: Boolean }) on: boolean;
  @Out('Bật được: chỉ khi dữ liệu là dữ liệu trình diễn', { type: Boolean }) available: boolean;
  @Out('Đưa về ban đầu được', { type: Boolean }) resettable: boolean;
  @OutText('Vì sao không bật được hoặc không đưa về ban đầu được', { nullable: true }) reason: string | null;
  @OutText('Người bật, tắt gần nhất', { nullable: true }) by: string | null;
  @OutInstant('Từ lúc', { nullable: true }) since: string | null;
  @OutOne('Lần đưa về ban đầu gần nhất', () => TrainingResetDto, { nullable: true }) reset: TrainingResetDto | null;
}
export class SwitchTrainingDto {
  @Flag({ label: 'Bật chế độ tập huấn' }) on: boolean;
  @Text({ label: 'Lý do', help: 'Ghi vào nhật ký quản trị', min: 5, max: 500, multiline: true }) reason: string;
}
