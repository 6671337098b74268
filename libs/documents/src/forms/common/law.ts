import { localDate, type LocalDate } from '#libs/shared';
import { block, type Block, type FormDefinition } from '../../form.js';

interface Validity {
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

const ND124_FROM = localDate('2020-12-10');
const ND155_FROM = localDate('2026-07-01');

export const SINCE_LKN: Validity = { validFrom: localDate('2012-07-01'), validTo: null };
export const SINCE_LTCD: Validity = { validFrom: localDate('2014-07-01'), validTo: null };
export const SINCE_LTC: Validity = { validFrom: localDate('2019-01-01'), validTo: null };
export const SINCE_ND124: Validity = { validFrom: ND124_FROM, validTo: null };
export const SINCE_TT05: Validity = { validFrom: localDate('2021-11-15'), validTo: null };
/** Forms and rules new from 01/07/2026 (L136, NĐ154, NĐ155). */
export const SINCE_ND155: Validity = { validFrom: ND155_FROM, validTo: null };
export const UNTIL_ND155: Validity = { validFrom: ND124_FROM, validTo: localDate('2026-06-30') };
/** Rules of the law itself that the amendment of 2025 replaced. */
export const LKN_UNTIL_L136: Validity = { validFrom: localDate('2012-07-01'), validTo: localDate('2026-06-30') };

/** What a complaint paper says differently before and after 01/07/2026. */
export interface ComplaintLaw {
  readonly validity: Validity;
  /** Short name of the decree in citations. */
  readonly decree: string;
  readonly formOf: string;
  /** How the forms of that time name identity papers. */
  readonly identity: string;
  /** First lines of a decision. */
  readonly grounds: readonly Block[];
}

const ground = (text: string): Block => block.para(text, { italic: true });

const LAW = 'Căn cứ Luật Khiếu nại ngày 11 tháng 11 năm 2011';
const DECREE =
  'Căn cứ Nghị định số 124/2020/NĐ-CP ngày 19 tháng 10 năm 2020 của Chính phủ quy định chi tiết một số điều và biện pháp thi hành Luật Khiếu nại';

export const BEFORE: ComplaintLaw = {
  validity: UNTIL_ND155,
  decree: 'NĐ124',
  formOf: 'Phụ lục NĐ124',
  identity: 'Số CMND/Hộ chiếu/Thẻ căn cước công dân',
  grounds: [ground(`${LAW};`), ground(`${DECREE};`)],
};

export const SINCE: ComplaintLaw = {
  validity: SINCE_ND155,
  decree: 'NĐ124 (NĐ155)',
  formOf: 'Phụ lục NĐ155',
  identity: 'Số căn cước/định danh cá nhân/giấy chứng nhận căn cước/hộ chiếu',
  grounds: [
    ground(
      `${LAW}; Luật số 136/2025/QH15 ngày 10 tháng 12 năm 2025 sửa đổi, bổ sung một số điều của Luật Tiếp công dân, Luật Khiếu nại, Luật Tố cáo;`,
    ),
    ground(
      `${DECREE}; Nghị định số 155/2026/NĐ-CP ngày 15 tháng 5 năm 2026 sửa đổi, bổ sung Nghị định số 124/2020/NĐ-CP;`,
    ),
  ],
};

/** A decision whose form the amendment left as it was still names the amended law among its grounds. */
export const underBothLaws = (make: (law: ComplaintLaw) => FormDefinition): readonly FormDefinition[] => [
  make(BEFORE),
  make(SINCE),
];
