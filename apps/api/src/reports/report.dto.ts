import { MEASURE_IDS, RATE_IDS, UNIT_TITLES } from '#libs/reporting';
import { PETITION_TYPES, PROCEDURES } from '#libs/shared';
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

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/;

/** A period, and the instant up to which it is asked as known. */
export class PeriodQuery {
  @Day({ label: 'Từ ngày', optional: true }) from?: string;
  @Day({ label: 'Đến ngày', optional: true }) to?: string;
  @Day({ label: 'Số liệu biết đến hết ngày', optional: true }) knownOn?: string;
  @Text({
    label: 'Số liệu biết đến thời điểm',
    max: 40,
    optional: true,
    pattern: INSTANT,
    patternSays: 'phải là một thời điểm, ví dụ 2026-07-01T09:00:00+07:00',
  })
  knownAt?: string;
}

export class FigureQuery extends PeriodQuery {
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Phạm vi cơ quan', values: ['own'], labels: { own: 'riêng cơ quan đã chọn' }, optional: true })
  reach?: 'own';
  @Text({ label: 'Lĩnh vực', max: 100, optional: true }) field?: string;
  @Choice({ label: 'Quy trình', values: PROCEDURES, optional: true }) procedure?: (typeof PROCEDURES)[number];
  @Text({
    label: 'Mã người giải quyết; `none` là chưa có ai',
    max: 12,
    optional: true,
    pattern: /^(none|\d+)$/,
    patternSays: 'phải là mã tài khoản hoặc none',
  })
  leader?: string;
}

export class FigureListQuery extends FigureQuery {
  @Text({
    label: 'Đường đi của đơn, các chặng đầu cách nhau dấu chấm',
    max: 120,
    optional: true,
    pattern: /^[A-Za-z]+(\.[A-Za-z]+){0,2}$/,
    patternSays: 'phải là các chặng cách nhau dấu chấm',
  })
  flow?: string;
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, optional: true }) type?: (typeof PETITION_TYPES)[number];
  @Whole({ label: 'Số dòng mỗi trang', min: 1, max: 500, optional: true, fromText: true }) limit?: number;
  @Text({ label: 'Vị trí trang', max: 12, optional: true, pattern: /^\d*$/, patternSays: 'không đọc được' })
  cursor?: string;
}

export class ProtectedQuery {
  @Whole({ label: 'Năm báo cáo', min: 2020, max: 2100, optional: true, fromText: true }) year?: number;
}

export class MeasureValueDto {
  @OutChoice('Chỉ tiêu', MEASURE_IDS) measure: string;
  @OutInt('Giá trị') value: number;
}
export class MeasuredFigureDto extends MeasureValueDto {
  @OutText('Tên chỉ tiêu') title: string;
  @OutChoice('Bộ đếm', Object.keys(UNIT_TITLES)) unit: string;
  @OutText('Tên bộ đếm') unitTitle: string;
  @OutText('Cách đếm') says: string;
  @OutText('Nguồn của cách đếm') source: string;
}
export class RateValueDto {
  @OutChoice('Tỷ lệ', RATE_IDS) rate: string;
  @OutInt('Phần nghìn; null khi mẫu số bằng không', { nullable: true }) perMille: number | null;
  @OutText('Viết thành chữ; gạch ngang khi không chia được') text: string;
}
export class RateDto extends RateValueDto {
  @OutText('Tên tỷ lệ') title: string;
  @OutText('Cách tính') says: string;
  @OutText('Nguồn của cách tính') source: string;
  @Out('Là cách tính của báo cáo chính thức', { type: Boolean }) official: boolean;
  @OutOne('Tử số', () => MeasuredFigureDto) numerator: MeasuredFigureDto;
  @OutOne('Mẫu số', () => MeasuredFigureDto) denominator: MeasuredFigureDto;
}
export class BreakdownRowDto {
  @OutText('Giá trị của bộ lọc dẫn tới dòng này') key: string;
  @OutText('Đường dẫn API của danh sách sau mỗi con số của dòng: {measure} là chỉ tiêu') list: string;
  @OutText('Tên') name: string;
  @OutMany('Chỉ tiêu', () => MeasureValueDto) figures: MeasureValueDto[];
  @OutMany('Tỷ lệ', () => RateValueDto) rates: RateValueDto[];
}
export class MonthRowDto extends BreakdownRowDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
}
export class FlowLinkDto {
  @OutTexts('Các chặng từ đầu; mã') path: string[];
  @OutText('Tên chặng cuối') title: string;
  @OutInt('Số đơn') count: number;
  @OutText('Đường dẫn API trả đúng danh sách của con số này') list: string;
}
export class ReportPeriodDto {
  @OutText('Mã kỳ') key: string;
  @OutText('Tên kỳ') title: string;
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
}

export class FigureTargetDto {
  @OutChoice('Tỷ lệ', RATE_IDS) rate: string;
  @OutInt('Phần nghìn') perMille: number;
  @OutText('Viết thành chữ') text: string;
  @OutText('Mục tiêu của ai đặt, theo văn bản nào') source: string;
}

export class FiguresDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutMany('Các kỳ báo cáo để chọn', () => ReportPeriodDto) periods: ReportPeriodDto[];
  @OutText('Nguồn của các kỳ') periodSource: string;
  @OutText('Đường dẫn API của danh sách sau mỗi chỉ tiêu: {measure} là chỉ tiêu') list: string;
  @OutMany('Các chỉ tiêu', () => MeasuredFigureDto) figures: MeasuredFigureDto[];
  @OutMany('Các tỷ lệ', () => RateDto) rates: RateDto[];
  @OutMany('Theo cơ quan', () => BreakdownRowDto) byAgency: BreakdownRowDto[];
  @OutMany('Theo lĩnh vực', () => BreakdownRowDto) byField: BreakdownRowDto[];
  @OutMany('Theo quy trình', () => BreakdownRowDto) byProcedure: BreakdownRowDto[];
  @OutMany('Theo người giải quyết', () => BreakdownRowDto) byLeader: BreakdownRowDto[];
  @OutMany('Theo tháng', () => MonthRowDto) byMonth: MonthRowDto[];
  @OutMany('Theo tháng báo cáo, từ ngày 15 đến ngày 14', () => MonthRowDto) byReportMonth: MonthRowDto[];
  @OutMany('Tám quý báo cáo gần nhất', () => MonthRowDto) byQuarter: MonthRowDto[];
  @OutMany('Đường đi của đơn nhận trong kỳ', () => FlowLinkDto) flow: FlowLinkDto[];
  @OutMany('Mục tiêu của các tỷ lệ vào cuối kỳ', () => FigureTargetDto) targets: FigureTargetDto[];
}

export class FigureRowDto {
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutId('Mã đơn', { nullable: true }) petitionId: string | null;
  @OutText('Số vào sổ') registerLabel: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Là gì: quy trình, loại đơn hoặc buổi tiếp') title: string;
  @OutText('Giai đoạn khi đó, bằng lời', { nullable: true }) stageTitle: string | null;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @OutDay('Ngày nhận, ngày tiếp') receivedOn: string;
  @OutDay('Ngày thụ lý', { nullable: true }) acceptedOn: string | null;
  @OutDay('Ngày giải quyết', { nullable: true }) resolvedOn: string | null;
  @OutDay('Hạn giải quyết', { nullable: true }) dueOn: string | null;
  @OutInt('Đếm là') weight: number;
}
export class FigureListDto extends MeasuredFigureDto {
  @OutDay('Từ ngày') from: string;
  @OutDay('Đến ngày') to: string;
  @OutInstant('Số liệu biết đến thời điểm') knownAt: string;
  @OutInt('Số dòng của cả danh sách') count: number;
  @OutText('SHA-256 của các mã trong danh sách, xếp tăng dần, mỗi mã một dòng') listHash: string;
  @OutTexts('Bộ lọc, bằng lời') filters: string[];
  @OutMany('Danh sách', () => FigureRowDto) items: FigureRowDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}

export class ProtectedRowDto {
  @OutText('Mã cơ quan; rỗng: cả tỉnh') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @Out('Các quý đã hết và đã chốt, từ quý I; null khi số quá nhỏ, không hiện', {
    type: 'array',
    items: { type: ['integer', 'null'] },
  })
  quarters: (number | null)[];
  @OutInt('Cộng các quý ấy; null khi số quá nhỏ, không hiện', { nullable: true }) year: number | null;
}
export class ProtectedMeasureDto {
  @OutChoice('Chỉ tiêu', MEASURE_IDS) measure: string;
  @OutText('Tên chỉ tiêu') title: string;
  @OutMany('Từng cơ quan, dòng cuối là cả tỉnh', () => ProtectedRowDto) rows: ProtectedRowDto[];
}
export class ProtectedFiguresDto {
  @OutInt('Năm báo cáo') year: number;
  @OutInt('Số nhỏ hơn số này không hiện') smallest: number;
  @OutText('Vì sao không hiện') why: string;
  @OutMany('Các chỉ tiêu', () => ProtectedMeasureDto) measures: ProtectedMeasureDto[];
}
