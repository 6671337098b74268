import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { line } from '../common/blocks.js';
import { closing, occasion, officer, officerTitle, typed, typedNamed } from '../common/fields.js';
import { byParties, byPetitioner } from '../common/signing.js';
import { dayInWords } from '../common/words.js';
import { denouncedOn, denouncer, denouncerAddress, denouncerContact, resolverTitle } from './fields.js';
import { SINCE_ND156, UNTIL_ND156 } from './law.js';

const { para, section, signatures } = block;

const withdrawn = typedNamed(
  'Nội dung tố cáo được rút',
  'toàn bộ nội dung tố cáo trong đơn tố cáo ngày 02 tháng 7 năm 2026',
  {
    long: true,
    help: 'Từng nội dung được rút, hoặc toàn bộ nội dung trong đơn tố cáo ngày …',
    start: (data) =>
      data.facts['part'] === undefined
        ? `toàn bộ nội dung tố cáo trong đơn tố cáo ngày ${dayInWords(data.petition.receivedOn)}`
        : null,
  },
);
const application = {
  code: 'ND31.02',
  heading: 'ĐƠN RÚT TỐ CÁO',
  title: 'Đơn rút tố cáo (Mẫu số 02)',
  formNumber: 'Mẫu số 02',
  letterhead: 'nation',
  sizes: ['A4'],
  salutation: '{Người giải quyết tố cáo}',
  addressees: ['file'],
  byCitizen: true,
} as const;

/** NĐ 31 Mẫu số 02 as it was. */
const applicationBefore = namedForm({
  ...application,
  ...UNTIL_ND156,
  citation: cite('LTC Đ.33 k1; NĐ31 Đ.4 k1, Mẫu số 02'),
  fields: [resolverTitle, denouncer, denouncerAddress, withdrawn],
  body: [
    line('Tên tôi là: {Người tố cáo}'),
    line('Địa chỉ: {Địa chỉ người tố cáo}'),
    para('Tôi đề nghị với {Người giải quyết tố cáo} cho tôi rút nội dung tố cáo: {Nội dung tố cáo được rút}./.'),
    signatures({ title: ' ' }, { title: 'NGƯỜI RÚT TỐ CÁO', note: '(Chữ ký hoặc điểm chỉ)', name: '{Người tố cáo}' }),
  ],
  signing: byPetitioner(cite('NĐ31 Đ.4 k1')),
});

/** The same as NĐ 156 has it: several people in one application, and how to reach them. */
const applicationSince = namedForm({
  ...application,
  ...SINCE_ND156,
  citation: cite('LTC Đ.33 k1 (L136); NĐ31 Đ.4 k1, Mẫu số 02 (NĐ156)'),
  fields: [resolverTitle, denouncer, denouncerAddress, denouncerContact, withdrawn],
  body: [
    line('Tên tôi/Chúng tôi là: {Người tố cáo}'),
    line('Địa chỉ: {Địa chỉ người tố cáo}'),
    line('Cách thức liên hệ: {Cách thức liên hệ}'),
    para('Nội dung tố cáo được rút: {Nội dung tố cáo được rút}.', { indent: false }),
    para('Tôi/Chúng tôi làm đơn này đề nghị cơ quan có thẩm quyền chấp nhận việc rút tố cáo nêu trên./.'),
    signatures({ title: ' ' }, { title: 'NGƯỜI RÚT TỐ CÁO', note: '(Chữ ký hoặc điểm chỉ)', name: '{Người tố cáo}' }),
  ],
  signing: byPetitioner(cite('NĐ31 Đ.4 k1 (NĐ156)')),
});

const record = {
  code: 'ND31.03',
  formNumber: 'Mẫu số 03',
  letterhead: 'agency',
  sizes: ['A4'],
  addressees: ['denouncer', 'file'],
} as const;
const signed = signatures(
  { title: 'NGƯỜI RÚT TỐ CÁO', note: '(Chữ ký hoặc điểm chỉ)', name: '{Người tố cáo}' },
  { title: 'NGƯỜI LẬP BIÊN BẢN', note: '(Chữ ký)', name: '{Công chức thực hiện}' },
);
const met = [
  para('Vào hồi {Giờ bắt đầu}, ngày {Ngày làm việc}, tại {Địa điểm}.'),
  para(
    'Tôi là {Công chức thực hiện}, {Chức vụ công chức thực hiện}, đã làm việc trực tiếp với {Người tố cáo} về việc đề nghị rút nội dung tố cáo.',
  ),
];
const ended = [
  para('Buổi làm việc kết thúc hồi {Giờ kết thúc} cùng ngày.'),
  para(
    'Biên bản này đã được đọc cho người rút tố cáo nghe và xác nhận dưới đây. Biên bản được lập thành {Số bản} bản và giao cho {Người tố cáo} 01 bản./.',
  ),
  signed,
];
const recordFields = [...occasion, officer, officerTitle, denouncer, resolverTitle, withdrawn, ...closing] as const;

/** NĐ 31 Mẫu số 03 as it was: by whoever received the withdrawal. */
const recordBefore = namedForm({
  ...record,
  ...UNTIL_ND156,
  heading: 'BIÊN BẢN\nGhi nhận việc rút tố cáo',
  title: 'Biên bản ghi nhận việc rút tố cáo (Mẫu số 03)',
  citation: cite('LTC Đ.33 k1; NĐ31 Đ.4 k1, Mẫu số 03'),
  fields: recordFields,
  body: [
    ...met,
    para('Ông (bà) {Người tố cáo} đề nghị với {Người giải quyết tố cáo} cho rút {Nội dung tố cáo được rút}.'),
    ...ended,
  ],
  signing: byParties(cite('NĐ31 Đ.4 k1')),
});

/**
 * The same since 01/07/2026: by the resolver, the checker, the verifier or the receiver. The appendix of NĐ 156 is at
 * hand only up to Mẫu số 02, so this one follows the old layout with what Đ.4 k1, k2 ask for.
 */
const recordSince = namedForm({
  ...record,
  ...SINCE_ND156,
  heading: 'BIÊN BẢN\nGhi nhận việc rút tố cáo',
  title: 'Biên bản ghi nhận việc rút tố cáo (Mẫu số 03)',
  citation: cite('LTC Đ.33 k1 (L136); NĐ31 Đ.4 k2, Mẫu số 03 (NĐ156)', 'M'),
  fields: [
    ...recordFields,
    denouncerAddress,
    denouncerContact,
    denouncedOn,
    typed('Lý do rút tố cáo', 'Việc đã được xử lý, không có nhu cầu tố cáo tiếp', {
      optional: true,
      help: 'Không bắt buộc; ghi theo lời người rút để xem xét căn cứ tại NĐ31 Đ.4 k4.',
    }),
  ],
  body: [
    ...met,
    line('Địa chỉ: {Địa chỉ người tố cáo}. Cách thức liên hệ: {Cách thức liên hệ}.'),
    para(
      'Ông (bà) {Người tố cáo} có đơn tố cáo ngày {Ngày tố cáo}, nay đề nghị với {Người giải quyết tố cáo} cho rút {Nội dung tố cáo được rút}.',
    ),
    section('Lý do rút tố cáo', [para('Lý do: {Lý do rút tố cáo}.')]),
    ...ended,
  ],
  signing: byParties(cite('NĐ31 Đ.4 k2 (NĐ156)')),
});

export const withdrawalPapers = [applicationBefore, applicationSince, recordBefore, recordSince];
