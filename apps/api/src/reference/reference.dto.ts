import { ROLES } from '#libs/shared';
import { AgencyRefDto } from '../auth/auth.dto.js';
import { InputFieldDto } from '../case-files/case-file.dto.js';
import { ExplainedDayDto } from '../case-files/deadline.dto.js';
import {
  Choice,
  Day,
  Out,
  OutChoice,
  OutDay,
  OutInt,
  OutMany,
  OutText,
  OutTexts,
  Text,
  Whole,
} from '../http/fields.js';

export class AgencyDto extends AgencyRefDto {
  @OutInt('Cơ quan cấp trên trực tiếp', { nullable: true }) parentId: number | null;
  @OutText('Mã đơn vị hành chính', { nullable: true }) unitCode: string | null;
  @Out('Vùng sâu, vùng xa đi lại khó khăn (do quản trị đặt)', { type: Boolean }) remote: boolean;
}
export class AgencyListDto {
  @OutMany('Cơ quan trong phạm vi của tôi', () => AgencyDto) items: AgencyDto[];
}

export class UserListQuery {
  @Choice({ label: 'Vai trò', values: ROLES, optional: true }) role?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
}
export class UserRefDto {
  @OutInt('Mã người dùng') id: number;
  @OutText('Họ và tên') fullName: string;
  @OutText('Chức vụ', { nullable: true }) title: string | null;
  @OutTexts('Vai trò') roles: string[];
  @OutText('Mã cơ quan') agencyCode: string;
  @Out('Đang vắng', { type: Boolean }) absent: boolean;
}
export class UserListDto {
  @OutMany('Người dùng', () => UserRefDto) items: UserRefDto[];
}

export class UnitQuery {
  @Text({ label: 'Tên, không cần dấu', max: 100, optional: true }) q?: string;
  @Text({ label: 'Mã tỉnh, thành phố', max: 10, optional: true }) province?: string;
  @Day({ label: 'Có hiệu lực vào ngày', optional: true }) on?: string;
  @Whole({ label: 'Số dòng', min: 1, max: 200, optional: true, fromText: true }) limit?: number;
  @Choice({ label: 'Kể cả tên, cấp đã hết hiệu lực', values: ['with'], labels: { with: 'có' }, optional: true })
  past?: 'with';
}
export class UnitNowDto {
  @OutText('Mã') code: string;
  @OutText('Tên') name: string;
  @OutText('Loại') type: string;
}
export class UnitDto {
  @OutText('Mã') code: string;
  @OutText('Tên') name: string;
  @OutText('Loại') type: string;
  @OutText('Mã tỉnh', { nullable: true }) provinceCode: string | null;
  @OutText('Tỉnh, thành phố', { nullable: true }) provinceName: string | null;
  @OutDay('Có hiệu lực từ') validFrom: string;
  @OutDay('Đến', { nullable: true }) validTo: string | null;
  @OutMany('Đơn vị ấy nay là gì; trống khi còn hiệu lực', () => UnitNowDto) became: UnitNowDto[];
}
export class UnitListDto {
  @OutMany('Đơn vị hành chính', () => UnitDto) items: UnitDto[];
}

export class StageMapStateDto {
  @OutText('Trạng thái') state: string;
  @OutText('Nhánh; main là nhánh chính') region: string;
  @OutText('Tên giai đoạn') title: string;
  @OutText('Căn cứ') citation: string;
  @OutText('Đang ở ai; null khi đã kết thúc', { nullable: true }) owner: string | null;
  @OutTexts('Thời hạn chạy ở đây') clocks: string[];
  @OutText('Vì sao không có thời hạn', { nullable: true }) noClockReason: string | null;
  @OutText('Kết quả khi kết thúc ở đây', { nullable: true }) outcome: string | null;
  @Out('Giai đoạn kết thúc', { type: Boolean }) final: boolean;
  @Out('Giai đoạn đầu', { type: Boolean }) initial: boolean;
}
export class StageMapArrowDto {
  @OutText('Từ') from: string;
  @OutText('Sang') to: string;
  @OutText('Nhánh') region: string;
  @OutText('Loại bước') event: string;
  @OutText('Tên bước') title: string;
  @OutText('Căn cứ') citation: string;
}
export class ProcedureEventDto {
  @OutText('Loại bước') type: string;
  @OutText('Tên bước') title: string;
  @OutTexts('Vai trò được làm') roles: string[];
  @OutText('Căn cứ') citation: string;
  @OutMany('Trường cần nhập', () => InputFieldDto) inputSchema: InputFieldDto[];
}
export class ProcedureBriefDto {
  @OutText('Tên') name: string;
  @OutInt('Phiên bản') version: number;
  @OutText('Tên, bằng lời') title: string;
  @OutDay('Áp dụng cho hồ sơ mở từ ngày') validFrom: string;
  @Out('Bảo mật danh tính', { type: Boolean }) protectsIdentity: boolean;
}
export class ProcedureListDto {
  @OutMany('Quy trình', () => ProcedureBriefDto) items: ProcedureBriefDto[];
}
export class StageMapDto extends ProcedureBriefDto {
  @OutMany('Giai đoạn', () => StageMapStateDto) states: StageMapStateDto[];
  @OutMany('Mũi tên', () => StageMapArrowDto) arrows: StageMapArrowDto[];
  @OutMany('Các bước', () => ProcedureEventDto) events: ProcedureEventDto[];
}
export class ProcedureQuery {
  @Whole({ label: 'Phiên bản', min: 1, max: 1000, optional: true, fromText: true }) version?: number;
}

export class CalendarQuery {
  @Day({ label: 'Từ ngày' }) from: string;
  @Day({ label: 'Đến ngày' }) to: string;
}
export class CalendarDto {
  @OutText('Phiên bản lịch') version: string;
  @OutDay('Lịch đã biết từ') knownFrom: string;
  @OutDay('Lịch đã biết đến') knownTo: string;
  @OutMany('Từng ngày', () => ExplainedDayDto) days: ExplainedDayDto[];
}

export class HealthDto {
  @OutChoice('Tình trạng', ['ok', 'starting']) status: string;
  @Out('Từng phần', { type: 'object', additionalProperties: { type: 'string' } }) checks: Record<string, string>;
}
