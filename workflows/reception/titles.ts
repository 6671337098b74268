import type { ProcedureTitles } from '../common/titles.js';

/** What citizen reception orders, in an officer’s words. */
export const titles: ProcedureTitles = {
  forms: {
    'RECEPTION.SCHEDULE': 'Lịch tiếp công dân niêm yết',
    'RECEPTION.POSTPONED': 'Thông báo lùi lịch tiếp công dân',
    'RECEPTION.ONLINE.NOTICE': 'Thông báo tổ chức tiếp công dân trực tuyến',
    'RECEPTION.CONCLUSION': 'Thông báo kết luận việc tiếp công dân',
    'RECEPTION.DIALOGUE': 'Biên bản đối thoại với công dân',
  },
  topics: {},
  tasks: {},
};
