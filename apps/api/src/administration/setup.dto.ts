import { Out, OutChoice, OutInt, OutMany, OutText } from '../http/fields.js';

export const SETUP_STATES = ['done', 'todo', 'warning'] as const;

export class SetupItemDto {
  @OutText('Mã việc') key: string;
  @OutText('Nhóm') group: string;
  @OutText('Việc') title: string;
  @OutChoice('Tình trạng, tính từ dữ liệu thật', SETUP_STATES) state: (typeof SETUP_STATES)[number];
  @OutText('Hiện trạng và việc cần làm') detail: string;
  @OutText('Nơi làm trên màn hình; null khi làm ở máy chủ', { nullable: true }) link: string | null;
  @OutText('Cách làm ở máy chủ', { nullable: true }) howTo: string | null;
}
export class SetupDto {
  @OutChoice('Chế độ chạy', ['demo', 'production']) mode: string;
  @OutInt('Số việc đã xong') done: number;
  @OutInt('Số việc') total: number;
  @Out('Đủ điều kiện vận hành thật', { type: Boolean }) ready: boolean;
  @OutMany('Việc cần làm khi bắt đầu', () => SetupItemDto) items: SetupItemDto[];
}
