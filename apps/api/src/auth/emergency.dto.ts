import { Choice, Out, OutId, OutInstant, OutInt, OutMany, OutText, Text, Whole } from '../http/fields.js';

/** Roles that may be lent: never those that open identities, administer or inspect. */
export const LENT_ROLES = ['receptionist', 'caseOfficer', 'unitHead', 'chairman'] as const;

export class NewEmergencyDto {
  @Whole({ label: 'Tài khoản được mở', min: 1, max: 2_147_483_647 }) userId: number;
  @Choice({ label: 'Vai trò mở tạm', values: LENT_ROLES }) role: (typeof LENT_ROLES)[number];
  @Text({ label: 'Lý do khẩn cấp', min: 20, max: 1000, multiline: true }) reason: string;
  @Whole({ label: 'Số giờ', min: 1, max: 8 }) hours: number;
  @Whole({ label: 'Người thứ hai được báo ngay', min: 1, max: 2_147_483_647 }) witnessId: number;
}
export class EmergencyDto {
  @OutId('Mã lần mở') id: string;
  @OutInt('Mã tài khoản') userId: number;
  @OutText('Người được mở') userName: string;
  @OutText('Tên đăng nhập') username: string;
  @OutText('Vai trò mở tạm') role: string;
  @OutText('Tên vai trò') roleTitle: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutText('Lý do') reason: string;
  @OutText('Người mở') openedByName: string;
  @OutInstant('Mở lúc') openedAt: string;
  @OutInstant('Hết giờ lúc') endsAt: string;
  @OutInstant('Kết thúc sớm lúc', { nullable: true }) endedAt: string | null;
  @OutText('Người thứ hai đã được báo') witnessName: string;
  @Out('Đang mở', { type: Boolean }) running: boolean;
  @OutInt('Số việc đã làm trong lúc mở, ở hồ sơ bạn được xem') uses: number;
}
export class EmergencyListDto {
  @OutMany('Các lần mở, mới nhất trước', () => EmergencyDto) items: EmergencyDto[];
  @Out('Bạn được mở và kết thúc', { type: Boolean }) mayOpen: boolean;
}
export class EmergencyUseDto {
  @OutId('Mã sự kiện trong nhật ký') eventId: string;
  @OutId('Hồ sơ') caseFileId: string;
  @OutText('Số tiếp nhận', { nullable: true }) registerLabel: string | null;
  @OutText('Việc đã làm') title: string;
  @OutInstant('Ghi lúc') recordedAt: string;
}
export class EmergencyUseListDto {
  @OutMany('Việc đã làm trong lúc mở', () => EmergencyUseDto) items: EmergencyUseDto[];
}
