import { cite } from '#libs/procedure';
import { block, openForm } from '../../form.js';
import { centred, ground } from '../common/blocks.js';
import { issuer, open, typed } from '../common/fields.js';
import { underBothLaws } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { earlierPaper } from '../common/words.js';
import { powers, proposed, proposer } from './nd124-05.js';

const { para, article } = block;

const bearers = [
  typed('Người ban hành quyết định bị khiếu nại', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
    start: (data) => data.agency.headTitle,
  }),
  typed('Người có trách nhiệm thi hành', 'Trưởng phòng Kinh tế xã Tân Thành', {
    help: 'Cơ quan, người đang thi hành quyết định bị khiếu nại.',
  }),
] as const;
const common = {
  letterhead: 'agency',
  numberKind: 'QĐ',
  sizes: ['A4'],
  addressees: ['complainant', 'respondent', 'related', 'receivingBody', 'file'],
} as const;

/** NĐ 124 Mẫu số 11. */
const stayDecisions = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'ND124.11',
    heading: 'QUYẾT ĐỊNH\nVề việc tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại',
    title: 'Quyết định tạm đình chỉ thi hành quyết định hành chính bị khiếu nại (Mẫu số 11)',
    formNumber: 'Mẫu số 11',
    citation: cite('LKN Đ.35; NĐ124 Đ.26 k1, Mẫu số 11'),
    fields: [
      issuer,
      powers,
      proposer,
      typed('Quyết định bị tạm đình chỉ thi hành', 'thu hồi đất số 118/QĐ-UBND ngày 20 tháng 5 năm 2026', {
        help: 'Tên, số, ngày ban hành, người ký.',
        start: (data) => data.petition.challengedDecision,
      }),
      typed('Lý do tạm đình chỉ thi hành', 'việc tháo dỡ nhà ở sẽ gây hậu quả khó khắc phục', { long: true }),
      typed('Thời điểm bắt đầu', '07 giờ 30 phút ngày 15 tháng 7 năm 2026', {
        help: 'Không quá thời gian còn lại của thời hạn giải quyết (LKN Đ.35).',
      }),
      ...bearers,
    ],
    body: [
      centred('{Thẩm quyền ban hành}'),
      ...law.grounds,
      ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
      proposed,
      centred('QUYẾT ĐỊNH:'),
      article('Điều 1.', 'Tạm đình chỉ việc thi hành {Quyết định bị tạm đình chỉ thi hành}.'),
      para('Lý do tạm đình chỉ: {Lý do tạm đình chỉ thi hành}.'),
      para('Thời gian tạm đình chỉ kể từ {Thời điểm bắt đầu} đến khi có quyết định hủy bỏ Quyết định này.'),
      article(
        'Điều 2.',
        '{Người ban hành quyết định bị khiếu nại}, {Người có trách nhiệm thi hành} và cơ quan, tổ chức, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('LKN Đ.35; NĐ124 Đ.26 k1')),
  }),
);

/** NĐ 124 Mẫu số 12. */
const stayLifted = underBothLaws((law) =>
  openForm({
    ...common,
    ...law.validity,
    code: 'ND124.12',
    heading: 'QUYẾT ĐỊNH\nVề việc hủy bỏ quyết định tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại',
    title: 'Quyết định hủy bỏ quyết định tạm đình chỉ thi hành (Mẫu số 12)',
    formNumber: 'Mẫu số 12',
    citation: cite('LKN Đ.35; NĐ124 Đ.26 k2, Mẫu số 12'),
    fields: [
      issuer,
      powers,
      proposer,
      open(
        'Quyết định tạm đình chỉ thi hành',
        (data) => earlierPaper(data, 'ND124.11'),
        'số 136/QĐ-UBND ngày 15 tháng 7 năm 2026',
      ),
      typed('Người ký quyết định tạm đình chỉ', 'Chủ tịch Ủy ban nhân dân xã Tân Thành', {
        start: (data) => data.agency.headTitle,
      }),
      typed('Lý do hủy bỏ', 'lý do của việc tạm đình chỉ thi hành không còn', { long: true }),
      ...bearers,
    ],
    body: [
      centred('{Thẩm quyền ban hành}'),
      ...law.grounds,
      ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
      proposed,
      centred('QUYẾT ĐỊNH:'),
      article(
        'Điều 1.',
        'Hủy bỏ Quyết định về việc tạm đình chỉ việc thi hành quyết định hành chính bị khiếu nại {Quyết định tạm đình chỉ thi hành} của {Người ký quyết định tạm đình chỉ}.',
      ),
      para('Lý do của việc hủy bỏ: {Lý do hủy bỏ}.'),
      article('Điều 2.', 'Quyết định này có hiệu lực kể từ ngày ban hành.'),
      article(
        'Điều 3.',
        '{Người ban hành quyết định bị khiếu nại}, {Người có trách nhiệm thi hành} và cơ quan, tổ chức, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
      ),
    ],
    signing: byResolver(cite('LKN Đ.35; NĐ124 Đ.26 k2')),
  }),
);

export const stayPapers = [...stayDecisions, ...stayLifted];
