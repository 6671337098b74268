import { FINDING_KINDS, MEASURE_IDS, measureOf, VERDICTS } from '#libs/reporting';
import { PETITION_TYPES, PROCEDURES } from '#libs/shared';
import {
  Choice,
  Day,
  Instant,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutText,
  OutTexts,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';

const CASE_MEASURES = MEASURE_IDS.filter((id) => measureOf(id).over === 'cases');
const STRATA = ['none', 'agency', 'overdue'] as const;

export class NewInspectionDto {
  @Text({ label: 'Tên cuộc kiểm tra', max: 200, min: 5 }) name: string;
  @Text({ label: 'Đoàn, người thực hiện', max: 300 }) team: string;
  @Day({ label: 'Kỳ kiểm tra từ ngày' }) from: string;
  @Day({ label: 'Kỳ kiểm tra đến ngày' }) to: string;
}
export class InspectionDto extends NewInspectionDto {
  @OutId('Mã cuộc kiểm tra') id: string;
  @OutText('Cơ quan lập') agencyName: string;
  @OutText('Người lập') createdByName: string;
  @OutInstant('Lúc lập') createdAt: string;
  @OutInt('Số mẫu đã chọn') samples: number;
  @OutInt('Số ghi nhận') findings: number;
}
export class InspectionListDto {
  @OutMany('Các cuộc kiểm tra, mới nhất trước', () => InspectionDto) items: InspectionDto[];
}

export class NewSampleDto {
  @Choice({ label: 'Chọn mẫu từ danh sách', values: CASE_MEASURES }) measure: (typeof MEASURE_IDS)[number];
  @Day({ label: 'Từ ngày; mặc định là kỳ kiểm tra', optional: true }) from?: string;
  @Day({ label: 'Đến ngày; mặc định là kỳ kiểm tra', optional: true }) to?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Text({ label: 'Lĩnh vực', max: 100, optional: true }) field?: string;
  @Choice({ label: 'Quy trình', values: PROCEDURES, optional: true }) procedure?: (typeof PROCEDURES)[number];
  @Text({ label: 'Số khởi tạo; để trống thì máy sinh', max: 64, optional: true }) seed?: string;
  @Choice({
    label: 'Phân tầng',
    values: STRATA,
    labels: { none: 'không', agency: 'theo cơ quan', overdue: 'theo đúng hạn, trễ hạn' },
  })
  strata: (typeof STRATA)[number];
  @Whole({ label: 'Số vụ việc cần chọn', min: 1, max: 500 }) size: number;
}
export class SampleDto {
  @OutId('Mã mẫu') id: string;
  @OutId('Mã cuộc kiểm tra') inspectionId: string;
  @OutChoice('Danh sách', CASE_MEASURES) measure: string;
  @OutText('Tên danh sách') measureTitle: string;
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Danh sách biết đến thời điểm') knownAt: string;
  @OutText('Mã cơ quan đã lọc', { nullable: true }) agency: string | null;
  @OutText('Lĩnh vực đã lọc', { nullable: true }) field: string | null;
  @OutText('Quy trình đã lọc', { nullable: true }) procedure: string | null;
  @OutText('Thuật toán') algorithm: string;
  @OutText('Cách chọn, đủ để ai cũng làm lại được') says: string;
  @OutText('Số khởi tạo') seed: string;
  @OutChoice('Phân tầng', STRATA) strata: string;
  @OutInt('Số cần chọn') size: number;
  @OutInt('Số vụ việc trong danh sách') populationSize: number;
  @OutText('Mã băm danh sách') populationHash: string;
  @OutText('Người chọn') drawnByName: string;
  @OutInstant('Lúc chọn') drawnAt: string;
}
export class NewInspectionListDto {
  @Text({ label: 'Mã biểu, khi chốt một ô của biểu', max: 60, optional: true }) form?: string;
  @Whole({ label: 'Số của cột, khi chốt một ô của biểu', min: 1, max: 200, optional: true }) cell?: number;
  @Text({ label: 'Dòng của biểu; trống: dòng Tổng', max: 40, optional: true }) line?: string;
  @Choice({ label: 'Chỉ tiêu, khi chốt một con số', values: MEASURE_IDS, optional: true })
  measure?: (typeof MEASURE_IDS)[number];
  @Day({ label: 'Từ ngày; mặc định là kỳ kiểm tra', optional: true }) from?: string;
  @Day({ label: 'Đến ngày; mặc định là kỳ kiểm tra', optional: true }) to?: string;
  @Instant({ label: 'Số liệu biết đến thời điểm; trống: lúc này', optional: true }) knownAt?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Text({ label: 'Lĩnh vực', max: 100, optional: true }) field?: string;
  @Choice({ label: 'Quy trình', values: PROCEDURES, optional: true }) procedure?: (typeof PROCEDURES)[number];
  @Choice({ label: 'Phạm vi cơ quan', values: ['own'], labels: { own: 'riêng cơ quan đã chọn' }, optional: true })
  reach?: 'own';
  @Text({
    label: 'Mã người giải quyết; `none` là chưa có ai',
    max: 12,
    optional: true,
    pattern: /^(none|\d+)$/,
    patternSays: 'phải là mã tài khoản hoặc none',
  })
  leader?: string;
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, optional: true }) type?: (typeof PETITION_TYPES)[number];
  @Text({
    label: 'Đường đi của đơn, các chặng đầu cách nhau dấu chấm',
    max: 120,
    optional: true,
    pattern: /^[A-Za-z]+(\.[A-Za-z]+){0,2}$/,
    patternSays: 'phải là các chặng cách nhau dấu chấm',
  })
  flow?: string;
}
export class InspectionFrozenListDto {
  @OutId('Mã danh sách') id: string;
  @OutId('Mã cuộc kiểm tra') inspectionId: string;
  @OutText('Tên: biểu và ô, hoặc chỉ tiêu') title: string;
  @OutInt('Con số; null khi không có dữ liệu', { nullable: true }) value: number | null;
  @OutText('Đơn vị tính') unit: string;
  @OutInt('Số dòng của danh sách') count: number;
  @OutText('SHA-256 của các mã, xếp tăng dần, mỗi mã một dòng') hash: string;
  @OutInstant('Danh sách biết đến thời điểm') knownAt: string;
  @OutTexts('Bộ lọc khi chốt, bằng lời') filters: string[];
  @OutInt('Số ghi nhận') findings: number;
  @OutText('Người chốt') frozenByName: string;
  @OutInstant('Lúc chốt') frozenAt: string;
}
export class InspectionDetailDto extends InspectionDto {
  @OutMany('Các mẫu', () => SampleDto) sampleList: SampleDto[];
  @OutMany('Các danh sách đã chốt', () => InspectionFrozenListDto) lists: InspectionFrozenListDto[];
}

export class NewFindingDto {
  @Choice({
    label: 'Loại ghi nhận; mặc định là khác',
    values: Object.keys(FINDING_KINDS),
    labels: FINDING_KINDS,
    optional: true,
  })
  kind?: keyof typeof FINDING_KINDS;
  @Uuid({ label: 'Ghi nhận được đính chính', optional: true }) corrects?: string;
  @Choice({ label: 'Nhận định', values: Object.keys(VERDICTS), labels: VERDICTS }) verdict: keyof typeof VERDICTS;
  @Text({ label: 'Nội dung ghi nhận', max: 2000, min: 3, multiline: true }) note: string;
}
export class FindingDto {
  @OutId('Mã ghi nhận') id: string;
  @OutChoice('Loại', Object.keys(FINDING_KINDS)) kind: string;
  @OutText('Loại, bằng lời') kindTitle: string;
  @OutId('Đính chính ghi nhận', { nullable: true }) corrects: string | null;
  @Out('Đã có ghi nhận đính chính', { type: Boolean }) corrected: boolean;
  @OutChoice('Nhận định', Object.keys(VERDICTS)) verdict: string;
  @OutText('Nhận định, bằng lời') verdictTitle: string;
  @OutText('Nội dung') note: string;
  @OutText('Người ghi') notedByName: string;
  @OutInstant('Lúc ghi') notedAt: string;
}
export class ListedRowDto {
  @OutId('Mã của dòng') id: string;
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Ngày nhận, ngày tiếp') receivedOn: string;
  @OutMany('Ghi nhận', () => FindingDto) findings: FindingDto[];
}
export class InspectionListDetailDto extends InspectionFrozenListDto {
  @OutInt('Số dòng bạn không được xem') hidden: number;
  @OutMany('Các dòng', () => ListedRowDto) rows: ListedRowDto[];
}
export class CaseFindingDto extends FindingDto {
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Cuộc kiểm tra') inspectionName: string;
}
export class CaseFindingsDto {
  @OutMany('Ghi nhận kiểm tra đối với hồ sơ của cơ quan, mới nhất trước', () => CaseFindingDto) items: CaseFindingDto[];
}
export class SampledCaseDto {
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutInt('Thứ tự trong mẫu') ordinal: number;
  @OutText('Tầng; rỗng khi không phân tầng') stratum: string;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Quy trình') title: string;
  @OutText('Giai đoạn hiện nay') stageTitle: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutMany('Ghi nhận', () => FindingDto) findings: FindingDto[];
}
export class SampleDetailDto extends SampleDto {
  @OutMany('Các vụ việc trong mẫu', () => SampledCaseDto) cases: SampledCaseDto[];
}
export class RedrawnDto {
  @OutInt('Số vụ việc trong danh sách khi chọn lại') populationSize: number;
  @OutText('Mã băm danh sách khi chọn lại') populationHash: string;
  @Out('Danh sách không đổi', { type: Boolean }) samePopulation: boolean;
  @Out('Mẫu chọn lại trùng mẫu đã lưu', { type: Boolean }) sameSample: boolean;
}

export class ReadingQuery {
  @Day({ label: 'Từ ngày', optional: true }) from?: string;
  @Day({ label: 'Đến ngày', optional: true }) to?: string;
}
export class ReadingDto {
  @OutId('Mã sự kiện') eventId: string;
  @OutId('Mã hồ sơ') caseFileId: string;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Đã đọc gì') what: string;
  @OutInstant('Lúc đọc') readAt: string;
  @OutText('Người đọc') readerName: string;
  @OutText('Chức vụ', { nullable: true }) readerTitle: string | null;
  @OutInt('Mã người đọc') readerId: number;
  @OutText('Được đọc vì') right: string;
  @OutText('Mục đích', { nullable: true }) purpose: string | null;
}
export class ReadingSumDto {
  @OutText('Mã: hồ sơ, người hoặc ngày') key: string;
  @OutText('Tên') name: string;
  @OutInt('Số lượt đọc') readings: number;
  @OutInt('Trong đó theo đề nghị được chấp thuận') byRelease: number;
  @OutInt('Số người (của hồ sơ, của ngày) hoặc số hồ sơ (của người)') others: number;
}
export class ReadingLogDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutMany('Từng lượt đọc, mới nhất trước', () => ReadingDto) items: ReadingDto[];
  @OutMany('Theo hồ sơ', () => ReadingSumDto) byFile: ReadingSumDto[];
  @OutMany('Theo người đọc', () => ReadingSumDto) byPerson: ReadingSumDto[];
  @OutMany('Theo ngày', () => ReadingSumDto) byDay: ReadingSumDto[];
  @OutTexts('Điều cần biết khi đọc') notes: string[];
}
