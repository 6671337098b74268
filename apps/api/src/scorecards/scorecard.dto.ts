import { SCORE_GROUPS, SCORE_MEASURE_IDS, SCORE_SHARES } from '#libs/reporting';
import {
  Choice,
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
import { PeriodQuery, ReportPeriodDto } from '../reports/report.dto.js';

export class ScorecardQuery extends PeriodQuery {
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Phạm vi cơ quan', values: ['own'], labels: { own: 'riêng cơ quan đã chọn' }, optional: true })
  reach?: 'own';
}
export class ScoreListQuery extends ScorecardQuery {
  @Text({
    label: 'Mã tài khoản người lãnh đạo',
    max: 12,
    optional: true,
    pattern: /^\d+$/,
    patternSays: 'phải là mã tài khoản',
  })
  leader?: string;
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 500, optional: true, fromText: true }) limit?: number;
  @Text({ label: 'Vị trí trang', max: 12, optional: true, pattern: /^\d*$/, patternSays: 'không đọc được' })
  cursor?: string;
}

export class ScoreGroupDto {
  @OutChoice('Nhóm', Object.keys(SCORE_GROUPS)) group: string;
  @OutText('Tên nhóm') title: string;
}
export class ScoreMeasureDto {
  @OutChoice('Chỉ tiêu', SCORE_MEASURE_IDS) measure: string;
  @OutChoice('Nhóm', Object.keys(SCORE_GROUPS)) group: string;
  @OutText('Tên chỉ tiêu') title: string;
  @OutText('Đơn vị đếm') unit: string;
  @OutText('Cách đếm') says: string;
  @OutText('Căn cứ, hoặc quy định nội bộ') source: string;
  @Out('Việc đếm có ghi tên người lãnh đạo', { type: Boolean }) byLeader: boolean;
}
export class ScoreValueDto {
  @OutChoice('Chỉ tiêu', SCORE_MEASURE_IDS) measure: string;
  @OutInt('Giá trị; null khi không có gì ghi lại để đếm', { nullable: true }) value: number | null;
}
export class ScoreShareDto {
  @OutChoice('Tỷ lệ', Object.keys(SCORE_SHARES)) share: string;
  @OutText('Tên tỷ lệ') title: string;
  @OutInt('Phần nghìn; null khi không chia được', { nullable: true }) perMille: number | null;
  @OutText('Viết thành chữ; gạch ngang khi không chia được') text: string;
  @OutChoice('Chỉ tiêu ở tử số', SCORE_MEASURE_IDS) part: string;
  @OutChoice('Chỉ tiêu ở mẫu số', SCORE_MEASURE_IDS) whole: string;
}
export class ScorecardDto {
  @OutText('Mã cơ quan, hoặc mã tài khoản người lãnh đạo; rỗng: tất cả') key: string;
  @OutText('Tên') name: string;
  @OutText('Người đứng đầu của cơ quan, hoặc cơ quan của người lãnh đạo', { nullable: true }) beside: string | null;
  @OutText('Đường dẫn API của danh sách sau mỗi con số: {measure} là chỉ tiêu') list: string;
  @OutMany('Các chỉ tiêu', () => ScoreValueDto) values: ScoreValueDto[];
  @OutMany('Các tỷ lệ', () => ScoreShareDto) shares: ScoreShareDto[];
}
export class ScorecardsDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutMany('Các kỳ báo cáo để chọn', () => ReportPeriodDto) periods: ReportPeriodDto[];
  @OutMany('Các nhóm chỉ tiêu', () => ScoreGroupDto) groups: ScoreGroupDto[];
  @OutMany('Các chỉ tiêu', () => ScoreMeasureDto) measures: ScoreMeasureDto[];
  @OutOne('Tất cả cơ quan đã chọn', () => ScorecardDto) total: ScorecardDto;
  @OutMany('Từng cơ quan', () => ScorecardDto) byAgency: ScorecardDto[];
  @OutMany('Từng người lãnh đạo', () => ScorecardDto) byLeader: ScorecardDto[];
  @OutTexts('Điều cần biết khi đọc') notes: string[];
}

export class ScoreRowDto {
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutId('Mã buổi tiếp', { nullable: true }) sessionId: string | null;
  @OutText('Số vào sổ, buổi tiếp hoặc kỳ') label: string;
  @OutText('Cơ quan') agencyName: string;
  @OutDay('Ngày', { nullable: true }) on: string | null;
  @OutText('Nội dung') detail: string;
  @OutInt('Đếm là') weight: number;
}
export class ScoreListDto extends ScoreMeasureDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutInt('Giá trị; null khi không có gì ghi lại để đếm', { nullable: true }) value: number | null;
  @OutInt('Số dòng của cả danh sách') count: number;
  @OutText('SHA-256 của các mã trong danh sách, xếp tăng dần, mỗi mã một dòng') listHash: string;
  @OutTexts('Bộ lọc, bằng lời') filters: string[];
  @OutMany('Danh sách', () => ScoreRowDto) items: ScoreRowDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}
