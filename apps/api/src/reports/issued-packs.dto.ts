import { GAP_LISTS } from '#libs/reporting';
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
  Whole,
} from '../http/fields.js';
import { IssuedReportDto } from './issued.dto.js';
import { ReportPeriodDto } from './report.dto.js';

const KINDS = ['month', 'quarter', 'half', 'nineMonths', 'year'] as const;

export class NewPackDto {
  @Text({ label: 'Khóa của kỳ, ví dụ 2026-Q3', max: 12 }) key: string;
}
export class ReportPackDto {
  @OutId('Mã gói') id: string;
  @OutText('Khóa của kỳ') key: string;
  @OutChoice('Loại kỳ', KINDS) kind: string;
  @OutText('Tên kỳ') title: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Kỳ từ ngày') from: string;
  @OutDay('Kỳ đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutText('Người ký') madeForName: string;
  @OutChoice('Lập theo lịch hay do người', ['schedule', 'person']) madeBy: string;
  @OutInstant('Lúc lập') madeAt: string;
  @OutInt('Số biểu bạn được xem') drafts: number;
  @OutInt('Trong đó đã phát hành') issued: number;
  @Out('Kỳ phải kèm báo cáo bằng lời theo TT 01/2024', { type: Boolean }) goesWithText: boolean;
}
export class ReportPacksDto {
  @OutMany('Các gói, kỳ mới nhất trước', () => ReportPackDto) items: ReportPackDto[];
  @OutMany('Các kỳ đã chốt để lập gói', () => ReportPeriodDto) periods: ReportPeriodDto[];
  @OutText('Nguồn của các kỳ') periodSource: string;
}
export class OutlineSectionDto {
  @OutText('Đề mục') heading: string;
  @OutTexts('Các dòng') lines: string[];
}
export class ReportPackDetailDto extends ReportPackDto {
  @OutMany('Các biểu', () => IssuedReportDto) reports: IssuedReportDto[];
  @OutText('Tên đề cương') outlineTitle: string;
  @OutText('Nguồn của đề cương') outlineNotice: string;
  @OutMany('Đề cương báo cáo bằng lời, số liệu đã điền', () => OutlineSectionDto) outline: OutlineSectionDto[];
}

export class DataGapsQuery {
  @Day({ label: 'Từ ngày', optional: true }) from?: string;
  @Day({ label: 'Đến ngày', optional: true }) to?: string;
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
}
export class GapRowsQuery extends DataGapsQuery {
  @Choice({ label: 'Thiếu gì, hoặc đã nhập gì', values: Object.keys(GAP_LISTS), labels: GAP_LISTS })
  gap: keyof typeof GAP_LISTS;
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 500, optional: true, fromText: true }) limit?: number;
  @Text({ label: 'Vị trí trang', max: 12, optional: true, pattern: /^\d*$/, patternSays: 'không đọc được' })
  cursor?: string;
}
/** Beside each number the request that lists exactly it. */
export class GapListsDto {
  @OutText('Số đơn, lượt tiếp của kỳ đã nhập') entered: string;
  @OutText('Đơn chưa ghi lĩnh vực') noField: string;
  @OutText('Đơn đã xử lý mà chưa ghi điều kiện hoặc thẩm quyền') noFinding: string;
  @OutText('Buổi tiếp công dân đã qua ngày mà chưa kết thúc sổ') noRecord: string;
}
export class AgencyGapsDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInstant('Lần nhập cuối; null: chưa từng nhập', { nullable: true }) lastEntryAt: string | null;
  @OutInt('Số đơn, lượt tiếp của kỳ đã nhập') entered: number;
  @OutInt('Đơn chưa ghi lĩnh vực') noField: number;
  @OutInt('Đơn đã xử lý mà chưa ghi điều kiện hoặc thẩm quyền') noFinding: number;
  @OutInt('Buổi tiếp công dân đã qua ngày mà chưa kết thúc sổ') noRecord: number;
  @OutOne('Đường dẫn API trả đúng danh sách của từng con số', () => GapListsDto) lists: GapListsDto;
}
export class DataGapsDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutMany('Từng cơ quan', () => AgencyGapsDto) agencies: AgencyGapsDto[];
}
export class GapRowDto {
  @OutId('Mã của dòng') id: string;
  @OutText('Số vào sổ, giờ và ngày của buổi tiếp') label: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Ngày nhận, ngày tiếp') on: string;
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutId('Mã buổi tiếp', { nullable: true }) sessionId: string | null;
}
export class GapRowsDto {
  @OutText('Thiếu gì, hoặc đã nhập gì') title: string;
  @OutInt('Số dòng của cả danh sách') count: number;
  @OutMany('Danh sách', () => GapRowDto) items: GapRowDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}
