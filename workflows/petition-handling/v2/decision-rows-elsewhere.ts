import { file, notProcess, row, type DecisionRow } from './decision-row.js';
import { law } from './law.js';

/** What others resolve. */
export const elsewhereRows: readonly DecisionRow[] = [
  row(
    'COMPLAINT_GUIDED_BEFORE',
    ['complaint', 'notCompetent', { guidedBefore: true }],
    file('Đã hướng dẫn hoặc chuyển một lần về cùng nội dung: lưu đơn.', law.guideOnce),
  ),
  row('COMPLAINT_FORWARDED', ['complaint', 'notCompetent', { forwarderKind: true }], {
    disposition: 'RETURN',
    advice: 'Trả lại đơn và tài liệu cho nơi chuyển đến, nêu rõ lý do.',
    event: 'RETURN_TO_FORWARDER',
    arrives: 'returned',
    paper: 'RETURN.LETTER',
    rule: 'XLD.HANDLE',
    citation: law.returnToForwarder,
  }),
  row('COMPLAINT_GROUP_ELSEWHERE', ['complaint', 'notCompetent', { groupSize: 5 }], {
    disposition: 'GUIDE',
    advice: 'Hướng dẫn một lần cho một người đứng đơn có họ tên, địa chỉ rõ ràng.',
    event: 'GUIDE',
    arrives: 'guided',
    paper: 'TT05.02',
    rule: 'XLD.HANDLE',
    citation: law.guideOneOfMany,
  }),
  row('MATTER_OF_OTHERS', ['complaint', 'notCompetent', { outsideMatter: true }], {
    disposition: 'GUIDE',
    advice:
      'Tố tụng, thi hành án, dân cử, tổ chức đảng, doanh nghiệp, đơn vị sự nghiệp: hướng dẫn đến nơi có thẩm quyền.',
    event: 'GUIDE',
    arrives: 'guided',
    paper: 'TT05.02',
    rule: 'XLD.HANDLE',
    citation: law.outside,
  }),
  row('COMPLAINT_ELSEWHERE', ['complaint', 'notCompetent', {}], {
    disposition: 'GUIDE',
    advice: 'Hướng dẫn một lần đến nơi có thẩm quyền; từ 01/07/2026 cũng được chuyển đơn.',
    event: 'GUIDE',
    arrives: 'guided',
    paper: 'TT05.02',
    rule: 'XLD.HANDLE',
    citation: law.guideComplaint,
  }),
  row(
    'DENUNCIATION_GUIDED_BEFORE',
    ['denunciation', 'notCompetent', { guidedBefore: true }],
    notProcess('Đã hướng dẫn hoặc chuyển mà vẫn gửi đến: không xử lý.', law.notProcessedDenunciation),
  ),
  row('DENUNCIATION_IN_PERSON', ['denunciation', 'notCompetent', { channel: 'counter' }], {
    disposition: 'GUIDE',
    advice: 'Hướng dẫn người đến tố cáo trực tiếp đến nơi có thẩm quyền.',
    event: 'GUIDE',
    arrives: 'guided',
    paper: 'TT05.02',
    rule: 'TC.TRANSFER',
    citation: law.denunciationGuide,
  }),
  row('DENUNCIATION_ELSEWHERE', ['denunciation', 'notCompetent', {}], {
    disposition: 'TRANSFER',
    advice: 'Chuyển một lần đến nơi có thẩm quyền, giữ bí mật người tố cáo, báo người tố cáo.',
    event: 'TRANSFER',
    arrives: 'transferred',
    paper: 'TT05.03',
    rule: 'TC.TRANSFER',
    citation: law.denunciationTransfer,
  }),
  row('FEEDBACK_ELSEWHERE', ['feedback', 'notCompetent', {}], {
    disposition: 'TRANSFER',
    advice: 'Chuyển đến cơ quan có thẩm quyền.',
    event: 'TRANSFER',
    arrives: 'transferred',
    paper: 'TRANSFER.FEEDBACK',
    rule: 'XLD.HANDLE',
    citation: law.feedbackTransfer,
  }),
];
