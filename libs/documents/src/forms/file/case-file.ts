import { cite } from '#libs/procedure';
import { block, namedForm, openForm } from '../../form.js';
import { line, opening } from '../common/blocks.js';
import {
  closing,
  lines,
  matterWord,
  occasion,
  officer,
  officerTitle,
  open,
  register,
  sender,
  typed,
} from '../common/fields.js';
import { SINCE_LKN, SINCE_TT05 } from '../common/law.js';
import { byParties, byVerifier } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';

const { para, section, table, signatures } = block;

const opened = open('Mã hồ sơ', (data) => data.petition.registerLabel, 'KN-2026-000127');

/** The file is paginated in the order of its papers (LKN Đ.34 k2; LTC Đ.39). */
const fileIndex = openForm({
  ...SINCE_LKN,
  code: 'FILE.INDEX',
  heading: 'MỤC LỤC TÀI LIỆU\nTrong hồ sơ giải quyết {Loại việc}',
  title: 'Mục lục hồ sơ (bút lục)',
  citation: cite('LKN Đ.34, 43; LTC Đ.39; NĐ124 Đ.30'),
  letterhead: 'agency',
  sizes: ['A4'],
  addressees: ['file'],
  fields: [
    matterWord,
    opened,
    lines(
      'Tài liệu trong hồ sơ',
      [
        {
          'Tên tài liệu': 'Đơn và tài liệu kèm theo',
          'Số, ngày': '02/07/2026',
          'Bút lục từ': '01',
          'Bút lục đến': '08',
          'Ghi chú': 'Bản gốc',
        },
        {
          'Tên tài liệu': 'Thông báo thụ lý',
          'Số, ngày': '15/TB-UBND, 08/07/2026',
          'Bút lục từ': '09',
          'Bút lục đến': '09',
          'Ghi chú': 'Bản chính',
        },
        {
          'Tên tài liệu': 'Biên bản làm việc',
          'Số, ngày': '22/07/2026',
          'Bút lục từ': '10',
          'Bút lục đến': '13',
          'Ghi chú': 'Bản chính',
        },
      ],
      { help: 'Theo thứ tự tài liệu; đánh số từng tờ.' },
    ),
    typed('Tổng số tờ', '13'),
    officer,
  ],
  body: [
    line('Mã hồ sơ: {Mã hồ sơ}'),
    table('Tài liệu trong hồ sơ', {
      head: ['TT', 'Tên tài liệu', 'Số, ngày', 'Từ tờ', 'Đến tờ', 'Ghi chú'],
      widths: [7, 35, 22, 10, 11, 15],
      cells: ['{TT}', '{Tên tài liệu}', '{Số, ngày}', '{Bút lục từ}', '{Bút lục đến}', '{Ghi chú}'],
    }),
    line('Tổng số: {Tổng số tờ} tờ.'),
    signatures(
      { title: ' ' },
      { title: 'NGƯỜI LẬP MỤC LỤC', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byVerifier(cite('NĐ124 Đ.30')),
});

/** To the second instance, the court on request, or the archive. */
const fileHandover = openForm({
  ...SINCE_LKN,
  code: 'FILE.HANDOVER',
  heading: 'BIÊN BẢN\nBàn giao hồ sơ giải quyết {Loại việc}',
  title: 'Biên bản bàn giao hồ sơ',
  citation: cite('LKN Đ.14 k2đ, Đ.34 k2, Đ.43; LTC Đ.39'),
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['receivingBody', 'file'],
  fields: [
    ...occasion,
    matterWord,
    opened,
    officer,
    officerTitle,
    typed('Cơ quan nhận hồ sơ', 'Thanh tra tỉnh Đồng Tâm'),
    typed('Người nhận hồ sơ', 'Ngô Thị Bích Liên, Thanh tra viên'),
    typed('Lý do bàn giao', 'phục vụ giải quyết khiếu nại lần hai', {
      help: 'Giải quyết lần hai, Tòa án yêu cầu, hoặc nộp lưu trữ.',
    }),
    lines('Tài liệu bàn giao', [
      { 'Tập hồ sơ': 'Hồ sơ giải quyết lần đầu', 'Số tờ': '86', 'Tình trạng': 'Bản chính, đã đánh bút lục' },
      { 'Tập hồ sơ': 'Mục lục tài liệu', 'Số tờ': '02', 'Tình trạng': 'Bản chính' },
    ]),
    closing[1],
  ],
  body: [
    opening,
    line('Bên giao: ông (bà) {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    line('Bên nhận: ông (bà) {Người nhận hồ sơ}, {Cơ quan nhận hồ sơ}.'),
    para('Hai bên bàn giao hồ sơ mã {Mã hồ sơ} để {Lý do bàn giao}, gồm:'),
    table('Tài liệu bàn giao', {
      head: ['TT', 'Tập hồ sơ, tài liệu', 'Số tờ', 'Tình trạng'],
      widths: [8, 46, 14, 32],
      cells: ['{TT}', '{Tập hồ sơ}', '{Số tờ}', '{Tình trạng}'],
    }),
    para('Bên nhận đã kiểm đếm đủ. Biên bản được lập thành {Số bản} bản, mỗi bên giữ 01 bản./.'),
    signatures(
      { title: 'BÊN NHẬN', note: '(Ký, ghi rõ họ tên)' },
      { title: 'BÊN GIAO', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(cite('LKN Đ.34 k2, Đ.43')),
});

const originalsReturn = namedForm({
  ...SINCE_TT05,
  code: 'ORIGINALS.RETURN',
  heading: 'BIÊN BẢN\nTrả lại giấy tờ, tài liệu, bằng chứng gốc',
  title: 'Biên bản trả lại bản gốc',
  citation: cite('TT05 Đ.10', 'M'),
  letterhead: 'agency',
  undated: true,
  sizes: ['A4', 'A5'],
  addressees: ['petitioner', 'file'],
  fields: [
    ...occasion,
    register,
    officer,
    officerTitle,
    sender,
    open(
      'Văn bản kèm theo khi trả',
      (data) => earlierPaper(data, 'ND124.15', 'ND124.04', 'TT05.02'),
      'số 20/TB-UBND ngày 08 tháng 7 năm 2026',
    ),
    lines('Bản gốc trả lại', [
      { 'Tên bản gốc': 'Giấy chứng nhận quyền sử dụng đất', 'Số tờ': '01', 'Tình trạng': 'Còn nguyên vẹn' },
      { 'Tên bản gốc': 'Biên lai thu thuế năm 2004', 'Số tờ': '02', 'Tình trạng': 'Một tờ rách mép' },
    ]),
    closing[1],
  ],
  body: [
    opening,
    line('Bên trả: ông (bà) {Công chức thực hiện}, {Chức vụ công chức thực hiện}.'),
    line('Bên nhận: ông (bà) {Người gửi đơn}.'),
    para('Trả lại các bản gốc đã gửi kèm đơn (số tiếp nhận {Số tiếp nhận}):'),
    table('Bản gốc trả lại', {
      head: ['TT', 'Tên giấy tờ, tài liệu', 'Số tờ', 'Tình trạng'],
      widths: [8, 48, 14, 30],
      cells: ['{TT}', '{Tên bản gốc}', '{Số tờ}', '{Tình trạng}'],
    }),
    section('Văn bản kèm theo khi trả', [para('Trả cùng văn bản {Văn bản kèm theo khi trả}.')]),
    para('Bên nhận đã kiểm tra, nhận đủ. Biên bản được lập thành {Số bản} bản, mỗi bên giữ 01 bản./.'),
    signatures(
      { title: 'BÊN NHẬN', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)', name: '{Người gửi đơn}' },
      { title: 'BÊN TRẢ', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(cite('TT05 Đ.10', 'M')),
});

export const caseFilePapers = [fileIndex, fileHandover, originalsReturn];
