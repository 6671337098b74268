import type { Dto } from '../api/types.js';

export type Purpose = Dto<'ReadIdentity'>['purpose'];

/** Why somebody needs to know who the denouncer is; the words of the API. */
export const PURPOSES: readonly { readonly value: Purpose; readonly label: string }[] = [
  { value: 'verification', label: 'Làm việc với người tố cáo khi xác minh' },
  { value: 'delivery', label: 'Gửi văn bản cho người tố cáo' },
  { value: 'protection', label: 'Bảo vệ người tố cáo' },
  { value: 'inspection', label: 'Thanh tra, kiểm tra trách nhiệm giải quyết' },
  { value: 'investigation', label: 'Cung cấp cho cơ quan điều tra theo yêu cầu' },
];

export const purposeWords = (purpose: string): string => PURPOSES.find(({ value }) => value === purpose)?.label ?? '';
