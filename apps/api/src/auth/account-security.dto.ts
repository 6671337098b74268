import { OutInstant, OutText, Text } from '../http/fields.js';

export class OutsideIdentityDto {
  @Text({
    label: 'Mã người dùng tại nhà cung cấp (sub)',
    max: 255,
    min: 0,
    optional: true,
    help: 'Bỏ trống để bỏ gắn',
  })
  subject?: string;
}
export class AccountSecurityDto {
  @OutInstant('Đăng ký mã xác thực lúc; null: chưa có', { nullable: true }) secondFactorAt: string | null;
  @OutText('Người dùng gắn với tài khoản tại nhà cung cấp đăng nhập', { nullable: true }) outsideSubject: string | null;
  @OutText('Nhà cung cấp đăng nhập đang dùng', { nullable: true }) issuer: string | null;
}
