import type { ProcedureTitles } from '../common/titles.js';

/** What a running limit orders, in an officer’s words. */
export const titles: ProcedureTitles = {
  forms: {},
  topics: {
    'deadline.dueSoon': 'Sắp hết hạn',
    'deadline.overdue': 'Đã quá hạn',
    'deadline.rung1': 'Quá hạn, báo người được giao (quy định nội bộ)',
    'deadline.rung2': 'Quá hạn, báo trưởng phòng (quy định nội bộ)',
    'deadline.rung3': 'Quá hạn, báo cáo Chủ tịch UBND cấp xã (quy định nội bộ)',
    'deadline.rung4': 'Quá hạn, báo cáo Chủ tịch UBND cấp tỉnh (quy định nội bộ)',
    'deadline.rungsAnnulled': 'Việc đã làm trong hạn, ghi nhận muộn: các lần báo cáo được hủy',
  },
  tasks: {
    urgingLetter: 'Soạn văn bản đôn đốc (quy định nội bộ)',
    apologyLetter: 'Soạn văn bản xin lỗi vì trễ hạn (quy định nội bộ)',
  },
};
