import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line, title } from '../common/blocks.js';
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
import { byHead, byParties, byReceiver } from '../common/signing.js';
import { reached } from '../common/words.js';

const { para, each, section, signatures } = block;

const gist = typedNamed('Tóm tắt nội dung đơn', 'Đề nghị xem xét lại diện tích đất thu hồi tại ấp Đông', {
  long: true,
  start: (data) => data.content,
});
const received = para(
  'Ngày {Ngày nhận đơn}, {Tên cơ quan} nhận được đơn của {Người gửi đơn}, địa chỉ: {Địa chỉ người gửi đơn} (số tiếp nhận {Số tiếp nhận}).',
);
const petition = [register, receivedOn, sender, senderAddress] as const;
const toCitizen = {
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

/** What is owed to a citizen who came: one of the four answers of LTCD Đ.28 k1; the last part answers the matter itself. */
const answer = namedForm({
  ...SINCE_LTCD,
  ...toCitizen,
  code: 'FEEDBACK.ANSWER',
  heading: 'THÔNG BÁO\nVề kết quả xử lý {Loại đơn}',
  title: 'Văn bản trả lời kiến nghị, phản ánh',
  citation: cite('LTCD Đ.26 k2, Đ.28 k1'),
  numberKind: 'TB',
  sizes: ['A4'],
  fields: [
    addressee,
    ...petition,
    gist,
    typed('Loại đơn', 'kiến nghị, phản ánh', { start: () => 'kiến nghị, phản ánh' }),
    typed('Đã được thụ lý', 'giao Phòng Kinh tế xem xét, giải quyết', {
      optional: true,
      help: 'Nội dung trả lời thứ nhất (LTCD Đ.28 k1a): ghi nơi được giao giải quyết. Chỉ ghi một trong bốn nội dung.',
    }),
    typed('Cần thêm thời gian', 'phải xác minh thêm tại thực địa', {
      optional: true,
      help: 'Nội dung thứ hai (k1b), chỉ đối với khiếu nại, tố cáo: ghi lý do phải kéo dài.',
    }),
    typed('Từ chối thụ lý', 'việc này đã có bản án của Tòa án', {
      optional: true,
      help: 'Nội dung thứ ba (k1c), chỉ đối với khiếu nại, tố cáo: ghi lý do.',
    }),
    typed('Đã chuyển đến', 'Sở Xây dựng tỉnh Đồng Tâm', {
      optional: true,
      help: 'Nội dung thứ tư (k1d): ghi cơ quan có thẩm quyền đã nhận.',
      start: (data) => data.texts['receivingBody'],
    }),
    typed('Trả lời về nội dung', 'Đoạn đường ấp Đông được sửa chữa trong quý IV năm 2026.', {
      long: true,
      optional: true,
      help: 'Kết quả xem xét, nếu đã có.',
    }),
    officer,
  ],
  body: [
    received,
    para('Nội dung: {Tóm tắt nội dung đơn}.'),
    para('{Tên cơ quan} thông báo:'),
    section('Đã được thụ lý', [para('- Nội dung trên đã được thụ lý để giải quyết: {Đã được thụ lý}.')]),
    section('Cần thêm thời gian', [para('- Việc xem xét để thụ lý cần kéo dài thời gian vì {Cần thêm thời gian}.')]),
    section('Từ chối thụ lý', [para('- Từ chối thụ lý, lý do: {Từ chối thụ lý}.')]),
    section('Đã chuyển đến', [
      para('- Nội dung trên đã được chuyển đến {Đã chuyển đến} để giải quyết theo thẩm quyền.'),
    ]),
    section('Trả lời về nội dung', [para('- Kết quả xem xét: {Trả lời về nội dung}')]),
    para('Cần trao đổi thêm, ông (bà) liên hệ {Công chức thực hiện}./.'),
  ],
  signing: byHead(cite('LTCD Đ.28 k1')),
});

/** Who the denouncer says to be, checked before acceptance: stays in the sealed part of the file. */
const identityCheck = namedForm({
  validFrom: SINCE_TT05.validFrom,
  validTo: null,
  code: 'IDENTITY.CHECK',
  heading: 'BIÊN BẢN\nKiểm tra, xác minh thông tin cá nhân của người tố cáo',
  title: 'Biên bản kiểm tra nhân thân (bảo mật)',
  citation: cite('LTC Đ.24 k1, Đ.39 k1a'),
  letterhead: 'agency',
  undated: true,
  sizes: ['A4'],
  addressees: ['file'],
  fields: [
    typed('Giờ bắt đầu', '08 giờ 30 phút'),
    typed('Ngày làm việc', '22 tháng 7 năm 2026'),
    typed('Địa điểm', 'Phòng tiếp công dân'),
    officer,
    typedNamed('Họ và tên được kiểm tra', 'Nguyễn Văn Bình', { start: (data) => reached(data)?.fullName }),
    typedNamed('Địa chỉ được kiểm tra', 'ấp Tây, xã Tân Thành', { start: (data) => reached(data)?.address }),
    typedNamed('Giấy tờ đã xuất trình', 'Căn cước số 082190005678', { start: (data) => reached(data)?.personalId }),
    typed('Cách kiểm tra', 'Làm việc trực tiếp, đối chiếu giấy tờ tùy thân', { long: true }),
    typed(
      'Kết quả kiểm tra',
      'Họ tên, địa chỉ đúng với giấy tờ xuất trình; người được kiểm tra xác nhận là người viết đơn.',
      {
        long: true,
      },
    ),
    typed('Đề nghị giữ bí mật', 'Đề nghị giữ bí mật họ tên, địa chỉ, bút tích.', { optional: true }),
  ],
  body: [
    para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}.'),
    line('Người kiểm tra: ông (bà) {Công chức thực hiện}.'),
    title('1. Thông tin được kiểm tra'),
    line('Họ và tên: {Họ và tên được kiểm tra}'),
    line('Địa chỉ: {Địa chỉ được kiểm tra}'),
    line('Giấy tờ: {Giấy tờ đã xuất trình}'),
    title('2. Cách kiểm tra'),
    para('{Cách kiểm tra}'),
    title('3. Kết quả'),
    para('{Kết quả kiểm tra}'),
    section('Đề nghị giữ bí mật', [para('Đề nghị của người được kiểm tra: {Đề nghị giữ bí mật}')]),
    para('Biên bản lập thành 01 bản, niêm phong và lưu trong phần bảo mật của hồ sơ./.'),
    signatures(
      { title: 'NGƯỜI ĐƯỢC KIỂM TRA', note: '(Ký, ghi rõ họ tên hoặc điểm chỉ)' },
      { title: 'NGƯỜI KIỂM TRA', note: '(Ký, ghi rõ họ tên)', name: '{Công chức thực hiện}' },
    ),
  ],
  signing: byParties(cite('LTC Đ.24 k1')),
});

export const handlingPapers = [acceptanceProposal, guidance, splitting, supplement, answer, identityCheck];
