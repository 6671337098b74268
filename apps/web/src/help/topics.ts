import { ADMINISTRATION_TOPICS } from './administration-topics.js';
import { REPORT_TOPICS } from './report-topics.js';
import type { HelpTopic } from './topic.js';
import { WORK_TOPICS } from './work-topics.js';

export const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['Ctrl K', 'Tìm nhanh đơn, hồ sơ, màn hình'],
  ['F1', 'Mở trợ giúp của màn hình này'],
  ['F2', 'Đến ô tìm của Sổ tiếp nhận'],
  ['Esc', 'Đóng cửa sổ đang mở'],
];

export const TOPICS: readonly HelpTopic[] = [...WORK_TOPICS, ...REPORT_TOPICS, ...ADMINISTRATION_TOPICS];

/** The topic of an address: the longest path that it begins with. */
export const topicOf = (path: string): HelpTopic | undefined =>
  TOPICS.filter((topic) => path.startsWith(topic.path)).sort((a, b) => b.path.length - a.path.length)[0];
