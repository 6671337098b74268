import { ADMINISTRATIVE_ACTS, type AdministrativeActType } from '#libs/persistence';
import { Choice, OutChoice, OutId, OutInstant, OutInt, OutMany, OutText, Text, Whole } from '../http/fields.js';
import { PageQuery } from '../http/page.dto.js';

const TYPES = Object.keys(ADMINISTRATIVE_ACTS);

export class JournalQuery extends PageQuery {
  @Text({ label: 'Mã cơ quan', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Loại việc', values: TYPES, labels: ADMINISTRATIVE_ACTS, optional: true })
  type?: AdministrativeActType;
  @Whole({ label: 'Tài khoản', min: 1, max: 2_147_483_647, optional: true, fromText: true }) user?: number;
}
export class JournalEntryDto {
  @OutId('Mã sự kiện trong nhật ký') id: string;
  @OutChoice('Loại việc', TYPES) type: string;
  @OutText('Loại việc, bằng lời') title: string;
  @OutText('Việc đã làm, bằng lời') sentence: string;
  @OutText('Lý do, văn bản', { nullable: true }) reason: string | null;
  @OutInstant('Ghi lúc') recordedAt: string;
  @OutText('Người làm', { nullable: true }) actorName: string | null;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutInt('Tài khoản có liên quan', { nullable: true }) userId: number | null;
}
export class JournalTypeDto {
  @OutChoice('Loại việc', TYPES) type: string;
  @OutText('Bằng lời') title: string;
}
export class JournalPageDto {
  @OutMany('Các loại việc có thể lọc', () => JournalTypeDto) types: JournalTypeDto[];
  @OutMany('Việc quản trị, mới nhất trước', () => JournalEntryDto) items: JournalEntryDto[];
  @OutText('Vị trí trang tiếp theo', { nullable: true }) nextCursor: string | null;
}
