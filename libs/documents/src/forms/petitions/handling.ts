import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line } from '../common/blocks.js';
import {
  addressee,
  lines,
  officer,
  receivedOn,
  register,
  sender,
  senderAddress,
  typed,
  typedNamed,
} from '../common/fields.js';
import { SINCE_LTCD, SINCE_TT05 } from '../common/law.js';
import { byHead, byReceiver } from '../common/signing.js';

const { para, each, section, signatures } = block;

/** Parts every answer to a petition shares. */
export const gist = typedNamed('Tóm tắt nội dung đơn', 'Đề nghị xem xét lại diện tích đất thu hồi tại ấp Đông', {
  long: true,
  start: (data) => data.content,
});
export const received = para(
  'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được đơn của {Người gửi đơn}, địa chỉ: {Địa chỉ người gửi đơn} (số tiếp nhận {Số tiếp nhận}).',
);
export const petition = [register, receivedOn, sender, senderAddress] as const;
export const toCitizen = {
  letterhead: 'agency',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['petitioner', 'file'],
} as const;

/** Within the agency: the officer proposes, the head writes the answer beneath. */
const acceptanceProposal = namedForm({
  ...SINCE_TT05,
  code: 'TT05.01',
  heading: 'PHIẾU ĐỀ XUẤT THỤ LÝ ĐƠN',
  title: 'Phiếu đề xuất thụ lý đơn',
  citation: cite('TT05 Đ.7; LTCD Đ.26 k1a', 'M'),
  letterhead: 'agency',
  numberKind: 'PĐX',
  sizes: ['A4'],
  salutation: '{Người có thẩm quyền}',
  addressees: ['file'],
  fields: [
    typed('Người có thẩm quyền', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', { start: (data) => data.agency.headTitle }),
    ...petition,
    gist,
    typed('Kết quả giải quyết trước đó', 'Chưa được giải quyết lần nào.', {
      long: true,
      start: () => 'Chưa được giải quyết lần nào.',
    }),
    typed('Căn cứ đề xuất', 'Đơn thuộc thẩm quyền, đủ điều kiện xử lý.', { long: true }),
    typed('Đề xuất', 'Thụ lý giải quyết theo quy định của Luật Khiếu nại.', { long: true }),
    officer,
  ],
  body: [
    received,
    line('1. Tóm tắt nội dung đơn:'),
    para('{Tóm tắt nội dung đơn}'),
    line('2. Cơ quan đã giải quyết, kết quả (nếu có):'),
    para('{Kết quả giải quyết trước đó}'),
    line('3. Căn cứ đề xuất:'),
    para('{Căn cứ đề xuất}'),
    line('4. Đề xuất:'),
    para('{Đề xuất}'),
    signatures(
      { title: 'Ý KIẾN CỦA NGƯỜI CÓ THẨM QUYỀN', note: '(Đồng ý hoặc không; ngày, ký, ghi rõ họ tên)' },
      { title: 'NGƯỜI ĐỀ XUẤT', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byReceiver(cite('TT05 Đ.7', 'M')),
});

/** Once for one matter (TT05 Đ.6 k2b, Đ.8 k1). */
const guidance = namedForm({
  ...SINCE_TT05,
  ...toCitizen,
  code: 'TT05.02',
  heading: 'PHIẾU HƯỚNG DẪN',
  title: 'Phiếu hướng dẫn',
  citation: cite('LTCD Đ.26 k1b; TT05 Đ.8 k1', 'M'),
  numberKind: 'HD',
  fields: [
    addressee,
    ...petition,
    gist,
    typed('Cơ quan có thẩm quyền', 'Chủ tịch Ủy ban nhân dân xã Phú Lợi', {
      start: (data) => data.texts['receivingBody'],
    }),
    typed('Căn cứ xác định thẩm quyền', 'Điều 17 Luật Khiếu nại', { optional: true }),
  ],
  body: [
    received,
    para('Nội dung đơn: {Tóm tắt nội dung đơn}.'),
    section(
      'Căn cứ xác định thẩm quyền',
      [
        para(
          'Căn cứ {Căn cứ xác định thẩm quyền}, việc nêu trong đơn không thuộc thẩm quyền giải quyết của {Tên cơ quan}.',
        ),
      ],
      [para('Việc nêu trong đơn không thuộc thẩm quyền giải quyết của {Tên cơ quan}.')],
    ),
    para(
      'Đề nghị ông (bà) gửi đơn và tài liệu kèm theo đến {Cơ quan có thẩm quyền} để được xem xét, giải quyết theo quy định của pháp luật./.',
    ),
  ],
  signing: byHead(cite('LTCD Đ.26 k1b; TT05 Đ.8 k1', 'M')),
});

const splitting = namedForm({
  ...SINCE_LTCD,
  ...toCitizen,
  code: 'TT05.SPLIT',
  heading: 'PHIẾU HƯỚNG DẪN\nVề việc tách đơn có nhiều nội dung',
  title: 'Phiếu hướng dẫn tách đơn nhiều nội dung',
  citation: cite('LTCD Đ.25 k3; NĐ154 Đ.14 k4'),
  numberKind: 'HD',
  fields: [
    addressee,
    ...petition,
    lines(
      'Nội dung tách riêng',
      [
        {
          'Nội dung được tách': 'Về diện tích đất thu hồi (khiếu nại)',
          'Nơi gửi': 'Chủ tịch Ủy ban nhân dân xã Tân Thành',
        },
        { 'Nội dung được tách': 'Về sửa đường ấp Đông (kiến nghị)', 'Nơi gửi': 'Ủy ban nhân dân xã Tân Thành' },
      ],
      { help: 'Mỗi dòng một nội dung, loại đơn và nơi có thẩm quyền.' },
    ),
  ],
  body: [
    received,
    para('Trong đơn có nhiều nội dung khác nhau. Đề nghị ông (bà) viết thành từng đơn riêng như sau:'),
    each('Nội dung tách riêng', [para('- {Nội dung được tách}: gửi {Nơi gửi};')]),
    para('Phần thuộc thẩm quyền của {Tên cơ quan} được xem xét theo quy định của pháp luật./.'),
  ],
  signing: byHead(cite('LTCD Đ.25 k3; NĐ154 Đ.14 k4')),
});

const supplement = namedForm({
  ...SINCE_TT05,
  ...toCitizen,
  code: 'TT05.SUPPLEMENT',
  heading: 'V/v bổ sung thông tin, tài liệu của đơn',
  title: 'Văn bản hướng dẫn bổ sung đơn',
  citation: cite('TT05 Đ.7 k2; LTCD Đ.25 k2', 'M'),
  numberKind: '',
  fields: [
    addressee,
    ...petition,
    lines(
      'Phần cần bổ sung',
      [
        { 'Thông tin, tài liệu cần bổ sung': 'Chữ ký hoặc điểm chỉ của người đứng đơn' },
        { 'Thông tin, tài liệu cần bổ sung': 'Bản sao quyết định bị khiếu nại' },
      ],
      {
        help: 'Mỗi dòng một thứ: ngày viết đơn, họ tên, địa chỉ, chữ ký, nội dung, tài liệu.',
      },
    ),
    typed('Nơi nhận bổ sung', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành'),
    typed('Ngày hẹn bổ sung', '24 tháng 7 năm 2026', {
      optional: true,
      help: 'Mục tiêu của cơ quan, không phải thời hạn luật định.',
    }),
  ],
  body: [
    received,
    para('Để có đủ điều kiện xử lý đơn, đề nghị ông (bà) bổ sung:'),
    each('Phần cần bổ sung', [para('- {Thông tin, tài liệu cần bổ sung};')]),
    section(
      'Ngày hẹn bổ sung',
      [para('Phần bổ sung xin gửi về {Nơi nhận bổ sung}, nếu được thì trước ngày {Ngày hẹn bổ sung}./.')],
      [para('Phần bổ sung xin gửi về {Nơi nhận bổ sung}./.')],
    ),
  ],
  signing: byHead(cite('TT05 Đ.7 k2', 'M')),
});

export const handlingPapers = [acceptanceProposal, guidance, splitting, supplement];
