import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { line, opening, title } from '../common/blocks.js';
import { closing, lines, occasion, officer, officerTitle, open, typed } from '../common/fields.js';
import { SINCE_LKN, SINCE_ND124 } from '../common/law.js';
import { byParties } from '../common/signing.js';
import { dayInWords, earlierPaper } from '../common/words.js';

const { para, section, table, signatures } = block;

const WITNESSED = signatures(
  { title: 'NGƯỜI CHỨNG KIẾN', note: '(Ký, ghi rõ họ tên)', name: '{Người chứng kiến}' },
  { title: 'NGƯỜI LẬP BIÊN BẢN', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
);
const record = {
  letterhead: 'agency',
  undated: true,
  addressees: ['file'],
} as const;

/** The day a paper reached its addressee: from it the window for a second complaint or a lawsuit runs. */
const deliveryRecord = openForm({
  ...record,
  ...SINCE_LKN,
  code: 'DELIVERY.RECORD',
  heading: 'BIÊN BẢN\nGiao nhận văn bản',
  title: 'Biên bản giao nhận văn bản',
  citation: cite('LKN Đ.32, 33 k1, 41; NĐ124 Đ.29 k2'),
  sizes: ['A4', 'A5'],
  fields: [
    ...occasion,
    officer,
    officerTitle,
    typed('Người nhận', 'Nguyễn Thị Hòa', {
      help: 'Người trực tiếp nhận và quan hệ với người được gửi, nếu nhận thay.',
    }),
    typed('Địa chỉ người nhận', 'ấp Đông, xã Tân Thành'),
    lines(
      'Văn bản được giao',
      [
        {
          'Tên văn bản': 'Quyết định giải quyết khiếu nại lần đầu',
          'Số, ngày văn bản': '156/QĐ-UBND, 14/08/2026',
          'Số bản giao': '01',
        },
      ],
      { help: 'Tên, số, ngày của từng văn bản được giao.' },
    ),
    typed('Việc từ chối nhận', 'Người được gửi vắng mặt, không có người nhận thay', {
      optional: true,
      help: 'Chỉ ghi khi không giao được hoặc người được gửi không nhận, không ký; khi đó người chứng kiến ký.',
    }),
    typed('Người chứng kiến', 'Võ Thị Thanh Tuyền', { optional: true }),
  ],
  body: [
    opening,
    title('1. Người giao'),
    line('Ông (bà) {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    title('2. Người nhận'),
    line('Ông (bà) {Người nhận}. Địa chỉ: {Địa chỉ người nhận}.'),
    title('3. Văn bản được giao'),
    table('Văn bản được giao', {
      head: ['TT', 'Tên văn bản', 'Số, ngày', 'Số bản'],
      widths: [8, 48, 30, 14],
      cells: ['{TT}', '{Tên văn bản}', '{Số, ngày văn bản}', '{Số bản giao}'],
    }),
    section(
      'Việc từ chối nhận',
      [para('Không giao được văn bản: {Việc từ chối nhận}. Biên bản được lập trước người chứng kiến./.'), WITNESSED],
      [
        para('Hai bên đã giao, nhận đủ các văn bản nêu trên. Biên bản được lập thành 02 bản, mỗi bên giữ 01 bản./.'),
        signatures(
          { title: 'NGƯỜI NHẬN', note: '(Ký, ghi rõ họ tên)', name: '{Người nhận}' },
          { title: 'NGƯỜI GIAO', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
        ),
      ],
    ),
  ],
  signing: byParties(cite('LKN Đ.33 k1; NĐ124 Đ.29 k2')),
});

const posted = typed(
  'Văn bản được niêm yết',
  'Quyết định giải quyết khiếu nại số 156/QĐ-UBND ngày 14 tháng 8 năm 2026 (bản công khai)',
  {
    help: 'Niêm yết bản đã lược bỏ thông tin cá nhân; kết luận tố cáo không được làm lộ người tố cáo.',
    start: (data) => {
      const decided = earlierPaper(data, 'ND124.16', 'ND124.15');
      const concluded = earlierPaper(data, 'ND31.12');
      if (concluded) return `Kết luận nội dung tố cáo ${concluded} (bản công khai)`;
      return decided && `Quyết định giải quyết khiếu nại ${decided} (bản công khai)`;
    },
  },
);
const place = typed('Nơi niêm yết', 'Bảng tin trụ sở và nơi tiếp công dân Ủy ban nhân dân xã Tân Thành');
const witness = typed('Người chứng kiến', 'Trưởng ấp Đông Huỳnh Công Danh');
const posting = {
  ...record,
  ...SINCE_ND124,
  citation: cite('LKN Đ.41 k2b; NĐ124 Đ.29 k3b; LTC Đ.40 k2b, k3'),
  sizes: ['A4'],
} as const;

const postingRecord = openForm({
  ...posting,
  code: 'POSTING.RECORD',
  heading: 'BIÊN BẢN\nVề việc niêm yết công khai văn bản',
  title: 'Biên bản niêm yết',
  fields: [
    ...occasion,
    officer,
    officerTitle,
    witness,
    posted,
    place,
    typed('Niêm yết đến hết ngày', '11 tháng 9 năm 2026', {
      help: 'Ít nhất 15 ngày (NĐ124 Đ.29 k3b; kết luận nội dung tố cáo: 15 ngày liên tục, theo NĐ31).',
    }),
    closing[0],
  ],
  body: [
    opening,
    line('Người niêm yết: ông (bà) {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    line('Người chứng kiến: {Người chứng kiến}.'),
    para('Đã niêm yết công khai: {Văn bản được niêm yết}.'),
    para('Nơi niêm yết: {Nơi niêm yết}.'),
    para('Thời gian niêm yết: từ ngày {Ngày làm việc} đến hết ngày {Niêm yết đến hết ngày}.'),
    para('Biên bản kết thúc hồi {Giờ kết thúc} cùng ngày, được lưu vào hồ sơ vụ việc./.'),
    WITNESSED,
  ],
  signing: byParties(cite('NĐ124 Đ.29 k3b; LTC Đ.40 k2b')),
});

const postingEnd = openForm({
  ...posting,
  code: 'POSTING.END',
  heading: 'BIÊN BẢN\nVề việc kết thúc niêm yết công khai văn bản',
  title: 'Biên bản kết thúc niêm yết',
  fields: [
    ...occasion,
    officer,
    officerTitle,
    witness,
    posted,
    place,
    open('Ngày bắt đầu niêm yết', (data) => dayInWords(data.facts['postedOn']), '27 tháng 8 năm 2026'),
    typed('Phản ánh trong thời gian niêm yết', 'Không có.', { long: true, start: () => 'Không có.' }),
    closing[0],
  ],
  body: [
    opening,
    line('Người lập biên bản: ông (bà) {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    line('Người chứng kiến: {Người chứng kiến}.'),
    para('Kết thúc việc niêm yết: {Văn bản được niêm yết}.'),
    para('Nơi niêm yết: {Nơi niêm yết}; niêm yết liên tục từ ngày {Ngày bắt đầu niêm yết} đến ngày {Ngày làm việc}.'),
    para('Phản ánh nhận được trong thời gian niêm yết: {Phản ánh trong thời gian niêm yết}'),
    para('Biên bản kết thúc hồi {Giờ kết thúc} cùng ngày, được lưu vào hồ sơ vụ việc./.'),
    WITNESSED,
  ],
  signing: byParties(cite('NĐ124 Đ.29 k3b; LTC Đ.40 k2b')),
});

export const deliveryPapers = [deliveryRecord, postingRecord, postingEnd];
