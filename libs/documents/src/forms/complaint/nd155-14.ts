import { DISCONTINUE_GROUNDS, SUSPENSION_GROUNDS } from '#workflows/complaint';
import { cite } from '#libs/procedure';
import { block, namedForm, type OpenPaperData } from '../../form.js';
import { centred, ground } from '../common/blocks.js';
import { complainant, issuer, open, typed, typedNamed } from '../common/fields.js';
import { SINCE } from '../common/law.js';
import { byResolver } from '../common/signing.js';
import { chosen, earlierPaper, within } from '../common/words.js';
import { powers } from './nd124-05.js';

const { para, article } = block;

const isSuspension = (data: OpenPaperData): boolean => chosen(SUSPENSION_GROUNDS, data.facts['ground']) !== null;
const isDiscontinuance = (data: OpenPaperData): boolean => chosen(DISCONTINUE_GROUNDS, data.facts['ground']) !== null;
const bearers = typed('Người chịu trách nhiệm thi hành', 'Chánh Văn phòng, Tổ trưởng Tổ xác minh');
const matterOf = typedNamed('Việc khiếu nại', 'việc thu hồi đất theo Quyết định số 118/QĐ-UBND', {
  start: (data) => data.petition.challengedDecision ?? (data.content && within(data.content)),
});
const common = {
  ...SINCE.validity,
  letterhead: 'agency',
  numberKind: 'QĐ',
  sizes: ['A4'],
  addressees: ['complainant', 'respondent', 'related', 'file'],
} as const;

/** NĐ 155 Mẫu số 14a, for both acts of LKN Đ.11a: the ground of the act tells which. */
const suspensionOrDiscontinuance = namedForm({
  ...common,
  code: 'ND155.14A',
  heading: 'QUYẾT ĐỊNH\nVề việc {Tạm đình chỉ hoặc đình chỉ} giải quyết khiếu nại',
  title: 'Quyết định tạm đình chỉ hoặc đình chỉ giải quyết khiếu nại (Mẫu số 14a)',
  formNumber: 'Mẫu số 14a',
  citation: cite('LKN Đ.11a k1, k2 (L136); NĐ124 Đ.28b k1 (NĐ155), Mẫu số 14a'),
  fields: [
    issuer,
    powers,
    typed('Tạm đình chỉ hoặc đình chỉ', 'tạm đình chỉ', {
      help: 'Theo căn cứ đã chọn khi ghi việc: Điều 11a khoản 1 là tạm đình chỉ, khoản 2 là đình chỉ.',
      start: (data) => (isSuspension(data) ? 'tạm đình chỉ' : isDiscontinuance(data) ? 'đình chỉ' : null),
    }),
    complainant,
    matterOf,
    typed(
      'Lý do',
      'Người khiếu nại đang điều trị nội trú, không thể tiếp tục tham gia quá trình giải quyết (LKN Đ.11a k1a)',
      {
        long: true,
        help: 'Lý do và căn cứ pháp luật (LKN Đ.11a k3).',
        start: (data) =>
          chosen(SUSPENSION_GROUNDS, data.facts['ground']) ?? chosen(DISCONTINUE_GROUNDS, data.facts['ground']),
      },
    ),
    bearers,
  ],
  body: [
    centred('{Thẩm quyền ban hành}'),
    ...SINCE.grounds,
    ground('Căn cứ {Căn cứ chức năng, nhiệm vụ}.'),
    centred('QUYẾT ĐỊNH:'),
    article(
      'Điều 1.',
      'Nay {Tạm đình chỉ hoặc đình chỉ} giải quyết khiếu nại của {Người khiếu nại} về {Việc khiếu nại}.',
    ),
    para('Lý do: {Lý do}.'),
    article('Điều 2.', 'Quyết định này có hiệu lực thi hành kể từ ngày ký.'),
    article(
      'Điều 3.',
      '{Người chịu trách nhiệm thi hành}, {Người khiếu nại} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
    ),
  ],
  signing: byResolver(cite('LKN Đ.11a k1, k2 (L136); NĐ124 Đ.28b k1 (NĐ155)')),
});

/** NĐ 155 Mẫu số 14b: the limit runs on from the day this is issued (NĐ124 Đ.28b k2). */
const resumption = namedForm({
  ...common,
  code: 'ND155.14B',
  heading: 'QUYẾT ĐỊNH\nVề việc tiếp tục giải quyết khiếu nại',
  title: 'Quyết định tiếp tục giải quyết khiếu nại (Mẫu số 14b)',
  formNumber: 'Mẫu số 14b',
  citation: cite('LKN Đ.11a k4 (L136); NĐ124 Đ.28b k2 (NĐ155), Mẫu số 14b'),
  fields: [
    issuer,
    powers,
    complainant,
    matterOf,
    open(
      'Quyết định tạm đình chỉ',
      (data) => earlierPaper(data, 'ND155.14A'),
      'số 140/QĐ-UBND ngày 20 tháng 7 năm 2026',
    ),
    typed('Lý do tiếp tục', 'Người khiếu nại đã ra viện, căn cứ tạm đình chỉ không còn', { long: true }),
    bearers,
  ],
  body: [
    centred('{Thẩm quyền ban hành}'),
    ...SINCE.grounds,
    ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
    ground('Căn cứ Quyết định {Quyết định tạm đình chỉ} về việc tạm đình chỉ giải quyết khiếu nại.'),
    centred('QUYẾT ĐỊNH:'),
    article('Điều 1.', 'Tiếp tục giải quyết khiếu nại của {Người khiếu nại} về {Việc khiếu nại}.'),
    para('Lý do: {Lý do tiếp tục}.'),
    article('Điều 2.', 'Thời hạn giải quyết khiếu nại tiếp tục được tính từ ngày ban hành Quyết định này.'),
    article(
      'Điều 3.',
      '{Người chịu trách nhiệm thi hành}, {Người khiếu nại} và cơ quan, tổ chức, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.',
    ),
  ],
  signing: byResolver(cite('LKN Đ.11a k4 (L136); NĐ124 Đ.28b k2 (NĐ155)')),
});

export const suspensionPapers = [suspensionOrDiscontinuance, resumption];
