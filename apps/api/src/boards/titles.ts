import { FORM_TITLES, TASK_TITLES, TOPIC_TITLES } from '#workflows';

interface Words {
  readonly rule: string | null;
  readonly due: string | null;
  /** The period of a pack of reports. */
  readonly pack?: string | null;
}

const TASKS: Readonly<Record<string, string>> = {
  'urging-letter': 'Soạn văn bản đôn đốc (quy định nội bộ)',
  'apology-letter': 'Soạn văn bản xin lỗi vì trễ hạn (quy định nội bộ)',
};
/** A paper is asked for by its form: `issue:ND124.03`. */
export const taskTitle = (kind: string): string => {
  const paper = kind.startsWith('issue:') ? FORM_TITLES[kind.slice('issue:'.length)] : undefined;
  return paper ? `Soạn văn bản: ${paper}` : (TASKS[kind] ?? TASK_TITLES[kind] ?? 'Việc được giao theo hồ sơ');
};

/** What a notice says, by its topic: `notify` effects of the procedures, and milestones of deadlines. */
const TOPICS: Readonly<Record<string, string>> = {
  remind3: 'Sắp hết hạn, nhắc lần đầu',
  remind1: 'Sắp hết hạn, nhắc lần cuối',
  overdue: 'Đã quá hạn',
  rung1: 'Quá hạn, báo người được giao (quy định nội bộ)',
  rung2: 'Quá hạn, báo trưởng phòng (quy định nội bộ)',
  rung3: 'Quá hạn, báo cáo chủ tịch UBND cấp xã (quy định nội bộ)',
  rung4: 'Quá hạn, báo cáo UBND cấp tỉnh (quy định nội bộ)',
  urged: 'Lãnh đạo đôn đốc (quy định nội bộ)',
  threshold: 'Chạm ngưỡng phải xem xét trách nhiệm',
  effect: 'Đến ngày quyết định có hiệu lực pháp luật',
  'calendar.missing': 'Chưa có lịch nghỉ năm sau: cần xem trước và công bố',
  'emergency.opened': 'Có lần mở truy cập khẩn cấp: bạn là người thứ hai được báo, hãy xem ở mục Truy cập khẩn cấp',
  'report.packReady': 'Gói báo cáo của kỳ vừa chốt đã lập xong: mở để xem và phát hành',
  'petition.received': 'Có đơn mới tiếp nhận',
  'petition.reported': 'Cần báo cáo về việc xử lý đơn',
  'denunciation.proposed': 'Có đơn tố cáo được đề xuất thụ lý',
  'complaint.received': 'Có khiếu nại mới cần xem xét thụ lý',
  'complaint.accepted': 'Khiếu nại đã được thụ lý',
  'complaint.notAccepted': 'Khiếu nại không được thụ lý',
  'complaint.reported': 'Đã có báo cáo kết quả xác minh',
  'complaint.decided': 'Đã có quyết định giải quyết khiếu nại',
  'complaint.effective': 'Quyết định giải quyết đã có hiệu lực pháp luật',
  'complaint.suspended': 'Hồ sơ tạm đình chỉ giải quyết',
  'complaint.resumed': 'Hồ sơ được tiếp tục giải quyết',
  'complaint.stayed': 'Quyết định hành chính tạm đình chỉ thi hành',
  'complaint.discontinued': 'Hồ sơ đình chỉ giải quyết',
  'complaint.appealed': 'Có khiếu nại lần hai',
  'complaint.sued': 'Có khởi kiện tại Tòa án',
  'complaint.passedUp': 'Hồ sơ chuyển lên cấp giải quyết tiếp theo',
  'deadline.dueSoon': 'Sắp đến hạn',
  'deadline.rungsAnnulled': 'Hủy thông báo quá hạn: việc đã làm đúng hạn, ghi muộn',
};

/** The deadline machine's own topics bear the name of their milestone; what is not said here is said by its procedure. */
export const topicTitle = (topic: string): string | undefined =>
  TOPICS[topic] ?? TOPICS[topic.replace(/^deadline\./, '')] ?? TOPIC_TITLES[topic];

const about = ({ rule, due }: Words): string => (rule === null ? '' : `: ${rule}${due === null ? '' : `, hạn ${due}`}`);
export const inboxTitle = (topic: string, words: Words): string =>
  words.pack
    ? `Gói báo cáo ${words.pack.charAt(0).toLowerCase()}${words.pack.slice(1)} đã lập xong: mở để xem và phát hành`
    : `${topicTitle(topic) ?? 'Có thông báo về hồ sơ'}${about(words)}`;
