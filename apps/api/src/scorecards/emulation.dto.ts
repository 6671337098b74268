import { EMULATION_ACTS, type EmulationAct, EMULATION_LEVELS, type EmulationLevel } from '#libs/reporting';
import { Choice, Out, OutChoice, OutId, OutInstant, OutInt, OutMany, OutText, Text, Whole } from '../http/fields.js';

const LEVELS = Object.keys(EMULATION_LEVELS) as EmulationLevel[];
const ACTS = Object.keys(EMULATION_ACTS) as EmulationAct[];

export class EmulationQuery {
  @Text({ label: 'Mã cơ quan, gồm cả cấp dưới', max: 35, optional: true }) agency?: string;
  @Whole({ label: 'Năm', min: 2000, max: 2100, optional: true, fromText: true }) year?: number;
}
export class EmulationModelDto {
  @Whole({ label: 'Năm', min: 2000, max: 2100 }) year: number;
  @Text({ label: 'Tên mô hình', max: 300, min: 5 }) name: string;
  @Text({ label: 'Lĩnh vực', max: 100 }) field: string;
  @Text({ label: 'Nội dung, cách làm, kết quả', max: 4000, min: 10, multiline: true }) summary: string;
  @Choice({ label: 'Mức công nhận', values: LEVELS, labels: EMULATION_LEVELS }) level: EmulationLevel;
  @Text({ label: 'Văn bản công nhận', max: 300, optional: true }) decision?: string;
}
export class NewEmulationDto extends EmulationModelDto {
  @Text({ label: 'Mã cơ quan; để trống là cơ quan của mình', max: 35, optional: true }) agency?: string;
}
export class CorrectEmulationDto extends EmulationModelDto {
  @Whole({ label: 'Đang sửa trên lần ghi thứ', min: 1, max: 10_000 }) rev: number;
  @Text({ label: 'Lý do sửa', max: 500, min: 5 }) reason: string;
}
export class VoidEmulationDto {
  @Whole({ label: 'Đang hủy trên lần ghi thứ', min: 1, max: 10_000 }) rev: number;
  @Text({ label: 'Lý do hủy', max: 500, min: 5 }) reason: string;
}

export class EmulationEntryDto {
  @OutId('Mã mô hình') id: string;
  @OutInt('Lần ghi thứ') rev: number;
  @OutText('Mã cơ quan') agencyCode: string;
  @OutText('Cơ quan') agencyName: string;
  @OutChoice('Việc ghi', ACTS) act: string;
  @OutText('Việc ghi, bằng lời') actTitle: string;
  @OutInt('Năm') year: number;
  @OutText('Tên mô hình') name: string;
  @OutText('Lĩnh vực') field: string;
  @OutText('Nội dung, cách làm, kết quả') summary: string;
  @OutChoice('Mức công nhận', LEVELS) level: string;
  @OutText('Mức công nhận, bằng lời') levelTitle: string;
  @OutText('Văn bản công nhận', { nullable: true }) decision: string | null;
  @OutText('Lý do sửa, hủy', { nullable: true }) reason: string | null;
  @OutText('Người ghi') enteredByName: string;
  @OutInstant('Ghi lúc') enteredAt: string;
  @Out('Người xem được sửa, hủy', { type: Boolean }) mine: boolean;
}
export class EmulationListDto {
  @OutInt('Năm đang xem; null là mọi năm', { nullable: true }) year: number | null;
  @OutMany('Các mô hình', () => EmulationEntryDto) items: EmulationEntryDto[];
}
