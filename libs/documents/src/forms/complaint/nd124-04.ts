import { REFUSAL_GROUNDS } from '#workflows/complaint';
import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { identityLine, line } from '../common/blocks.js';
import { address, addressee, complainant, identityPaper, receivedOn, summary, typed } from '../common/fields.js';
import { BEFORE, SINCE } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { chosen } from '../common/words.js';

const { para } = block;

const reason = typed(
  'Lý do không thụ lý',
  'thời hiệu khiếu nại đã hết mà không có lý do chính đáng (khoản 6 Điều 11 Luật Khiếu nại)',
  {
    long: true,
    help: 'Nêu trường hợp thuộc Điều 11 Luật Khiếu nại và vì sao đơn thuộc trường hợp đó.',
    start: (data) => chosen(REFUSAL_GROUNDS, data.facts['ground']),
  },
);
const common = {
  code: 'ND124.04',
  heading: 'THÔNG BÁO\nVề việc không thụ lý giải quyết khiếu nại',
  title: 'Thông báo về việc không thụ lý giải quyết khiếu nại (Mẫu số 04)',
  formNumber: 'Mẫu số 04',
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['complainant', 'forwarder', 'inspectorate', 'file'],
} as const;

export const refusalNotices = [
  namedForm({
    ...common,
    ...BEFORE.validity,
    citation: cite('LKN Đ.11, 27; NĐ124 Đ.16, Mẫu số 04'),
    fields: [addressee, receivedOn, complainant, address, ...identityPaper, summary, reason],
    body: [
      para('Ngày {Ngày nhận đơn}, {Tên cơ quan} đã nhận được đơn khiếu nại của {Người khiếu nại}.'),
      line('Địa chỉ: {Địa chỉ người khiếu nại}'),
      identityLine(BEFORE.identity),
      line('Khiếu nại về việc: {Tóm tắt nội dung}.'),
      para(
        'Sau khi xem xét nội dung đơn khiếu nại, căn cứ Điều 11 của Luật Khiếu nại ngày 11 tháng 11 năm 2011, cơ quan chức năng nhận thấy, đơn khiếu nại của {Người khiếu nại} không đủ điều kiện để thụ lý giải quyết vì lý do sau đây: {Lý do không thụ lý}.',
      ),
      para('Vậy thông báo để {Người khiếu nại} được biết./.'),
    ],
    signing: byResolver(cite('LKN Đ.27; NĐ124 Đ.16 k2')),
  }),
  namedForm({
    ...common,
    ...SINCE.validity,
    citation: cite('LKN Đ.11, 27 (L136); NĐ124 Đ.16 (NĐ155), Mẫu số 04'),
    fields: [addressee, complainant, reason],
    body: [
      para(
        'Sau khi xem xét nội dung đơn khiếu nại, căn cứ Điều 11 của Luật Khiếu nại, {Tên cơ quan} nhận thấy, đơn khiếu nại của {Người khiếu nại} không đủ điều kiện để thụ lý giải quyết vì {Lý do không thụ lý}.',
      ),
      para('Vậy thông báo để {Người khiếu nại} được biết./.'),
    ],
    signing: byResolver(cite('LKN Đ.27 (L136); NĐ124 Đ.16 k2')),
  }),
];
