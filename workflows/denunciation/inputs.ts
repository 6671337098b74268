import { input, option } from '#libs/procedure';

export const conclusion = input.choice('conclusion', 'Kết luận nội dung tố cáo', [
  option('right', 'Tố cáo đúng', 'LTC Đ.35 k2c'),
  option('partlyRight', 'Tố cáo đúng một phần', 'LTC Đ.35 k2c'),
  option('wrong', 'Tố cáo sai sự thật', 'LTC Đ.35 k2c'),
]);
export const withdrawal = [
  input.choice('form', 'Hình thức rút', [
    option('application', 'Đơn rút tố cáo (Mẫu số 02)', 'NĐ31 Đ.4 k1'),
    option('record', 'Biên bản ghi nhận ý kiến rút tố cáo (Mẫu số 03)', 'NĐ31 Đ.4 k2'),
  ]),
  input.choice(
    'recordedBy',
    'Người lập biên bản',
    [
      option('receiver', 'Người tiếp nhận'),
      option('resolver', 'Người giải quyết tố cáo (từ 01/07/2026)', 'NĐ31 Đ.4 k2 (NĐ156)'),
      option('verifier', 'Người kiểm tra thông tin, người xác minh (từ 01/07/2026)', 'NĐ31 Đ.4 k2 (NĐ156)'),
    ],
    { optional: true },
  ),
  input.boolean('signed', 'Có chữ ký hoặc điểm chỉ của người rút'),
] as const;
export const identityRemoved = input.boolean(
  'identityRemoved',
  'Văn bản gửi người bị tố cáo, nơi nhận không có thông tin người tố cáo',
);
export const noConflict = input.boolean(
  'noConflict',
  'Không ai trong Đoàn/Tổ là người thân thích hoặc có lợi ích liên quan trực tiếp với người bị tố cáo',
  { optional: true },
);
export const leader = input.user('leaderId', 'Tổ trưởng (hoặc người phụ trách ở nơi được giao xác minh)', {
  optional: true,
});
export const members = input.users('memberIds', 'Thành viên', { optional: true });
