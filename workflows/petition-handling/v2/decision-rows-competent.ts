import { row, type DecisionRow } from './decision-row.js';
import { law } from './law.js';

/** What the agency itself resolves. */
export const competentRows: readonly DecisionRow[] = [
  row('GROUP_WITHOUT_REPRESENTATIVES', ['any', 'competent', { groupSize: 5, representedOn: null }], {
    disposition: 'SUPPLEMENT',
    advice: 'Hướng dẫn cử người đại diện trước khi thụ lý: văn bản có chữ ký của tất cả những người đứng đơn.',
    event: 'ASK_REPRESENTATIVES',
    arrives: 'competent',
    paper: 'REPRESENTATIVE.APPOINTMENT',
    rule: null,
    citation: law.groupPapers,
  }),
  row('OVERDUE_BELOW', ['complaint', 'competent', { overdueReportedOn: true }], {
    disposition: 'REPORT',
    advice: 'Trình người đứng đầu ký văn bản yêu cầu cấp dưới giải quyết; người khiếu nại có thể khiếu nại lần hai.',
    event: 'ORDER_SUBORDINATE',
    arrives: 'subordinateOrdered',
    paper: 'SUBORDINATE.ORDER',
    rule: 'XLD.HANDLE',
    citation: law.subordinate,
  }),
  row('UNLAWFUL_RESOLUTION', ['complaint', 'competent', { unlawfulReportedOn: true }], {
    disposition: 'REPORT',
    advice: 'Trình người đứng đầu xem xét lại quyết định giải quyết có dấu hiệu vi phạm pháp luật.',
    event: 'ORDER_REVIEW',
    arrives: 'reviewOrdered',
    paper: 'RESOLUTION.REVIEW',
    rule: null,
    citation: law.review,
  }),
  row('COMPLAINT_OURS', ['complaint', 'competent', {}], {
    disposition: 'ACCEPT',
    advice: 'Đề xuất thụ lý; thuộc một trường hợp của Điều 11 thì đề xuất không thụ lý, người giải quyết quyết định.',
    event: 'PROPOSE_ACCEPTANCE',
    arrives: 'complaintOpened',
    paper: 'TT05.01',
    rule: 'KN.ACCEPT.L1',
    citation: law.competentComplaint,
  }),
  row('DENUNCIATION_ONLINE', ['denunciation', 'competent', { channel: 'online' }], {
    disposition: 'FILE',
    advice:
      'Thông tin gửi trực tuyến không phải hình thức tố cáo; phân loại lại điều kiện hoặc chuyển cơ quan điều tra.',
    event: 'CLASSIFY',
    arrives: 'classified',
    paper: null,
    rule: null,
    citation: law.online,
  }),
  row('DENUNCIATION_OURS', ['denunciation', 'competent', {}], {
    disposition: 'ACCEPT',
    advice: 'Đề xuất thụ lý tố cáo, mở hồ sơ tố cáo.',
    event: 'PROPOSE_ACCEPTANCE',
    arrives: 'denunciationOpened',
    paper: 'TT05.01',
    rule: 'TC.REG',
    citation: law.denunciation,
  }),
  row('FEEDBACK_OURS', ['feedback', 'competent', {}], {
    disposition: 'ACCEPT',
    advice: 'Đề xuất giải quyết và trả lời kiến nghị, phản ánh.',
    event: 'PROPOSE_ACCEPTANCE',
    arrives: 'feedbackOpened',
    paper: 'TT05.01',
    rule: 'XLD.HANDLE',
    citation: law.feedback,
  }),
];
