import { AppError } from '#libs/shared';

const TITLES = {
  'STATUTE.RULE_UNKNOWN': 'Không có quy định thời hạn này',
  'STATUTE.NOT_IN_FORCE': 'Quy định không có hiệu lực vào ngày tính',
  'STATUTE.VARIANT_UNKNOWN': 'Thời hạn này không có mức áp dụng như yêu cầu',
  'STATUTE.EXTENSION_NOT_ALLOWED': 'Không được gia hạn',
  'STATUTE.PAUSE_UNKNOWN_TO_LAW': 'Pháp luật không có quy định tạm đình chỉ cho thời hạn này',
  'STATUTE.PAUSE_INVALID': 'Khoảng tạm đình chỉ không hợp lệ',
} as const;

export type StatuteCode = keyof typeof TITLES;

/** A question the law answers with no: stable code, Vietnamese reason. */
export const refusal = (code: StatuteCode, detail: string): AppError =>
  new AppError({ code, status: code === 'STATUTE.RULE_UNKNOWN' ? 404 : 422, title: TITLES[code], detail });
