import { option } from '#libs/procedure';

type Options = readonly { readonly value: string; readonly label: string; readonly citation?: string }[];

/** Conditions of LTC Đ.29 k1 that may be missing; want of competence is not among them, it ends in a transfer. */
export const REFUSAL_GROUNDS: Options = [
  option('FORM', 'Tố cáo không thực hiện theo quy định tại Điều 23', 'LTC Đ.29 k1a'),
  option('CAPACITY', 'Người tố cáo không đủ năng lực hành vi dân sự mà không có người đại diện', 'LTC Đ.29 k1b'),
  option('NO_BASIS', 'Không có cơ sở xác định người vi phạm, hành vi vi phạm pháp luật', 'LTC Đ.29 k1d'),
  option(
    'FROM_COMPLAINT',
    'Xuất phát từ khiếu nại đã giải quyết đúng pháp luật, không có tài liệu về vi phạm của người giải quyết khiếu nại',
    'LTC Đ.29 k1',
  ),
  option('NOT_IDENTIFIED', 'Qua kiểm tra, xác minh không xác định được người tố cáo', 'LTC Đ.25 k1'),
];

/** NĐ31 Đ.3 k2: one makes a matter complex, two make it specially complex (k3). */
export const COMPLEXITY_CRITERIA: Options = [
  option('SEVERAL_PLACES', 'Một nội dung nhưng phải xác minh từ 02 địa điểm trở lên', 'NĐ31 Đ.3 k2a'),
  option('SEVERAL_CONTENTS', 'Có từ 02 nội dung phải xác minh trở lên', 'NĐ31 Đ.3 k2b'),
  option(
    'MANY_PEOPLE',
    'Nhiều người tố cáo cùng một nội dung hoặc liên quan đến quyền, lợi ích của nhiều người',
    'NĐ31 Đ.3 k2c',
  ),
  option('FOREIGN', 'Có yếu tố nước ngoài', 'NĐ31 Đ.3 k2d'),
  option('SEVERAL_BODIES', 'Liên quan trách nhiệm quản lý của nhiều cơ quan, tổ chức', 'NĐ31 Đ.3 k2đ'),
  option('OPINIONS_DIFFER', 'Các cơ quan, tổ chức có liên quan còn ý kiến khác nhau', 'NĐ31 Đ.3 k2e'),
  option(
    'EVIDENCE_CONFLICTS',
    'Tài liệu, chứng cứ mâu thuẫn, cần kiểm tra, đánh giá hoặc tham khảo cơ quan chuyên môn',
    'NĐ31 Đ.3 k2g',
  ),
];

/** LTC Đ.34 k1. */
export const SUSPENSION_GROUNDS: Options = [
  option('AWAIT_RESULT', 'Đợi kết quả giải quyết của nơi khác hoặc của vụ việc khác có liên quan', 'LTC Đ.34 k1a'),
  option('AWAIT_EXAMINATION', 'Đợi kết quả giám định bổ sung, giám định lại', 'LTC Đ.34 k1b'),
];

/** LTC Đ.34 k3. */
export const DISCONTINUE_GROUNDS: Options = [
  option('WITHDRAWN', 'Người tố cáo rút toàn bộ nội dung tố cáo', 'LTC Đ.34 k3a'),
  option('ACCUSED_DIED', 'Người bị tố cáo chết và nội dung chỉ liên quan đến trách nhiệm của người đó', 'LTC Đ.34 k3b'),
  option('SETTLED', 'Đã giải quyết bằng bản án, quyết định có hiệu lực pháp luật', 'LTC Đ.34 k3c'),
];

/** LTC Đ.33 k3: in spite of the withdrawal the matter must be resolved. */
export const GO_ON_GROUNDS: Options = [
  option('VIOLATION_SIGNS', 'Hành vi bị tố cáo có dấu hiệu vi phạm pháp luật', 'NĐ31 Đ.4 k4a (NĐ156)'),
  option('COERCED', 'Việc rút do bị đe dọa, ép buộc, mua chuộc', 'NĐ31 Đ.4 k4b (NĐ156)'),
  option('SLANDER', 'Lợi dụng tố cáo để vu khống, xúc phạm, gây thiệt hại', 'NĐ31 Đ.4 k4c (NĐ156)'),
];

/** LTC Đ.37 k2b and k3. */
export const AGAIN_GROUNDS: Options = [
  option('WRONG_COMPETENCE', 'Việc giải quyết trước đó không đúng thẩm quyền', 'LTC Đ.37 k2b'),
  option('INACCURATE', 'Kết quả xác minh hoặc kết luận thiếu chính xác, thiếu khách quan', 'LTC Đ.37 k3a'),
  option('EVIDENCE_MISSED', 'Bỏ sót, bỏ lọt thông tin, tài liệu, chứng cứ quan trọng', 'LTC Đ.37 k3b'),
  option('LAW_MISAPPLIED', 'Áp dụng không đúng pháp luật khi xác minh hoặc kết luận', 'LTC Đ.37 k3c'),
];

/** NĐ31 Đ.5 k1, k2. */
export const TAKE_OVER_GROUNDS: Options = [
  option(
    'PROCEDURE',
    'Vi phạm trình tự, thủ tục làm kết luận không chính xác, khách quan hoặc sai lệch hồ sơ',
    'NĐ31 Đ.5 k1a',
  ),
  option('AGAIN_GROUND', 'Có một trong các căn cứ tại khoản 3 Điều 37 Luật Tố cáo', 'NĐ31 Đ.5 k1b'),
  option('RELATIVE', 'Người bị tố cáo là người thân thích của người giải quyết, người xác minh', 'NĐ31 Đ.5 k2a'),
  option('RELATED_CONTENT', 'Nội dung liên quan trực tiếp đến người thân thích của họ', 'NĐ31 Đ.5 k2b'),
  option('INTEREST', 'Người giải quyết, người xác minh có lợi ích liên quan trực tiếp', 'NĐ31 Đ.5 k2c'),
];

/** LTC Đ.36 k1, Đ.44 k1. */
export const MEASURES: Options = [
  option('RECOMMEND', 'Kiến nghị cơ quan, người có thẩm quyền xử lý', 'LTC Đ.36 k1b'),
  option('DISCIPLINE', 'Xử lý kỷ luật theo thẩm quyền', 'LTC Đ.44 k1a'),
  option('SANCTION', 'Xử phạt vi phạm hành chính theo thẩm quyền', 'LTC Đ.44 k1b'),
  option('REMEDY', 'Buộc khắc phục hậu quả', 'LTC Đ.44 k1a'),
  option('RESTORE', 'Khôi phục quyền, lợi ích hợp pháp của người bị tố cáo', 'LTC Đ.36 k1a'),
  option('FALSE_DENUNCIATION', 'Xử lý người cố ý tố cáo sai sự thật', 'LTC Đ.36 k1a'),
];

/** LTC Đ.40 k2, NĐ31 Đ.6 k2. */
export const PUBLICATION_FORMS: Options = [
  option('MEETING', 'Công bố tại cuộc họp', 'NĐ31 Đ.6 k2a'),
  option('POSTING', 'Niêm yết ít nhất 15 ngày liên tục', 'NĐ31 Đ.6 k2b'),
  option('PORTAL', 'Đăng trên cổng thông tin điện tử, mạng nội bộ ít nhất 15 ngày liên tục', 'NĐ31 Đ.6 k2c'),
  option('PRESS', 'Báo in, báo nói, báo hình ít nhất 02 lần liên tục', 'NĐ31 Đ.6 k2d'),
  option('ONLINE_PRESS', 'Báo điện tử ít nhất 15 ngày liên tục', 'NĐ31 Đ.6 k2d'),
];

const sets = new WeakMap<Options, ReadonlySet<string>>();

/** The values of a closed list. */
export function values(options: Options): ReadonlySet<string> {
  let found = sets.get(options);
  if (!found) sets.set(options, (found = new Set(options.map((one) => one.value))));
  return found;
}

/** The chosen values of a `choices` field that are on the list, each once. */
export const chosen = (value: unknown, options: Options): readonly string[] =>
  Array.isArray(value) ? [...new Set(value.map(String))].filter((one) => values(options).has(one)) : [];
