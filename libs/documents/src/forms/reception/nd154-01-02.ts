import { cite } from '#libs/procedure';
import { block, namedForm, type NamedForm } from '../../form.js';
import { line } from '../common/blocks.js';
import {
  addressee,
  identityPaper,
  lines,
  officer,
  officerTitle,
  sender,
  senderAddress,
  typed,
  typedNamed,
} from '../common/fields.js';
import { BEFORE, SINCE } from '../common/law.js';
import { byParties, byResolver } from '../common/signing.js';
import { dayInWords, within } from '../common/words.js';
import { SINCE_ND154, UNTIL_ND154 } from './law.js';

const { para, each, section, signatures } = block;
const identityOf = (paper: string) =>
  line(`${paper}: {Số giấy tờ tùy thân}, ngày cấp {Ngày cấp giấy tờ}, nơi cấp {Nơi cấp giấy tờ};`);

/**
 * NĐ 154 Mẫu số 01/TCD: within 03 working days from having the grounds. The printed form cites điểm g, but Đ.4 k3 orders
 * the notice for điểm h: the draft starts with h and the officer may correct it.
 */
const refusal = namedForm({
  ...SINCE_ND154,
  code: 'ND154.01',
  heading: 'THÔNG BÁO\nVề việc từ chối tiếp công dân',
  title: 'Thông báo về việc từ chối tiếp công dân (Mẫu số 01/TCD)',
  formNumber: 'Mẫu số 01/TCD',
  citation: cite('LTCD Đ.9 k3; NĐ154 Đ.4 k1h, k3, Mẫu số 01/TCD'),
  letterhead: 'agency',
  numberKind: 'TB',
  sizes: ['A4', 'A5'],
  salutation: 'Ông (bà) {Người nhận văn bản}',
  addressees: ['petitioner', 'file'],
  fields: [
    addressee,
    typed('Ngày đến', '14 tháng 7 năm 2026', { start: (data) => dayInWords(data.petition.receivedOn) }),
    sender,
    ...identityPaper,
    senderAddress,
    typed('Loại việc trình bày', 'kiến nghị, phản ánh', { help: 'Khiếu nại, tố cáo, hoặc kiến nghị, phản ánh.' }),
    typedNamed('Tóm tắt nội dung', 'sửa đường bê tông trục ấp Đông', {
      long: true,
      start: (data) => data.content && within(data.content),
    }),
    typed(
      'Lý do từ chối',
      'Việc đã được trả lời tại Văn bản số 88/UBND ngày 10 tháng 3 năm 2026, không có tình tiết mới',
      {
        long: true,
        help: 'Nêu văn bản đã giải quyết, trả lời; không được từ chối để né tránh trách nhiệm (NĐ154 Đ.4 k4).',
      },
    ),
    typed('Căn cứ từ chối', 'khoản 3 Điều 9 Luật Tiếp công dân và điểm h khoản 1 Điều 4', {
      help: 'Mẫu in ghi điểm g nhưng khoản 3 Điều 4 giao ban hành thông báo này cho điểm h. Chỉ giữ căn cứ áp dụng.',
      start: () => 'khoản 3 Điều 9 Luật Tiếp công dân và điểm h khoản 1 Điều 4',
    }),
  ],
  body: [
    para('Ngày {Ngày đến}, ông (bà) {Người gửi đơn};'),
    identityOf(SINCE.identity),
    line('Địa chỉ: {Địa chỉ người gửi đơn};'),
    para('đến {Tên cơ quan} để {Loại việc trình bày} về việc: {Tóm tắt nội dung}.', { indent: false }),
    para('Lý do từ chối: {Lý do từ chối}.'),
    para(
      'Căn cứ {Căn cứ từ chối} Nghị định số 154/2026/NĐ-CP ngày 15 tháng 5 năm 2026 của Chính phủ quy định chi tiết một số điều và biện pháp tổ chức thi hành Luật Tiếp công dân, {Tên cơ quan} từ chối tiếp nhận nội dung {Loại việc trình bày} của ông (bà) {Người gửi đơn} và thông báo để ông (bà) được biết./.',
    ),
  ],
  signing: byResolver(cite('NĐ154 Đ.4 k3')),
});

/** One copy stays with whoever handed the papers in. */
const receipt = (
  own: Pick<NamedForm, 'title' | 'citation' | 'validFrom' | 'validTo'> & { readonly formNumber?: string },
  paper: string,
) =>
  namedForm({
    ...own,
    code: 'ND154.02',
    heading: 'GIẤY BIÊN NHẬN\nThông tin, tài liệu',
    letterhead: 'agency',
    sizes: ['A4', 'A5'],
    addressees: ['petitioner', 'file'],
    fields: [
      typed('Giờ nhận', '08 giờ 45 phút'),
      typed('Ngày nhận', '14 tháng 7 năm 2026', { start: (data) => dayInWords(data.signedOn) }),
      typed('Nơi nhận tài liệu', 'Nơi tiếp công dân Ủy ban nhân dân xã Tân Thành'),
      officer,
      officerTitle,
      sender,
      typed('Tư cách của người giao', 'người khiếu nại', {
        optional: true,
        help: 'Người khiếu nại, kiến nghị, phản ánh; người có liên quan. Có thể bỏ trống để giữ kín loại việc.',
      }),
      ...identityPaper,
      senderAddress,
      lines(
        'Tài liệu đã nhận',
        [
          { 'Tên tài liệu': 'Giấy chứng nhận quyền sử dụng đất', 'Số trang': '04', 'Tình trạng': 'bản sao công chứng' },
          { 'Tên tài liệu': 'Ảnh chụp hiện trạng thửa đất', 'Số trang': '06', 'Tình trạng': 'bản chụp, rõ' },
        ],
        { help: 'Tên, số trang, tình trạng (bản gốc, bản chụp, bản sao công chứng).' },
      ),
      typed('Số bản', '02', { start: () => '02' }),
    ],
    body: [
      para('Vào {Giờ nhận}, ngày {Ngày nhận}, tại: {Nơi nhận tài liệu}.'),
      para('Tôi là {Công chức thực hiện}, chức vụ {Chức vụ công chức thực hiện}, đã nhận của:'),
      section(
        'Tư cách của người giao',
        [line('Ông (bà) {Người gửi đơn}, {Tư cách của người giao};')],
        [line('Ông (bà) {Người gửi đơn};')],
      ),
      identityOf(paper),
      line('Địa chỉ: {Địa chỉ người gửi đơn};'),
      line('các thông tin, tài liệu sau:'),
      each('Tài liệu đã nhận', [para('{TT}. {Tên tài liệu}: {Số trang} trang, {Tình trạng};')]),
      para(
        'Giấy biên nhận thông tin, tài liệu được lập thành {Số bản} bản, giao cho người cung cấp thông tin, tài liệu 01 bản./.',
      ),
      signatures(
        { title: 'NGƯỜI CUNG CẤP THÔNG TIN, TÀI LIỆU', note: '(Ký, ghi rõ họ tên)', name: '{Người gửi đơn}' },
        { title: 'NGƯỜI NHẬN', note: '(Ký, ghi rõ họ tên, đóng dấu nếu có)', name: '{Công chức thực hiện}' },
      ),
    ],
    signing: byParties(own.citation),
  });

/** The form of the circular before is not at hand: the same text without a form number. */
const receiptBefore = receipt(
  {
    title: 'Giấy biên nhận thông tin, tài liệu',
    citation: cite('LTCD Đ.25; TT 04/2021/TT-TTCP', 'M'),
    ...UNTIL_ND154,
  },
  BEFORE.identity,
);
/** NĐ 154 Mẫu số 02/TCD. */
const receiptSince = receipt(
  {
    title: 'Giấy biên nhận thông tin, tài liệu (Mẫu số 02/TCD)',
    formNumber: 'Mẫu số 02/TCD',
    citation: cite('NĐ154 Đ.15 k4, Mẫu số 02/TCD'),
    ...SINCE_ND154,
  },
  SINCE.identity,
);

export const refusalAndReceipt = [refusal, receiptBefore, receiptSince];
