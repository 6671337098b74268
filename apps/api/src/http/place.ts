/** An agency with all below it, or the agency alone. */
export const REACHES = ['own', 'below'] as const;
export const REACH_LABELS = { own: 'riêng cơ quan này', below: 'cả cơ quan cấp dưới' } as const;

/** Whose: the reader's own, nobody's yet, or an account's by its number. */
export const HAND = {
  max: 10,
  pattern: /^(me|nobody|[1-9]\d{0,8})$/,
  patternSays: 'phải là `me` (tôi), `nobody` (chưa giao) hoặc mã người dùng',
} as const;
