import { file, notProcess, row, type DecisionRow } from './decision-row.js';
import { law } from './law.js';

/** What does not meet the conditions for handling. */
export const unfitRows: readonly DecisionRow[] = [
  row('MISSING_CONTENT', ['any', 'ineligible', { ineligibleGround: 'MISSING_CONTENT' }], {
    disposition: 'SUPPLEMENT',
    advice: 'Hướng dẫn bổ sung phần còn thiếu.',
    event: 'REQUEST_SUPPLEMENT',
    arrives: 'supplementing',
    paper: 'TT05.SUPPLEMENT',
    rule: 'XLD.HANDLE',
    citation: law.supplement,
  }),
  ...(['ANONYMOUS', 'WRONG_FORM'] as const).map((ground) =>
    row(`DENUNCIATION_${ground}`, ['denunciation', 'ineligible', { ineligibleGround: ground }], {
      disposition: 'INSPECT',
      advice: 'Không xử lý theo Luật Tố cáo; rõ người vi phạm và có chứng cứ cụ thể thì chuyển để thanh tra, kiểm tra.',
      event: 'TRANSFER_FOR_INSPECTION',
      arrives: 'transferredForInspection',
      paper: 'TRANSFER.INSPECTION',
      rule: 'TC.REG',
      citation: law.inspection,
    }),
  ),
  row(
    'DENUNCIATION_UNFIT',
    ['denunciation', 'ineligible', {}],
    notProcess('Không đủ điều kiện xử lý: không xử lý, lưu một năm.', law.notProcessedDenunciation),
  ),
  row(
    'RESOLVED_BEFORE',
    ['any', 'ineligible', { ineligibleGround: 'RESOLVED' }],
    file('Giải thích việc đã giải quyết đúng pháp luật, yêu cầu chấm dứt; lưu đơn.', law.resolvedBefore),
  ),
  row(
    'SENT_TO_MANY',
    ['any', 'ineligible', { ineligibleGround: 'SENT_TO_MANY' }],
    file('Đã gửi nơi có thẩm quyền: lưu đơn, gắn với đơn gốc nếu trùng.', law.duplicate),
  ),
  row('UNFIT', ['any', 'ineligible', {}], file('Không đủ điều kiện xử lý: lưu đơn một năm.', law.ineligible)),
];

/** Several contents in one petition; originals kept till the decision. */
export const otherRows: readonly DecisionRow[] = [
  row('SEVERAL_CONTENTS', ['mixed', 'classified', {}], {
    disposition: 'SPLIT',
    advice: 'Hướng dẫn tách thành từng đơn; mỗi phần vào sổ riêng, thời hạn tính từ cùng ngày nhận.',
    event: 'SPLIT',
    arrives: 'splitting',
    paper: 'TT05.SPLIT',
    rule: 'XLD.HANDLE',
    citation: law.split,
  }),
  row('ORIGINALS_AFTER_DECISION', ['any', 'holdingOriginals', {}], {
    disposition: 'RETURN_ORIGINALS',
    advice: 'Trả bản gốc ngay sau khi có quyết định giải quyết.',
    event: 'RETURN_ORIGINALS',
    arrives: 'complaintOpened',
    paper: 'ORIGINALS.RETURN',
    rule: null,
    citation: law.originals,
  }),
];
