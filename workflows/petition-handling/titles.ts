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
    'TC.FORWARD.RESULT': 'Thông báo kết quả xử lý tố cáo cho nơi chuyển đến',
    'TRANSFER.INSPECTION': 'Văn bản chuyển để thanh tra, kiểm tra',
    'ORIGINALS.RETURN': 'Biên bản trả bản gốc',
    'ND154.02': 'Giấy biên nhận thông tin, tài liệu (Mẫu số 02/TCD)',
    'REPRESENTATIVE.APPOINTMENT': 'Văn bản cử người đại diện',
    'SUBORDINATE.ORDER': 'Văn bản yêu cầu cấp dưới giải quyết',
    'RESOLUTION.REVIEW': 'Văn bản xem xét lại việc giải quyết khiếu nại',
    'DESTRUCTION.PROPOSAL': 'Tờ trình tiêu hủy đơn đã lưu',
    'DESTRUCTION.DECISION': 'Quyết định tiêu hủy đơn đã lưu',
    'ND31.05': 'Thông báo không thụ lý tố cáo (Mẫu số 05)',
  },
  topics: {
    'petition.received': 'Đơn mới tiếp nhận',
    'petition.reported': 'Đơn cần báo cáo người đứng đầu',
    'petition.forwardedOften': 'Đơn đã qua nhiều lần chuyển',
    'petition.stayAsked': 'Đề nghị tạm đình chỉ thi hành quyết định',
    'petition.destruction': 'Đơn đã lưu đủ một năm, chờ quyết định',
    'denunciation.proposed': 'Đề xuất thụ lý tố cáo, chờ quyết định',
  },
  tasks: {},
};
