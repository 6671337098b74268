import { cite } from '#libs/procedure';
import { block, namedForm, type PaperPerson, type PaperData } from '../../form.js';
import { identityLine, line, remark } from '../common/blocks.js';
import { identityPaper, named, typed, typedNamed } from '../common/fields.js';
import { BEFORE, SINCE } from '../common/law.js';
import { byPetitioner } from '../common/signing.js';
import { authorized, instance, petitioner } from '../common/words.js';

const { section, signatures } = block;

const ofPerson =
  (who: (data: PaperData) => PaperPerson | undefined) =>
  (key: 'fullName' | 'address' | 'personalId') =>
  (data: PaperData) =>
    who(data)?.[key];
const filer = ofPerson(petitioner);
const agent = ofPerson(authorized);

const fields = [
  named('Nơi nhận đơn', (data) => data.agency.headTitle, 'Chủ tịch Ủy ban nhân dân xã Tân Thành'),
  named('Họ và tên người khiếu nại', filer('fullName'), 'Nguyễn Thị Hòa'),
  named('Địa chỉ người khiếu nại', filer('address'), 'Số 12, đường Trần Phú, ấp Đông, xã Tân Thành'),
  ...identityPaper,
  named('Người bị khiếu nại', (data) => data.respondent, 'Chủ tịch Ủy ban nhân dân xã Tân Thành'),
  typedNamed('Khiếu nại về việc', 'Quyết định thu hồi đất số 118/QĐ-UBND (khiếu nại lần đầu)', {
    optional: true,
    help: 'Quyết định hoặc hành vi bị khiếu nại; ghi rõ khiếu nại lần đầu hay lần hai.',
    start: (data) =>
      data.petition.challengedDecision &&
      `${data.petition.challengedDecision}${data.instance ? ` (khiếu nại ${instance(data)})` : ''}`,
  }),
  named(
    'Nội dung khiếu nại',
    (data) => data.content,
    'Diện tích đất thu hồi lớn hơn diện tích đo đạc thực tế. Đề nghị đo đạc lại và sửa quyết định.',
  ),
] as const;

const enclosed = [
  typed('Tài liệu kèm theo', 'bản sao quyết định thu hồi đất, trích lục bản đồ địa chính', {
    optional: true,
    help: 'Bỏ trống nếu không có tài liệu kèm theo.',
  }),
] as const;
const enclosedLine = section(
  'Tài liệu kèm theo',
  [remark('(Tài liệu, chứng cứ kèm theo: {Tài liệu kèm theo})')],
  [remark('(Tài liệu, chứng cứ kèm theo - nếu có)')],
);
const common = {
  code: 'ND124.01',
  heading: 'ĐƠN KHIẾU NẠI',
  title: 'Đơn khiếu nại (Mẫu số 01)',
  formNumber: 'Mẫu số 01',
  letterhead: 'nation',
  sizes: ['A4'],
  salutation: '{Nơi nhận đơn}',
  addressees: ['file'],
  byCitizen: true,
} as const;
const signature = signatures(
  { title: ' ' },
  { title: 'NGƯỜI KHIẾU NẠI', note: '(Ký hoặc điểm chỉ)', name: '{Họ và tên người khiếu nại}' },
);

/** NĐ 124 Mẫu số 01 until 30/06/2026. */
const old = namedForm({
  ...common,
  ...BEFORE.validity,
  citation: cite('LKN Đ.8; NĐ124 Đ.3, Mẫu số 01'),
  fields: [
    ...fields,
    typed('Địa chỉ người bị khiếu nại', 'Số 01, đường Lê Lợi, xã Tân Thành', { optional: true }),
    ...enclosed,
  ],
  body: [
    line('Họ và tên người khiếu nại: {Họ và tên người khiếu nại}'),
    line('Địa chỉ: {Địa chỉ người khiếu nại}'),
    identityLine(BEFORE.identity),
    line('Tên của cơ quan, tổ chức, cá nhân bị khiếu nại: {Người bị khiếu nại}'),
    line('Địa chỉ: {Địa chỉ người bị khiếu nại}'),
    line('Khiếu nại về việc: {Khiếu nại về việc}'),
    line('Nội dung khiếu nại: {Nội dung khiếu nại}'),
    enclosedLine,
    signature,
  ],
  signing: byPetitioner(cite('LKN Đ.8 k2')),
});

/** From 01/07/2026. The printed form has no line for the address, which LKN Đ.8 k2 still asks for: one is added. */
const renewed = namedForm({
  ...common,
  ...SINCE.validity,
  citation: cite('LKN Đ.8; NĐ124 Đ.3 (NĐ155), Mẫu số 01; dòng địa chỉ theo LKN Đ.8 k2'),
  fields: [
    ...fields,
    named('Họ và tên người được ủy quyền', agent('fullName'), 'Trần Văn Khánh'),
    named('Số giấy tờ của người được ủy quyền', agent('personalId'), '082085004321'),
    typed('Ngày cấp giấy tờ của người được ủy quyền', '02/03/2023', { optional: true }),
    typed('Nơi cấp giấy tờ của người được ủy quyền', 'Bộ Công an', { optional: true }),
    ...enclosed,
  ],
  body: [
    line('1. Thông tin người khiếu nại:'),
    line('- Họ và tên: {Họ và tên người khiếu nại}'),
    identityLine(`- ${SINCE.identity}`),
    line('- Địa chỉ: {Địa chỉ người khiếu nại}'),
    line('2. Thông tin người được ủy quyền khiếu nại (nếu có):'),
    line('- Họ và tên: {Họ và tên người được ủy quyền}'),
    line(
      `- ${SINCE.identity}: {Số giấy tờ của người được ủy quyền}, ngày cấp {Ngày cấp giấy tờ của người được ủy quyền}, nơi cấp {Nơi cấp giấy tờ của người được ủy quyền}.`,
    ),
    line('3. Tên cơ quan, tổ chức, cá nhân bị khiếu nại: {Người bị khiếu nại}'),
    line('4. Khiếu nại về việc: {Khiếu nại về việc}'),
    line('5. Nội dung khiếu nại: {Nội dung khiếu nại}'),
    enclosedLine,
    signature,
  ],
  signing: byPetitioner(cite('LKN Đ.8 k2')),
});

export const petition = [old, renewed];
