import {
  Day,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutText,
  Many,
  Text,
  Whole,
} from '../http/fields.js';

export class OpeningListQuery {
  @Whole({ label: 'Năm', min: 2000, max: 2100, optional: true, fromText: true }) year?: number;
}
export class OpeningFigureDto {
  @Text({ label: 'Số liệu', max: 60 }) key: string;
  @Whole({ label: 'Số', min: 0, max: 1_000_000 }) value: number;
}
export class OpeningFiguresDto {
  @Many({ label: 'Số liệu', of: () => OpeningFigureDto, max: 40, min: 1 }) figures: OpeningFigureDto[];
  @Text({ label: 'Lấy số từ sổ, báo cáo nào', max: 300, min: 5 }) source: string;
}
export class NewOpeningDto extends OpeningFiguresDto {
  @Text({ label: 'Mã cơ quan', max: 35, min: 2 }) agency: string;
  @Whole({ label: 'Năm', min: 2000, max: 2100 }) year: number;
  @Day({ label: 'Ngày đầu kỳ' }) startsOn: string;
  @Text({ label: 'Lý do đính chính, khi kỳ này đã khóa', max: 500, min: 5, optional: true }) correctionReason?: string;
}
export class OpeningReturnDto {
  @Text({ label: 'Lý do trả lại', max: 500, min: 5 }) reason: string;
}
export class OpeningCounterDto {
  @OutText('Số liệu') key: string;
  @OutText('Nhóm') group: string;
  @OutText('Tên nhóm') groupTitle: string;
  @OutText('Tên số liệu') title: string;
}
export class OpeningBalanceDto {
  @OutId('Mã') id: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Năm') year: number;
  @OutDay('Ngày đầu kỳ') startsOn: string;
  @OutInt('Bản thứ mấy; bản sau đính chính bản trước') version: number;
  @OutChoice('Tình trạng', ['entered', 'returned', 'confirmed']) state: string;
  @OutMany('Số liệu', () => OpeningFigureDto) figures: OpeningFigureDto[];
  @OutText('Lấy số từ') source: string;
  @OutText('Người nhập') enteredBy: string;
  @OutInstant('Nhập lúc') enteredAt: string;
  @OutText('Người xác nhận', { nullable: true }) confirmedBy: string | null;
  @OutInstant('Xác nhận lúc', { nullable: true }) confirmedAt: string | null;
  @OutText('Lý do trả lại', { nullable: true }) returnReason: string | null;
  @OutText('Lý do đính chính', { nullable: true }) correctionReason: string | null;
  @OutInt('Lần sửa; gửi lại trong If-Match') rev: number;
  @Out('Tôi được sửa', { type: Boolean }) mayEdit: boolean;
  @Out('Tôi được xác nhận hoặc trả lại', { type: Boolean }) mayConfirm: boolean;
}
export class OpeningListDto {
  @OutMany('Số dư đầu kỳ theo cơ quan', () => OpeningBalanceDto) items: OpeningBalanceDto[];
  @OutMany('Các số liệu', () => OpeningCounterDto) counters: OpeningCounterDto[];
  @OutMany('Cơ quan chưa có số dư đã xác nhận của năm đang xem', () => OpeningMissingDto) missing: OpeningMissingDto[];
  @Out('Tôi được nhập', { type: Boolean }) mayEnter: boolean;
}
export class OpeningMissingDto {
  @OutText('Mã cơ quan') code: string;
  @OutText('Cơ quan') name: string;
}
