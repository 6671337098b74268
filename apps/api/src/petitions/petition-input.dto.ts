import { PETITION_TYPES, type PetitionType } from '#libs/shared';
import { Choice, Day, Flag, Many, Out, Text, Uuid, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';
import { REACH_LABELS, REACHES } from '../http/place.js';

export const TYPE_LABELS = {
  complaint: 'khiếu nại',
  denunciation: 'tố cáo',
  feedback: 'kiến nghị, phản ánh',
  mixed: 'đơn có nhiều nội dung',
} as const;
export const CHANNELS = ['in_person', 'post', 'mailbox', 'online', 'forwarded', 'oral'] as const;
export const CHANNEL_LABELS = {
  in_person: 'nộp trực tiếp',
  post: 'qua bưu chính',
  mailbox: 'hòm thư góp ý',
  online: 'trực tuyến',
  forwarded: 'cơ quan khác chuyển đến',
  oral: 'trình bày trực tiếp, có biên bản',
  imported: 'nhập từ sổ cũ',
} as const;
export const PETITIONER_ROLES = ['petitioner', 'representative', 'authorized', 'signatory'] as const;
export const PETITIONER_ROLE_LABELS = {
  petitioner: 'người đứng đơn',
  representative: 'người đại diện',
  authorized: 'người được ủy quyền',
  signatory: 'người cùng ký đơn',
} as const;

export class PetitionerInputDto {
  @Choice({ label: 'Tư cách', values: PETITIONER_ROLES, labels: PETITIONER_ROLE_LABELS, optional: true })
  role?: (typeof PETITIONER_ROLES)[number];

  @Text({ label: 'Họ và tên', max: 120, optional: true, help: 'Bỏ trống khi đơn không ghi tên' })
  fullName?: string;

  @Text({ label: 'Số định danh cá nhân hoặc giấy tờ', max: 40, optional: true })
  personalId?: string;

  @Choice({ label: 'Loại giấy tờ', values: ['personal-id', 'old-id', 'passport', 'other'], optional: true })
  personalIdKind?: 'personal-id' | 'old-id' | 'passport' | 'other';

  @Text({
    label: 'Ngày sinh hoặc năm sinh',
    max: 10,
    optional: true,
    pattern: /^(\d{4}(-\d{2}-\d{2})?)?$/,
    patternSays: 'viết năm sinh (1961) hoặc ngày sinh (1961-04-30)',
  })
  birthDate?: string;

  @Choice({ label: 'Giới tính', values: ['male', 'female'], labels: { male: 'nam', female: 'nữ' }, optional: true })
  sex?: 'male' | 'female';

  @Text({ label: 'Điện thoại', max: 40, optional: true })
  phone?: string;

  @Text({ label: 'Địa chỉ', max: 300, optional: true })
  address?: string;

  @Text({ label: 'Mã xã, phường nơi cư trú', max: 10, optional: true })
  unitCode?: string;
}

/** What the counter form has typed so far; enough to look for an earlier petition. */
export class ResendCheckDto {
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, labels: TYPE_LABELS, optional: true })
  type?: PetitionType;

  @Day({ label: 'Ngày nhận', optional: true })
  receivedOn?: string;

  @Text({ label: 'Nội dung', max: 20_000, multiline: true, optional: true })
  content?: string;

  @Many({ label: 'Người đứng đơn', of: () => PetitionerInputDto, max: 200, optional: true })
  petitioners?: PetitionerInputDto[];
}

export class RegisterPetitionDto {
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, labels: TYPE_LABELS })
  type: PetitionType;

  @Choice({ label: 'Nguồn đơn', values: CHANNELS, labels: CHANNEL_LABELS })
  channel: (typeof CHANNELS)[number];

  @Day({ label: 'Ngày nhận đơn' })
  receivedOn: string;

  @Text({ label: 'Mã cơ quan nhận đơn', max: 35, optional: true, help: 'Mặc định là cơ quan của người đăng nhập' })
  agency?: string;

  @Text({ label: 'Đơn tự ghi là', max: 120, optional: true })
  titleType?: string;

  @Text({ label: 'Lĩnh vực', max: 120, optional: true })
  field?: string;

  @Text({ label: 'Nội dung đơn', max: 20_000, multiline: true })
  content: string;

  @Many({ label: 'Người đứng đơn', of: () => PetitionerInputDto, max: 200 })
  petitioners: PetitionerInputDto[];

  @Whole({ label: 'Số người ký đơn', min: 1, max: 100_000, optional: true })
  petitionerCount?: number;

  @Flag({ label: 'Nhiều người cùng đứng đơn về một nội dung', optional: true })
  jointPetition?: boolean;

  @Text({ label: 'Người bị khiếu nại, bị tố cáo', max: 300, optional: true })
  respondent?: string;

  @Flag({
    label: 'Tố cáo người đứng đầu chính cơ quan nhận đơn',
    help: 'Hồ sơ chỉ cấp trên trực tiếp được xem; bỏ trống thì nhận ra từ nội dung',
    optional: true,
  })
  denouncesHead?: boolean;

  @Flag({
    label: 'Vùng sâu, vùng xa đi lại khó khăn',
    help: 'Bỏ trống thì theo danh sách địa bàn; ghi khác danh sách thì phải nêu lý do',
    optional: true,
  })
  remote?: boolean;

  @Text({ label: 'Lý do ghi địa bàn khác danh sách', max: 500, min: 5, optional: true })
  remoteReason?: string;

  @Text({ label: 'Số, ngày quyết định hành chính bị khiếu nại', max: 200, optional: true })
  challengedDecision?: string;

  @Text({ label: 'Loại cơ quan chuyển đơn', max: 60, optional: true })
  forwarderKind?: string;

  @Text({ label: 'Tên cơ quan chuyển đơn', max: 200, optional: true })
  forwarderName?: string;

  @Uuid({ label: 'Đơn trước mà đơn này gửi lại', optional: true })
  resendOf?: string;

  @Text({
    label: 'Nơi lưu nội dung thuộc bí mật nhà nước',
    help: 'Có mục này thì nội dung không được lưu ở hệ thống, chỉ ghi số, nơi lưu; tệp kèm theo không được nhận',
    min: 5,
    max: 300,
    optional: true,
  })
  stateSecretPointer?: string;

  @Flag({ label: 'Đã xem các cảnh báo và vẫn đăng ký', optional: true })
  warningsAccepted?: boolean;
}

export class PetitionListQuery extends PageQuery {
  @Text({ label: 'Tìm theo họ tên, nội dung, số tiếp nhận; không cần dấu', max: 200, optional: true }) q?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, labels: TYPE_LABELS, optional: true }) type?: PetitionType;
  @Text({ label: 'Tình trạng', help: 'open, closed, voided, all hoặc tên một giai đoạn', max: 40, optional: true })
  state?: string;
  @Day({ label: 'Nhận từ ngày', optional: true }) from?: string;
  @Day({ label: 'Nhận đến ngày', optional: true }) to?: string;
  @Choice({ label: 'Phạm vi cơ quan', values: REACHES, labels: REACH_LABELS, optional: true })
  reach?: 'own' | 'below';
}

export class LinkPetitionDto {
  @Uuid({ label: 'Đơn trước' }) toPetitionId: string;
  @Choice({
    label: 'Quan hệ',
    values: ['resend', 'duplicate', 'not-resend'],
    labels: { resend: 'gửi lại', duplicate: 'trùng', 'not-resend': 'không phải gửi lại' },
  })
  kind: 'resend' | 'duplicate' | 'not-resend';
}

export const VOID_REASONS = ['wrong-entry', 'registered-twice', 'not-a-petition', 'other'] as const;
export class VoidPetitionDto {
  @Choice({
    label: 'Loại lý do',
    values: VOID_REASONS,
    labels: {
      'wrong-entry': 'nhập sai',
      'registered-twice': 'đăng ký hai lần',
      'not-a-petition': 'không phải đơn',
      other: 'lý do khác',
    },
  })
  reasonCode: (typeof VOID_REASONS)[number];

  @Text({ label: 'Lý do hủy số', min: 5, max: 1000, multiline: true }) reason: string;
}

export class UploadDto {
  @Out('Các tệp; mỗi tệp không quá 20 MB', { type: 'array', items: { type: 'string', format: 'binary' } })
  files: unknown[];
}
