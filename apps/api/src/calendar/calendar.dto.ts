import { PUBLISHED_KINDS } from '#libs/calendar';
import { JOB_STATES } from '#libs/oversight';
import { ExplainedDayDto } from '../case-files/deadline.dto.js';
import {
  Choice,
  Day,
  Flag,
  Many,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

const KIND_LABELS = {
  off: 'ngày nghỉ',
  makeup: 'ngày làm bù',
  ordinary: 'ngày thường (bãi bỏ nghỉ, làm bù)',
  withdraw: 'rút, trở lại lịch có sẵn',
};
const BECOMES = ['late', 'timely'] as const;
const BECOMES_LABELS = { late: 'thành quá hạn', timely: 'hết quá hạn' };

export class CalendarYearQuery {
  @Whole({ label: 'Năm', min: 2024, max: 2199, fromText: true }) year: number;
  @Day({ label: 'Lịch như đã biết vào ngày', optional: true }) asOf?: string;
}
export class CalendarPublicationRefDto {
  @OutId('Lần công bố') id: string;
  @OutInt('Số thứ tự lần công bố') number: number;
  @OutText('Người công bố') publishedBy: string;
  @OutInstant('Lúc công bố') publishedAt: string;
}
export class CalendarEntryDto {
  @OutDay('Ngày') date: string;
  @OutChoice('Loại ngày', ['off', 'makeup', 'ordinary']) kind: string;
  @OutChoice('Vì sao nghỉ: lễ, hoán đổi, nghỉ bù; null khi không rõ', ['holiday', 'swap', 'observed'], {
    nullable: true,
  })
  offKind: string | null;
  @OutText('Tên') name: string;
  @OutText('Văn bản quyết định') basis: string;
  @Out('false: chưa có văn bản xác nhận', { type: Boolean }) confirmed: boolean;
  @Out('true: mới đề xuất, chưa tính là ngày nghỉ', { type: Boolean }) possible: boolean;
  @OutDay('Biết từ ngày') knownFrom: string;
  @OutOne('Lần công bố; null: có sẵn trong chương trình', () => CalendarPublicationRefDto, { nullable: true })
  publication: CalendarPublicationRefDto | null;
}
export class CalendarYearDto {
  @OutInt('Năm') year: number;
  @OutText('Phiên bản lịch') version: string;
  @OutDay('Lịch đã biết từ') knownFrom: string;
  @OutDay('Lịch đã biết đến') knownTo: string;
  @OutText('Cảnh báo thiếu lịch năm sau; null khi đủ', { nullable: true }) warning: string | null;
  @OutMany('Ngày nghỉ, ngày làm bù trong năm', () => CalendarEntryDto) entries: CalendarEntryDto[];
}

export class ProposedDayDto {
  @Day({ label: 'Ngày', example: '2026-11-23' }) date: string;
  @Choice({ label: 'Loại ngày', values: PUBLISHED_KINDS, labels: KIND_LABELS }) kind: (typeof PUBLISHED_KINDS)[number];
  @Text({ label: 'Tên', help: 'Cán bộ đọc khi xem từng ngày', max: 120 }) name: string;
  @Text({
    label: 'Văn bản quyết định',
    help: 'Ghi rõ số văn bản',
    max: 160,
    pattern: /\d/,
    patternSays: 'phải ghi rõ số văn bản',
    example: 'CV 9999/VPCP-KGVX',
  })
  basis: string;
  @Day({ label: 'Ngày của văn bản', optional: true }) basisOn?: string;
  @Flag({ label: 'Đã có văn bản xác nhận', optional: true }) confirmed?: boolean;
}
export class NewPreviewDto {
  @Many({ label: 'Các ngày thay đổi', of: () => ProposedDayDto, max: 100, min: 0 }) entries: ProposedDayDto[];
  @Whole({ label: 'Lịch nghỉ của cả năm', help: 'Khi công bố đủ lịch một năm', min: 2024, max: 2199, optional: true })
  announcesYear?: number;
}
export class MoveCountsDto {
  @OutInt('Thời hạn dời ngày') moved: number;
  @OutInt('Thành quá hạn') late: number;
  @OutInt('Hết quá hạn') timely: number;
}
export class MoveCountsByAgencyDto extends MoveCountsDto {
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
}
export class PreviewRowDto {
  @OutId('Mã thời hạn') deadlineId: string;
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutText('Quy trình') procedureTitle: string;
  @OutText('Giai đoạn') stageTitle: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Mã quy định thời hạn') ruleId: string;
  @OutText('Tên thời hạn') title: string;
  @OutDay('Hạn cũ') fromDue: string;
  @OutDay('Hạn mới') toDue: string;
  @OutMany('Vì những ngày này được tính khác đi', () => ExplainedDayDto) days: ExplainedDayDto[];
  @OutChoice('Thành quá hạn hoặc hết quá hạn; null: không đổi', BECOMES, { nullable: true }) becomes: string | null;
}
export class PreviewRowPageDto {
  @OutMany('Thời hạn sẽ dời, theo hạn mới', () => PreviewRowDto) items: PreviewRowDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}
export class PreviewRowQuery extends PageQuery {
  @Choice({ label: 'Chỉ những thời hạn', values: BECOMES, labels: BECOMES_LABELS, optional: true }) becomes?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
}
export class PublishedDayDto {
  @OutDay('Ngày') date: string;
  @OutChoice('Loại ngày', PUBLISHED_KINDS) kind: string;
  @OutText('Tên') name: string;
  @OutText('Văn bản quyết định') basis: string;
  @Out('false: chưa có văn bản xác nhận', { type: Boolean }) confirmed: boolean;
}
export class PreviewDto {
  @OutId('Mã bản xem trước') id: string;
  @OutInstant('Lúc xem trước') createdAt: string;
  @OutText('Người xem trước') createdBy: string;
  @OutText('Phiên bản lịch sẽ có') version: string;
  @OutText('Dấu của những gì đã xem') hash: string;
  @OutInt('Số thời hạn đang chạy đã tính thử') scanned: number;
  @OutInt('Lịch nghỉ của cả năm', { nullable: true }) announcesYear: number | null;
  @OutMany('Các ngày thay đổi', () => PublishedDayDto) entries: PublishedDayDto[];
  @OutOne('Trong phạm vi bạn được xem', () => MoveCountsDto) counts: MoveCountsDto;
  @OutMany('Theo cơ quan', () => MoveCountsByAgencyDto) byAgency: MoveCountsByAgencyDto[];
  @OutOne('Trang đầu của danh sách', () => PreviewRowPageDto) rows: PreviewRowPageDto;
  @OutId('Lần công bố theo bản này; null: chưa công bố', { nullable: true }) publicationId: string | null;
}

export class NewPublicationDto {
  @Uuid({ label: 'Bản xem trước' }) previewId: string;
  @Text({ label: 'Lý do công bố', min: 5, max: 500, multiline: true }) reason: string;
  @Whole({
    label: 'Chấp nhận số thời hạn khác bản xem trước',
    min: 0,
    max: 1_000_000,
    optional: true,
  })
  acceptDiffering?: number;
}
export class PublicationJobDto {
  @OutChoice('Việc tính lại', JOB_STATES) state: string;
  @OutInt('Tổng số thời hạn phải tính lại') total: number;
  @OutInt('Đã tính lại') done: number;
  @OutInt('Đã dời ngày') moved: number;
  @OutInt('Thành quá hạn') late: number;
  @OutInt('Hết quá hạn') timely: number;
  @OutInt('Không tính lại được, giữ nguyên') failed: number;
  @OutInstant('Bắt đầu', { nullable: true }) startedAt: string | null;
  @OutInstant('Kết thúc', { nullable: true }) finishedAt: string | null;
}
export class CalendarPublicationDto extends CalendarPublicationRefDto {
  @OutId('Bản xem trước') previewId: string;
  @OutText('Lý do công bố') reason: string;
  @OutText('Phiên bản lịch trước') versionBefore: string;
  @OutText('Phiên bản lịch sau') version: string;
  @OutDay('Biết từ ngày') knownFrom: string;
  @OutInt('Lịch nghỉ của cả năm', { nullable: true }) announcesYear: number | null;
  @OutMany('Các ngày thay đổi', () => PublishedDayDto) entries: PublishedDayDto[];
  @OutOne('Tiến độ tính lại', () => PublicationJobDto) job: PublicationJobDto;
}
export class CalendarPublicationListDto {
  @OutMany('Các lần công bố, mới trước', () => CalendarPublicationDto) items: CalendarPublicationDto[];
}
