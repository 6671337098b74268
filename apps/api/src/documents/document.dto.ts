import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsObject, IsOptional } from 'class-validator';
import { ADDRESSEES, PAPER_STATES, SLIP_CHANNELS, type TypedValues } from '#libs/documents';
import {
  Choice,
  Day,
  Many,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  OutTexts,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';

const SIZES = ['A4', 'A5'] as const;
const STATES = Object.keys(PAPER_STATES);
const ADDRESSEE_KEYS = Object.keys(ADDRESSEES);
const CAPACITIES = ['self', 'TM', 'KT', 'TL', 'TUQ', 'Q'] as const;
const ACTIONS = ['edit', 'submit', 'approve', 'return', 'sign', 'issue', 'void', 'uploadSigned', 'send'] as const;

/** Words by field of the form, rows by list: judged by the form itself. */
const Typed = (): PropertyDecorator => (target, key) => {
  ApiPropertyOptional({
    description: 'Nội dung nhập theo mục của mẫu: chữ, hoặc danh sách các dòng',
    type: 'object',
    additionalProperties: true,
  })(target, key);
  IsOptional()(target, key);
  IsObject({ message: 'FIELD.INVALID|phải là một nhóm mục' })(target, key);
};

export class NewDocumentDto {
  @Text({ label: 'Mã mẫu', max: 60, example: 'ND124.03' }) form: string;
  @Uuid({ label: 'Việc soạn văn bản đang chờ', optional: true }) taskId?: string;
  @Choice({ label: 'Khổ giấy', values: SIZES, optional: true }) size?: 'A4' | 'A5';
  @Typed() typed?: TypedValues;
}
export class DocumentFieldsDto {
  @Choice({ label: 'Khổ giấy', values: SIZES, optional: true }) size?: 'A4' | 'A5';
  @Typed() typed?: TypedValues;
}
export class ReturnDocumentDto {
  @Text({ label: 'Ý kiến trả lại', max: 2000, multiline: true }) comment: string;
}
export class IssueDocumentDto {
  @Text({
    label: 'Số, ký hiệu lấy từ hệ thống văn bản',
    max: 60,
    optional: true,
    help: 'Bỏ trống thì lấy số kế tiếp của cơ quan',
  })
  number?: string;
}
export class VoidDocumentDto {
  @Text({ label: 'Lý do hủy', max: 2000, multiline: true }) reason: string;
}
export class SlipInputDto {
  @Uuid({ label: 'Phiếu đã có', optional: true }) id?: string;
  @Choice({ label: 'Nơi nhận', values: ADDRESSEE_KEYS, labels: ADDRESSEES }) addressee: string;
  @Text({ label: 'Tên người, cơ quan nhận', max: 300 }) recipient: string;
  @Text({ label: 'Địa chỉ', max: 500, optional: true }) address?: string;
  @Choice({ label: 'Cách gửi', values: Object.keys(SLIP_CHANNELS), labels: SLIP_CHANNELS }) channel: string;
  @Day({ label: 'Ngày gửi', optional: true }) sentOn?: string;
  @Day({ label: 'Ngày nhận', optional: true }) deliveredOn?: string;
  @Text({ label: 'Căn cứ đã nhận', max: 500, optional: true }) proof?: string;
}
export class PageCountDto {
  @Uuid({ label: 'Tài liệu' }) ref: string;
  @Whole({ label: 'Số tờ', min: 0, max: 5000 }) pages: number;
}
export class PageCountsDto {
  @Many({ label: 'Số tờ', of: () => PageCountDto, max: 1000, min: 1 }) items: PageCountDto[];
}
export class RegisterQuery {
  @Text({ label: 'Mã cơ quan', max: 40, optional: true }) agency?: string;
  @Whole({ label: 'Năm', min: 2020, max: 2100, optional: true, fromText: true }) year?: number;
}
export class TemplateListQuery {
  @Day({ label: 'Mẫu dùng vào ngày; để trống là hôm nay', optional: true }) on?: string;
}
export class TemplateQuery {
  @Day({ label: 'Phiên bản của mẫu', optional: true }) version?: string;
  @Choice({ label: 'Khổ giấy', values: SIZES, optional: true }) size?: 'A4' | 'A5';
}
export class TemplateUploadDto {
  @Text({ label: 'Mã mẫu', max: 60 }) form: string;
  @Day({ label: 'Phiên bản của mẫu', optional: true }) version?: string;
  @Day({ label: 'Áp dụng từ ngày' }) validFrom: string;
  @Out('Tệp Word (.docx) đã sửa', { type: String, format: 'binary' }) file: unknown;
}
export class SignedCopyDto {
  @Out('Bản PDF đã ký', { type: String, format: 'binary' }) file: unknown;
}

export class DocumentLineDto {
  @OutId('Mã văn bản') id: string;
  @OutText('Mã mẫu') form: string;
  @OutText('Tên văn bản') title: string;
  @OutChoice('Trạng thái', STATES) state: string;
  @OutText('Trạng thái, bằng lời') stateTitle: string;
  @OutInt('Số lần thay đổi, dùng cho If-Match') rev: number;
  @OutText('Số, ký hiệu', { nullable: true }) number: string | null;
  @OutDay('Ngày ban hành', { nullable: true }) issuedOn: string | null;
  @Out('Đã lưu bản ký', { type: Boolean }) hasSignedCopy: boolean;
  @Out('Việc người xem được làm lúc này', { type: String, enum: [...ACTIONS], isArray: true }) actions: string[];
}
export class WaitingDocumentDto extends DocumentLineDto {
  @OutId('Hồ sơ') caseFileId: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @OutText('Quy trình') procedure: string;
  @OutText('Quy trình, bằng lời') procedureTitle: string;
  @OutText('Người soạn') draftedByName: string;
  @OutDay('Chờ từ ngày') since: string;
  @OutChoice('Việc của tôi với văn bản này', ['sign', 'approve', 'issue', 'submit', 'edit']) next: string;
}
export class WaitingDocumentListDto {
  @OutMany('Văn bản chờ tôi duyệt, ký, cho số; văn bản tôi đang soạn', () => WaitingDocumentDto)
  items: WaitingDocumentDto[];
  @Out('true: còn nhiều hơn, danh sách chưa phải là tất cả', { type: Boolean }) more: boolean;
}
export class DocumentFieldDto {
  @OutText('Tên mục') name: string;
  @OutChoice('Cách nhập', ['text', 'longText', 'list']) kind: string;
  @Out('Có thể bỏ trống', { type: Boolean }) optional: boolean;
  @OutText('Chỉ dẫn', { nullable: true }) help: string | null;
  @OutTexts('Cột của danh sách') items: string[];
  @Out('Chữ, hoặc danh sách dòng; null khi chưa nhập', {
    oneOf: [
      { type: 'string' },
      { type: 'array', items: { type: 'object', additionalProperties: { type: 'string' } } },
      { type: 'null' },
    ],
  })
  value: unknown;
}
export class DocumentSigningDto {
  @OutText('Ai ký') by: string;
  @Out('Ký với tư cách', { type: String, enum: [...CAPACITIES], isArray: true }) capacities: string[];
  @OutChoice('Dấu', ['agency', 'team', 'none']) seal: string;
  @OutText('Căn cứ') basis: string;
}
export class DocumentSignerDto {
  @OutText('Người ký') fullName: string;
  @OutChoice('Tư cách', CAPACITIES) capacity: string;
}
export class DocumentContentDto {
  @OutChoice('Bản', ['docx', 'pdf', 'signed']) kind: string;
  @OutText('SHA-256 của tệp') sha256: string;
  @OutInt('Số byte') sizeBytes: number;
  @OutChoice('Tạo từ', ['template', 'document', 'standard', 'upload']) madeFrom: string;
  @Out('Chữ ký số tìm thấy trong tệp tải lên', { type: 'object', additionalProperties: true, nullable: true })
  signature: object | null;
}
export class SlipDto {
  @OutId('Mã phiếu') id: string;
  @OutChoice('Nơi nhận', ADDRESSEE_KEYS) addressee: string;
  @OutText('Nơi nhận, bằng lời') addresseeTitle: string;
  @OutText('Tên người, cơ quan nhận') recipient: string;
  @OutText('Địa chỉ') address: string;
  @OutText('Căn cứ đã nhận') proof: string;
  @OutChoice('Cách gửi', Object.keys(SLIP_CHANNELS)) channel: string;
  @OutDay('Ngày gửi', { nullable: true }) sentOn: string | null;
  @OutDay('Ngày nhận', { nullable: true }) deliveredOn: string | null;
}
export class AddresseeDto {
  @OutChoice('Nơi nhận', ADDRESSEE_KEYS) key: string;
  @OutText('Bằng lời') title: string;
}
export class DocumentDto extends DocumentLineDto {
  @OutId('Hồ sơ') caseFileId: string;
  @OutText('Căn cứ của mẫu') citation: string;
  @OutChoice('Ai được đọc', ['entitled', 'anyone']) audience: string;
  @OutChoice('Khổ giấy', SIZES) size: string;
  @OutTexts('Khổ in được') sizes: string[];
  @OutMany('Các mục phải nhập', () => DocumentFieldDto) fields: DocumentFieldDto[];
  @OutTexts('Mục còn thiếu') missing: string[];
  @OutOne('Thẩm quyền ký', () => DocumentSigningDto) signing: DocumentSigningDto;
  @OutOne('Người đã ký', () => DocumentSignerDto, { nullable: true }) signer: DocumentSignerDto | null;
  @OutText('Ý kiến trả lại, lý do hủy', { nullable: true }) comment: string | null;
  @OutMany('Các bản đã lưu', () => DocumentContentDto) contents: DocumentContentDto[];
  @OutMany('Phiếu gửi', () => SlipDto) slips: SlipDto[];
  @OutMany('Nơi nhận theo mẫu', () => AddresseeDto) addressees: AddresseeDto[];
}
export class RegisterLineDto {
  @OutId('Mã văn bản; null khi hồ sơ được bảo vệ', { nullable: true }) id: string | null;
  @OutId('Hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutText('Mã mẫu', { nullable: true }) form: string | null;
  @OutText('Tên văn bản') title: string;
  @OutText('Số, ký hiệu') numberLabel: string;
  @OutText('Loạt số: TB, QĐ …; trống là công văn') numberKind: string;
  @OutInt('Thứ tự trong loạt số; null khi số lấy từ hệ thống văn bản', { nullable: true }) numberSeq: number | null;
  @OutDay('Ngày ban hành', { nullable: true }) issuedOn: string | null;
  @OutChoice('Trạng thái', STATES) state: string;
  @OutText('Trạng thái, bằng lời') stateTitle: string;
  @OutText('Người ký', { nullable: true }) signedByName: string | null;
  @OutTexts('Nơi nhận theo mẫu') addressees: string[];
  @OutText('Lý do hủy số; null khi không hủy hoặc không được đọc', { nullable: true }) reason: string | null;
}
export class DocumentRegisterDto {
  @OutInt('Năm') year: number;
  @OutMany('Văn bản đi, theo ngày và số', () => RegisterLineDto) items: RegisterLineDto[];
}
export class IndexLineDto {
  @OutId('Tài liệu') ref: string;
  @OutText('Tên tài liệu') title: string;
  @OutText('Số, ký hiệu', { nullable: true }) number: string | null;
  @OutDay('Ngày', { nullable: true }) date: string | null;
  @OutInt('Số tờ') pages: number;
  @OutInt('Từ bút lục') from: number;
  @OutInt('Đến bút lục') to: number;
}
export class FileIndexDto {
  @OutMany('Mục lục hồ sơ', () => IndexLineDto) items: IndexLineDto[];
}
export class OwnTemplateDto {
  @OutId('Mã mẫu của cơ quan') id: string;
  @OutDay('Áp dụng từ ngày') validFrom: string;
  @OutText('SHA-256 của tệp') sha256: string;
  @OutText('Người tải lên', { nullable: true }) uploadedByName: string | null;
  @OutInt('Số byte') sizeBytes: number;
}
export class TemplateLineDto {
  @OutText('Mã mẫu') form: string;
  @OutText('Tên văn bản') title: string;
  @OutText('Mẫu số', { nullable: true }) formNumber: string | null;
  @OutText('Căn cứ') citation: string;
  @OutDay('Phiên bản từ ngày') validFrom: string;
  @OutDay('Đến ngày', { nullable: true }) validTo: string | null;
  @Out('false: căn cứ chưa đối chiếu văn bản', { type: Boolean }) confirmed: boolean;
  @Out('Là phiên bản dùng vào ngày đang xem', { type: Boolean }) inForce: boolean;
  @OutId('Mẫu cơ quan in vào ngày đang xem; null: mẫu chuẩn', { nullable: true }) usedId: string | null;
  @OutTexts('Khổ in được') sizes: string[];
  @OutMany('Mẫu cơ quan đã sửa', () => OwnTemplateDto) own: OwnTemplateDto[];
}
export class TemplateListDto {
  @OutMany('Mẫu văn bản', () => TemplateLineDto) items: TemplateLineDto[];
}
export class CreatedTemplateDto {
  @OutId('Mã mẫu của cơ quan') id: string;
}
