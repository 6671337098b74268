import { RATE_IDS, TARGET_KINDS, type RateId, type TargetKind } from '#libs/reporting';
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
  OutText,
  Text,
  Whole,
} from '../http/fields.js';

const KINDS = Object.keys(TARGET_KINDS) as TargetKind[];

export class NewTargetDto {
  @Text({ label: 'Mã cơ quan; để trống là cơ quan của mình', max: 35, optional: true }) agency?: string;
  @Choice({ label: 'Tỷ lệ', values: RATE_IDS }) rate: RateId;
  @Whole({ label: 'Mục tiêu, phần nghìn', min: 1, max: 1000 }) perMille: number;
  @Choice({ label: 'Loại mục tiêu', values: KINDS, labels: TARGET_KINDS }) kind: TargetKind;
  @Text({ label: 'Văn bản giao, đặt mục tiêu', max: 300, min: 5 }) source: string;
  @Day({ label: 'Áp dụng từ ngày' }) from: string;
}
export class WithdrawTargetDto {
  @Text({ label: 'Lý do bỏ', max: 500, min: 5 }) reason: string;
}

export class TargetDto {
  @OutId('Mã mục tiêu') id: string;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutChoice('Tỷ lệ', RATE_IDS) rate: string;
  @OutText('Tên tỷ lệ') rateTitle: string;
  @OutInt('Mục tiêu, phần nghìn') perMille: number;
  @OutText('Mục tiêu, bằng chữ') text: string;
  @OutChoice('Loại mục tiêu', KINDS) kind: string;
  @OutText('Loại mục tiêu, bằng lời') kindTitle: string;
  @OutText('Văn bản giao, đặt mục tiêu') source: string;
  @OutDay('Áp dụng từ ngày') from: string;
  @OutText('Người đặt') setByName: string;
  @OutInstant('Ghi lúc') setAt: string;
  @OutInstant('Bỏ lúc', { nullable: true }) withdrawnAt: string | null;
  @OutText('Lý do bỏ', { nullable: true }) withdrawReason: string | null;
  @Out('Người xem được bỏ mục tiêu này', { type: Boolean }) mine: boolean;
}
export class TargetsDto {
  @OutMany('Các mục tiêu, mới ghi trước', () => TargetDto) items: TargetDto[];
}
