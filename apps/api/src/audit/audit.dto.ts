import {
  Out,
  OutChoice,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  OutTexts,
  Whole,
} from '../http/fields.js';

export class TreeHeadDto {
  @OutInt('Số sự kiện đã niêm phong') treeSize: number;
  @OutText('Gốc cây RFC 6962 (hex)') rootHash: string;
  @OutInstant('Lúc ký') signedAt: string;
  @OutText('Khóa ký') keyId: string;
  @OutText('Chữ ký Ed25519 (base64)') signature: string;
  @OutText('Khóa công khai (PEM) của khóa đã ký', { nullable: true }) publicKey: string | null;
  @OutInt('Số sự kiện chưa niêm phong') unsealed: number;
}

export class InclusionProofDto {
  @OutId('Mã sự kiện') eventId: string;
  @OutText('Mã băm sự kiện (hex)') eventHash: string;
  @OutInt('Số thứ tự lá') leafNo: number;
  @OutInt('Cỡ cây') treeSize: number;
  @OutText('Gốc cây (hex)') rootHash: string;
  @OutTexts('Đường chứng minh (hex)') path: string[];
  @Out('Gốc cây đã ký', { type: () => TreeHeadDto }) head: TreeHeadDto;
  @Out('Tệp chứng minh cho bộ kiểm ngoại tuyến', { type: 'object', additionalProperties: true }) file: Record<
    string,
    unknown
  >;
}

export class ConsistencyQuery {
  @Whole({ label: 'Số sự kiện của gốc cây cũ', min: 1, max: Number.MAX_SAFE_INTEGER, fromText: true }) from: number;
}
export class NoticeQuery {
  @Whole({
    ...{ label: 'Số sự kiện của gốc cây; bỏ trống là gốc cây gần nhất', optional: true, fromText: true },
    ...{ min: 1, max: Number.MAX_SAFE_INTEGER },
  })
  treeSize?: number;
}
export class ConsistencyProofDto {
  @OutInt('Cỡ cây cũ') fromSize: number;
  @OutInt('Cỡ cây nay') treeSize: number;
  @OutText('Gốc cây cũ (hex); null khi chưa từng ký cây cỡ ấy', { nullable: true }) fromRootHash: string | null;
  @OutText('Gốc cây nay (hex)') rootHash: string;
  @OutTexts('Đường chứng minh (hex), RFC 6962 mục 2.1.2') path: string[];
  @Out('Tệp chứng minh cho bộ kiểm ngoại tuyến', { type: 'object', additionalProperties: true }) file: Record<
    string,
    unknown
  >;
}

export class AuditKeyDto {
  @OutText('Mã khóa') keyId: string;
  @OutText('Khóa công khai (PEM)') publicKey: string;
  @OutText('Khóa trước đó', { nullable: true }) previousKeyId: string | null;
  @OutInt('Số sự kiện lúc nhận khóa') treeSize: number;
  @OutInstant('Dùng từ lúc') since: string;
  @OutChoice('Vì sao đổi', ['first', 'rotated', 'lost']) reason: string;
}

export class AuditFaultDto {
  @OutText('Mã') code: string;
  @OutText('Câu giải thích') message: string;
  @OutId('Mã hồ sơ', { nullable: true }) caseFileId: string | null;
  @OutInt('Thứ tự sự kiện', { nullable: true }) seq: number | null;
}

export class AuditVerifyDto {
  @Out('Nhật ký nguyên vẹn', { type: Boolean }) ok: boolean;
  @OutInt('Số hồ sơ đã kiểm') cases: number;
  @OutInt('Số sự kiện đã kiểm') events: number;
  @OutInt('Số sự kiện chưa niêm phong') unsealed: number;
  @OutMany('Sai lệch', () => AuditFaultDto) faults: AuditFaultDto[];
}

export class SignedHeadDto {
  @OutInt('Số sự kiện đã niêm phong') treeSize: number;
  @OutText('Gốc cây RFC 6962 (hex)') rootHash: string;
  @OutInstant('Lúc ký') signedAt: string;
  @OutText('Khóa ký') keyId: string;
}
export class LastCheckDto {
  @OutInstant('Lúc kiểm xong') finishedAt: string;
  @OutText('Người kiểm') checkedBy: string;
  @OutInt('Số hồ sơ đã kiểm') cases: number;
  @OutInt('Số sự kiện đã kiểm') events: number;
  @Out('Nguyên vẹn', { type: Boolean }) ok: boolean;
}
export class LedgerStandingDto {
  @OutMany('Các gốc cây đã ký, mới nhất trước', () => SignedHeadDto) heads: SignedHeadDto[];
  @OutMany('Các khóa ký, mới nhất trước', () => AuditKeyDto) keys: AuditKeyDto[];
  @OutOne('Lần kiểm gần nhất; null khi chưa có', () => LastCheckDto, { nullable: true }) lastCheck: LastCheckDto | null;
  @OutInt('Số sự kiện chưa niêm phong') unsealed: number;
}
export class AuditCheckDto {
  @OutId('Mã lần kiểm') id: string;
  @OutChoice('Trạng thái', ['running', 'done', 'cancelled', 'lost']) state: string;
  @OutInt('Số hồ sơ phải kiểm') total: number;
  @OutInt('Số hồ sơ đã kiểm') done: number;
  @OutInstant('Bắt đầu lúc') startedAt: string;
  @OutInstant('Xong lúc', { nullable: true }) finishedAt: string | null;
  @OutOne('Kết quả; null khi chưa xong', () => AuditVerifyDto, { nullable: true }) result: AuditVerifyDto | null;
}
