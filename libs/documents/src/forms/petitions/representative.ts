import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { title } from '../common/blocks.js';
import { matterWord, named, namedLines, typed, typedNamed } from '../common/fields.js';
import { SINCE_LKN } from '../common/law.js';
import { byParties } from '../common/signing.js';

const { para, each, table } = block;

/** NĐ124 Đ.7 k2 lists what it must hold; LTCD Đ.29 how many may be chosen. */
export const representativePaper = namedForm({
  ...SINCE_LKN,
  code: 'REPRESENTATIVE.APPOINTMENT',
  heading: 'VĂN BẢN CỬ NGƯỜI ĐẠI DIỆN\nĐể trình bày nội dung {Loại việc}',
  title: 'Văn bản cử người đại diện',
  citation: cite('LKN Đ.8 k4; LTCD Đ.29; NĐ124 Đ.6, 7'),
  letterhead: 'nation',
  sizes: ['A4'],
  salutation: '{Nơi nhận văn bản cử đại diện}',
  addressees: ['file'],
  byCitizen: true,
  fields: [
    matterWord,
    named('Nơi nhận văn bản cử đại diện', (data) => data.agency.headTitle, 'Chủ tịch Ủy ban nhân dân xã Tân Thành'),
    namedLines(
      'Người đại diện',
      [
        { 'Họ tên người đại diện': 'Nguyễn Thị Hòa', 'Địa chỉ người đại diện': 'ấp Đông, xã Tân Thành' },
        { 'Họ tên người đại diện': 'Trần Văn Khánh', 'Địa chỉ người đại diện': 'ấp Tây, xã Tân Thành' },
      ],
      (data) =>
        data.petitioners
          .filter(({ role }) => role === 'representative')
          .map(({ fullName, address }) => ({
            'Họ tên người đại diện': fullName,
            'Địa chỉ người đại diện': address ?? '',
          })),
    ),
    typedNamed('Nội dung đại diện', 'Việc thu hồi đất theo Quyết định số 118/QĐ-UBND', {
      long: true,
      optional: true,
      start: (data) => data.content,
    }),
    typed('Phạm vi đại diện', 'Trình bày nội dung, cung cấp tài liệu, tham gia đối thoại, nhận văn bản.', {
      long: true,
      optional: true,
      help: 'Từ 05 đến 10 người: cử 01 hoặc 02 người đại diện; trên 10 người: có thể cử thêm nhưng không quá 05 người (LTCD Đ.29). Người đại diện phải là người khiếu nại.',
    }),
    namedLines(
      'Người cử đại diện',
      [
        { 'Họ tên': 'Lê Quốc Bảo', 'Địa chỉ': 'ấp Đông, xã Tân Thành', 'Chữ ký, điểm chỉ': '…………' },
        { 'Họ tên': 'Võ Thị Thanh Tuyền', 'Địa chỉ': 'ấp Tây, xã Tân Thành', 'Chữ ký, điểm chỉ': '…………' },
      ],
      (data) =>
        data.petitioners
          .filter(({ role }) => role === 'petitioner' || role === 'signatory')
          .map(({ fullName, address }) => ({ 'Họ tên': fullName, 'Địa chỉ': address ?? '', 'Chữ ký, điểm chỉ': '' })),
    ),
  ],
  body: [
    para('Chúng tôi ký tên, điểm chỉ dưới đây là những người cùng {Loại việc} về một nội dung, thống nhất cử:'),
    title('1. Người đại diện'),
    each('Người đại diện', [para('- Ông (bà) {Họ tên người đại diện}, địa chỉ: {Địa chỉ người đại diện};')]),
    title('2. Nội dung, phạm vi đại diện'),
    para('Nội dung: {Nội dung đại diện}.'),
    para('Phạm vi: {Phạm vi đại diện}'),
    para('Người đại diện chịu trách nhiệm trước pháp luật về việc đại diện của mình.'),
    title('3. Người cử đại diện'),
    table('Người cử đại diện', {
      head: ['TT', 'Họ và tên', 'Địa chỉ', 'Chữ ký hoặc điểm chỉ'],
      widths: [8, 32, 35, 25],
      cells: ['{TT}', '{Họ tên}', '{Địa chỉ}', '{Chữ ký, điểm chỉ}'],
    }),
  ],
  signing: byParties(cite('NĐ124 Đ.7 k2')),
});
