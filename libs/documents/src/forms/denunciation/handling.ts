import { MEASURES } from '#workflows/denunciation';
import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { ground } from '../common/blocks.js';
import { issuer, open, typed } from '../common/fields.js';
import { SINCE_LTC } from '../common/law.js';
import { byHead, byResolver } from '../common/signing.js';
import { dayInWords, earlierPaper, sentence } from '../common/words.js';
import { bearers, chosenLabels, conclusionPaper, denounced, powers, proposer, resolverTitle } from './fields.js';
import { decisionHead, underBothLaws } from './law.js';

const { para, article, section } = block;

/** What the resolver does upon the conclusion, or at once where the facts are clear (LTC Đ.43). */
const handlingDecisions = underBothLaws((law) =>
  openForm({
    ...law.validity,
    code: 'TC.HANDLING.DECISION',
    heading: 'QUYẾT ĐỊNH\nXử lý hành vi vi phạm bị tố cáo',
    title: 'Quyết định, văn bản xử lý kết luận nội dung tố cáo',
    citation: cite('LTC Đ.36 k1, Đ.43, Đ.44 k1; NĐ31 Đ.18 k1'),
    letterhead: 'agency',
    numberKind: 'QĐ',
    sizes: ['A4'],
    addressees: ['denounced', 'managingBody', 'related', 'inspectorate', 'file'],
    fields: [
      issuer,
      powers,
      proposer,
      open('Kết luận đã ban hành', (data) => earlierPaper(data, 'ND31.12'), 'số 08/KL-UBND ngày 10 tháng 8 năm 2026'),
      denounced,
      typed('Biện pháp xử lý', 'Buộc hoàn trả 4.500.000 đồng cho 03 hộ; xử lý kỷ luật theo thẩm quyền.', {
        long: true,
        help: 'Từng biện pháp, người thực hiện. Không ghi người tố cáo.',
        start: (data) => {
          const words = chosenLabels(MEASURES, data.facts['measures']);
          return words && `${sentence(words)}.`;
        },
      }),
      typed('Hạn thực hiện', '31 tháng 8 năm 2026'),
      typed('Kiến nghị', 'Kiến nghị Sở Nội vụ xem xét trách nhiệm quản lý.', { long: true, optional: true }),
      bearers,
    ],
    body: [
      ...decisionHead(law, {}, [
        section(
          'Kết luận đã ban hành',
          [ground('Căn cứ Kết luận nội dung tố cáo {Kết luận đã ban hành};')],
          [ground('Căn cứ chứng cứ cụ thể về hành vi vi phạm và Điều 43 Luật Tố cáo;')],
        ),
      ]),
      article('Điều 1.', 'Xử lý đối với {Người bị tố cáo} như sau: {Biện pháp xử lý}'),
      para('Hoàn thành trước ngày {Hạn thực hiện}.'),
      section('Kiến nghị', [para('{Kiến nghị}')]),
      article(
        'Điều 2.',
        '{Người chịu trách nhiệm thi hành}, {Người bị tố cáo} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này, báo cáo kết quả về {Tên cơ quan}./.',
      ),
    ],
    signing: byResolver(cite('LTC Đ.36 k1, Đ.43')),
  }),
);

/** From whoever was asked to act, to the resolver (LTC Đ.36 k3). */
const handlingReport = openForm({
  ...SINCE_LTC,
  code: 'TC.HANDLING.REPORT',
  heading: 'THÔNG BÁO\nKết quả xử lý kiến nghị trong kết luận nội dung tố cáo',
  title: 'Thông báo kết quả xử lý kiến nghị trong kết luận',
  citation: cite('LTC Đ.36 k3'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  salutation: '{Người giải quyết tố cáo}',
  addressees: ['receivingBody', 'file'],
  fields: [
    resolverTitle,
    conclusionPaper,
    denounced,
    typed('Kiến nghị đã xử lý', 'Xem xét trách nhiệm quản lý của Trưởng phòng Kinh tế xã', { long: true }),
    typed('Kết quả xử lý', 'Quyết định số 70/QĐ-SNV ngày 20 tháng 8 năm 2026: khiển trách', { long: true }),
    typed('Ngày có kết quả xử lý', '20 tháng 8 năm 2026', { start: (data) => dayInWords(data.facts['resultOn']) }),
  ],
  body: [
    para(
      'Thực hiện kiến nghị trong Kết luận nội dung tố cáo {Kết luận nội dung tố cáo} đối với {Người bị tố cáo}, {Tên cơ quan} thông báo kết quả xử lý như sau:',
    ),
    para('1. Kiến nghị: {Kiến nghị đã xử lý}.'),
    para('2. Kết quả: {Kết quả xử lý} (ngày có kết quả: {Ngày có kết quả xử lý})./.'),
  ],
  signing: byHead(cite('LTC Đ.36 k3; NĐ30 Đ.13')),
});

/** The file goes with it, sealed; the letter itself names no denouncer. */
const crimeTransfer = openForm({
  ...SINCE_LTC,
  code: 'TC.CRIME.TRANSFER',
  heading: 'V/v chuyển hồ sơ vụ việc có dấu hiệu tội phạm',
  title: 'Văn bản chuyển hồ sơ có dấu hiệu tội phạm',
  citation: cite('LTC Đ.27 k1, Đ.36 k2; NĐ31 Đ.16 k3'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Cơ quan tiếp nhận hồ sơ}',
  addressees: ['police', 'file'],
  fields: [
    typed('Cơ quan tiếp nhận hồ sơ', 'Cơ quan Cảnh sát điều tra Công an tỉnh Đồng Tâm', {
      help: 'Cơ quan điều tra hoặc Viện kiểm sát nhân dân có thẩm quyền.',
      start: (data) => data.texts['receivingBody'],
    }),
    denounced,
    typed('Dấu hiệu tội phạm', 'nhiều lần nhận tiền của hộ dân để làm nhanh hồ sơ, có chứng từ và lời trình bày', {
      long: true,
      help: 'Hành vi, tài liệu đã thu thập. Không ghi bất cứ điều gì cho biết ai tố cáo.',
    }),
    typed('Giai đoạn giải quyết', 'đang xác minh nội dung tố cáo', {
      help: 'Đang kiểm tra điều kiện thụ lý, đang xác minh, đã kết luận.',
    }),
    typed('Số bút lục', '86'),
    typed('Người bàn giao hồ sơ', 'Phạm Văn Đức, Phó Chánh Văn phòng'),
  ],
  body: [
    para(
      'Trong quá trình giải quyết tố cáo đối với {Người bị tố cáo} ({Giai đoạn giải quyết}), {Tên cơ quan} thấy có dấu hiệu của tội phạm: {Dấu hiệu tội phạm}.',
    ),
    para(
      'Căn cứ Điều 27 và Điều 36 Luật Tố cáo, {Tên cơ quan} chuyển {Cơ quan tiếp nhận hồ sơ} hồ sơ vụ việc gồm {Số bút lục} bút lục để xử lý theo quy định của pháp luật. Thông tin về người tố cáo để trong bì niêm phong riêng, giao theo chế độ mật.',
    ),
    para('Người bàn giao: ông (bà) {Người bàn giao hồ sơ}.'),
    para('Đề nghị {Cơ quan tiếp nhận hồ sơ} thông báo kết quả xử lý cho {Tên cơ quan}./.'),
  ],
  signing: byResolver(cite('LTC Đ.27 k1, Đ.36 k2')),
});

/** LTC Đ.27 k2: on the day the danger is found. */
const urgentRequest = openForm({
  ...SINCE_LTC,
  code: 'TC.URGENT.REQUEST',
  heading: 'V/v áp dụng biện pháp ngăn chặn hành vi vi phạm pháp luật',
  title: 'Văn bản áp dụng, đề nghị biện pháp ngăn chặn',
  citation: cite('LTC Đ.27 k2; Đ.11 k1d'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi áp dụng biện pháp}',
  addressees: ['receivingBody', 'file'],
  fields: [
    typed('Nơi áp dụng biện pháp', 'Công an xã Tân Thành'),
    typed('Ngày phát hiện', '20 tháng 7 năm 2026', { start: (data) => dayInWords(data.facts['riskFoundOn']) }),
    typed('Hành vi và nguy cơ', 'tiêu hủy sổ thu tiền của thôn, gây thiệt hại đến quyền lợi của các hộ dân', {
      long: true,
      help: 'Hành vi, thiệt hại hoặc nguy cơ. Không ghi bất cứ điều gì cho biết ai tố cáo.',
    }),
    typed('Biện pháp đề nghị', 'niêm phong sổ thu, ngăn chặn việc tiêu hủy tài liệu', { long: true }),
  ],
  body: [
    para(
      'Ngày {Ngày phát hiện}, {Tên cơ quan} phát hiện hành vi đang gây thiệt hại hoặc đe dọa gây thiệt hại: {Hành vi và nguy cơ}.',
    ),
    para(
      'Căn cứ khoản 2 Điều 27 Luật Tố cáo, đề nghị {Nơi áp dụng biện pháp} áp dụng ngay biện pháp: {Biện pháp đề nghị}.',
    ),
    para('Kết quả xin thông báo ngay cho {Tên cơ quan}./.'),
  ],
  signing: byHead(cite('LTC Đ.27 k2')),
});

export const handlingPapers = [...handlingDecisions, handlingReport, crimeTransfer, urgentRequest];
