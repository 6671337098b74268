import { PETITION_TYPES, type PetitionType } from '#libs/shared';
import { AgencyRefDto } from '../auth/auth.dto.js';
import {
  Choice,
  Day,
  Flag,
  Many,
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
  Uuid,
  Whole,
} from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

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

  @Text({ label: 'Số, ngày quyết định hành chính bị khiếu nại', max: 200, optional: true })
  challengedDecision?: string;

  @Text({ label: 'Loại cơ quan chuyển đơn', max: 60, optional: true })
  forwarderKind?: string;

  @Text({ label: 'Tên cơ quan chuyển đơn', max: 200, optional: true })
  forwarderName?: string;

  @Uuid({ label: 'Đơn trước mà đơn này gửi lại', optional: true })
  resendOf?: string;

  @Flag({ label: 'Đã xem các cảnh báo và vẫn đăng ký', optional: true })
  warningsAccepted?: boolean;
}

export class ResendReasonDto {
  @OutText('Mã lý do', { example: 'same-personal-id' }) code: string;
  @OutText('Lý do bằng lời') title: string;
}

export class PossibleResendDto {
  @OutId('Đơn trước; vắng mặt khi đơn ấy ngoài phạm vi được xem hoặc là đơn tố cáo', { required: false })
  petitionId?: string;
  @Out('Điểm giống nhau, 0 đến 1', { type: Number, minimum: 0, maximum: 1 }) score: number;
  @OutMany('Vì sao giống', () => ResendReasonDto) reasons: ResendReasonDto[];
  @OutText('Số trong sổ', { required: false }) registerLabel?: string;
  @OutDay('Ngày nhận đơn trước', { required: false }) receivedOn?: string;
  @OutText('Cơ quan đã nhận', { required: false }) agencyName?: string;
  @OutText('Người đứng đơn trước', { required: false }) petitionerName?: string;
  @OutText('Giai đoạn của đơn trước', { required: false }) stageTitle?: string;
}

export class FieldNoteDto {
  @OutText('Con trỏ JSON tới trường') pointer: string;
  @OutChoice('Mức', ['error', 'warning']) severity: string;
  @OutText('Mã') code: string;
  @OutText('Câu giải thích') message: string;
}

export class ResendCheckAnswerDto {
  @OutMany('Đơn có thể đã gửi trước đây, điểm cao trước', () => PossibleResendDto) possibleResends: PossibleResendDto[];
  @OutMany('Lỗi và cảnh báo về giấy tờ, địa chỉ', () => FieldNoteDto) notes: FieldNoteDto[];
}

export class ReceiptDto {
  @OutText('Cơ quan nhận') agencyName: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutText('Mã tra cứu') lookupCode: string;
  @OutText('Mã bí mật đi kèm (đơn tố cáo, đơn nhiều nội dung)', { nullable: true }) lookupSecret: string | null;
  @OutText('Đường dẫn tra cứu') statusPath: string;
  @OutText('Người tiếp nhận') receivedBy: string;
}

export class RegisteredPetitionDto {
  @OutId('Mã đơn') id: string;
  @OutInt('Số trong sổ') registerNumber: number;
  @OutText('Số in trên biên nhận', { example: '12/2026' }) registerLabel: string;
  @OutText('Mã tra cứu, chỉ trả một lần') lookupCode: string;
  @OutText('Mã bí mật, chỉ trả một lần; chỉ có ở đơn tố cáo và đơn nhiều nội dung', { nullable: true }) lookupSecret:
    string | null;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutId('Hồ sơ xử lý đơn', { nullable: true }) caseFileId: string | null;
  @OutDay('Hạn xử lý đơn', { nullable: true }) handlingDeadline: string | null;
  @OutMany('Đơn có thể đã gửi trước đây', () => PossibleResendDto) possibleResends: PossibleResendDto[];
  @OutMany('Cảnh báo', () => FieldNoteDto) warnings: FieldNoteDto[];
  @OutOne('Biên nhận để in', () => ReceiptDto) receipt: ReceiptDto;
}

export class PetitionListQuery extends PageQuery {
  @Text({ label: 'Tìm theo họ tên, nội dung, số tiếp nhận; không cần dấu', max: 200, optional: true }) q?: string;
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Loại đơn', values: PETITION_TYPES, labels: TYPE_LABELS, optional: true }) type?: PetitionType;
  @Text({ label: 'Tình trạng', help: 'open, closed, voided, all hoặc tên một giai đoạn', max: 40, optional: true })
  state?: string;
  @Day({ label: 'Nhận từ ngày', optional: true }) from?: string;
  @Day({ label: 'Nhận đến ngày', optional: true }) to?: string;
}

export class DeadlineBriefDto {
  @OutText('Thời hạn') title: string;
  @OutText('Căn cứ') citation: string;
  @OutText('Trạng thái đồng hồ', { example: 'running' }) state: string;
  @OutDay('Ngày hết hạn; null khi tạm dừng', { nullable: true }) dueOn: string | null;
  @OutDay('Ngày nên báo trước', { nullable: true }) warnOn: string | null;
  @Out('true: thời hạn theo luật; false: mục tiêu nội bộ', { type: Boolean }) statutory: boolean;
}

export class PetitionListItemDto {
  @OutId('Mã đơn') id: string;
  @OutInt('Số trong sổ') registerNumber: number;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutChoice('Loại đơn', PETITION_TYPES) type: string;
  @OutText('Nguồn đơn') channel: string;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @Out('true: thông tin người gửi được bảo mật', { type: Boolean }) sealed: boolean;
  @OutText('Người đứng đơn; null khi bảo mật', { nullable: true }) petitionerName: string | null;
  @OutText('Địa chỉ; null khi bảo mật', { nullable: true }) address: string | null;
  @OutText('Trích nội dung; null khi bảo mật', { nullable: true }) excerpt: string | null;
  @OutInt('Số người') petitionerCount: number;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutId('Hồ sơ xử lý đơn', { nullable: true }) caseFileId: string | null;
  @OutText('Giai đoạn', { nullable: true }) stage: string | null;
  @OutText('Giai đoạn, bằng lời', { nullable: true }) stageTitle: string | null;
  @OutOne('Thời hạn gần nhất', () => DeadlineBriefDto, { nullable: true }) deadline: DeadlineBriefDto | null;
  @OutId('Đơn trước, nếu là đơn gửi lại', { nullable: true }) resendOf: string | null;
  @Out('Số đã hủy, giữ trong sổ cùng lý do', { type: Boolean }) voided: boolean;
}

export class PetitionPageDto {
  @OutMany('Các đơn', () => PetitionListItemDto) items: PetitionListItemDto[];
  @OutText('Vị trí trang tiếp theo; null khi hết', { nullable: true }) nextCursor: string | null;
}

export class PetitionerDto {
  @OutId('Mã người đứng đơn') id: string;
  @OutInt('Thứ tự') ordinal: number;
  @OutChoice('Tư cách', PETITIONER_ROLES) role: string;
  @Out('true: được bảo mật, các trường dưới là null', { type: Boolean }) sealed: boolean;
  @OutText('Họ và tên', { nullable: true }) fullName: string | null;
  @OutText('Số giấy tờ', { nullable: true }) personalId: string | null;
  @OutText('Ngày sinh, năm sinh', { nullable: true }) birthDate: string | null;
  @OutText('Giới tính', { nullable: true }) sex: string | null;
  @OutText('Điện thoại', { nullable: true }) phone: string | null;
  @OutText('Địa chỉ', { nullable: true }) address: string | null;
  @OutText('Mã xã, phường', { nullable: true }) unitCode: string | null;
  @OutDay('Ngày rút', { nullable: true }) withdrawnOn: string | null;
}

export class AttachmentDto {
  @OutId('Mã tài liệu') id: string;
  @OutText('Tên tệp; null khi bảo mật', { nullable: true }) fileName: string | null;
  @OutText('Kiểu tệp nhận ra từ nội dung') mediaType: string;
  @OutInt('Số byte') sizeBytes: number;
  @OutText('SHA-256 (hex)') sha256: string;
  @OutInstant('Lúc tải lên') uploadedAt: string;
  @OutText('Người tải lên') uploadedBy: string;
}

export class PetitionLinkDto {
  @OutId('Đơn kia') petitionId: string;
  @OutChoice('Quan hệ', ['resend', 'duplicate', 'split', 'not-resend']) kind: string;
  @OutChoice('Chiều', ['from', 'to']) direction: string;
  @OutText('Số tiếp nhận của đơn kia', { nullable: true }) registerLabel: string | null;
  @Out('Điểm giống nhau', { type: Number, nullable: true }) score: number | null;
  @OutInstant('Lúc quyết định') decidedAt: string;
}

export class PetitionCaseDto {
  @OutId('Mã hồ sơ') id: string;
  @OutText('Quy trình') procedure: string;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @OutText('Giai đoạn') stage: string;
  @OutText('Giai đoạn, bằng lời') stageTitle: string;
  @OutDay('Ngày kết thúc', { nullable: true }) closedOn: string | null;
}

export class PetitionDto extends PetitionListItemDto {
  @OutText('Nội dung đơn; null khi bảo mật', { nullable: true }) content: string | null;
  @OutText('Đơn tự ghi là', { nullable: true }) titleType: string | null;
  @OutText('Người bị khiếu nại; null khi bảo mật', { nullable: true }) respondent: string | null;
  @OutText('Quyết định bị khiếu nại', { nullable: true }) challengedDecision: string | null;
  @OutText('Loại cơ quan chuyển đơn', { nullable: true }) forwarderKind: string | null;
  @OutText('Cơ quan chuyển đơn', { nullable: true }) forwarderName: string | null;
  @Out('Nhiều người cùng một nội dung', { type: Boolean }) jointPetition: boolean;
  @OutInstant('Lúc đăng ký') registeredAt: string;
  @OutText('Người đăng ký') registeredBy: string;
  @OutOne('Cơ quan', () => AgencyRefDto) agency: AgencyRefDto;
  @OutMany('Người đứng đơn', () => PetitionerDto) petitioners: PetitionerDto[];
  @OutMany('Tài liệu kèm theo', () => AttachmentDto) attachments: AttachmentDto[];
  @OutMany('Đơn liên quan', () => PetitionLinkDto) links: PetitionLinkDto[];
  @OutMany('Các hồ sơ mở từ đơn', () => PetitionCaseDto) caseFiles: PetitionCaseDto[];
  @OutInstant('Lúc hủy số', { nullable: true }) voidedAt: string | null;
  @OutText('Lý do hủy số', { nullable: true }) voidReason: string | null;
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

export class AttachmentListDto {
  @OutMany('Tài liệu', () => AttachmentDto) items: AttachmentDto[];
  @OutTexts('Kiểu tệp được nhận') acceptedTypes: string[];
}
