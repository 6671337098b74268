import {
  Choice,
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
  Uuid,
} from '../http/fields.js';

export const MESSAGE_STATES = ['waiting', 'sent', 'error', 'arrived', 'entered', 'refused', 'withdrawn'] as const;
/** Sent to another agency's system: chosen, never typed, so that nothing of a citizen can be in it. */
export const REFUSAL_REASONS = {
  notCompetent: 'Không thuộc thẩm quyền của cơ quan nhận',
  wrongAddress: 'Gửi nhầm nơi nhận',
  duplicate: 'Đã nhận đơn này trước đó',
  unreadable: 'Tệp kèm theo không đọc được',
  incomplete: 'Thiếu đơn hoặc tài liệu kèm theo',
} as const;
export type RefusalReason = keyof typeof REFUSAL_REASONS;

export class AxisMessageDto {
  @OutId('Mã gói') id: string;
  @OutChoice('Đi hay đến', ['out', 'in']) direction: string;
  @OutText('Cơ quan của mình') agencyName: string;
  @OutText('Mã định danh bên kia') partnerCode: string;
  @OutText('Tên bên kia') partnerName: string;
  @OutText('Mã văn bản trên trục', { nullable: true }) documentId: string | null;
  @OutText('Số, ký hiệu', { nullable: true }) number: string | null;
  @OutDay('Ngày văn bản', { nullable: true }) issuedOn: string | null;
  @OutChoice('Tình trạng', MESSAGE_STATES) state: string;
  @OutText('Mã trạng thái xa nhất', { nullable: true }) statusCode: string | null;
  @OutText('Trạng thái, bằng lời', { nullable: true }) statusWords: string | null;
  @OutInstant('Trạng thái lúc', { nullable: true }) statusAt: string | null;
  @OutInt('Số lần gửi không được') attempts: number;
  @OutText('Mã lỗi lần gửi gần nhất', { nullable: true }) lastError: string | null;
  @OutInstant('Tự gửi lại lúc', { nullable: true }) nextTryAt: string | null;
  @Out('Mọi tệp đều có mã băm và khớp; null với gói đi', { type: Boolean, nullable: true }) proven: boolean | null;
  @Out('Có dữ liệu đơn để vào sổ ngay; null với gói đi', { type: Boolean, nullable: true }) structured: boolean | null;
  @OutInt('Số tệp', { nullable: true }) files: number | null;
  @OutText('Lý do từ chối', { nullable: true }) refusal: string | null;
  @OutText('Số vào sổ của mình', { nullable: true }) registerLabel: string | null;
  @OutId('Hồ sơ xử lý đơn của mình', { nullable: true }) caseFileId: string | null;
  @OutInstant('Ghi nhận lúc') createdAt: string;
  @OutInstant('Gửi đi lúc', { nullable: true }) sentAt: string | null;
}
export class AxisMessageListDto {
  @OutText('Nói rõ điều chưa có') notice: string;
  @OutMany('Mới trước', () => AxisMessageDto) items: AxisMessageDto[];
}
export class AxisMessageQuery {
  @Choice({ label: 'Đi hay đến', values: ['out', 'in'], optional: true }) direction?: 'out' | 'in';
  @Choice({ label: 'Tình trạng', values: MESSAGE_STATES, optional: true }) state?: (typeof MESSAGE_STATES)[number];
}
export class AxisUploadDto {
  @Out('Gói edXML', { type: String, format: 'binary' }) file: unknown;
}
export class AxisTakenDto {
  @OutChoice('Văn bản hay trạng thái', ['document', 'status']) kind: string;
}
export class EnterMessageDto {
  @Uuid({ label: 'Đơn đã vào sổ bằng tay', help: 'Chỉ với gói không có dữ liệu đơn', optional: true })
  petitionId?: string;
}
export class EnteredMessageDto {
  @OutId('Đơn trong sổ') petitionId: string;
  @OutText('Số tiếp nhận', { nullable: true }) registerLabel: string | null;
  @OutId('Hồ sơ xử lý đơn', { nullable: true }) caseFileId: string | null;
}
export class RefuseMessageDto {
  @Choice({ label: 'Lý do', values: Object.keys(REFUSAL_REASONS), labels: REFUSAL_REASONS }) reason: RefusalReason;
}
export class AxisPartnerDto {
  @OutText('Mã cơ quan, là mã định danh trên trục') code: string;
  @OutText('Cơ quan') name: string;
  @OutInstant('Đặt lúc') setAt: string;
}
export class AxisPartnerListDto {
  @OutMany('Cơ quan nhận đơn qua trục', () => AxisPartnerDto) items: AxisPartnerDto[];
  @Out('Người xem được đặt', { type: Boolean }) maySet: boolean;
}
export class SetPartnerDto {
  @Text({ label: 'Mã cơ quan', max: 35 }) agency: string;
  @Flag({ label: 'Nhận đơn qua trục' }) on: boolean;
}
