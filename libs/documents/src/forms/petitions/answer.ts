import { cite } from '#libs/procedure';
import { REPLY_CONTENTS } from '#workflows/feedback';
import { block, namedForm, type OpenPaperData } from '../../form.js';
import { addressee, officer, typed } from '../common/fields.js';
import { SINCE_LTCD } from '../common/law.js';
import { byHead } from '../common/signing.js';
import { chosenLabel } from '../common/words.js';
import { gist, petition, received, toCitizen } from './handling.js';

const { para, section } = block;

function startOfAnswer(data: OpenPaperData): string | null {
  const content = chosenLabel(REPLY_CONTENTS, data.facts['replyContent']);
  const body = data.texts['receivingBody'];
  if (!content) return body ? `Đã được chuyển đến ${body}.` : null;
  return body ? `${content}: ${body}.` : `${content}.`;
}

/** What is owed to a citizen who came: one of the four answers of LTCD Đ.28 k1; the last part answers the matter itself. */
export const answer = namedForm({
  ...SINCE_LTCD,
  ...toCitizen,
  code: 'FEEDBACK.ANSWER',
  heading: 'THÔNG BÁO\nVề kết quả xử lý {Loại đơn}',
  title: 'Văn bản trả lời kiến nghị, phản ánh',
  citation: cite('LTCD Đ.26 k2, Đ.28 k1'),
  numberKind: 'TB',
  sizes: ['A4'],
  fields: [
    addressee,
    ...petition,
    gist,
    typed('Loại đơn', 'kiến nghị, phản ánh', { start: () => 'kiến nghị, phản ánh' }),
    typed('Kết quả xử lý', 'Đã được thụ lý để giải quyết, giao Phòng Kinh tế xem xét.', {
      long: true,
      help: 'Một trong bốn nội dung của LTCD Đ.28 k1: đã được thụ lý; cần kéo dài thời gian xem xét để thụ lý (khiếu nại, tố cáo); từ chối thụ lý, nêu lý do (khiếu nại, tố cáo); đã chuyển đến nơi có thẩm quyền, ghi rõ nơi nhận.',
      start: (data) => startOfAnswer(data),
    }),
    typed('Trả lời về nội dung', 'Đoạn đường ấp Đông được sửa chữa trong quý IV năm 2026.', {
      long: true,
      optional: true,
      help: 'Kết quả xem xét, nếu đã có.',
    }),
    officer,
  ],
  body: [
    received,
    para('Nội dung: {Tóm tắt nội dung đơn}.'),
    para('{Tên cơ quan} thông báo:'),
    para('1. Kết quả xử lý: {Kết quả xử lý}'),
    section('Trả lời về nội dung', [para('2. Kết quả xem xét nội dung: {Trả lời về nội dung}')]),
    para('Cần trao đổi thêm, ông (bà) liên hệ {Công chức thực hiện}./.'),
  ],
  signing: byHead(cite('LTCD Đ.28 k1')),
});
