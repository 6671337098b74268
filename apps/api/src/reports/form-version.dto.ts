import { Day, Out, OutDay, OutInstant, OutInt, OutMany, OutText, OutTexts, Text } from '../http/fields.js';

export class NewFormVersionDto {
  @Text({ label: 'Biểu mẫu là dữ liệu (JSON): cột, đơn vị tính, phép thử, công thức, hiệu lực', max: 200_000, min: 2 })
  definition: string;
  @Text({ label: 'Văn bản là căn cứ của các cột', max: 300, min: 5 }) basis: string;
}
export class EndFormVersionDto {
  @Day({ label: 'Ngày hiệu lực cuối cùng' }) lastDay: string;
}
export class FormVersionDto {
  @OutText('Mã biểu') id: string;
  @OutText('Ký hiệu biểu') code: string;
  @OutText('Thông tư') circular: string;
  @OutText('Tên biểu') title: string;
  @OutDay('Hiệu lực từ') validFrom: string;
  @OutDay('Hiệu lực đến; null khi đang có hiệu lực', { nullable: true }) validTo: string | null;
  @OutText('Ghi chú in trên mọi bản') notice: string;
  @OutInt('Số cột') columns: number;
  @Out('Có sẵn trong phần mềm', { type: Boolean }) builtIn: boolean;
  @OutText('Văn bản là căn cứ; null khi có sẵn', { nullable: true }) basis: string | null;
  @OutText('Người đưa vào', { nullable: true }) recordedBy: string | null;
  @OutInstant('Đưa vào lúc', { nullable: true }) recordedAt: string | null;
  @OutText('Biểu mẫu là dữ liệu (JSON), dùng làm khung cho phiên bản mới') definition: string;
}
export class FormTestDto {
  @OutText('Đếm gì: petitions, cases, visits, sessions') of: string;
  @OutText('Tên phép thử') name: string;
  @OutText('Nghĩa') says: string;
}
export class FormVersionsDto {
  @OutMany('Các phiên bản biểu mẫu', () => FormVersionDto) items: FormVersionDto[];
  @OutMany('Các phép thử mà cột được dùng', () => FormTestDto) tests: FormTestDto[];
  @OutTexts('Đơn vị tính') units: string[];
  @Out('Tôi được thêm, kết thúc phiên bản', { type: Boolean }) mayEdit: boolean;
}
