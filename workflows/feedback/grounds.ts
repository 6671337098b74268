import { option } from '#libs/procedure';

/** What a visitor is told within ten working days: one of four (LTCD Đ.28 k1). */
export const REPLY_CONTENTS = [
  option('ACCEPTED', 'Đã được thụ lý để giải quyết', 'LTCD Đ.28 k1a'),
  option('MORE_TIME', 'Cần kéo dài thời gian để xác minh thêm', 'LTCD Đ.28 k1b'),
  option('REFUSED', 'Từ chối thụ lý, có lý do', 'LTCD Đ.28 k1c'),
  option('TRANSFERRED', 'Đã chuyển đến cơ quan có thẩm quyền', 'LTCD Đ.28 k1d'),
];

export const SUBJECTS = [
  option('attitude', 'Thái độ phục vụ của cán bộ, công chức'),
  option('service', 'Thủ tục, dịch vụ công'),
  option('other', 'Nội dung khác'),
];

export const ATTITUDE_OUTCOMES = [
  option('APOLOGISED', 'Phản ánh đúng, đã xin lỗi, chấn chỉnh'),
  option('DISCIPLINE', 'Phản ánh đúng, chuyển xem xét trách nhiệm', 'NĐ154 Đ.41'),
  option('PARTLY', 'Phản ánh đúng một phần'),
  option('UNFOUNDED', 'Không có cơ sở'),
];

/** How a reported regulation is dealt with (NĐ20/2008 Đ.15). */
export const REGULATION_HANDLING = [
  option('AMEND', 'Sửa đổi, bổ sung quy định', 'NĐ20/2008 Đ.15'),
  option('REPLACE', 'Thay thế quy định', 'NĐ20/2008 Đ.15'),
  option('ABOLISH', 'Bãi bỏ, hủy bỏ quy định', 'NĐ20/2008 Đ.15'),
  option('KEEP', 'Giữ nguyên, có giải thích', 'NĐ20/2008 Đ.15'),
];

export const MEDIATION_RESULTS = [
  option('AGREED', 'Hòa giải thành'),
  option('NOT_AGREED', 'Hòa giải không thành'),
  option('ABSENT', 'Một bên vắng mặt, hẹn lại'),
];

export const DISPUTE_SUBJECTS = [
  option('land', 'Tranh chấp đất đai', 'Luật Đất đai 2024 (chưa đối chiếu)'),
  option('other', 'Tranh chấp khác'),
];
