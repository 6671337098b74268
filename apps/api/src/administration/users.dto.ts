import { ROLES, type Role } from '#libs/shared';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsIn } from 'class-validator';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import {
  Choice,
  Flag,
  Out,
  OutChoice,
  OutInstant,
  OutInt,
  OutMany,
  OutText,
  OutTexts,
  Text,
  Whole,
} from '../http/fields.js';

const STATES = ['active', 'inactive', 'locked', 'waiting'] as const;
const STATE_LABELS = {
  active: 'đang dùng',
  inactive: 'đã khóa',
  locked: 'tạm khóa vì nhập sai mật khẩu',
  waiting: 'chờ đổi mật khẩu dùng một lần',
};
const USERNAME = {
  pattern: /^\s*[A-Za-z0-9][A-Za-z0-9._-]{2,39}\s*$/,
  patternSays: 'gồm 3 đến 40 chữ không dấu, chữ số, dấu chấm, gạch ngang; bắt đầu bằng chữ hoặc số',
} as const;

const Roles = (): PropertyDecorator =>
  applyDecorators(
    ApiProperty({ description: 'Vai trò', enum: [...ROLES], type: String, isArray: true, minItems: 1 }),
    IsArray({ message: 'LIST.INVALID|phải là một danh sách' }),
    ArrayMinSize(1, { message: 'LIST.TOO_SHORT|phải có ít nhất 1 vai trò' }),
    ArrayMaxSize(ROLES.length, { message: 'LIST.TOO_LONG|có quá nhiều vai trò' }),
    ArrayUnique({ message: 'LIST.TWICE|có vai trò ghi hai lần' }),
    IsIn([...ROLES], { each: true, message: 'CHOICE.UNKNOWN|có vai trò không có trong danh mục' }),
  );

export class AccountListQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Text({ label: 'Tìm theo tên', max: 100, optional: true }) q?: string;
  @Choice({ label: 'Vai trò', values: ROLES, optional: true }) role?: Role;
  @Choice({ label: 'Tình trạng', values: STATES, labels: STATE_LABELS, optional: true })
  state?: (typeof STATES)[number];
  @Whole({ label: 'Mã tài khoản cuối của trang trước', min: 0, max: 2_147_483_647, optional: true, fromText: true })
  after?: number;
}
export class NewAccountDto {
  @Text({ label: 'Tên đăng nhập', max: 45, ...USERNAME }) username: string;
  @Text({ label: 'Họ và tên', max: 120, min: 2 }) fullName: string;
  @Text({ label: 'Chức vụ', max: 120, optional: true }) title?: string;
  @Text({ label: 'Mã cơ quan', max: 35, min: 2 }) agency: string;
  @Roles() roles: Role[];
}
export class AccountChangeDto {
  @Text({ label: 'Họ và tên', max: 120, min: 2 }) fullName: string;
  @Text({ label: 'Chức vụ', max: 120, optional: true }) title?: string;
  @Text({ label: 'Mã cơ quan', max: 35, min: 2 }) agency: string;
  @Roles() roles: Role[];
}
export class AccountStateDto {
  @Flag({ label: 'Đang dùng' }) active: boolean;
  @Text({ label: 'Lý do', max: 500, min: 5 }) reason: string;
}
export class PasswordChangeDto {
  @Text({ label: 'Mật khẩu đang dùng', max: 200 }) current: string;
  @Text({ label: 'Mật khẩu mới', max: 200 }) next: string;
}

export class AccountDto {
  @OutInt('Mã tài khoản') id: number;
  @OutText('Tên đăng nhập') username: string;
  @OutText('Họ và tên') fullName: string;
  @OutText('Chức vụ', { nullable: true }) title: string | null;
  @OutChoice('Vai trò', ROLES, { isArray: true }) roles: Role[];
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutChoice('Tình trạng', STATES) state: (typeof STATES)[number];
  @Out('Tài khoản dùng thử', { type: Boolean }) demo: boolean;
  @Out('Chính là người đang xem', { type: Boolean }) self: boolean;
  @OutInstant('Tạm khóa đến lúc', { nullable: true }) lockedUntil: string | null;
  @OutInt('Phiên đang mở') sessions: number;
  @OutInt('Hồ sơ đang giữ, không kể hồ sơ được bảo vệ') openCases: number;
}
export class AccountCountsDto {
  @OutInt('Đang dùng') active: number;
  @OutInt('Đã khóa') inactive: number;
  @OutInt('Tạm khóa') locked: number;
  @OutInt('Chờ đổi mật khẩu dùng một lần') waiting: number;
}
export class AccountPageDto {
  @OutMany('Tài khoản', () => AccountDto) items: AccountDto[];
  @OutInt('Mã tài khoản cuối; còn trang sau thì khác null', { nullable: true }) nextAfter: number | null;
  @Out('Số tài khoản theo tình trạng, trong cơ quan đang xem', { type: () => AccountCountsDto })
  counts: AccountCountsDto;
}
export class OneTimePasswordDto {
  @OutInt('Mã tài khoản') id: number;
  @OutText('Tên đăng nhập') username: string;
  @OutText('Họ và tên') fullName: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Mật khẩu dùng một lần: chỉ hiện lần này, phải đổi ngay lần đăng nhập đầu') password: string;
}
export class AccountSessionDto {
  @OutText('Mã phiên') id: string;
  @OutInstant('Đăng nhập lúc') createdAt: string;
  @OutInstant('Dùng gần nhất') lastSeenAt: string;
  @OutText('Trình duyệt', { nullable: true }) userAgent: string | null;
}
export class AccountSessionListDto {
  @OutMany('Phiên đang mở', () => AccountSessionDto) items: AccountSessionDto[];
}
export class SessionsEndedDto {
  @OutInt('Số phiên đã thu hồi') ended: number;
}
export class RoleGuideDto {
  @OutChoice('Vai trò', ROLES) role: string;
  @OutText('Tên vai trò') title: string;
  @OutText('Được làm gì') may: string;
  @OutText('Được xem gì') sees: string;
  @OutTexts('Cấp cơ quan dùng được') levels: string[];
}
export class RoleGuideListDto {
  @OutMany('Vai trò', () => RoleGuideDto) items: RoleGuideDto[];
  @OutInt('Số ký tự ít nhất của mật khẩu (quy định nội bộ)') passwordMin: number;
}
export class PeopleFileDto {
  @ApiProperty({ type: 'string', format: 'binary', description: 'Tệp .xlsx theo mẫu' }) file: string;
}
export class PersonFaultDto {
  @OutInt('Dòng') row: number;
  @OutText('Cột') column: string;
  @OutText('Mã lỗi') code: string;
  @OutText('Sai gì, sửa thế nào') message: string;
}
export class NewPersonDto {
  @OutInt('Dòng') row: number;
  @OutText('Tên đăng nhập') username: string;
  @OutText('Họ và tên') fullName: string;
  @OutText('Chức vụ', { nullable: true }) title: string | null;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutChoice('Vai trò', ROLES, { isArray: true }) roles: Role[];
}
export class PeoplePreviewDto {
  @OutInt('Số dòng có dữ liệu') rows: number;
  @OutMany('Dòng đọc được', () => NewPersonDto) people: NewPersonDto[];
  @OutMany('Lỗi; còn lỗi thì chưa nhập được dòng nào', () => PersonFaultDto) faults: PersonFaultDto[];
}
export class PeopleImportedDto {
  @OutMany('Tài khoản đã tạo kèm mật khẩu dùng một lần', () => OneTimePasswordDto) items: OneTimePasswordDto[];
}
