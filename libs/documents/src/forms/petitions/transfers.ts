import { cite } from '#libs/procedure';
import { block, namedForm, openForm, type FormDefinition } from '../../form.js';
import { open, receivedOn, register, typed, typedNamed } from '../common/fields.js';
import { SINCE_LTC, SINCE_LTCD, SINCE_ND155, SINCE_TT05 } from '../common/law.js';
import { byHead } from '../common/signing.js';
import { figure } from '../common/words.js';
import { gist, petition, received } from './handling.js';

const { para, section } = block;

const body = typed('Cơ quan tiếp nhận', 'Chủ tịch Ủy ban nhân dân xã Phú Lợi', {
  start: (data) => data.texts['receivingBody'],
});
const sheets = typed('Số tờ kèm theo', '08', { help: 'Đơn và tài liệu gửi kèm.' });
const before = open('Lần chuyển trước', (data) => figure(data.facts['hops']), '1');
const transfer = {
  letterhead: 'agency',
  numberKind: 'PC',
  sizes: ['A4', 'A5'],
  salutation: '{Cơ quan tiếp nhận}',
  addressees: ['receivingBody', 'petitioner', 'file'],
} as const satisfies Partial<FormDefinition>;

/** Lawful since 01/07/2026 beside guidance (LTCD Đ.26 k1b as amended). */
const complaintTransfer = namedForm({
  ...SINCE_ND155,
  ...transfer,
  code: 'TRANSFER.COMPLAINT',
  heading: 'PHIẾU CHUYỂN ĐƠN KHIẾU NẠI',
  title: 'Phiếu chuyển đơn khiếu nại',
  citation: cite('LTCD Đ.26 k1b (L136)'),
  fields: [body, ...petition, gist, sheets, before],
  body: [
    received,
    para('Nội dung khiếu nại: {Tóm tắt nội dung đơn}.'),
    para(
      'Việc này thuộc thẩm quyền giải quyết của {Cơ quan tiếp nhận}. {Tên cơ quan} chuyển đơn và tài liệu kèm theo ({Số tờ kèm theo} tờ) để được xem xét, giải quyết theo quy định của pháp luật.',
    ),
    section('Lần chuyển trước', [para('Đơn đã qua {Lần chuyển trước} lần chuyển trước đây.')]),
    para('Đề nghị {Cơ quan tiếp nhận} báo đã nhận được đơn và thông báo kết quả cho người gửi đơn./.'),
  ],
  signing: byHead(cite('LTCD Đ.26 k1b (L136)')),
});

const feedbackTransfer = namedForm({
  ...SINCE_LTCD,
  ...transfer,
  code: 'TRANSFER.FEEDBACK',
  heading: 'PHIẾU CHUYỂN ĐƠN KIẾN NGHỊ, PHẢN ÁNH',
  title: 'Phiếu chuyển đơn kiến nghị, phản ánh',
  citation: cite('LTCD Đ.26 k2b'),
  fields: [body, ...petition, gist, sheets, before],
  body: [
    received,
    para('Nội dung kiến nghị, phản ánh: {Tóm tắt nội dung đơn}.'),
    para(
      'Nội dung này thuộc thẩm quyền của {Cơ quan tiếp nhận}. {Tên cơ quan} chuyển đơn hoặc bản ghi nội dung trình bày ({Số tờ kèm theo} tờ) để được nghiên cứu, xem xét, giải quyết.',
    ),
    section('Lần chuyển trước', [para('Đơn đã qua {Lần chuyển trước} lần chuyển trước đây.')]),
    para('Đề nghị thông báo kết quả cho người kiến nghị, phản ánh./.'),
  ],
  signing: byHead(cite('LTCD Đ.26 k2b')),
});

/** Information without a known sender but with clear evidence: the paper carries no identity, whoever is guessed behind it. */
const inspectionTransfer = openForm({
  ...SINCE_LTC,
  code: 'TRANSFER.INSPECTION',
  heading: 'PHIẾU CHUYỂN THÔNG TIN\nĐể thanh tra, kiểm tra phục vụ công tác quản lý',
  title: 'Phiếu chuyển thông tin để thanh tra, kiểm tra',
  citation: cite('LTC Đ.25 k2'),
  letterhead: 'agency',
  numberKind: 'PC',
  sizes: ['A4'],
  salutation: '{Cơ quan tiếp nhận}',
  addressees: ['receivingBody', 'file'],
  fields: [
    body,
    register,
    receivedOn,
    typed('Nội dung thông tin', 'Việc thu, chi quỹ đất công ích tại ấp Đông năm 2025', {
      long: true,
      help: 'Người, hành vi bị phản ánh; không ghi bất cứ điều gì cho biết người cung cấp.',
    }),
    typed('Tài liệu, chứng cứ', 'Bản chụp 03 phiếu thu', {
      long: true,
      help: 'Tài liệu, chứng cứ cụ thể, có cơ sở để thẩm tra, xác minh.',
    }),
    sheets,
  ],
  body: [
    para(
      'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được thông tin (số tiếp nhận {Số tiếp nhận}) không đủ điều kiện xử lý theo trình tự giải quyết tố cáo nhưng có nội dung rõ về người có hành vi vi phạm và tài liệu, chứng cứ cụ thể.',
    ),
    para('Nội dung: {Nội dung thông tin}.'),
    para('Tài liệu, chứng cứ: {Tài liệu, chứng cứ}.'),
    para(
      'Căn cứ khoản 2 Điều 25 Luật Tố cáo, {Tên cơ quan} chuyển {Cơ quan tiếp nhận} ({Số tờ kèm theo} tờ kèm theo) để tiến hành thanh tra, kiểm tra theo thẩm quyền./.',
    ),
  ],
  signing: byHead(cite('LTC Đ.25 k2')),
});

/** A petition sent on by a deputy, the Front, the press or a body that was not competent either. */
const returnLetter = namedForm({
  ...SINCE_TT05,
  code: 'RETURN.LETTER',
  heading: 'V/v trả lại đơn không thuộc thẩm quyền giải quyết',
  title: 'Văn bản trả lại đơn cho nơi chuyển',
  citation: cite('TT05 Đ.8 k2', 'M'),
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  salutation: '{Nơi đã chuyển đơn}',
  addressees: ['forwarder', 'file'],
  fields: [
    typedNamed('Nơi đã chuyển đơn', 'Ủy ban Mặt trận Tổ quốc Việt Nam xã Tân Thành', {
      start: (data) => data.forwarder?.name,
    }),
    ...petition,
    gist,
    typed('Lý do trả lại', 'Việc nêu trong đơn thuộc thẩm quyền giải quyết của Chủ tịch Ủy ban nhân dân xã Phú Lợi', {
      long: true,
      start: (data) => data.texts['note'],
    }),
    sheets,
  ],
  body: [
    para(
      'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được đơn của {Người gửi đơn}, địa chỉ: {Địa chỉ người gửi đơn} (số tiếp nhận {Số tiếp nhận}), do {Nơi đã chuyển đơn} chuyển đến.',
    ),
    para('Nội dung đơn: {Tóm tắt nội dung đơn}.'),
    para('{Tên cơ quan} trả lại đơn và tài liệu kèm theo ({Số tờ kèm theo} tờ). Lý do: {Lý do trả lại}.'),
    para('Đề nghị {Nơi đã chuyển đơn} hướng dẫn người gửi đơn đến nơi có thẩm quyền./.'),
  ],
  signing: byHead(cite('TT05 Đ.8 k2', 'M')),
});

export const transferPapers = [complaintTransfer, feedbackTransfer, inspectionTransfer, returnLetter];
