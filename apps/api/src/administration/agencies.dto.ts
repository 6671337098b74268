import {
  Choice,
  Day,
  Flag,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutText,
  Text,
} from '../http/fields.js';

const LEVELS = ['central', 'province', 'department', 'commune', 'unit'] as const;
const BELOW_A_PROVINCE = LEVELS.slice(2);
const LEVEL_LABELS = {
  central: 'trung ương',
  province: 'cấp tỉnh',
  department: 'sở, ngành',
  commune: 'cấp xã',
  unit: 'đơn vị trực thuộc',
};
const KINDS = ['committee', 'department', 'inspectorate', 'reception', 'other'] as const;
const KIND_LABELS = {
  committee: 'Ủy ban nhân dân',
  department: 'cơ quan chuyên môn',
  inspectorate: 'cơ quan thanh tra',
  reception: 'Ban Tiếp công dân',
  other: 'đơn vị khác',
};

export class SuccessionDto {
  @Text({ label: 'Mã cơ quan kế thừa', max: 35, min: 2 }) successor: string;
  @Day({ label: 'Ngày hoạt động cuối cùng của cơ quan kết thúc' }) lastDay: string;
  @Text({ label: 'Văn bản quyết định việc sáp nhập, giải thể', max: 300, min: 5 }) basis: string;
  @Flag({ label: 'Chuyển tài khoản của công chức sang cơ quan kế thừa (trừ người đứng đầu)', optional: true })
  movePeople?: boolean;
}
export class RenameDto {
  @Text({ label: 'Tên mới', max: 200, min: 5 }) name: string;
  @Text({ label: 'Tên gọi tắt mới', max: 100, min: 2 }) shortName: string;
  @Text({ label: 'Văn bản quyết định việc đổi tên', max: 300, min: 5 }) basis: string;
}
export class AgencyChangeDto {
  @OutId('Mã') id: string;
  @OutChoice('Loại thay đổi', ['succeeded', 'renamed']) kind: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Mã cơ quan kế thừa', { nullable: true }) successorCode: string | null;
  @OutDay('Ngày hoạt động cuối cùng', { nullable: true }) lastDay: string | null;
  @OutText('Tên cũ') oldName: string;
  @OutText('Tên mới', { nullable: true }) newName: string | null;
  @OutText('Văn bản') basis: string;
  @OutInstant('Ghi lúc') recordedAt: string;
  @OutInt('Số hồ sơ đang mở đã chuyển, không kể hồ sơ được bảo vệ') moved: number;
  @OutInt('Số hồ sơ chưa chuyển được, không kể hồ sơ được bảo vệ') kept: number;
  @OutInstant('Chuyển xong lúc', { nullable: true }) settledAt: string | null;
}
export class AgencyChangeListDto {
  @OutMany('Thay đổi của cơ quan, mới nhất trước', () => AgencyChangeDto) items: AgencyChangeDto[];
}

export class AgencyTreeQuery {
  @Day({ label: 'Cây cơ quan tại ngày', optional: true }) on?: string;
}
export class AgencyNodeDto {
  @OutText('Mã cơ quan') code: string;
  @OutText('Tên vào ngày ấy') name: string;
  @OutText('Tên gọi tắt hiện nay') shortName: string;
  @OutChoice('Cấp', LEVELS) level: string;
  @OutChoice('Loại', KINDS) kind: string;
  @OutText('Mã cơ quan cấp trên', { nullable: true }) parentCode: string | null;
  @OutText('Mã đơn vị hành chính', { nullable: true }) unitCode: string | null;
  @OutText('Đơn vị hành chính', { nullable: true }) unitName: string | null;
  @OutDay('Hoạt động từ ngày') validFrom: string;
  @OutDay('Hoạt động đến hết ngày', { nullable: true }) validTo: string | null;
  @OutText('Mã cơ quan kế thừa', { nullable: true }) successorCode: string | null;
  @Out('Đang hoạt động vào ngày ấy', { type: Boolean }) open: boolean;
  @OutInt('Số tài khoản đang dùng') people: number;
}
export class AgencyTreeDto {
  @OutDay('Ngày của cây') on: string;
  @OutMany('Cơ quan, cấp trên trước', () => AgencyNodeDto) items: AgencyNodeDto[];
}
export class NewAgencyDto {
  @Text({
    label: 'Mã cơ quan',
    max: 35,
    min: 2,
    pattern: /^[A-Z0-9.-]{2,35}$/,
    patternSays: 'gồm chữ hoa không dấu, chữ số, dấu chấm, gạch ngang',
  })
  code: string;
  @Text({ label: 'Tên cơ quan', max: 200, min: 5 }) name: string;
  @Text({ label: 'Tên gọi tắt', max: 100, min: 2 }) shortName: string;
  @Choice({ label: 'Cấp', values: BELOW_A_PROVINCE, labels: LEVEL_LABELS }) level: 'department' | 'commune' | 'unit';
  @Choice({ label: 'Loại', values: KINDS, labels: KIND_LABELS }) kind: (typeof KINDS)[number];
  @Text({ label: 'Mã cơ quan cấp trên', max: 35, min: 2 }) parent: string;
  @Text({ label: 'Mã đơn vị hành chính', max: 10, optional: true }) unitCode?: string;
  @Day({ label: 'Hoạt động từ ngày' }) validFrom: string;
  @Text({ label: 'Văn bản thành lập', max: 300, min: 5 }) basis: string;
}
export class AgencyDetailsDto {
  @Choice({ label: 'Loại', values: KINDS, labels: KIND_LABELS }) kind: (typeof KINDS)[number];
  @Text({ label: 'Mã đơn vị hành chính', max: 10, optional: true }) unitCode?: string;
}
export class PassingProcedureDto {
  @OutText('Quy trình') procedure: string;
  @OutText('Tên quy trình') title: string;
  @OutInt('Số hồ sơ đang mở') count: number;
}
export class PassingPersonDto {
  @OutInt('Mã tài khoản') id: number;
  @OutText('Họ và tên') fullName: string;
}
export class PassingSeriesDto {
  @OutText('Dãy số') title: string;
  @OutInt('Năm') year: number;
  @OutInt('Số cuối đã cấp') lastNumber: number;
}
export class AgencyBriefDto {
  @OutText('Mã cơ quan') code: string;
  @OutText('Tên cơ quan') name: string;
}
export class SuccessionPreviewDto {
  @OutInt('Hồ sơ đang mở sẽ chuyển, không kể hồ sơ được bảo vệ') cases: number;
  @OutMany('Theo quy trình', () => PassingProcedureDto) procedures: PassingProcedureDto[];
  @OutInt('Thời hạn đang chạy sẽ chuyển') deadlines: number;
  @OutInt('Trong đó đã quá hạn') overdue: number;
  @OutMany('Người chuyển sang cơ quan kế thừa nếu chọn', () => PassingPersonDto) peopleMoving: PassingPersonDto[];
  @OutMany('Người đứng đầu, quản trị: không tự chuyển', () => PassingPersonDto) peopleStaying: PassingPersonDto[];
  @OutMany('Sổ và dãy số dừng ở số cuối, vẫn tra cứu được', () => PassingSeriesDto) series: PassingSeriesDto[];
  @OutMany('Đơn vị bên dưới đi theo', () => AgencyBriefDto) below: AgencyBriefDto[];
}
