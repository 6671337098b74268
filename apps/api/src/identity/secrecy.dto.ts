import {
  CONFLICT_KINDS,
  type ConflictKind,
  READING_PURPOSES,
  type ReadingPurpose,
  SECRECY_KINDS,
  type SecrecyKind,
} from '#libs/identity';
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
  OutText,
  Text,
  Uuid,
  Whole,
} from '../http/fields.js';

/** A state secret is noted when the petition is registered: by then nothing of it has been typed. */
const NOTED = [
  'identitySelfDisclosed',
  'workingCopiesOnly',
  'separateMeeting',
] as const satisfies readonly SecrecyKind[];
const CONFLICTS = Object.keys(CONFLICT_KINDS);

export class NoteSecrecyDto {
  @Choice({ label: 'Việc ghi nhận', values: NOTED, labels: SECRECY_KINDS }) kind: (typeof NOTED)[number];
  @Uuid({ label: 'Người đứng đơn đã tự tiết lộ', optional: true }) petitionerId?: string;
  @Day({ label: 'Ngày tự tiết lộ, ngày quyết định, ngày làm việc riêng' }) onDay: string;
  @Text({
    label: 'Ghi ở văn bản nào, số, ngày; của buổi làm việc riêng là giờ, nơi',
    min: 5,
    max: 500,
    multiline: true,
  })
  where: string;
}
export class DeclareConflictDto {
  @Whole({ label: 'Tài khoản của người có xung đột lợi ích', min: 1, max: 2_147_483_647 }) userId: number;
  @Choice({ label: 'Tư cách', values: CONFLICTS, labels: CONFLICT_KINDS }) kind: ConflictKind;
}

export class SecrecyFactDto {
  @OutId('Mã ghi nhận') id: string;
  @OutChoice('Việc ghi nhận', Object.keys(SECRECY_KINDS)) kind: string;
  @OutText('Bằng lời, có điều luật') title: string;
  @OutId('Người đứng đơn', { nullable: true }) petitionerId: string | null;
  @OutDay('Ngày') onDay: string;
  @OutText('Ghi ở văn bản nào, hoặc giờ, nơi làm việc; rỗng với người làm việc với bản lược bỏ') where: string;
  @OutText('Người ghi nhận') recordedBy: string;
  @OutInstant('Ghi nhận lúc') recordedAt: string;
  @OutInstant('Thôi ghi nhận lúc', { nullable: true }) endedAt: string | null;
}
export class ConflictDto {
  @OutId('Mã ghi nhận') id: string;
  @OutInt('Tài khoản') userId: number;
  @OutText('Họ tên người có xung đột lợi ích') fullName: string;
  @OutChoice('Tư cách', CONFLICTS) kind: string;
  @OutText('Bằng lời') title: string;
  @OutText('Người ghi nhận') declaredBy: string;
  @OutInstant('Ghi nhận lúc') declaredAt: string;
  @OutInstant('Thôi ghi nhận lúc', { nullable: true }) endedAt: string | null;
}
export class SecretPetitionerDto {
  @OutId('Mã người đứng đơn') id: string;
  @OutInt('Thứ tự') ordinal: number;
  @Out('Đã tự tiết lộ danh tính (LTC Đ.47 k2); không bao giờ là mặc định', { type: Boolean })
  identitySelfDisclosed: boolean;
  @OutDay('Ngày tự tiết lộ', { nullable: true }) identitySelfDisclosedOn: string | null;
}
export class SecrecyDto {
  @Out('Đơn thuộc diện bảo mật', { type: Boolean }) protectedPetition: boolean;
  @Out('Người hỏi làm việc với bản đã lược bỏ', { type: Boolean }) fromCopies: boolean;
  @Out('Người xác minh làm việc với bản đã lược bỏ', { type: Boolean }) workingCopiesOnly: boolean;
  @Out('Nội dung thuộc bí mật nhà nước: chỉ ghi nơi lưu', { type: Boolean }) stateSecret: boolean;
  @OutMany('Người đứng đơn, không có thông tin cá nhân', () => SecretPetitionerDto) petitioners: SecretPetitionerDto[];
  @OutMany('Các ghi nhận, cũ trước', () => SecrecyFactDto) facts: SecrecyFactDto[];
  @OutMany('Người không được xem, xử lý hồ sơ', () => ConflictDto) conflicts: ConflictDto[];
}
export class DeclaredConflictDto {
  @Out('Bạn vừa tự ghi nhận xung đột lợi ích và không còn xem được hồ sơ', { type: Boolean }) outOfSight: boolean;
}

export class OpenOriginalDto {
  @Choice({ label: 'Mục đích', values: Object.keys(READING_PURPOSES), labels: READING_PURPOSES })
  purpose: ReadingPurpose;
}
export class OriginalPageDto {
  @OutInt('Trang, từ 1') page: number;
  @OutInt('Chiều rộng (điểm ảnh)') width: number;
  @OutInt('Chiều cao (điểm ảnh)') height: number;
  @OutText('Ảnh JPEG, base64') jpeg: string;
}
export class OriginalPagesDto {
  @OutText('Tên tệp gốc') fileName: string;
  @OutMany('Các trang', () => OriginalPageDto) pages: OriginalPageDto[];
}

const PARTS = 10_000;
const part = (label: string, min = 0): PropertyDecorator =>
  Whole({ label: `${label}, phần vạn của trang`, min, max: PARTS });
export class BoxDto {
  @part('Mép trái') x: number;
  @part('Mép trên') y: number;
  @part('Chiều rộng', 1) width: number;
  @part('Chiều cao', 1) height: number;
}
export class PageBoxesDto {
  @Whole({ label: 'Trang, từ 1', min: 1, max: 1000 }) page: number;
  @Many({ label: 'Các ô che', of: () => BoxDto, max: 200 }) boxes: BoxDto[];
}
export class MakeWorkingCopyDto {
  @Many({ label: 'Các trang có ô che', of: () => PageBoxesDto, max: 200 }) pages: PageBoxesDto[];
  @Flag({
    label: 'Đã xem hết các trang, không có gì phải che',
    help: 'Cần khi không vẽ ô che nào; siêu dữ liệu của tệp vẫn bị bỏ',
    optional: true,
  })
  nothingToHide?: boolean;
}
