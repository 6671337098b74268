import { PROCEDURES } from '#libs/shared';
import { Choice, Day, OutDay, OutInt, OutMany, OutOne, OutText, OutTexts, Out, Text, Whole } from '../http/fields.js';
import { REACH_LABELS, REACHES } from '../http/place.js';
import { OverdueItemDto } from './board.dto.js';

export class PlaceQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Phạm vi cơ quan', values: REACHES, labels: REACH_LABELS, optional: true })
  reach?: 'own' | 'below';
}
export class ForecastQuery extends PlaceQuery {
  @Whole({
    label: 'Số ngày làm việc bước kế tiếp cần',
    help: 'Giả định của người xem, không phải thời hạn theo luật; mặc định 1',
    min: 0,
    max: 60,
    optional: true,
    fromText: true,
  })
  stepDays?: number;
}
export class FunnelQuery extends PlaceQuery {
  @Choice({ label: 'Quy trình', values: PROCEDURES, optional: true }) procedure?: string;
}

/** A number and the request that lists exactly what it counts. */
export class FigureDto {
  @OutInt('Số lượng') count: number;
  @OutText('Đường dẫn API trả đúng danh sách của con số này') list: string;
}

export class BucketDto extends FigureDto {
  @OutText('Mã nhóm') key: string;
  @OutText('Nhóm, bằng lời') title: string;
}
export class AgeingDto {
  @OutDay('Ngày tính') asOf: string;
  @OutMany('Thời hạn đã quá, theo số ngày làm việc đã quá', () => BucketDto) overdue: BucketDto[];
  @OutMany('Hồ sơ đang giải quyết, theo số ngày từ khi nhận đơn', () => BucketDto) open: BucketDto[];
}

export class HandDto extends FigureDto {
  @OutInt('Người được giao; null: chưa giao cho ai', { nullable: true }) userId: number | null;
  @OutText('Đang ở ai') name: string;
}
export class ForecastWindowDto extends FigureDto {
  @OutInt('Trong bao nhiêu ngày làm việc tới') workingDays: number;
  @OutDay('Đến hết ngày') until: string;
  @OutMany('Đang ở tay ai, nhiều trước', () => HandDto) hands: HandDto[];
}
export class LoadWindowDto extends FigureDto {
  @OutInt('Trong bao nhiêu ngày làm việc tới') workingDays: number;
}
export class LoadAheadDto {
  @OutInt('Người được giao; null: chưa giao cho ai', { nullable: true }) userId: number | null;
  @OutText('Họ tên') name: string;
  @OutText('Cơ quan', { nullable: true }) agencyName: string | null;
  @OutOne('Hồ sơ đang giải quyết', () => FigureDto) open: FigureDto;
  @OutOne('Thời hạn đã quá', () => FigureDto) overdue: FigureDto;
  @OutMany('Thời hạn hết trong 3, 5, 10 ngày làm việc tới', () => LoadWindowDto) windows: LoadWindowDto[];
}
export class ForecastDto {
  @OutDay('Ngày tính') asOf: string;
  @OutInt('Số ngày làm việc giả định cho bước kế tiếp') stepDays: number;
  @OutText('Cách tính ngày bắt đầu muộn nhất') note: string;
  @OutMany('3, 5 và 10 ngày làm việc tới', () => ForecastWindowDto) windows: ForecastWindowDto[];
  @OutMany('Việc phía trước của từng người, nhiều trước', () => LoadAheadDto) ahead: LoadAheadDto[];
  @OutMany('Những thời hạn hết trước trong khoảng dài nhất', () => OverdueItemDto) items: OverdueItemDto[];
}

export class LatestStartQuery {
  @Day({ label: 'Ngày hết hạn' }) due: string;
  @Whole({ label: 'Số ngày làm việc bước kế tiếp cần', min: 0, max: 60, fromText: true }) days: number;
}
export class BackwardDayDto {
  @OutDay('Ngày') date: string;
  @Out('Được tính là một ngày làm việc', { type: Boolean }) counted: boolean;
  @OutText('Vì sao, bằng lời') why: string;
}
export class LatestStartDto {
  @OutDay('Ngày hết hạn') due: string;
  @OutInt('Số ngày làm việc bước kế tiếp cần') days: number;
  @OutDay('Ngày bắt đầu muộn nhất') startBy: string;
  @OutMany('Từng ngày, đếm ngược từ ngày hết hạn', () => BackwardDayDto) explanation: BackwardDayDto[];
  @OutText('Cách tính') note: string;
}

export class OfficerLoadDto {
  @OutInt('Người được giao; null: chưa giao cho ai', { nullable: true }) userId: number | null;
  @OutText('Họ tên') name: string;
  @OutText('Chức vụ', { nullable: true }) title: string | null;
  @OutText('Cơ quan', { nullable: true }) agencyName: string | null;
  @OutOne('Hồ sơ đang giải quyết', () => FigureDto) open: FigureDto;
  @OutOne('Thời hạn sắp đến', () => FigureDto) dueSoon: FigureDto;
  @OutOne('Thời hạn đã quá', () => FigureDto) overdue: FigureDto;
}
export class WorkloadDto {
  @OutDay('Ngày tính') asOf: string;
  @OutMany('Từng người, nhiều việc quá hạn trước', () => OfficerLoadDto) officers: OfficerLoadDto[];
}

export class StageFigureDto extends FigureDto {
  @OutText('Giai đoạn') stage: string;
  @OutText('Giai đoạn, bằng lời') title: string;
  @Out('Trung vị số ngày ở giai đoạn này; null khi chưa có hồ sơ nào đã qua', { type: Number, nullable: true })
  medianDays: number | null;
}
export class ProcedureFigureDto extends FigureDto {
  @OutText('Quy trình') procedure: string;
  @OutText('Quy trình, bằng lời') title: string;
}
export class FunnelDto {
  @OutDay('Ngày tính') asOf: string;
  @OutText('Quy trình đang xem') procedure: string;
  @OutMany('Hồ sơ đang giải quyết theo quy trình', () => ProcedureFigureDto) procedures: ProcedureFigureDto[];
  @OutMany('Các giai đoạn, theo thứ tự của quy trình', () => StageFigureDto) stages: StageFigureDto[];
  @OutOne('Những hồ sơ đã kết thúc dùng để tính trung vị; null khi chưa có', () => FigureDto, { nullable: true })
  basis: FigureDto | null;
}

export class ComingDayDto extends FigureDto {
  @OutDay('Ngày') day: string;
  @OutText('Vì sao là ngày nghỉ; null là ngày làm việc', { nullable: true }) off: string | null;
}
export class ComingDaysDto {
  @OutDay('Ngày tính') asOf: string;
  @OutMany('Từng ngày, tính cả ngày không có thời hạn nào', () => ComingDayDto) days: ComingDayDto[];
  @OutTexts('Điều cần biết khi đọc các con số, như thiếu lịch nghỉ năm sau') warnings: string[];
}
