import { option } from '#libs/procedure';

type Options = readonly { readonly value: string; readonly label: string; readonly citation?: string }[];

/** Closed list of LKN Đ.11 in the words of version 1, which are part of that version and stay. */
export const REFUSAL_GROUNDS_1: Options = [
  option(
    'INTERNAL',
    'Quyết định, hành vi mang tính nội bộ; văn bản quy phạm pháp luật; bí mật nhà nước',
    'LKN Đ.11 k1',
  ),
  option('NOT_AFFECTED', 'Không liên quan trực tiếp đến quyền, lợi ích hợp pháp của người khiếu nại', 'LKN Đ.11 k2'),
  option(
    'NO_CAPACITY',
    'Người khiếu nại không có năng lực hành vi dân sự đầy đủ mà không có người đại diện hợp pháp',
    'LKN Đ.11 k3',
  ),
  option('BAD_REPRESENTATIVE', 'Người đại diện không hợp pháp', 'LKN Đ.11 k4'),
  option('NO_SIGNATURE', 'Đơn không có chữ ký hoặc điểm chỉ', 'LKN Đ.11 k5'),
  option('TIME_BARRED', 'Hết thời hiệu, thời hạn khiếu nại mà không có lý do chính đáng', 'LKN Đ.11 k6'),
  option('FINAL', 'Đã có quyết định giải quyết khiếu nại lần hai', 'LKN Đ.11 k7'),
  option('AFTER_TERMINATION', 'Đã thông báo đình chỉ mà sau 30 ngày không tiếp tục khiếu nại', 'LKN Đ.11 k8'),
  option('COURT', 'Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định', 'LKN Đ.11 k9'),
];

/** Closed list of LKN Đ.11, with the exception of k9: a complaint is refused for one of these or not at all. */
export const REFUSAL_GROUNDS: Options = REFUSAL_GROUNDS_1.map((ground) =>
  ground.value === 'COURT'
    ? option(
        'COURT',
        'Tòa án đã thụ lý hoặc đã giải quyết bằng bản án, quyết định, trừ quyết định đình chỉ giải quyết vụ án hành chính',
        'LKN Đ.11 k9',
      )
    : ground,
);

/** LKN Đ.11a k1. */
export const SUSPENSION_GROUNDS: Options = [
  option(
    'FORCE_MAJEURE',
    'Sự kiện bất khả kháng hoặc trở ngại khách quan khiến người khiếu nại không thể tiếp tục tham gia',
    'LKN Đ.11a k1a',
  ),
  option(
    'AWAIT_RESULT',
    'Chờ kết quả giải quyết của cơ quan có thẩm quyền về vấn đề liên quan trực tiếp',
    'LKN Đ.11a k1b',
  ),
];

/** LKN Đ.11a k2. */
export const DISCONTINUE_GROUNDS: Options = [
  option('WITHDRAWN', 'Người khiếu nại rút toàn bộ khiếu nại', 'LKN Đ.11a k2a'),
  option(
    'NO_SUCCESSOR',
    'Người khiếu nại chết, tổ chức chấm dứt mà quyền, lợi ích không được thừa kế, kế thừa',
    'LKN Đ.11a k2b',
  ),
  option('NO_OBJECT', 'Không còn đối tượng hoặc nội dung để giải quyết', 'LKN Đ.11a k2c'),
  option('COURT', 'Tòa án đã thụ lý hoặc đã giải quyết', 'LKN Đ.11a k2d'),
];

/** NĐ124 Đ.3a k1: the seven cases of a complex matter. */
export const COMPLEXITY_GROUNDS: Options = [
  option('SEVERAL_PLACES', 'Phải xác minh từ 02 địa điểm trở lên', 'NĐ124 Đ.3a k1a'),
  option('SEVERAL_CONTENTS', 'Có từ 02 nội dung phải xác minh trở lên', 'NĐ124 Đ.3a k1b'),
  option(
    'MANY_PEOPLE',
    'Nhiều người khiếu nại cùng nội dung hoặc liên quan quyền lợi của nhiều người',
    'NĐ124 Đ.3a k1c',
  ),
  option('FOREIGN', 'Có yếu tố nước ngoài', 'NĐ124 Đ.3a k1d'),
  option('SEVERAL_BODIES', 'Liên quan trách nhiệm quản lý của nhiều cơ quan, tổ chức', 'NĐ124 Đ.3a k1đ'),
  option('OPINIONS_DIFFER', 'Các cơ quan có liên quan còn ý kiến khác nhau', 'NĐ124 Đ.3a k1e'),
  option('EVIDENCE_CONFLICTS', 'Tài liệu, chứng cứ mâu thuẫn, cần thời gian kiểm tra, đánh giá', 'NĐ124 Đ.3a k1g'),
];

const sets = new WeakMap<Options, ReadonlySet<string>>();

/** The values of a closed list. */
export function values(options: Options): ReadonlySet<string> {
  let found = sets.get(options);
  if (!found) sets.set(options, (found = new Set(options.map((one) => one.value))));
  return found;
}
