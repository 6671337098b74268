import { ROLES, type Role } from '#libs/shared';
import { Out, OutChoice, OutInt, OutMany, OutOne, OutText, Text } from '../http/fields.js';

export class LoginDto {
  @Text({ label: 'Tên đăng nhập', max: 60, example: 'motcua' })
  username: string;

  @Text({ label: 'Mật khẩu', max: 200 })
  password: string;

  @Text({ label: 'Mã xác thực', max: 20, optional: true, help: 'Mã 6 số trên điện thoại, hoặc một mã dự phòng' })
  code?: string;
}

export class AgencyRefDto {
  @OutInt('Mã số cơ quan') id: number;
  @OutText('Mã cơ quan', { example: 'XA-TANTHANH' }) code: string;
  @OutText('Tên cơ quan') name: string;
  @OutText('Tên ngắn') shortName: string;
  @OutChoice('Cấp', ['central', 'province', 'department', 'commune', 'unit']) level: string;
}

export class UserDto {
  @OutInt('Mã người dùng') id: number;
  @OutText('Tên đăng nhập') username: string;
  @OutText('Họ và tên') fullName: string;
  @OutText('Chức vụ in trên văn bản', { nullable: true }) title: string | null;
  @OutChoice('Vai trò', ROLES, { isArray: true }) roles: Role[];
  @OutOne('Cơ quan', () => AgencyRefDto) agency: AgencyRefDto;
  @OutOne('Tỉnh, thành phố', () => AgencyRefDto) province: AgencyRefDto;
  @OutInt('Số phút không thao tác thì phiên tự đóng') idleMinutes: number;
  @OutInt('Thông báo chưa đọc') unread: number;
  @Out('Đang dùng mật khẩu dùng một lần: phải đổi trước khi làm việc', { type: Boolean }) mustChangePassword: boolean;
  @Out('Phải đăng ký mã xác thực trước khi làm việc', { type: Boolean }) mustEnrolFactor: boolean;
}

export class LoginAnswerDto {
  @OutText('Mã phiên; dùng trong Authorization: Bearer, hoặc dựa vào cookie đặt kèm') accessToken: string;
  @OutOne('Người đăng nhập', () => UserDto) user: UserDto;
}

export class DemoAccountDto {
  @OutText('Tên đăng nhập') username: string;
  @OutText('Họ và tên') fullName: string;
  @OutText('Vai trò, bằng lời') title: string;
  @OutText('Cơ quan') agencyName: string;
}

export class AppInfoDto {
  @OutChoice('Chế độ chạy', ['demo', 'production']) mode: string;
  @OutText('Ngày làm việc hiện tại của hệ thống', { format: 'date' }) today: string;
  @OutText('Phiên bản') version: string;
  @OutText('Mật khẩu chung của tài khoản dùng thử; null khi vận hành thật', { nullable: true }) demoPassword:
    string | null;
  @OutText('Tên nhà cung cấp đăng nhập ngoài, ghi trên nút; null: không dùng', { nullable: true }) outsideLabel:
    string | null;
  @OutMany('Tài khoản dùng thử; rỗng khi vận hành thật', () => DemoAccountDto) demoAccounts: DemoAccountDto[];
  @Out('Có đồng hồ dùng thử để tua ngày', { type: Boolean }) movableClock: boolean;
  @Out('Đang ở chế độ tập huấn: mọi màn hình và bản in đều ghi rõ', { type: Boolean }) training: boolean;
}
