import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { title } from '../common/blocks.js';
import { challenged, complainant, open, typed, typedNamed } from '../common/fields.js';
import { SINCE_ND124 } from '../common/law.js';
import { byVerifier } from '../common/signing.js';
import { dayInWords, earlierPaper } from '../common/words.js';

const { para, section } = block;

const CONCLUSIONS: Readonly<Record<string, string>> = {
  right: 'đúng toàn bộ',
  partlyRight: 'đúng một phần',
  wrong: 'sai toàn bộ',
};
/** What the verifier or the resolver found, by the fact of that name. */
export const conclusionInWords = (value: unknown): string | undefined => CONCLUSIONS[String(value)];

/** NĐ 124 Mẫu số 13: the six headings of LKN Đ.29 k4. */
export const verificationReport = namedForm({
  code: 'ND124.13',
  heading: 'BÁO CÁO\nKết quả xác minh nội dung khiếu nại',
  title: 'Báo cáo kết quả xác minh nội dung khiếu nại (Mẫu số 13)',
  formNumber: 'Mẫu số 13',
  citation: cite('LKN Đ.29 k4; NĐ124 Đ.27, Mẫu số 13'),
  ...SINCE_ND124,
  letterhead: 'agency',
  numberKind: 'BC',
  sizes: ['A4'],
  salutation: '{Người giao nhiệm vụ xác minh}',
  addressees: ['file'],
  fields: [
    typed('Người giao nhiệm vụ xác minh', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
      start: (data) => data.agency.headTitle,
    }),
    open('Quyết định xác minh', (data) => earlierPaper(data, 'ND124.05'), 'số 131/QĐ-UBND ngày 13 tháng 7 năm 2026'),
    typed('Xác minh từ ngày', '14 tháng 7 năm 2026', { start: (data) => dayInWords(data.facts['verificationOn']) }),
    typed('Xác minh đến ngày', '27 tháng 7 năm 2026', { start: (data) => dayInWords(data.facts['reportedOn']) }),
    typed('Bên xác minh', 'Tổ xác minh nội dung khiếu nại', {
      help: 'Cơ quan, Đoàn, Tổ hoặc người được giao xác minh.',
    }),
    complainant,
    challenged,
    typedNamed('Yêu cầu của người khiếu nại', 'Đề nghị đo đạc lại và sửa diện tích đất thu hồi.', {
      long: true,
      help: 'Yêu cầu và căn cứ để khiếu nại.',
      start: (data) => data.content,
    }),
    typed('Kết quả giải quyết trước đó', 'Chưa được giải quyết lần nào.', { long: true, optional: true }),
    typed('Kết quả xác minh từng nội dung', 'Diện tích đo đạc thực tế ngày 22 tháng 7 năm 2026 là 96 m².', {
      long: true,
      help: 'Từng nội dung được giao xác minh: đối tượng, cách xác minh, kết quả.',
    }),
    typed('Kết luận', 'Khiếu nại đúng một phần.', {
      long: true,
      help: 'Đúng toàn bộ, đúng một phần hoặc sai toàn bộ, theo từng nội dung.',
      start: (data) => {
        const words = conclusionInWords(data.facts['conclusion']);
        return words && `Nội dung khiếu nại được giao xác minh là ${words}.`;
      },
    }),
    typed('Kiến nghị', 'Sửa đổi diện tích đất thu hồi tại Điều 1 Quyết định số 118/QĐ-UBND.', {
      long: true,
      help: 'Giữ nguyên, sửa đổi, bổ sung hoặc hủy bỏ quyết định; chấm dứt hành vi; ban hành quyết định giải quyết.',
    }),
  ],
  body: [
    para(
      'Thực hiện Quyết định {Quyết định xác minh}, từ ngày {Xác minh từ ngày} đến ngày {Xác minh đến ngày}, {Bên xác minh} đã tiến hành xác minh nội dung khiếu nại của {Người khiếu nại} đối với {Quyết định, hành vi bị khiếu nại}.',
    ),
    para(
      'Căn cứ vào thông tin, tài liệu, bằng chứng thu thập được trong quá trình xác minh nội dung khiếu nại, kết quả làm việc với các cơ quan, tổ chức, đơn vị, cá nhân có liên quan, {Bên xác minh} báo cáo kết quả xác minh nội dung khiếu nại như sau:',
    ),
    title('1. Yêu cầu của người khiếu nại, căn cứ để khiếu nại và kết quả giải quyết khiếu nại trước đó (nếu có):'),
    para('{Yêu cầu của người khiếu nại}'),
    section('Kết quả giải quyết trước đó', [para('{Kết quả giải quyết trước đó}')]),
    title('2. Tóm tắt nội dung được giao xác minh và kết quả xác minh đối với từng nội dung được giao xác minh:'),
    para('{Kết quả xác minh từng nội dung}'),
    title('3. Kết luận nội dung khiếu nại được giao xác minh là đúng toàn bộ, sai toàn bộ hoặc đúng một phần:'),
    para('{Kết luận}'),
    title('4. Kiến nghị về việc giải quyết khiếu nại:'),
    para('{Kiến nghị}'),
    para(
      'Trên đây là báo cáo kết quả xác minh nội dung khiếu nại, kính trình {Người giao nhiệm vụ xác minh} xem xét, cho ý kiến chỉ đạo./.',
    ),
  ],
  signing: byVerifier(cite('NĐ124 Đ.27 k1'), 'agency'),
});
