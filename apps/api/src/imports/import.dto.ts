import { Out, OutChoice, OutDay, OutId, OutInstant, OutInt, OutMany, OutOne, OutText, Text } from '../http/fields.js';
import { ResendReasonDto } from '../petitions/petition.dto.js';

export const IMPORT_STATES = ['reading', 'ready', 'importing', 'done', 'cancelled', 'failed', 'undone'] as const;

export class ImportUploadDto {
  @Out('Tệp sổ .xlsx, không quá 20 MB', { type: 'string', format: 'binary' }) file: unknown;
  @OutText('Mã cơ quan của sổ; mặc định là cơ quan của người đăng nhập', { required: false }) agency?: string;
}

export class ImportFaultDto {
  @OutInt('Số dòng trong bảng tính') row: number;
  @OutText('Trang tính, khi tệp có nhiều trang', { required: false }) sheet?: string;
  @OutChoice('Mức: lỗi thì không đăng ký được, cảnh báo thì vẫn đăng ký', ['error', 'warning']) severity: string;
  @OutText('Trường') field: string;
  @OutText('Mã lỗi') code: string;
  @OutText('Câu giải thích') message: string;
}

export class ImportDecodedDto {
  @OutInt('Số dòng') row: number;
  @OutText('Trang tính, khi tệp có nhiều trang', { required: false }) sheet?: string;
  @OutText('Bảng mã cũ', { example: 'TCVN3' }) encoding: string;
}

export class ImportResendDto {
  @OutInt('Số dòng') row: number;
  @OutInt('Gửi lại của dòng') ofRow: number;
  @Out('Điểm giống nhau', { type: Number }) score: number;
  @OutMany('Vì sao giống', () => ResendReasonDto) reasons: ResendReasonDto[];
}

export class ImportPreviewRowDto {
  @OutInt('Số dòng') row: number;
  @OutText('Trang tính, khi tệp có nhiều trang', { required: false }) sheet?: string;
  @OutDay('Ngày nhận', { nullable: true }) receivedOn: string | null;
  @OutText('Loại đơn', { nullable: true }) type: string | null;
  @Out('Được bảo mật: tên và nội dung không hiện', { type: Boolean }) sealed: boolean;
  @OutText('Họ và tên; null khi bảo mật', { nullable: true }) name: string | null;
  @OutText('Số giấy tờ; null khi bảo mật', { nullable: true }) personalId: string | null;
  @OutText('Lĩnh vực', { nullable: true }) field: string | null;
  @OutText('Nội dung; null khi bảo mật', { nullable: true }) content: string | null;
}

export class ImportPreviewDto {
  @OutId('Mã đợt nhập') batchId: string;
  @OutInt('Số dòng có dữ liệu') rows: number;
  @OutInt('Số dòng sẵn sàng đăng ký') ready: number;
  @OutMany('Dòng cần xem lại', () => ImportFaultDto) attention: ImportFaultDto[];
  @OutMany('Dòng giải từ bảng mã cũ', () => ImportDecodedDto) decoded: ImportDecodedDto[];
  @OutMany('Cặp có thể là gửi lại', () => ImportResendDto) resends: ImportResendDto[];
  @OutMany('Các dòng đọc được', () => ImportPreviewRowDto) petitions: ImportPreviewRowDto[];
}

export class ImportBatchDto {
  @OutId('Mã đợt nhập') batchId: string;
  @OutChoice('Tình trạng', IMPORT_STATES) state: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutInt('Tổng số dòng') totalRows: number;
  @OutInt('Số dòng đã xong') doneRows: number;
  @OutInt('Số dòng đã đăng ký') registered: number;
  @OutInt('Số dòng cần xem lại') attention: number;
  @OutInstant('Lúc tạo') createdAt: string;
  @OutText('Người tạo') createdBy: string;
  @OutInstant('Lúc hoàn tác', { nullable: true }) undoneAt: string | null;
  @OutText('Lý do hoàn tác', { nullable: true }) undoReason: string | null;
}

export class ImportProgressDto extends ImportBatchDto {
  @OutMany('Dòng cần xem lại', () => ImportFaultDto) faults: ImportFaultDto[];
  @OutOne('Bản xem trước; chỉ còn khi chưa đăng ký', () => ImportPreviewDto, { nullable: true })
  preview: ImportPreviewDto | null;
}

export class ImportListDto {
  @OutMany('Các đợt nhập, mới trước', () => ImportBatchDto) items: ImportBatchDto[];
}

export class UndoImportDto {
  @Text({ label: 'Lý do hoàn tác', min: 5, max: 1000, multiline: true }) reason: string;
}
