import type { Dto } from '../../api/types.js';
import { label, ROLE } from '../../ui/labels.js';

export type Policy = Dto<'OfficePolicy'>;
export type AgencyPolicy = Dto<'AgencyPolicy'>;

export const SOURCE: Record<string, string> = {
  own: 'Quy định riêng',
  province: 'Theo quy định của tỉnh',
  builtIn: 'Giá trị có sẵn',
};
export const MAKEUP: Record<string, string> = {
  ignore: 'Không tính là ngày làm việc',
  count: 'Tính là ngày làm việc',
};
export const RUNG_ROLES = ['caseOfficer', 'unitHead', 'chairman', 'provinceChairman'] as const;
export const toldWords = (tell: readonly string[]): string => tell.map((role) => label(ROLE, role)).join(', ');
export const pathOf = (code: string): string => `/nac-bao-cao/chi-tiet?ma=${encodeURIComponent(code)}`;

export const remindersWords = ({ firstReminder, lastReminder }: Policy): string =>
  `trước hạn ${firstReminder} và ${lastReminder} ngày làm việc`;
export const hoursWords = ({ workStart, workEnd }: Policy): string => `${workStart} đến ${workEnd}`;
