interface Words {
  readonly rule: string | null;
  readonly due: string | null;
}

const TASKS: Readonly<Record<string, string>> = {
  'urging-letter': 'Soạn văn bản đôn đốc (quy định nội bộ)',
  'apology-letter': 'Soạn văn bản xin lỗi vì trễ hạn (quy định nội bộ)',
};
export const taskTitle = (kind: string): string => TASKS[kind] ?? 'Việc được giao theo hồ sơ';

const about = ({ rule, due }: Words): string => (rule === null ? '' : `: ${rule}${due === null ? '' : `, hạn ${due}`}`);
const TOPICS: Readonly<Record<string, string>> = {
  remind3: 'Còn 3 ngày làm việc là hết hạn',
  remind1: 'Còn 1 ngày làm việc là hết hạn',
  overdue: 'Đã quá hạn',
  rung1: 'Quá hạn, báo người được giao (quy định nội bộ)',
  rung2: 'Quá hạn, báo trưởng phòng (quy định nội bộ)',
  rung3: 'Quá hạn, báo cáo chủ tịch UBND cấp xã (quy định nội bộ)',
  rung4: 'Quá hạn, báo cáo UBND cấp tỉnh (quy định nội bộ)',
};
export const inboxTitle = (topic: string, words: Words): string =>
  `${TOPICS[topic] ?? 'Có thông báo về hồ sơ'}${about(words)}`;
