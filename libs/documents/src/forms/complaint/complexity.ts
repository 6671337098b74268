import { COMPLEXITY_GROUNDS } from '#workflows/complaint';
import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { acceptedOn, complainant, open, summary, typed } from '../common/fields.js';
import { LKN_UNTIL_L136, SINCE_ND155 } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { chosen, chosenLabel, dueOn, instance, RESOLVE_RULES } from '../common/words.js';

const { para } = block;

const fields = [
  complainant,
  summary,
  acceptedOn,
  open('Lần giải quyết', instance, 'lần đầu'),
  typed('Căn cứ trong hồ sơ', 'Thửa đất nằm trên địa bàn hai ấp, hồ sơ địa chính lưu tại hai nơi.', {
    long: true,
    help: 'Tài liệu, diễn biến trong hồ sơ cho thấy vụ việc thuộc trường hợp nêu trên.',
  }),
  open('Ngày hết hạn giải quyết', (data) => dueOn(data, ...RESOLVE_RULES), '24 tháng 8 năm 2026'),
] as const;
const common = {
  code: 'COMPLEXITY.FINDING',
  heading: 'VĂN BẢN XÁC ĐỊNH\nVụ việc phức tạp trong giải quyết khiếu nại',
  title: 'Văn bản xác định vụ việc phức tạp',
  letterhead: 'agency',
  numberKind: '',
  sizes: ['A4'],
  addressees: ['team', 'file'],
} as const;
const matter = para(
  'Xét vụ việc khiếu nại {Lần giải quyết} của {Người khiếu nại} (nội dung: {Tóm tắt nội dung}), thụ lý ngày {Ngày thụ lý}.',
);
const rest = [
  para('Căn cứ trong hồ sơ: {Căn cứ trong hồ sơ}'),
  para('Thời hạn giải quyết khiếu nại được kéo dài, đến hết ngày {Ngày hết hạn giải quyết}.'),
  para('Văn bản này được lưu trong hồ sơ giải quyết khiếu nại./.'),
];

/** A paper of its own in the file since 01/07/2026; before that the law named no cases and no paper, an office kept one. */
export const complexityFindings = [
  namedForm({
    ...common,
    ...LKN_UNTIL_L136,
    citation: cite('LKN Đ.28, 37, 50'),
    fields: [
      ...fields,
      typed('Trường hợp phức tạp', 'phải xác minh ở nhiều nơi', {
        help: 'Lý do cụ thể; trước 01/07/2026 luật không liệt kê trường hợp.',
        start: (data) => chosenLabel(COMPLEXITY_GROUNDS, data.facts['ground']),
      }),
    ],
    body: [
      matter,
      para(
        'Căn cứ Luật Khiếu nại về thời hạn giải quyết, người giải quyết khiếu nại xác định vụ việc có tính chất phức tạp: {Trường hợp phức tạp}.',
      ),
      ...rest,
    ],
    signing: byResolver(cite('LKN Đ.28, 37, 50')),
  }),
  namedForm({
    ...common,
    ...SINCE_ND155,
    citation: cite('LKN Đ.28, 37, 50; NĐ124 Đ.3a k2 (NĐ155)'),
    fields: [
      ...fields,
      typed('Trường hợp phức tạp', 'Phải xác minh từ 02 địa điểm trở lên (NĐ124 Đ.3a k1a)', {
        help: 'Một trong bảy trường hợp của NĐ124 Đ.3a k1.',
        start: (data) => chosen(COMPLEXITY_GROUNDS, data.facts['ground']),
      }),
    ],
    body: [
      matter,
      para(
        'Căn cứ Điều 3a Nghị định số 124/2020/NĐ-CP (bổ sung bởi Nghị định số 155/2026/NĐ-CP), người giải quyết khiếu nại xác định vụ việc là phức tạp vì thuộc trường hợp: {Trường hợp phức tạp}.',
      ),
      ...rest,
    ],
    signing: byResolver(cite('LKN Đ.28; NĐ124 Đ.3a k2 (NĐ155)')),
  }),
];
