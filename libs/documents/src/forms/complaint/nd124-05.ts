import { cite } from '#libs/procedure';
import { block, namedForm } from '../../form.js';
import { centred, ground } from '../common/blocks.js';
import { complainant, issuer, lines, typed, typedNamed } from '../common/fields.js';
import { underBothLaws } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { figure, within } from '../common/words.js';

const { para, article, section, each } = block;

/** Shared by every decision: what gives the issuing body its power, and who proposed. */
export const powers = typed(
  'Căn cứ chức năng, nhiệm vụ',
  'Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025',
  { help: 'Văn bản quy định chức năng, nhiệm vụ, quyền hạn của cơ quan ban hành.' },
);
export const proposer = typed('Người đề nghị', 'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã', {
  optional: true,
});
export const proposed = section('Người đề nghị', [ground('Theo đề nghị của {Người đề nghị}.')]);

const team = lines(
  'Thành viên xác minh',
  [
    { 'Họ tên thành viên': 'Phạm Văn Đức', 'Chức vụ thành viên': 'Phó Trưởng phòng Kinh tế', 'Nhiệm vụ': 'Tổ trưởng' },
    { 'Họ tên thành viên': 'Lê Thị Hồng Nhung', 'Chức vụ thành viên': 'Công chức địa chính', 'Nhiệm vụ': 'Thành viên' },
  ],
  {
    help: 'Ghi rõ Trưởng Đoàn (Tổ trưởng), Phó trưởng Đoàn (Tổ phó) nếu có, thành viên.',
    rows: (data) =>
      data.team.map(({ fullName, title }, index) => ({
        'Họ tên thành viên': fullName,
        'Chức vụ thành viên': title ?? '',
        'Nhiệm vụ': index === 0 ? 'Tổ trưởng' : 'Thành viên',
      })),
  },
);

/** NĐ 124 Mẫu số 05. */
export const verificationDecisions = underBothLaws((law) =>
  namedForm({
    code: 'ND124.05',
    heading: 'QUYẾT ĐỊNH\nVề việc xác minh nội dung khiếu nại',
    title: 'Quyết định xác minh nội dung khiếu nại (Mẫu số 05)',
    formNumber: 'Mẫu số 05',
    citation: cite('LKN Đ.29 k1b; NĐ124 Đ.18, Mẫu số 05'),
    ...law.validity,
    letterhead: 'agency',
    numberKind: 'QĐ',
    sizes: ['A4'],
    addressees: ['team', 'respondent', 'file'],
    fields: [
      issuer,
      powers,
      typed('Quyết định giao nhiệm vụ xác minh', 'Quyết định số 130/QĐ-UBND ngày 10 tháng 7 năm 2026', {
        optional: true,
        help: 'Chỉ ghi khi cơ quan xác minh được người giải quyết giao nhiệm vụ.',
      }),
      proposer,
      complainant,
      typedNamed('Nội dung được giao xác minh', 'diện tích đất thu hồi theo Quyết định số 118/QĐ-UBND', {
        long: true,
        start: (data) => data.content && within(data.content),
      }),
      typed('Số ngày xác minh', '15', { start: (data) => figure(data.facts['verificationDays']) }),
      typed('Đoàn hoặc Tổ', 'Tổ', { start: () => 'Tổ', help: 'Đoàn xác minh hoặc Tổ xác minh.' }),
      team,
      typed('Người chịu trách nhiệm thi hành', 'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân xã'),
    ],
    body: [
      centred('{Thẩm quyền ban hành}'),
      ...law.grounds,
      ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
      section('Quyết định giao nhiệm vụ xác minh', [ground('Căn cứ {Quyết định giao nhiệm vụ xác minh};')]),
      proposed,
      centred('QUYẾT ĐỊNH:'),
      article(
        'Điều 1.',
        'Tiến hành xác minh nội dung khiếu nại của {Người khiếu nại} về việc {Nội dung được giao xác minh}.',
      ),
      para('Thời gian xác minh là {Số ngày xác minh} ngày.'),
      article('Điều 2.', 'Thành lập {Đoàn hoặc Tổ} xác minh gồm:'),
      each('Thành viên xác minh', [para('- Ông (bà) {Họ tên thành viên}, chức vụ {Chức vụ thành viên} - {Nhiệm vụ}.')]),
      para(
        '{Đoàn hoặc Tổ} xác minh có nhiệm vụ xác minh làm rõ nội dung khiếu nại được nêu tại Điều 1 Quyết định này.',
      ),
      para(
        'Trưởng Đoàn (Tổ trưởng), thành viên xác minh thực hiện quyền, nghĩa vụ của người có trách nhiệm xác minh theo quy định của Luật Khiếu nại và quy định pháp luật có liên quan.',
      ),
      article(
        'Điều 3.',
        '{Người chịu trách nhiệm thi hành}, những người có tên tại Điều 2 và cơ quan, tổ chức, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('LKN Đ.29 k1b; NĐ124 Đ.18')),
  }),
);
