import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { identityLine, line } from '../common/blocks.js';
import { address, addressee, complainant, identityPaper, instanceWord, receivedOn, summary } from '../common/fields.js';
import { BEFORE, SINCE } from '../common/law.js';
import { byResolver } from '../common/signing.js';

const { para } = block;

const common = {
  code: 'ND124.03',
  title: 'Thông báo về việc thụ lý giải quyết khiếu nại (Mẫu số 03)',
  formNumber: 'Mẫu số 03',
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['complainant', 'forwarder', 'inspectorate', 'file'],
} as const;
const fields = [addressee, receivedOn, complainant, address, ...identityPaper, summary] as const;

/** NĐ 124 Mẫu số 03: many complainants get it through one of their representatives (NĐ124 Đ.16 k2). */
export const acceptanceNotices = [
  namedForm({
    ...common,
    ...BEFORE.validity,
    heading: 'THÔNG BÁO\nVề việc thụ lý giải quyết khiếu nại {Lần giải quyết}',
    citation: cite('LKN Đ.27; NĐ124 Đ.16, Mẫu số 03'),
    fields: [...fields, instanceWord],
    body: [
      para('Ngày {Ngày nhận đơn}, {Tên cơ quan} đã nhận được đơn khiếu nại của {Người khiếu nại}.'),
      line('Địa chỉ: {Địa chỉ người khiếu nại}'),
      identityLine(BEFORE.identity),
      line('Khiếu nại về việc: {Tóm tắt nội dung}.'),
      para(
        'Sau khi xem xét nội dung đơn khiếu nại của {Người khiếu nại}, căn cứ quy định của pháp luật về khiếu nại, {Tên cơ quan} nhận thấy đơn khiếu nại của {Người khiếu nại} đủ điều kiện thụ lý.',
      ),
      para('Vậy thông báo để {Người khiếu nại} được biết./.'),
    ],
    signing: byResolver(cite('LKN Đ.27; NĐ124 Đ.16 k2')),
  }),
  namedForm({
    ...common,
    ...SINCE.validity,
    heading: 'THÔNG BÁO\nVề việc thụ lý giải quyết khiếu nại',
    citation: cite('LKN Đ.27 (L136); NĐ124 Đ.16 (NĐ155), Mẫu số 03'),
    fields,
    body: [
      para('Ngày {Ngày nhận đơn}, {Tên cơ quan} đã nhận được đơn khiếu nại của: {Người khiếu nại}.'),
      line('Địa chỉ: {Địa chỉ người khiếu nại}'),
      identityLine(SINCE.identity),
      line('Khiếu nại về việc: {Tóm tắt nội dung}.'),
      para(
        'Sau khi xem xét nội dung đơn khiếu nại, căn cứ quy định của pháp luật về khiếu nại, {Tên cơ quan} nhận thấy đơn khiếu nại đủ điều kiện thụ lý.',
      ),
      para('Vậy thông báo để {Người khiếu nại} được biết./.'),
    ],
    signing: byResolver(cite('LKN Đ.27 (L136); NĐ124 Đ.16 k2')),
  }),
];
