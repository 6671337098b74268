import { option } from '#libs/procedure';

type Options = readonly { readonly value: string; readonly label: string; readonly citation?: string }[];

/** LTC Đ.56–58. */
export const MEASURES: Options = [
  option('IDENTITY', 'Giữ bí mật, lược bỏ thông tin người tố cáo', 'LTC Đ.56'),
  option('JOB', 'Bảo vệ vị trí công tác, việc làm', 'LTC Đ.57'),
  option('SAFE_PLACE', 'Đưa đến nơi an toàn', 'LTC Đ.58 k1'),
  option('GUARD', 'Bố trí lực lượng, phương tiện trực tiếp bảo vệ', 'LTC Đ.58 k2'),
  option('STOP_HARM', 'Ngăn chặn, xử lý hành vi xâm hại, yêu cầu chấm dứt', 'LTC Đ.58 k3, k4'),
];

/** LTC Đ.54 k2; the last one since 01/07/2026. */
export const END_GROUNDS: Options = [
  option('GROUND_GONE', 'Căn cứ áp dụng biện pháp bảo vệ không còn', 'LTC Đ.54 k2b'),
  option('REQUESTED', 'Người được bảo vệ đề nghị bằng văn bản', 'LTC Đ.54 k2b'),
  option('RESOLVED', 'Đã có kết luận hoặc quyết định đình chỉ giải quyết tố cáo', 'LTC Đ.54 k2a'),
  option('DUTY_BREACHED', 'Người được bảo vệ cố ý không thực hiện nghĩa vụ (từ 01/07/2026)', 'LTC Đ.54 k2c (L136)'),
];

const sets = new WeakMap<Options, ReadonlySet<string>>();
const values = (options: Options): ReadonlySet<string> => {
  let found = sets.get(options);
  if (!found) sets.set(options, (found = new Set(options.map((one) => one.value))));
  return found;
};

export const onList = (value: unknown, options: Options): boolean => values(options).has(String(value));
/** The chosen values of a `choices` field that are on the list. */
export const chosen = (value: unknown, options: Options): readonly string[] =>
  Array.isArray(value) ? value.map(String).filter((one) => values(options).has(one)) : [];
