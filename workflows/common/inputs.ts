import { input, option } from '#libs/procedure';

/** Number of the signed paper. */
export const documentNumber = (label = 'Số văn bản') => input.text('documentNumber', label);
/** Who signed, for an act keyed by an officer from the signed paper. */
export const signedBy = input.choice(
  'signedBy',
  'Người ký (bắt buộc khi nhập hộ)',
  [option('chairman', 'Chủ tịch'), option('deputyChairman', 'Phó Chủ tịch ký thay (KT.)')],
  {
    optional: true,
    help: 'Người giải quyết tự nhập thì để trống; công chức nhập từ văn bản đã ký thì phải ghi.',
  },
);
export const note = input.longText('note', 'Ghi chú', { optional: true });
export const assignee = input.user('assigneeId', 'Công chức được giao');
