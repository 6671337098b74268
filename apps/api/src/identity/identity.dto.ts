import { READING_PURPOSES, type ReadingPurpose } from '#libs/identity';
import {
  Choice,
  Day,
  Out,
  OutChoice,
  OutDay,
  OutId,
  OutInstant,
  OutInt,
  OutMany,
  OutOne,
  OutText,
  Text,
  Whole,
} from '../http/fields.js';

const PURPOSES = Object.keys(READING_PURPOSES);

export class ReadIdentityDto {
  @Choice({ label: 'Mục đích', values: PURPOSES, labels: READING_PURPOSES }) purpose: ReadingPurpose;
}
export class IdentityDto {
  @OutInt('Thứ tự trong đơn') ordinal: number;
  @OutText('Tư cách') role: string;
  @OutText('Họ tên', { nullable: true }) fullName: string | null;
  @OutText('Số giấy tờ tùy thân', { nullable: true }) personalId: string | null;
  @OutText('Điện thoại', { nullable: true }) phone: string | null;
  @OutText('Địa chỉ', { nullable: true }) address: string | null;
}
export class ReadingQuery {
  @Choice({
    label: 'Đọc gì: người gửi đơn (mặc định) hay nội dung đơn',
    values: ['people', 'text'],
    labels: { people: 'người gửi đơn', text: 'nội dung đơn' },
    optional: true,
  })
  what?: 'people' | 'text';
}
export class PetitionTextDto {
  @OutText('Nội dung đơn', { nullable: true }) content: string | null;
  @OutText('Người bị tố cáo, được nói đến', { nullable: true }) respondent: string | null;
  @OutText('Quyết định, hành vi được nêu', { nullable: true }) challengedDecision: string | null;
  @OutText('Ghi chú khi tiếp nhận', { nullable: true }) note: string | null;
}
export class IdentityListDto {
  @OutOne('Nội dung đơn, khi hỏi what=text; lúc ấy không có người', () => PetitionTextDto, { nullable: true })
  text: PetitionTextDto | null;
  @OutMany('Thông tin người tố cáo (bảo mật); lần đọc này đã được ghi nhật ký', () => IdentityDto) items: IdentityDto[];
}

export class ReleaseRequestDto {
  @Text({ label: 'Mã cơ quan tiếp nhận', max: 35, min: 2 }) agency: string;
  @Text({ label: 'Số tiếp nhận', max: 30, min: 1, example: '12/2026' }) registerNumber: string;
  @Choice({ label: 'Mục đích', values: PURPOSES, labels: READING_PURPOSES }) purpose: ReadingPurpose;
  @Text({ label: 'Lý do, văn bản căn cứ', max: 2000, min: 10, multiline: true }) reason: string;
  @Whole({ label: 'Thời hạn đọc (giờ), tối đa 72 theo quy định nội bộ', min: 1, max: 72 }) hours: number;
}
export class ReleaseDto {
  @OutId('Mã đề nghị') id: string;
  @OutText('Cơ quan tiếp nhận') agencyName: string;
  @OutText('Số tiếp nhận') registerLabel: string;
  @Out('Có đơn bảo mật mang số này (chỉ người quản lý thông tin và thanh tra thấy)', { type: Boolean }) found: boolean;
  @OutText('Người đề nghị') requestedByName: string;
  @OutInstant('Đề nghị lúc') requestedAt: string;
  @OutChoice('Mục đích', PURPOSES) purpose: string;
  @OutText('Lý do') reason: string;
  @OutInt('Thời hạn đọc (giờ)') hours: number;
  @OutChoice('Tình trạng', ['pending', 'approved', 'refused']) state: string;
  @OutText('Người quyết định', { nullable: true }) decidedByName: string | null;
  @OutInstant('Quyết định lúc', { nullable: true }) decidedAt: string | null;
  @OutInstant('Được đọc đến', { nullable: true }) expiresAt: string | null;
  @OutInt('Số lần đã đọc') readings: number;
}
export class ReleaseListDto {
  @OutMany('Đề nghị khai thác thông tin người tố cáo, mới nhất trước', () => ReleaseDto) items: ReleaseDto[];
}

export class NationalPackageQuery {
  @Day({ label: 'Nhận từ ngày' }) from: string;
  @Day({ label: 'Nhận đến ngày' }) to: string;
}
export class NationalCaseDto {
  @OutId('Mã hồ sơ') id: string;
  @OutText('Mã cơ quan') agency: string;
  @OutText('Quy trình') procedure: string;
  @OutText('Giai đoạn') stage: string;
  @OutDay('Ngày nhận') receivedOn: string;
  @OutDay('Ngày kết thúc', { nullable: true }) closedOn: string | null;
  @OutText('Kết quả', { nullable: true }) outcome: string | null;
  @Out('Danh tính được bảo vệ: không gửi đi', { type: Boolean }) identityProtected: boolean;
  @OutInt('Số người đứng đơn') petitioners: number;
}
export class NationalPackageDto {
  @OutText('Điều gói này chưa làm được') note: string;
  @OutMany('Tiến độ từng hồ sơ; không có thông tin cá nhân', () => NationalCaseDto) items: NationalCaseDto[];
}
