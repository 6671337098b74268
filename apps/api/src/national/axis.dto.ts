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
  OutOne,
  OutText,
  OutTexts,
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
  @OutInt('Lần chuyển thứ mấy của đơn', { nullable: true }) hops: number | null;
  @Out('Đơn quay lại cơ quan đã từng nhận, chuyển nó', { type: Boolean }) comesBack: boolean;
  @OutText('Số của chính đơn này khi cơ quan nhận lần trước', { nullable: true }) earlierLabel: string | null;
  @OutId('Hồ sơ của lần trước', { nullable: true }) earlierCaseFileId: string | null;
  @Out('Đã vào sổ nhưng còn tệp chưa gắn vào đơn', { type: Boolean }) unfinished: boolean;
}
export class AxisPartDto {
  @OutInt('Thứ tự trong gói') at: number;
  @OutText('Tên tệp') name: string;
  @OutText('Loại tệp') mediaType: string;
  @OutInt('Số byte') bytes: number;
  @OutText('SHA-256') sha256: string;
  @Out('Dữ liệu đơn của phần mềm, không phải văn bản', { type: Boolean }) structured: boolean;
}
/** What waits to be entered, for who may enter it; never of a denunciation. */
export class AxisPreviewDto {
  @OutText('Loại đơn') typeWords: string;
  @OutText('Nội dung') content: string;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @OutText('Người bị khiếu nại', { nullable: true }) respondent: string | null;
  @OutTexts('Người đứng đơn') petitioners: string[];
  @OutInt('Số người') petitionerCount: number;
}
export class AxisPassedDto {
  @OutInt('Lần chuyển thứ mấy') hop: number;
  @OutText('Nơi chuyển') from: string;
  @OutText('Mã nơi chuyển') fromCode: string;
  @OutText('Nơi nhận') to: string;
  @OutText('Mã nơi nhận') toCode: string;
  @OutDay('Nhận ở nơi chuyển', { nullable: true }) receivedOn: string | null;
  @OutDay('Ngày chuyển', { nullable: true }) sentOn: string | null;
}
export class AxisSaidDto {
  @OutChoice('Bên kia báo hay mình báo', ['out', 'in']) direction: string;
  @OutText('Mã trạng thái') code: string;
  @OutText('Nghĩa') statusWords: string;
  @OutInstant('Lúc') at: string;
  @OutText('Lời kèm theo', { nullable: true }) words: string | null;
  @OutChoice('Câu trả lời của mình đã đi chưa', MESSAGE_STATES, { nullable: true }) state: string | null;
  @OutInt('Số lần gửi không được') attempts: number;
  @OutText('Mã lỗi', { nullable: true }) lastError: string | null;
  @OutInstant('Tự gửi lại lúc', { nullable: true }) nextTryAt: string | null;
}
export class AxisMessageDetailDto {
  @OutText('Nói rõ điều chưa có') notice: string;
  @OutOne('Gói', () => AxisMessageDto) message: AxisMessageDto;
  @OutText('SHA-256 của gói', { nullable: true }) contentHash: string | null;
  @OutMany('Các tệp còn giữ ở đây', () => AxisPartDto) parts: AxisPartDto[];
  @OutText('Vì sao không thấy tệp, nội dung', { nullable: true }) hidden: string | null;
  @OutOne('Đơn chờ vào sổ', () => AxisPreviewDto, { nullable: true }) preview: AxisPreviewDto | null;
  @OutMany('Đường đơn đã đi', () => AxisPassedDto) path: AxisPassedDto[];
  @OutMany('Trạng thái hai bên đã báo, cũ trước', () => AxisSaidDto) said: AxisSaidDto[];
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
  @Text({
    label: 'Số tiếp nhận đã cấp',
    help: 'Chỉ với gói không có dữ liệu đơn, ví dụ 12/2026',
    max: 40,
    optional: true,
  })
  registerLabel?: string;
}
export class EnteredMessageDto {
  @OutId('Đơn trong sổ') petitionId: string;
  @OutText('Số tiếp nhận', { nullable: true }) registerLabel: string | null;
  @OutId('Hồ sơ xử lý đơn', { nullable: true }) caseFileId: string | null;
  @OutInt('Lần chuyển thứ mấy của đơn', { nullable: true }) hops: number | null;
  @Out('Đơn quay lại cơ quan đã từng nhận, chuyển nó', { type: Boolean }) comesBack: boolean;
  @OutText('Số của chính đơn này khi cơ quan nhận lần trước', { nullable: true }) earlierLabel: string | null;
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
