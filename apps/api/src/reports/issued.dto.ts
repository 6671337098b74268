import { REPORT_STATES } from '#libs/reporting';
import {
  Choice,
  Day,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  OutTexts,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';
import { FormColumnDto, FormHeadDto, FormIdentityDto, FormLineDto } from './form.dto.js';

const STATES = Object.keys(REPORT_STATES);
export const ISSUED_FORMATS = ['xlsx', 'pdf', 'csv', 'json', 'zip'] as const;
export type IssuedFormat = (typeof ISSUED_FORMATS)[number];

export class NewReportDraftDto {
  @Text({ label: 'Mã biểu', max: 60 }) form: string;
  @Text({ label: 'Mã cơ quan; trống: cơ quan mình', max: 35, optional: true }) agency?: string;
  @Day({ label: 'Kỳ báo cáo từ ngày' }) from: string;
  @Day({ label: 'Kỳ báo cáo đến ngày' }) to: string;
  @Day({ label: 'Số liệu biết đến hết ngày; trống: đến lúc này', optional: true }) knownOn?: string;
}
export class IssueReportDto {
  @Text({
    label: 'Lý do điều chỉnh; bắt buộc khi kỳ này đã có bản phát hành',
    max: 1000,
    min: 3,
    optional: true,
    multiline: true,
  })
  reason?: string;
}
export class IssuedReportsQuery {
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
  @Text({ label: 'Mã biểu', max: 60, optional: true }) form?: string;
  @Choice({ label: 'Tình trạng', values: STATES, labels: REPORT_STATES, optional: true })
  state?: keyof typeof REPORT_STATES;
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 200, optional: true, fromText: true }) limit?: number;
  @Uuid({ label: 'Vị trí trang', optional: true }) cursor?: string;
}
export class IssuedFileQuery {
  @Choice({ label: 'Dạng tệp', values: ISSUED_FORMATS, optional: true }) format?: IssuedFormat;
}
export class FrozenListQuery {
  @Text({ label: 'Dòng của biểu; trống: dòng Tổng', max: 40, optional: true }) line?: string;
}

export class IssuedReportDto {
  @OutId('Mã bản chốt số liệu') id: string;
  @OutText('Số và lần điều chỉnh, hoặc «Dự thảo»') title: string;
  @OutChoice('Tình trạng', STATES) state: string;
  @OutText('Tình trạng, bằng lời') stateTitle: string;
  @OutText('Mã biểu') formId: string;
  @OutText('Ký hiệu biểu') formCode: string;
  @OutText('Tên biểu') formTitle: string;
  @OutText('Thông tư') circular: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Kỳ từ ngày') from: string;
  @OutDay('Kỳ đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutText('SHA-256 của bản chốt số liệu') hash: string;
  @OutText('Lập theo phạm vi được xem của') madeForName: string;
  @OutInstant('Lúc lập') madeAt: string;
  @OutId('Gói báo cáo', { nullable: true }) packId: string | null;
  @OutInt('Lần điều chỉnh; 0 là bản đầu', { nullable: true }) revision: number | null;
  @OutText('Lý do điều chỉnh', { nullable: true }) reason: string | null;
  @OutText('Người phát hành', { nullable: true }) issuedByName: string | null;
  @OutInstant('Lúc phát hành', { nullable: true }) issuedAt: string | null;
  @OutId('Bản thay thế', { nullable: true }) replacedBy: string | null;
}
export class IssuedReportsDto {
  @OutMany('Các bản, mới nhất trước', () => IssuedReportDto) items: IssuedReportDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}

export class MovedRowDto {
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutId('Mã đơn', { nullable: true }) petitionId: string | null;
}
export class CellDifferenceDto {
  @OutText('Dòng của biểu; trống: dòng Tổng') line: string;
  @OutText('Tên dòng') lineTitle: string;
  @OutInt('Số của cột') no: number;
  @OutText('Tên cột') columnTitle: string;
  @OutInt('Trước', { nullable: true }) was: number | null;
  @OutInt('Sau', { nullable: true }) now: number | null;
  @OutMany('Thêm vào danh sách', () => MovedRowDto) came: MovedRowDto[];
  @OutMany('Rời danh sách', () => MovedRowDto) went: MovedRowDto[];
  @OutMany('Vẫn trong danh sách, tính khác đi', () => MovedRowDto) reweighed: MovedRowDto[];
  @OutInt('Dòng thêm, bớt mà bạn không được xem') hidden: number;
}
export class RecomputedDto {
  @Out('Bản lưu còn nguyên vẹn: mã băm khớp nội dung và các danh sách', { type: Boolean }) intact: boolean;
  @Out('Mọi ô tính lại đều bằng bản chốt, cùng một danh sách', { type: Boolean }) equal: boolean;
  @OutText('SHA-256 của bản tính lại; bằng mã băm của bản chốt khi mọi chữ, mọi số ra đúng như cũ') hash: string;
  @OutInt('Số ô đã so') cells: number;
  @OutMany('Các ô khác', () => CellDifferenceDto) differences: CellDifferenceDto[];
  @OutInt('Số dòng được bảo vệ có trong bản chốt mà nay bạn không được xem') outOfSight: number;
  @OutInstant('Tính lại lúc') recomputedAt: string;
}

export class IssuedReportDetailDto extends IssuedReportDto {
  @OutDay('Số liệu tính đến ngày') countedTo: string;
  @OutText('SHA-256 của định nghĩa biểu chốt cùng số liệu (RFC 8785); null ở bản chốt trước khi có', { nullable: true })
  formHash: string | null;
  @OutText('Đường dẫn API của danh sách đã chốt sau mỗi ô: {cell} là số của cột, {line} là khóa của dòng') list: string;
  @OutMany('Đầu biểu, từ trên xuống, trái sang phải', () => FormHeadDto) heads: FormHeadDto[];
  @OutMany('Các cột với số liệu của dòng Tổng', () => FormColumnDto) cells: FormColumnDto[];
  @OutMany('Các dòng như bản in', () => FormLineDto) lines: FormLineDto[];
  @OutMany('Các công thức, tính trên dòng Tổng', () => FormIdentityDto) identities: FormIdentityDto[];
  @OutTexts('Ghi chú phải đọc cùng số liệu') notices: string[];
  @Out('Bạn phát hành được bản này', { type: Boolean }) issuable: boolean;
  @OutText('Vì sao chưa phát hành được', { nullable: true }) whyNot: string | null;
  @OutText('Bản đang có hiệu lực mà bản này sẽ thay; null khi là bản đầu', { nullable: true }) adjusts: string | null;
  @OutMany('Các bản đã phát hành của kỳ này, từ bản đầu', () => IssuedReportDto) revisions: IssuedReportDto[];
  @OutMany('Khác gì bản bị thay, từng ô', () => CellDifferenceDto) differences: CellDifferenceDto[];
}

export class FrozenRowDto extends MovedRowDto {
  @OutText('Là gì') title: string;
  @OutId('Mã lượt tiếp', { nullable: true }) visitId: string | null;
  @OutDay('Ngày nhận, ngày tiếp') receivedOn: string;
  @OutInt('Đếm là') weight: number;
}
export class FrozenListDto {
  @OutOne('Bản chốt số liệu', () => IssuedReportDto) report: IssuedReportDto;
  @OutText('Tên dòng') lineTitle: string;
  @OutOne('Cột', () => FormColumnDto) column: FormColumnDto;
  @OutInt('Số dòng của danh sách đã chốt') count: number;
  @OutText('SHA-256 của các mã trong danh sách, xếp tăng dần, mỗi mã một dòng') listHash: string;
  @OutInt('Số dòng bạn không được xem') hidden: number;
  @OutMany('Danh sách', () => FrozenRowDto) items: FrozenRowDto[];
}
