import { addDays, type AgencyId, type LocalDate } from '#libs/shared';
import type { CaseFact } from '../facts.js';
import { CROWD } from '../forms/tests.js';
import type { ScoreStep } from './score-facts.js';

export const COMPLEX_KINDS = {
  complex: 'Phức tạp',
  prolonged: 'Kéo dài',
  bypass: 'Vượt cấp',
} as const;
export type ComplexKind = keyof typeof COMPLEX_KINDS;

/** Past its limit by more, or in hand for longer, than this: our own measure of what drags on. */
const DAYS_PAST = 30;
const DAYS_IN_HAND = 180;
/** A petition sent over the head of who resolves it leaves quickly; it is told for a year. */
const DAYS_TOLD = 365;

/** What a criterion looks at. */
export interface ComplexFile {
  readonly fact: CaseFact;
  readonly steps: readonly ScoreStep[];
  /** Who signed the petition. */
  readonly people: number;
  readonly level: string;
}
export interface ComplexCriterion {
  readonly kind: ComplexKind;
  readonly title: string;
  /** The article that names it, or that it is a rule of the office. */
  readonly source: string;
  readonly holds: (file: ComplexFile, today: LocalDate) => boolean;
}

const INTERNAL = 'Quy định nội bộ';
const has = ({ steps }: ComplexFile, mark: ScoreStep['mark']): boolean => steps.some((step) => step.mark === mark);
const arrival = ({ steps }: ComplexFile): ScoreStep['facts'] =>
  steps.find(({ mark }) => mark === 'arrived')?.facts ?? {};

export const COMPLEX_CRITERIA = {
  found: {
    ...{ kind: 'complex', title: 'Đã có văn bản xác định vụ việc phức tạp' },
    source: 'LKN Đ.28, Đ.37, Đ.50; NĐ124 Đ.3a (bổ sung bởi NĐ155)',
    holds: (file) => has(file, 'prolonged'),
  },
  extended: {
    ...{ kind: 'complex', title: 'Tố cáo phức tạp, đã gia hạn giải quyết' },
    source: 'LTC Đ.30 k2, k3; NĐ31 Đ.3 k2, k3',
    holds: (file) => has(file, 'extended'),
  },
  crowd: {
    ...{ kind: 'complex', title: `Đông người: từ ${CROWD} người cùng đứng đơn` },
    source: `LTCD Đ.30 k2; NĐ124 Đ.3a k1c. Ngưỡng ${CROWD} người là quy định nội bộ`,
    holds: ({ people }) => people >= CROWD,
  },
  passedAround: {
    ...{ kind: 'complex', title: 'Đơn đã qua từ hai lần chuyển giữa các cơ quan' },
    source: 'LTCD Đ.30 k2 (đã qua nhiều cơ quan). Ngưỡng hai lần là quy định nội bộ',
    holds: (file) => Number(arrival(file)['hops'] ?? 0) >= 2,
  },
  resolvedBefore: {
    ...{ kind: 'prolonged', title: 'Đã giải quyết ở cấp trước: khiếu nại lần hai, tố cáo tiếp' },
    source: 'LTCD Đ.30 k2 (đã qua nhiều cơ quan xem xét, giải quyết)',
    holds: (file) => {
      const { instance, renewed, renewedOf } = arrival(file);
      return instance === 'second' || renewed === true || Boolean(renewedOf);
    },
  },
  longOverdue: {
    ...{ kind: 'prolonged', title: `Quá hạn giải quyết trên ${DAYS_PAST} ngày` },
    source: `${INTERNAL}: mốc ${DAYS_PAST} ngày`,
    holds: ({ fact }, today) => fact.dueOn !== null && addDays(fact.dueOn, DAYS_PAST) < today,
  },
  longInHand: {
    ...{ kind: 'prolonged', title: `Nhận đơn đã từ ${DAYS_IN_HAND} ngày mà chưa giải quyết` },
    source: `${INTERNAL}: mốc ${DAYS_IN_HAND} ngày`,
    holds: ({ fact }, today) => addDays(fact.receivedOn, DAYS_IN_HAND) <= today,
  },
  bypass: {
    ...{ kind: 'bypass', title: 'Gửi cấp tỉnh mà không thuộc thẩm quyền của cấp tỉnh' },
    source: `${INTERNAL}: luật không định nghĩa vượt cấp; tính theo bước xác định thẩm quyền`,
    holds: ({ steps, level, fact }) =>
      level === 'province' &&
      fact.procedure === 'petition-handling' &&
      steps.findLast(({ mark }) => mark === 'competence')?.facts['competent'] === false,
  },
} as const satisfies Readonly<Record<string, ComplexCriterion>>;
export type ComplexCriterionId = keyof typeof COMPLEX_CRITERIA;
export const COMPLEX_CRITERION_IDS = Object.keys(COMPLEX_CRITERIA) as readonly ComplexCriterionId[];

export interface ComplexCase extends ComplexFile {
  readonly criteria: readonly ComplexCriterionId[];
  readonly ageDays: number;
}

const daysSince = (day: LocalDate, today: LocalDate): number =>
  Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);
const isOpen = ({ resolvedOn, outcome }: CaseFact): boolean => resolvedOn === null && outcome === null;

/** Files that meet a criterion, the oldest first: open ones, and those sent over the head of who resolves for a year. */
export function complexCases(files: readonly ComplexFile[], today: LocalDate): readonly ComplexCase[] {
  return files
    .flatMap((file) => {
      const open = isOpen(file.fact);
      const told = addDays(file.fact.receivedOn, DAYS_TOLD) >= today;
      const criteria = COMPLEX_CRITERION_IDS.filter((id) => {
        const { kind, holds }: ComplexCriterion = COMPLEX_CRITERIA[id];
        return (open || (kind === 'bypass' && told)) && holds(file, today);
      });
      return criteria.length === 0 ? [] : [{ ...file, criteria, ageDays: daysSince(file.fact.receivedOn, today) }];
    })
    .sort((a, b) => b.ageDays - a.ageDays || ((a.fact.caseId ?? '') < (b.fact.caseId ?? '') ? -1 : 1));
}

export interface ComplexSelection {
  readonly kind?: ComplexKind | undefined;
  readonly criterion?: ComplexCriterionId | undefined;
  readonly agencies?: ReadonlySet<AgencyId> | undefined;
}
export const selectComplex = (
  cases: readonly ComplexCase[],
  { kind, criterion, agencies }: ComplexSelection,
): readonly ComplexCase[] =>
  cases.filter(
    ({ criteria, fact }) =>
      (!agencies || agencies.has(fact.agencyId)) &&
      (criterion === undefined || criteria.includes(criterion)) &&
      (kind === undefined || criteria.some((id) => COMPLEX_CRITERIA[id].kind === kind)),
  );
