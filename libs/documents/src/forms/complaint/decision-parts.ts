import { block, type Block, type OpenPaperData } from '../../form.js';
import { ground, title } from '../common/blocks.js';
import { issuer, open, respondent, typed, typedNamed } from '../common/fields.js';
import { dayInWords, earlierPaper } from '../common/words.js';
import { conclusionInWords } from './nd124-13.js';
import { powers } from './nd124-05.js';

const { para, article, section } = block;

const disciplinary = (data: OpenPaperData): boolean => data.procedure === 'disciplinary-complaint';

const reporter = typed('Người báo cáo', 'Tổ xác minh nội dung khiếu nại', {
  help: 'Cơ quan, tổ chức, cá nhân được giao tham mưu giải quyết.',
});
const report = open(
  'Báo cáo kết quả xác minh',
  (data) => earlierPaper(data, 'ND124.13'),
  'số 44/BC-TXM ngày 28 tháng 7 năm 2026',
);
const verified = typed('Kết quả xác minh', 'Diện tích đo đạc thực tế ngày 22 tháng 7 năm 2026 là 96 m².', {
  long: true,
  help: 'Kết quả xác minh từng nội dung khiếu nại.',
});
const conclusion = typed(
  'Kết luận',
  'Khiếu nại về diện tích đất thu hồi là đúng một phần, căn cứ biên bản đo đạc ngày 22 tháng 7 năm 2026.',
  {
    long: true,
    help: 'Từng nội dung đúng, đúng một phần hay sai toàn bộ; viện dẫn điều khoản; nếu đúng một phần thì ghi rõ phần đúng.',
    start: (data) => {
      const words = conclusionInWords(data.facts['conclusion']);
      return words && `Nội dung khiếu nại là ${words}.`;
    },
  },
);
const dialogue = typed('Kết quả đối thoại', 'Thống nhất diện tích 96 m²; còn khác nhau về mốc phía Tây.', {
  long: true,
  optional: true,
  help: 'Bỏ trống khi không tổ chức đối thoại.',
});
const days = typed('Số ngày', '30', {
  help: 'Vùng sâu, vùng xa đi lại khó khăn: có thể đến 45 ngày (LKN Đ.33 k1). Quyết định kỷ luật: 10 ngày, buộc thôi việc 30 ngày (LKN Đ.48).',
  start: (data) => (disciplinary(data) ? null : '30'),
});
/** A disciplinary decision short of dismissal cannot be sued (LKN Đ.54 k1k, Đ.57 k3). */
const sued = typed('Người bị khởi kiện', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
  optional: true,
  help: 'Bỏ trống khi không có quyền khởi kiện (quyết định kỷ luật không phải buộc thôi việc, LKN Đ.57 k3).',
  start: (data) => (disciplinary(data) ? null : data.agency.headTitle),
});
const settled = [
  typed(
    'Nội dung Điều 1',
    'Sửa đổi diện tích đất thu hồi tại Điều 1 Quyết định số 118/QĐ-UBND từ 120 m² thành 96 m².',
    {
      long: true,
      help: 'Lần đầu: giữ nguyên, sửa đổi, bổ sung, hủy bỏ; tiếp tục hoặc chấm dứt hành vi. Lần hai: yêu cầu sửa đổi, hủy bỏ hoặc công nhận quyết định giải quyết lần đầu.',
    },
  ),
  typed('Nội dung Điều 2', 'Điều chỉnh số tiền bồi thường theo diện tích đã sửa đổi.', {
    long: true,
    help: 'Vấn đề liên quan, khôi phục quyền, lợi ích, bồi thường thiệt hại nếu có.',
  }),
] as const;
const bearers = typed('Những người chịu trách nhiệm thi hành', 'Trưởng phòng Kinh tế, Chánh Văn phòng');
export const petitionDay = open('Ngày của đơn', (data) => dayInWords(data.petition.receivedOn), '02 tháng 7 năm 2026');
export const firstDecision = typed(
  'Kết quả giải quyết lần đầu',
  'Quyết định số 156/QĐ-UBND ngày 14 tháng 8 năm 2026 của Chủ tịch Ủy ban nhân dân xã kết luận khiếu nại đúng một phần.',
  { long: true, help: 'Khi lần đầu quá thời hạn không giải quyết thì ghi rõ (NĐ124 Đ.4 k2).' },
);
export const secondResolver = typed('Người giải quyết lần hai', 'Chủ tịch Ủy ban nhân dân tỉnh Đồng Tâm');

/** What both decisions ask the officer, besides whose complaint it is. */
export const decisionFields = [
  issuer,
  powers,
  petitionDay,
  report,
  reporter,
  verified,
  dialogue,
  conclusion,
  ...settled,
  days,
  sued,
  bearers,
] as const;

export const namedContent = [
  respondent,
  typedNamed('Nội dung khiếu nại', 'Diện tích đất thu hồi lớn hơn diện tích đo đạc thực tế.', {
    long: true,
    help: 'Từng nội dung, lý do và yêu cầu của người khiếu nại.',
    start: (data) => data.content,
  }),
] as const;

/** Words of a published decision: typed anew without names, addresses and identity papers. */
export const publishedContent = typed('Nội dung khiếu nại', 'Diện tích đất thu hồi lớn hơn diện tích đo đạc thực tế.', {
  long: true,
  help: 'Bản công khai: không ghi họ tên, địa chỉ, giấy tờ của người khiếu nại và người liên quan; lược bỏ bí mật nhà nước, bí mật đời tư.',
});

const part = (heading: string, field: string): readonly Block[] => [title(heading), para(`{${field}}`)];

interface Shape {
  readonly who: string;
  readonly opening: readonly Block[];
}

export const grounds = (law: readonly Block[], { opening }: Pick<Shape, 'opening'>): readonly Block[] => [
  ...law,
  ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
  ...opening,
];

const reported = (who: string): Block =>
  para(
    `Theo báo cáo của {Người báo cáo} tại Văn bản {Báo cáo kết quả xác minh} về việc giải quyết khiếu nại của ${who} với các nội dung sau đây:`,
  );
const dialogueHeld = (numeral: string): Block =>
  section('Kết quả đối thoại', part(`${numeral}. Kết quả đối thoại:`, 'Kết quả đối thoại'), [
    title(`${numeral}. Kết quả đối thoại: Không tổ chức đối thoại.`),
  ]);
const RULED = [para('Từ những nhận định và căn cứ trên,'), para('QUYẾT ĐỊNH:', { bold: true, align: 'center' })];
const settle = [article('Điều 1.', '{Nội dung Điều 1}'), article('Điều 2.', '{Nội dung Điều 2}')];
const carryOut = article(
  'Điều 4.',
  'Các ông (bà) {Những người chịu trách nhiệm thi hành} và người khiếu nại chịu trách nhiệm thi hành Quyết định này./.',
);

/** Parts I–IV and the four articles of Mẫu số 15; `who` is the complainant by name or by role. */
export const firstInstanceBody = (who: string): readonly Block[] => [
  reported(who),
  ...part('I. Nội dung khiếu nại:', 'Nội dung khiếu nại'),
  ...part('II. Kết quả xác minh nội dung khiếu nại:', 'Kết quả xác minh'),
  dialogueHeld('III'),
  ...part('IV. Kết luận:', 'Kết luận'),
  ...RULED,
  ...settle,
  section(
    'Người bị khởi kiện',
    [
      article(
        'Điều 3.',
        `Trong thời hạn {Số ngày} ngày, kể từ ngày nhận được Quyết định này, nếu ${who} không đồng ý với giải quyết khiếu nại của {Tên cơ quan} thì ${who} có quyền khiếu nại đến {Người giải quyết lần hai} hoặc khởi kiện {Người bị khởi kiện} tại Tòa án theo quy định của pháp luật về tố tụng hành chính.`,
      ),
    ],
    [
      article(
        'Điều 3.',
        `Trong thời hạn {Số ngày} ngày, kể từ ngày nhận được Quyết định này, nếu ${who} không đồng ý với giải quyết khiếu nại của {Tên cơ quan} thì ${who} có quyền khiếu nại đến {Người giải quyết lần hai}.`,
      ),
    ],
  ),
  carryOut,
];

/** Parts I–V and the four articles of Mẫu số 16. */
export const secondInstanceBody = (who: string): readonly Block[] => [
  reported(who),
  ...part('I. Nội dung khiếu nại:', 'Nội dung khiếu nại'),
  ...part('II. Kết quả giải quyết khiếu nại của người đã giải quyết khiếu nại lần đầu:', 'Kết quả giải quyết lần đầu'),
  ...part('III. Kết quả xác minh nội dung khiếu nại:', 'Kết quả xác minh'),
  dialogueHeld('IV'),
  ...part('V. Kết luận:', 'Kết luận'),
  ...RULED,
  ...settle,
  section(
    'Người bị khởi kiện',
    [
      article(
        'Điều 3.',
        `Trong thời hạn {Số ngày} ngày, kể từ ngày nhận được Quyết định này, nếu ${who} không đồng ý với giải quyết khiếu nại của {Tên cơ quan} thì ${who} có quyền khởi kiện {Người bị khởi kiện} tại Tòa án theo quy định của pháp luật về tố tụng hành chính.`,
      ),
    ],
    [article('Điều 3.', 'Quyết định này là quyết định giải quyết khiếu nại lần hai.')],
  ),
  carryOut,
];
