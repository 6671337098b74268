import type { ProcedureTitles } from '../common/titles.js';

/** What protection orders, in an officer’s words. */
export const titles: ProcedureTitles = {
  forms: {
    'PROTECTION.REQUEST': 'Văn bản đề nghị, yêu cầu áp dụng biện pháp bảo vệ',
    'PROTECTION.DECISION': 'Quyết định áp dụng biện pháp bảo vệ',
    'PROTECTION.REFUSAL': 'Thông báo không áp dụng biện pháp bảo vệ',
    'PROTECTION.CHANGE': 'Quyết định thay đổi, bổ sung biện pháp bảo vệ',
    'PROTECTION.END': 'Quyết định chấm dứt biện pháp bảo vệ',
    'PROTECTION.EMPLOYER': 'Văn bản yêu cầu bảo vệ vị trí công tác, việc làm',
  },
  topics: {
    'protection.requested': 'Có đề nghị bảo vệ, cần xem xét kịp thời',
    'protection.decided': 'Đã có quyết định bảo vệ, cần thực hiện ngay',
    'protection.refused': 'Không áp dụng biện pháp bảo vệ, đã nêu lý do',
    'protection.resolutionEnded': 'Vụ việc đã có kết luận hoặc đình chỉ, cần chấm dứt bảo vệ',
    'protection.ended': 'Đã chấm dứt biện pháp bảo vệ',
  },
  tasks: {
    draftProtectionEnd: 'Soạn quyết định chấm dứt biện pháp bảo vệ',
  },
};
