import type { ProcedureTitles } from '../common/titles.js';

/** What feedback orders, in an officer’s words. */
export const titles: ProcedureTitles = {
  forms: {
    'FEEDBACK.ANSWER': 'Văn bản trả lời kiến nghị, phản ánh',
    'TRANSFER.FEEDBACK': 'Phiếu chuyển đơn kiến nghị, phản ánh',
    'MEDIATION.NOTICE': 'Giấy mời hòa giải',
    'MEDIATION.RECORD': 'Biên bản hòa giải',
    'URGING.LETTER': 'Văn bản đôn đốc',
    'TT05.02': 'Phiếu hướng dẫn',
  },
  topics: { 'feedback.received': 'Kiến nghị, phản ánh cần giải quyết' },
  tasks: {},
};
