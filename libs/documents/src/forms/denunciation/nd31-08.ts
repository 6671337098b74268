import { cite } from '#libs/procedure';
import { block, namedForm, type ListField, type PaperData } from '../../form.js';
import { title } from '../common/blocks.js';
import { closing, occasion, open, typed } from '../common/fields.js';
import { byParties } from '../common/signing.js';
import { dayInWords, earlierPaper, reached } from '../common/words.js';
import { resolverTitle } from './fields.js';
import { SINCE_ND31 } from './law.js';
import { team } from './nd31-07.js';

const { para, each, section, signatures } = block;

const withDenouncer = (data: PaperData): boolean => data.facts['addressee'] === 'denouncer';
const withDenounced = (data: PaperData): boolean => data.facts['explanation'] !== undefined;

/** Whom the act says the session was with; other bodies are typed. */
const present: ListField<PaperData> = {
  name: 'Người cùng làm việc',
  from: 'officer',
  items: ['Họ tên', 'Chức danh, địa chỉ'],
  help: 'Họ tên, chức danh, địa chỉ, số điện thoại nếu có. Biên bản với người bị tố cáo, nơi khác: không ghi người tố cáo.',
  rows: (data) => {
    if (withDenouncer(data)) {
      const person = reached(data);
      return person ? [{ 'Họ tên': person.fullName, 'Chức danh, địa chỉ': person.address ?? '' }] : [];
    }
    return withDenounced(data) && data.respondent ? [{ 'Họ tên': data.respondent, 'Chức danh, địa chỉ': '' }] : [];
  },
  sample: [{ 'Họ tên': 'Trần Văn Minh', 'Chức danh, địa chỉ': 'công chức địa chính xã Tân Thành' }],
};

/** NĐ 31 Mẫu số 08: handed to those present on the spot, so no slip sends the minutes of one party to another. */
export const workRecord = namedForm({
  ...SINCE_ND31,
  code: 'ND31.08',
  heading: 'BIÊN BẢN\n{Tên biên bản}',
  title: 'Biên bản làm việc (Mẫu số 08)',
  formNumber: 'Mẫu số 08',
  citation: cite('NĐ31 Đ.11, 12, 13, 14, Mẫu số 08'),
  letterhead: 'agency',
  issuedBy: 'Đoàn (Tổ) xác minh\nnội dung tố cáo',
  sizes: ['A4'],
  addressees: ['file'],
  fields: [
    typed('Tên biên bản', 'Làm việc với người bị tố cáo', {
      help: 'Làm việc với người tố cáo, với người bị tố cáo, với nơi có liên quan, xác minh thực tế.',
      start: (data) => {
        if (data.facts['explanation'] !== undefined) return 'Làm việc với người bị tố cáo';
        if (data.facts['addressee'] === 'denouncer') return 'Làm việc trực tiếp với người tố cáo';
        return data.facts['addressee'] === 'other' ? 'Làm việc với cơ quan, tổ chức, cá nhân có liên quan' : null;
      },
    }),
    ...occasion,
    open('Quyết định thành lập', (data) => earlierPaper(data, 'ND31.07'), 'số 46/QĐ-UBND ngày 14 tháng 7 năm 2026'),
    resolverTitle,
    team,
    present,
    typed('Nội dung làm việc', 'Người bị tố cáo giải trình: đã thu tiền nhưng nộp đủ vào quỹ thôn.', {
      long: true,
      help: 'Câu hỏi, câu trả lời, tài liệu giao nộp; ý kiến của những người cùng làm việc.',
    }),
    typed('Người không ký', 'Không có.', {
      optional: true,
      help: 'Ghi rõ ai không ký và lý do.',
    }),
    typed('Nơi nhận biên bản', 'người cùng làm việc', { start: () => 'người cùng làm việc' }),
    ...closing,
  ],
  body: [
    para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}.'),
    section(
      'Quyết định thành lập',
      [
        para(
          'Đoàn (Tổ) xác minh tố cáo được thành lập theo Quyết định {Quyết định thành lập} của {Người giải quyết tố cáo} gồm:',
        ),
      ],
      [para('Người xác minh nội dung tố cáo theo phân công của {Người giải quyết tố cáo} gồm:')],
    ),
    each('Thành viên xác minh', [
      para('{TT}. Ông (bà) {Họ tên thành viên}, chức vụ {Chức vụ thành viên} - {Nhiệm vụ};'),
    ]),
    title('Tiến hành làm việc với:'),
    each('Người cùng làm việc', [para('{TT}. Ông (bà) {Họ tên}, {Chức danh, địa chỉ};')]),
    title('Nội dung làm việc:'),
    para('{Nội dung làm việc}'),
    para('Buổi làm việc kết thúc hồi {Giờ kết thúc} cùng ngày.'),
    section('Người không ký', [para('Người không ký biên bản, lý do: {Người không ký}')]),
    para(
      'Biên bản này đã được đọc cho những người cùng làm việc nghe và xác nhận dưới đây. Biên bản được lập thành {Số bản} bản và giao cho {Nơi nhận biên bản} 01 bản./.',
    ),
    signatures(
      { title: 'NHỮNG NGƯỜI CÙNG LÀM VIỆC', note: '(Chữ ký hoặc điểm chỉ)' },
      { title: 'ĐOÀN (TỔ) XÁC MINH', note: '(Từng thành viên làm việc ký)' },
    ),
  ],
  signing: byParties(cite('NĐ31 Đ.11 k2, Đ.12, Đ.13 k2')),
});

/** First day of work, as the file knows it. */
export const verifiedSince = typed('Xác minh từ ngày', '14 tháng 7 năm 2026', {
  start: (data) => dayInWords(data.earlier['ND31.07']?.signedOn ?? data.facts['verificationOn']),
});
