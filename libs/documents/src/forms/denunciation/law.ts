import { localDate } from '#libs/shared';
import { block, type Block, type FormDefinition } from '../../form.js';
import { centred, ground } from '../common/blocks.js';

const ND31_FROM = localDate('2019-05-28');
const ND156_FROM = localDate('2026-07-01');

export const SINCE_ND31 = { validFrom: ND31_FROM, validTo: null };
export const UNTIL_ND156 = { validFrom: ND31_FROM, validTo: localDate('2026-06-30') };
export const SINCE_ND156 = { validFrom: ND156_FROM, validTo: null };

const LAW = 'Luật Tố cáo ngày 12 tháng 6 năm 2018';
const DECREE =
  'Nghị định số 31/2019/NĐ-CP ngày 10 tháng 4 năm 2019 của Chính phủ quy định chi tiết một số điều và biện pháp tổ chức thi hành Luật Tố cáo';

/** What a decision on a denunciation says differently before and after 01/07/2026. */
export interface DenunciationLaw {
  readonly validity: typeof UNTIL_ND156 | typeof SINCE_ND156;
  readonly amendments: { readonly law: string; readonly decree: string };
}
const BEFORE: DenunciationLaw = { validity: UNTIL_ND156, amendments: { law: '', decree: '' } };
const SINCE: DenunciationLaw = {
  validity: SINCE_ND156,
  amendments: {
    law: '; Luật số 136/2025/QH15 ngày 10 tháng 12 năm 2025 sửa đổi, bổ sung một số điều của Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo',
    decree: '; Nghị định số 156/2026/NĐ-CP ngày 15 tháng 5 năm 2026 sửa đổi, bổ sung Nghị định số 31/2019/NĐ-CP',
  },
};

export const underBothLaws = (make: (law: DenunciationLaw) => FormDefinition): readonly FormDefinition[] => [
  make(BEFORE),
  make(SINCE),
];

/** Articles a decision rests on, as its first lines name them: "Điều 30"; empty where the law as a whole is named. */
export interface Articles {
  readonly law?: string;
  readonly decree?: string | null;
}
const of = (article: string | undefined, text: string): string => [article, text].filter(Boolean).join(' ');

/** From the issuer to "QUYẾT ĐỊNH:"; `more` are grounds of the matter itself. */
export const decisionHead = (
  law: DenunciationLaw,
  articles: Articles = {},
  more: readonly Block[] = [],
): readonly Block[] => [
  centred('{Thẩm quyền ban hành}'),
  ground(`Căn cứ ${of(articles.law, LAW)}${law.amendments.law};`),
  ...(articles.decree === null ? [] : [ground(`Căn cứ ${of(articles.decree, DECREE)}${law.amendments.decree};`)]),
  ground('Căn cứ {Căn cứ chức năng, nhiệm vụ};'),
  ...more,
  block.section('Người đề nghị', [ground('Xét đề nghị của {Người đề nghị}.')]),
  centred('QUYẾT ĐỊNH:'),
];
