import { Out, OutChoice, OutInstant, OutInt, OutMany, OutText, OutTexts, Text } from '../http/fields.js';

const METHODS = ['password', 'code', 'recovery', 'provider'] as const;

export class OwnSessionDto {
  @OutText('Mã phiên') id: string;
  @OutInstant('Đăng nhập lúc') createdAt: string;
  @OutInstant('Dùng gần nhất') lastSeenAt: string;
  @OutText('Trình duyệt', { nullable: true }) userAgent: string | null;
  @OutText('Địa chỉ mạng', { nullable: true }) address: string | null;
  @OutChoice('Đăng nhập bằng', METHODS) method: (typeof METHODS)[number];
  @Out('Chính là phiên này', { type: Boolean }) current: boolean;
}
export class OwnSessionListDto {
  @OutMany('Phiên đang mở', () => OwnSessionDto) items: OwnSessionDto[];
}
export class SecondFactorDto {
  @OutInstant('Đăng ký mã xác thực lúc; null: chưa có', { nullable: true }) enrolledAt: string | null;
  @OutInt('Số mã dự phòng còn lại') recoveryLeft: number;
  @Out('Tài khoản này phải có mã xác thực', { type: Boolean }) required: boolean;
}
export class BeginFactorDto {
  @Text({ label: 'Mật khẩu đang dùng', max: 200 }) password: string;
}
export class BegunFactorDto {
  @OutText('Khóa bí mật để nhập tay; chỉ hiện lần này') secret: string;
  @OutText('Địa chỉ otpauth:// để vẽ mã QR') uri: string;
}
export class FactorCodeDto {
  @Text({ label: 'Mã xác thực', max: 20, example: '123456' }) code: string;
}
export class RemoveFactorDto extends FactorCodeDto {
  @Text({ label: 'Mật khẩu đang dùng', max: 200 }) password: string;
}
export class RecoveryCodesDto {
  @OutTexts('Mã dự phòng, mỗi mã dùng một lần; chỉ hiện lần này') codes: string[];
}
