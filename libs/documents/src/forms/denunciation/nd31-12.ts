import { cite } from '#libs/procedure';
import { block, namedForm, openForm } from '../../form.js';
import { title } from '../common/blocks.js';
import { typed } from '../common/fields.js';
import { byHead, byResolver } from '../common/signing.js';
import { dayInWords } from '../common/words.js';
import {
  acceptance,
  allegationNamed,
  chosenLabels,
  conclusionInWords,
  conclusionPaper,
  denounced,
  denouncedOn,
  denouncerReached,
} from './fields.js';
import { PUBLICATION_FORMS } from '#workflows/denunciation';
import { SINCE_ND31 } from './law.js';

const { para, section } = block;

const concluded = typed('Kết luận', 'Nội dung tố cáo là tố cáo đúng một phần.', {
  long: true,
  help: 'Từng nội dung: đúng, đúng một phần hoặc sai; cố ý tố cáo sai nếu có; vi phạm, nguyên nhân, trách nhiệm, thiệt hại. Giải quyết lại: cả vi phạm trong lần giải quyết trước (NĐ31 Đ.17 k2). Không ghi bất cứ điều gì cho biết ai tố cáo.',
  start: (data) => {
    const words = conclusionInWords(data.facts['conclusion']);
    return words && `Nội dung tố cáo là ${words}.`;
  },
});

/** NĐ 31 Mẫu số 12: who is denounced and the body above them get it. */
const conclusion = openForm({
  ...SINCE_ND31,
  code: 'ND31.12',
  heading: 'KẾT LUẬN NỘI DUNG TỐ CÁO\nĐối với {Người bị tố cáo}',
  title: 'Kết luận nội dung tố cáo (Mẫu số 12)',
  formNumber: 'Mẫu số 12',
  citation: cite('LTC Đ.35; NĐ31 Đ.17, Mẫu số 12'),
  letterhead: 'agency',
  numberKind: 'KL',
  sizes: ['A4'],
  addressees: ['inspectorate', 'superior', 'denounced', 'managingBody', 'related', 'file'],
  fields: [
    denounced,
    acceptance,
    typed('Kết quả xác minh', 'Từ tháng 3 đến tháng 5 năm 2026 đã thu 4.500.000 đồng của 03 hộ, không có biên lai.', {
      long: true,
      help: 'Theo từng nội dung tố cáo, cả nội dung giải trình của người bị tố cáo. Lược bỏ bí mật nhà nước và thông tin có hại cho người tố cáo.',
    }),
    typed(
      'Căn cứ pháp luật',
      'Khoản 2 Điều 18 Luật Cán bộ, công chức: công chức không được sách nhiễu, gây phiền hà.',
      {
        long: true,
        help: 'Căn cứ để xác định có hay không có hành vi vi phạm pháp luật.',
      },
    ),
    concluded,
    typed('Biện pháp xử lý, kiến nghị', 'Giao Văn phòng tham mưu xử lý kỷ luật; buộc hoàn trả 4.500.000 đồng.', {
      long: true,
      help: 'Biện pháp theo thẩm quyền; kiến nghị nơi khác xử lý; kiến nghị sửa đổi chính sách, pháp luật.',
    }),
  ],
  body: [
    para('{Tên cơ quan} đã ban hành Quyết định {Quyết định thụ lý} thụ lý tố cáo đối với {Người bị tố cáo}.'),
    para(
      'Căn cứ nội dung tố cáo, giải trình của người bị tố cáo, kết quả xác minh nội dung tố cáo, các tài liệu, chứng cứ có liên quan và đối chiếu với các quy định của pháp luật, {Tên cơ quan} kết luận nội dung tố cáo như sau:',
    ),
    title('1. Kết quả xác minh nội dung tố cáo:'),
    para('{Kết quả xác minh}'),
    title('2. Căn cứ pháp luật để xác định có hay không có hành vi vi phạm pháp luật:'),
    para('{Căn cứ pháp luật}'),
    title('3. Kết luận:'),
    para('{Kết luận}'),
    title('4. Các biện pháp xử lý theo thẩm quyền cần thực hiện và kiến nghị:'),
    para('{Biện pháp xử lý, kiến nghị}'),
  ],
  signing: byResolver(cite('LTC Đ.35 k1; NĐ31 Đ.17 k1')),
});

/** The denouncer is told of the conclusion, not sent it (LTC Đ.35 k3). */
const conclusionNotice = namedForm({
  ...SINCE_ND31,
  code: 'TC.CONCLUSION.NOTICE',
  heading: 'THÔNG BÁO\nVề kết luận nội dung tố cáo',
  title: 'Thông báo về kết luận nội dung tố cáo',
  citation: cite('LTC Đ.35 k3'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['denouncer', 'file'],
  fields: [
    denouncerReached,
    denouncedOn,
    allegationNamed,
    conclusionPaper,
    concluded,
    typed('Biện pháp xử lý, kiến nghị', 'Đã giao xử lý kỷ luật và buộc hoàn trả số tiền đã thu', {
      long: true,
      optional: true,
    }),
  ],
  body: [
    para('Ngày {Ngày tố cáo}, ông (bà) có đơn tố cáo về việc: {Nội dung tố cáo}.'),
    para(
      '{Tên cơ quan} đã giải quyết và ban hành Kết luận nội dung tố cáo {Kết luận nội dung tố cáo}. Kết luận như sau:',
    ),
    para('{Kết luận}'),
    section('Biện pháp xử lý, kiến nghị', [para('Biện pháp xử lý, kiến nghị: {Biện pháp xử lý, kiến nghị}.')]),
    para(
      'Nếu có căn cứ cho rằng việc giải quyết không đúng quy định của pháp luật, ông (bà) có quyền tố cáo tiếp với người đứng đầu cơ quan, tổ chức cấp trên trực tiếp theo Điều 37 Luật Tố cáo./.',
    ),
  ],
  signing: byHead(cite('LTC Đ.35 k3; NĐ30 Đ.13')),
});

/** Posted or read out: no identity, no secret of the State (LTC Đ.40 k3). */
const publicationNotice = openForm({
  ...SINCE_ND31,
  code: 'TC.PUBLICATION.NOTICE',
  heading: 'THÔNG BÁO\nCông khai kết luận nội dung tố cáo',
  title: 'Thông báo công khai kết luận nội dung tố cáo',
  citation: cite('LTC Đ.40; NĐ31 Đ.6'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  addressees: ['citizens', 'managingBody', 'file'],
  fields: [
    conclusionPaper,
    denounced,
    concluded,
    typed('Hình thức công khai', 'niêm yết ít nhất 15 ngày liên tục', {
      start: (data) => chosenLabels(PUBLICATION_FORMS, data.facts['publicationForms']),
    }),
    typed('Nơi công khai', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành'),
    typed('Công khai từ ngày', '12 tháng 8 năm 2026', {
      help: 'Trong 07 ngày làm việc kể từ ngày ra kết luận (LTC Đ.40 k1).',
      start: (data) => dayInWords(data.facts['publishedOn'] ?? data.signedOn),
    }),
  ],
  body: [
    para(
      '{Tên cơ quan} công khai Kết luận nội dung tố cáo {Kết luận nội dung tố cáo} đối với {Người bị tố cáo} như sau:',
    ),
    para('{Kết luận}'),
    para('Hình thức công khai: {Hình thức công khai}; tại {Nơi công khai}; từ ngày {Công khai từ ngày}./.'),
  ],
  signing: byResolver(cite('LTC Đ.40 k1; NĐ31 Đ.6 k2')),
});

export const conclusionPapers = [conclusion, conclusionNotice, publicationNotice];
