import type { PetitionType } from '#libs/shared';
import type { SeededRandom } from './random.js';

/** What a petition is about. `{n}` is a number, `{f}` one of a few, `{y}` a year, `{no}` the number of an administrative decision. */
export interface DemoMatter {
  readonly type: Exclude<PetitionType, 'mixed'>;
  readonly field: string;
  readonly content: string;
  readonly decision?: string;
}

const COMPLAINTS: readonly (readonly [string, string, string?])[] = [
  [
    'Đất đai',
    'Khiếu nại Quyết định số {no}/QĐ-UBND về phương án bồi thường, hỗ trợ khi thu hồi {n} m2 đất nông nghiệp; đề nghị xác định lại loại đất và đơn giá.',
    'Quyết định số {no}/QĐ-UBND',
  ],
  [
    'Đất đai',
    'Khiếu nại việc cấp giấy chứng nhận quyền sử dụng đất cho hộ liền kề chồng lên {n} m2 đất gia đình đang sử dụng từ năm {y}.',
  ],
  [
    'Xây dựng',
    'Khiếu nại Quyết định xử phạt vi phạm hành chính số {no}/QĐ-XPHC về công trình phụ rộng {n} m2.',
    'Quyết định số {no}/QĐ-XPHC',
  ],
  ['Chính sách xã hội', 'Khiếu nại việc không được xét hộ cận nghèo năm {y}, rà soát thiếu {f} nhân khẩu.'],
  ['Hộ tịch', 'Khiếu nại việc từ chối cải chính năm sinh trong giấy khai sinh số {no}, không có văn bản trả lời.'],
  ['Tái định cư', 'Khiếu nại việc giao lô tái định cư thiếu {n} m2 so với phương án đã phê duyệt.'],
];
/** Complaints of this field are about disciplinary decisions: a procedure of their own (LKN Đ.47). */
export const DISCIPLINE = 'Kỷ luật công chức';
const DISCIPLINARY = [
  DISCIPLINE,
  'Khiếu nại Quyết định kỷ luật cảnh cáo số {no}/QĐ-UBND, cho rằng xác định sai thời điểm vi phạm.',
  'Quyết định số {no}/QĐ-UBND',
] as const;
const DENUNCIATIONS: readonly (readonly [string, string])[] = [
  ['Công chức, công vụ', 'Tố cáo công chức địa chính nhận {f} triệu đồng để làm nhanh hồ sơ tách thửa.'],
  ['Tham nhũng', 'Tố cáo trưởng thôn kê khai khống {f} hộ nhận tiền hỗ trợ thiên tai.'],
  ['Giáo dục', 'Tố cáo việc thu tiền ngoài quy định {f} trăm nghìn đồng mỗi cháu tại trường mầm non.'],
];
const FEEDBACK: readonly (readonly [string, string])[] = [
  ['Giao thông', 'Kiến nghị sửa {n} m đường bê tông trục thôn bị xe tải phá hỏng.'],
  ['Môi trường', 'Phản ánh trại chăn nuôi {n} con xả thải ra mương thủy lợi, mùi hôi cả ngày.'],
  ['Thủy lợi', 'Kiến nghị nạo vét kênh tưới để kịp vụ đông xuân, hơn {n} ha lúa thiếu nước.'],
  ['An ninh trật tự', 'Phản ánh quán karaoke hát quá 23 giờ, {n} hộ xung quanh không ngủ được.'],
  ['Thái độ phục vụ', 'Phản ánh công chức bộ phận một cửa hẹn đi hẹn lại {f} lần.'],
];

/** @param wanted Else drawn. */
export function demoMatter(random: SeededRandom, wanted?: DemoMatter['type']): DemoMatter {
  const type =
    wanted ??
    random.weighted([
      ['complaint', 52],
      ['feedback', 36],
      ['denunciation', 12],
    ] as const);
  const numbers = {
    n: String(random.between(3, 680)),
    f: String(random.between(2, 9)),
    y: String(random.between(1990, 2025)),
    no: String(random.between(20, 980)),
  };
  const fill = (text: string): string =>
    text.replace(/\{(n|f|y|no)\}/g, (_, key: keyof typeof numbers) => numbers[key]);
  if (type === 'complaint') {
    const [field, content, decision] = random.chance(0.02) ? DISCIPLINARY : random.pick(COMPLAINTS);
    return { type, field, content: fill(content), ...(decision ? { decision: fill(decision) } : {}) };
  }
  const [field, content] = random.pick(type === 'denunciation' ? DENUNCIATIONS : FEEDBACK);
  return { type, field, content: fill(content) };
}
