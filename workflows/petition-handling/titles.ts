import type { ProcedureTitles } from '../common/titles.js';

/** What petition handling orders, in an officer’s words. */
export const titles: ProcedureTitles = {
  forms: {
    'TT05.01': 'Phiếu đề xuất thụ lý đơn',
    'TT05.02': 'Phiếu hướng dẫn',
    'TT05.03': 'Phiếu chuyển đơn tố cáo',
    'TT05.SPLIT': 'Phiếu hướng dẫn tách đơn nhiều nội dung',
    'TT05.SUPPLEMENT': 'Văn bản hướng dẫn bổ sung đơn',
    'TRANSFER.COMPLAINT': 'Phiếu chuyển đơn khiếu nại',
    'TRANSFER.FEEDBACK': 'Phiếu chuyển đơn kiến nghị, phản ánh',
    'RETURN.LETTER': 'Văn bản trả lại đơn cho nơi chuyển',
    'FEEDBACK.ANSWER': 'Văn bản trả lời kiến nghị, phản ánh',
    'ND31.05': 'Thông báo không thụ lý tố cáo (Mẫu số 05)',
  },
  topics: {
    'petition.received': 'Đơn mới tiếp nhận',
    'petition.reported': 'Đơn cần báo cáo người đứng đầu',
    'denunciation.proposed': 'Đề xuất thụ lý tố cáo, chờ quyết định',
  },
  tasks: {},
};
