import { FORM_FORMATS } from '#libs/reporting';
import {
  Choice,
  Out,
  OutChoice,
  OutDay,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  OutTexts,
  Text,
  Whole,
} from '../http/fields.js';
import { FigureRowDto, PeriodQuery, ReportPeriodDto } from './report.dto.js';

export class FormQuery extends PeriodQuery {
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới; trống: cơ quan mình', max: 35, optional: true }) agency?: string;
}
export class FormCellQuery extends FormQuery {
  @Text({ label: 'Dòng của biểu: mã cơ quan, @ và loại của nhóm; trống: dòng Tổng', max: 40, optional: true })
  line?: string;
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 500, optional: true, fromText: true }) limit?: number;
  @Text({ label: 'Vị trí trang', max: 12, optional: true, pattern: /^\d*$/, patternSays: 'không đọc được' })
  cursor?: string;
}
export class FormExportQuery extends FormQuery {
  @Choice({ label: 'Dạng tệp', values: FORM_FORMATS, optional: true }) format?: (typeof FORM_FORMATS)[number];
}

export class FormSummaryDto {
  @OutText('Mã biểu, dùng trong địa chỉ') id: string;
  @OutText('Ký hiệu biểu') code: string;
  @OutText('Thông tư') circular: string;
  @OutText('Tên biểu') title: string;
  @OutDay('Hiệu lực từ') validFrom: string;
  @OutDay('Hiệu lực đến; null khi đang có hiệu lực', { nullable: true }) validTo: string | null;
  @OutText('Ghi chú về nguồn, in trên mọi bản') notice: string;
  @OutInt('Số cột đã biết; 0 là chưa biết, không đoán') columns: number;
}
export class FormPeriodDto extends ReportPeriodDto {
  @OutChoice('Loại kỳ', ['month', 'quarter', 'half', 'nineMonths', 'year']) kind: string;
  @OutText('Căn cứ của kỳ, mốc chốt') source: string;
  @Out('Gửi cả lời văn; null khi chưa biết', { type: Boolean, nullable: true }) inFull: boolean | null;
}
export class FormsDto {
  @OutMany('Các biểu', () => FormSummaryDto) forms: FormSummaryDto[];
  @OutMany('Kỳ để chọn', () => FormPeriodDto) periods: FormPeriodDto[];
  @OutText('Nguồn của các kỳ') periodSource: string;
}

export class FormHeadDto {
  @OutText('Tên ô đầu cột') title: string;
  @OutInt('Hàng, từ 0') row: number;
  @OutInt('Cột đầu tiên nó trùm') no: number;
  @OutInt('Số hàng nó trùm') rows: number;
  @OutInt('Số cột nó trùm') columns: number;
}
export class FormColumnDto {
  @OutInt('Số của cột') no: number;
  @OutTexts('Các tiêu đề phía trên') group: string[];
  @OutText('Tên cột') title: string;
  @OutText('Đơn vị tính') unit: string;
  @OutText('Cách đếm') says: string;
  @OutInt('Số liệu; null khi không có', { nullable: true }) value: number | null;
  @OutChoice('Vì sao có hay không có số', ['counted', 'noData', 'hidden']) state: string;
}
export class FormIdentityDto {
  @OutText('Công thức') formula: string;
  @OutChoice('Sai thì chặn xuất biểu, hay chỉ nhắc', ['error', 'warning']) severity: string;
  @OutChoice('Khớp, không khớp, chưa có dữ liệu để so', ['holds', 'broken', 'noData']) state: string;
  @OutText('Công thức với các tổng') says: string;
  @OutText('Ghi chú', { nullable: true }) note: string | null;
  @OutTexts('Số vào sổ của những vụ việc làm lệch') cases: string[];
}
export class FormValueDto {
  @OutInt('Số của cột') no: number;
  @OutInt('Số liệu; null khi không có', { nullable: true }) value: number | null;
  @OutChoice('Vì sao có hay không có số', ['counted', 'noData', 'hidden']) state: string;
}
export class FormLineDto {
  @OutText('Khóa của dòng, dùng trong địa chỉ danh sách; trống: dòng Tổng') key: string;
  @OutChoice('Riêng cơ quan, cấp dưới, cộng nhóm, tổng', ['own', 'below', 'group', 'total']) kind: string;
  @OutText('Tên dòng') title: string;
  @OutText('Số thứ tự của dòng') ordinal: string;
  @OutMany('Số liệu các cột', () => FormValueDto) cells: FormValueDto[];
  @OutMany('Công thức không khớp ở dòng này', () => FormIdentityDto) broken: FormIdentityDto[];
}
export class CountedFormDto extends FormSummaryDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutTexts('Ghi chú phải đọc cùng số liệu') notices: string[];
  @Out('Xuất được: mọi công thức phải khớp đều khớp', { type: Boolean }) exportable: boolean;
  @OutText('Đường dẫn API của danh sách sau mỗi ô: {cell} là số của cột, {line} là khóa của dòng') list: string;
  @OutMany('Đầu biểu, từ trên xuống, trái sang phải', () => FormHeadDto) heads: FormHeadDto[];
  @OutMany('Các cột với số liệu của dòng Tổng', () => FormColumnDto) cells: FormColumnDto[];
  @OutMany('Các dòng như bản in: riêng cơ quan, từng cấp dưới theo nhóm, Tổng ở cuối', () => FormLineDto)
  lines: FormLineDto[];
  @OutMany('Các công thức, tính trên dòng Tổng', () => FormIdentityDto) identities: FormIdentityDto[];
}
export class FormCellListDto {
  @OutText('Ký hiệu biểu') formCode: string;
  @OutText('Tên biểu') formTitle: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Dòng của biểu') lineTitle: string;
  @OutOne('Cột', () => FormColumnDto) column: FormColumnDto;
  @OutText('Nguồn') notice: string;
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutInt('Số dòng của cả danh sách') count: number;
  @OutInt('Phần của con số theo số dư đầu kỳ đã xác nhận, không có danh sách') opening: number;
  @OutText('SHA-256 của các mã trong danh sách, xếp tăng dần, mỗi mã một dòng') listHash: string;
  @OutMany('Danh sách', () => FigureRowDto) items: FigureRowDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}
