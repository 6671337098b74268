/** What another file of the same petition is to this one. */
export const RELATION: Readonly<Record<string, string>> = {
  parent: 'Mở từ',
  child: 'Đã mở',
  sibling: 'Cùng đơn',
};
/** What another petition is to this one. */
export const PETITION_LINK: Readonly<Record<string, string>> = {
  resend: 'Gửi lại',
  duplicate: 'Trùng',
  split: 'Tách ra',
  'not-resend': 'Đã xem, không phải gửi lại',
};
