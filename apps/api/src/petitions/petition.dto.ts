import { PETITION_TYPES } from '#libs/shared';
import { AgencyRefDto } from '../auth/auth.dto.js';
import {
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
} from '../http/fields.js';
import { PETITIONER_ROLES } from './petition-input.dto.js';

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

export class ReceiptDeadlineDto {
  @OutDay('Ngày cuối') dueOn: string;
  @OutText('Cách tính, bằng lời') explanation: string;
  @OutText('Căn cứ') citation: string;
  @Out('true: thời hạn theo luật; false: mục tiêu nội bộ', { type: Boolean }) statutory: boolean;
}

export class ReceiptDto {
  @OutText('Cơ quan nhận') agencyName: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutText('Mã tra cứu') lookupCode: string;
  @OutText('Mã bí mật đi kèm (đơn tố cáo, đơn nhiều nội dung)', { nullable: true }) lookupSecret: string | null;
  @OutText('Đường dẫn tra cứu') statusPath: string;
  @OutText('Người tiếp nhận') receivedBy: string;
  @OutOne('Ngày xử lý xong đơn; null khi ngày ấy cho biết tính chất của đơn', () => ReceiptDeadlineDto, {
    nullable: true,
  })
  deadline: ReceiptDeadlineDto | null;
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
  @OutInstant('Đến lúc nào người đăng ký còn hoàn tác được (quy định nội bộ)') undoUntil: string;
  @OutMany('Đơn có thể đã gửi trước đây', () => PossibleResendDto) possibleResends: PossibleResendDto[];
  @OutMany('Cảnh báo', () => FieldNoteDto) warnings: FieldNoteDto[];
  @OutOne('Biên nhận để in', () => ReceiptDto) receipt: ReceiptDto;
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
  @OutText('Lý do hủy số; null khi bảo mật', { nullable: true }) voidReason: string | null;
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

export class WorkingCopyDto {
  @OutInt('Lần lập') rev: number;
  @OutText('Kiểu tệp') mediaType: string;
  @OutInt('Số byte') sizeBytes: number;
  @OutInstant('Lập lúc') madeAt: string;
  @OutText('Người lập') madeBy: string;
}

export class AttachmentDto {
  @OutId('Mã tài liệu') id: string;
  @OutText('Tên tệp; null khi bảo mật', { nullable: true }) fileName: string | null;
  @OutText('Kiểu tệp nhận ra từ nội dung') mediaType: string;
  @OutInt('Số byte') sizeBytes: number;
  @OutText('SHA-256 (hex)') sha256: string;
  @OutInstant('Lúc tải lên') uploadedAt: string;
  @OutText('Người tải lên') uploadedBy: string;
  @Out('true: bản gốc được niêm phong; tải về là bản làm việc đã che thông tin người tố cáo', { type: Boolean })
  sealed: boolean;
  @OutOne('Bản làm việc mới nhất', () => WorkingCopyDto, { nullable: true }) workingCopy: WorkingCopyDto | null;
}

export class PetitionLinkDto {
  @OutId('Đơn kia') petitionId: string;
  @OutChoice('Quan hệ', ['resend', 'duplicate', 'split', 'not-resend']) kind: string;
  @OutChoice('Chiều', ['from', 'to']) direction: string;
  @OutText('Số tiếp nhận của đơn kia', { nullable: true }) registerLabel: string | null;
  @Out('Điểm giống nhau', { type: Number, nullable: true }) score: number | null;
  @OutInstant('Lúc quyết định') decidedAt: string;
  @OutId('Hồ sơ của đơn kia', { nullable: true }) caseFileId: string | null;
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
}

export class AttachmentListDto {
  @OutMany('Tài liệu', () => AttachmentDto) items: AttachmentDto[];
  @OutTexts('Kiểu tệp được nhận') acceptedTypes: string[];
}
