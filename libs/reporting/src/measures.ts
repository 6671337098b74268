import type { CaseFact, Facts, Period, PetitionFact, VisitFact } from './facts.js';
import { within } from './facts.js';
import { RATED_PROCEDURES } from './milestones.js';

/** Bốn bộ đếm khác nhau: a case has many petitions and many visits, a petition and a visit have many people. */
export type Unit = 'case' | 'petition' | 'visit' | 'person';
export const UNIT_TITLES: Readonly<Record<Unit, string>> = {
  case: 'vụ việc',
  petition: 'đơn',
  visit: 'lượt',
  person: 'người',
};

interface Words {
  readonly title: string;
  readonly unit: Unit;
  /** What is counted, in a sentence an inspector can hold a case against. */
  readonly says: string;
  /** Where the definition comes from; our own reading says so. */
  readonly source: string;
}
interface OfCases extends Words {
  readonly over: 'cases';
  readonly counts: (fact: CaseFact, period: Period) => boolean;
}
interface OfPetitions extends Words {
  readonly over: 'petitions';
  readonly counts: (fact: PetitionFact, period: Period) => boolean;
  readonly weight?: (fact: PetitionFact) => number;
}
interface OfVisits extends Words {
  readonly over: 'visits';
  readonly counts: (fact: VisitFact, period: Period) => boolean;
  readonly weight?: (fact: VisitFact) => number;
}
export type Measure = OfCases | OfPetitions | OfVisits;

const rated = (fact: CaseFact): boolean => RATED_PROCEDURES.includes(fact.procedure);
const acceptedBy = ({ acceptedOn }: CaseFact, { to }: Period): boolean => acceptedOn !== null && acceptedOn <= to;
const resolvedBefore = ({ resolvedOn }: CaseFact, { from }: Period): boolean =>
  resolvedOn !== null && resolvedOn < from;
const overBefore = (fact: CaseFact, period: Period): boolean =>
  resolvedBefore(fact, period) || (fact.endedOn !== null && fact.outcome !== null && fact.endedOn < period.from);
/** In competence in the period: carried over or accepted in it. */
const onHand = (fact: CaseFact, period: Period): boolean => acceptedBy(fact, period) && !overBefore(fact, period);
const resolved = (fact: CaseFact, period: Period): boolean =>
  fact.acceptedOn !== null && within(fact.resolvedOn, period);
const due = ({ dueOn }: CaseFact, { to }: Period): boolean => dueOn !== null && dueOn <= to;
const inTime = ({ resolvedOn, dueOn }: CaseFact): boolean =>
  resolvedOn !== null && dueOn !== null && resolvedOn <= dueOn;
const timed = ({ dueOn }: CaseFact): boolean => dueOn !== null;

const inHand = ({ receivedOn, handledOn = null }: PetitionFact, { from, to }: Period): boolean =>
  receivedOn <= to && (handledOn === null || handledOn >= from);

const RATE_SOURCE = 'TT 01/2024/TT-TTCP, biểu 01/KQGQ, 03/KQGQ (bản chép lại, chưa đối chiếu công báo)';
const OWN = 'Quy ước của phần mềm, nêu rõ để đối chiếu';

/** One definition for each measure. A figure is the weight of what `counts`; its list is the same rows. */
export const MEASURES = {
  visits: {
    over: 'visits',
    unit: 'visit',
    title: 'Lượt tiếp công dân',
    says: 'Mỗi lần tiếp ghi trong sổ tiếp công dân có ngày tiếp trong kỳ là một lượt.',
    source: 'TT 01/2024/TT-TTCP, biểu 01/TCD cột 1',
    counts: ({ visitedOn }, period) => within(visitedOn, period),
  },
  visitors: {
    over: 'visits',
    unit: 'person',
    title: 'Người được tiếp',
    says: 'Số người của các lượt tiếp trong kỳ.',
    source: 'TT 01/2024/TT-TTCP, biểu 01/TCD cột 2',
    counts: ({ visitedOn }, period) => within(visitedOn, period),
    weight: ({ people }) => people,
  },
  petitionsReceived: {
    over: 'petitions',
    unit: 'petition',
    title: 'Đơn tiếp nhận trong kỳ',
    says: 'Đơn có ngày nhận trong kỳ, còn hiệu lực trong sổ (không tính số đã hủy).',
    source: 'TT 01/2024/TT-TTCP, biểu 01/XLD cột 3',
    counts: ({ receivedOn }, period) => within(receivedOn, period),
  },
  toHandle: {
    over: 'petitions',
    unit: 'petition',
    title: 'Đơn phải xử lý',
    says: 'Đơn nhận đến cuối kỳ mà trước kỳ chưa xử lý xong: kỳ trước chuyển sang cộng tiếp nhận trong kỳ.',
    source: 'TT 01/2024/TT-TTCP, biểu 01/XLD cột 1 (bản chép lại, chưa đối chiếu công báo)',
    counts: (fact, period) => inHand(fact, period),
  },
  handled: {
    over: 'petitions',
    unit: 'petition',
    title: 'Đơn đã xử lý',
    says: 'Đơn đã đề xuất thụ lý, hướng dẫn, chuyển, trả lại, lưu hoặc không xử lý trong kỳ.',
    source: 'TT 01/2024/TT-TTCP, biểu 01/XLD cột 4 (bản chép lại, chưa đối chiếu công báo)',
    counts: (fact, period) => inHand(fact, period) && within(fact.handledOn ?? null, period),
  },
  petitioners: {
    over: 'petitions',
    unit: 'person',
    title: 'Người đứng đơn',
    says: 'Số người đứng tên trên các đơn tiếp nhận trong kỳ.',
    source: OWN,
    counts: ({ receivedOn }, period) => within(receivedOn, period),
    weight: ({ people }) => people,
  },
  carriedOver: {
    over: 'cases',
    unit: 'case',
    title: 'Kỳ trước chuyển sang',
    says: 'Vụ việc khiếu nại, tố cáo đã thụ lý trước kỳ mà đến đầu kỳ chưa giải quyết xong.',
    source: RATE_SOURCE,
    counts: (fact, period) => rated(fact) && onHand(fact, period) && !within(fact.acceptedOn, period),
  },
  accepted: {
    over: 'cases',
    unit: 'case',
    title: 'Thụ lý trong kỳ',
    says: 'Vụ việc khiếu nại, tố cáo có ngày thụ lý trong kỳ.',
    source: RATE_SOURCE,
    counts: (fact, period) => rated(fact) && within(fact.acceptedOn, period) && onHand(fact, period),
  },
  inCompetence: {
    over: 'cases',
    unit: 'case',
    title: 'Vụ việc thuộc thẩm quyền',
    says: 'Kỳ trước chuyển sang cộng thụ lý trong kỳ: mẫu số chính thức của tỷ lệ giải quyết.',
    source: `${RATE_SOURCE}, cột 4`,
    counts: (fact, period) => rated(fact) && onHand(fact, period),
  },
  resolved: {
    over: 'cases',
    unit: 'case',
    title: 'Đã giải quyết trong kỳ',
    says: 'Đã ban hành quyết định giải quyết, kết luận nội dung tố cáo hoặc quyết định đình chỉ trong kỳ.',
    source: `${RATE_SOURCE}, cột 5 + 6 (khiếu nại), cột 6 (tố cáo)`,
    counts: (fact, period) => rated(fact) && onHand(fact, period) && resolved(fact, period),
  },
  resolvedOrDue: {
    over: 'cases',
    unit: 'case',
    title: 'Đã giải quyết hoặc đã đến hạn',
    says: 'Đã giải quyết trong kỳ, hoặc chưa giải quyết mà hạn giải quyết rơi vào cuối kỳ hay trước đó. Vụ việc còn hạn và vụ việc đang tạm đình chỉ không tính.',
    source: OWN,
    counts: (fact, period) => rated(fact) && onHand(fact, period) && (resolved(fact, period) || due(fact, period)),
  },
  stillOpen: {
    over: 'cases',
    unit: 'case',
    title: 'Chưa giải quyết, chuyển kỳ sau',
    says: 'Thuộc thẩm quyền trong kỳ, đến cuối kỳ chưa giải quyết xong.',
    source: RATE_SOURCE,
    counts: (fact, period) => rated(fact) && onHand(fact, period) && !overBy(fact, period),
  },
  resolvedTimed: {
    over: 'cases',
    unit: 'case',
    title: 'Đã giải quyết, có hạn để so',
    says: 'Đã giải quyết trong kỳ và có ngày hết hạn giải quyết: đúng hạn cộng trễ hạn.',
    source: `${RATE_SOURCE}, cột 25 + 26 (khiếu nại), cột 30 + 31 (tố cáo)`,
    counts: (fact, period) => rated(fact) && onHand(fact, period) && resolved(fact, period) && timed(fact),
  },
  onTime: {
    over: 'cases',
    unit: 'case',
    title: 'Giải quyết đúng hạn',
    says: 'Giải quyết trong kỳ, không sau ngày hết hạn (đã lùi qua ngày nghỉ theo BLDS Đ.148 k5, áp dụng tương tự).',
    source: `${RATE_SOURCE}, cột 25 (khiếu nại), cột 30 (tố cáo)`,
    counts: (fact, period) => rated(fact) && onHand(fact, period) && resolved(fact, period) && inTime(fact),
  },
  onTimeRaw: {
    over: 'cases',
    unit: 'case',
    title: 'Đúng hạn theo lịch, không lùi ngày nghỉ',
    says: 'Như trên nhưng so với ngày cuối tính theo lịch, chưa lùi qua ngày nghỉ.',
    source: OWN,
    counts: (fact, period) =>
      rated(fact) &&
      onHand(fact, period) &&
      resolved(fact, period) &&
      timed(fact) &&
      fact.resolvedOn! <= (fact.rawEnd ?? fact.dueOn!),
  },
  late: {
    over: 'cases',
    unit: 'case',
    title: 'Giải quyết trễ hạn',
    says: 'Giải quyết trong kỳ, sau ngày hết hạn.',
    source: `${RATE_SOURCE}, cột 26 (khiếu nại), cột 31 (tố cáo)`,
    counts: (fact, period) =>
      rated(fact) && onHand(fact, period) && resolved(fact, period) && timed(fact) && !inTime(fact),
  },
  dueTimed: {
    over: 'cases',
    unit: 'case',
    title: 'Đã giải quyết có hạn, hoặc đã đến hạn',
    says: 'Đúng hạn, trễ hạn, và chưa giải quyết mà đã đến hạn trong kỳ hoặc trước đó.',
    source: OWN,
    counts: (fact, period) =>
      rated(fact) && onHand(fact, period) && timed(fact) && (resolved(fact, period) || due(fact, period)),
  },
} as const satisfies Readonly<Record<string, Measure>>;

function overBy(fact: CaseFact, { to }: Period): boolean {
  return (
    (fact.resolvedOn !== null && fact.resolvedOn <= to) ||
    (fact.outcome !== null && fact.endedOn !== null && fact.endedOn <= to)
  );
}

export type MeasureId = keyof typeof MEASURES;
export const MEASURE_IDS = Object.keys(MEASURES) as readonly MeasureId[];
export const measureOf = (id: MeasureId): Measure => MEASURES[id];

export interface Counted<Fact = CaseFact | PetitionFact | VisitFact> {
  readonly fact: Fact;
  readonly weight: number;
}

/** The list behind a figure. */
export function listOf(id: MeasureId, facts: Facts, period: Period): readonly Counted[] {
  const measure = measureOf(id);
  if (measure.over === 'cases') return counted(facts.cases, (fact) => measure.counts(fact, period));
  if (measure.over === 'visits') return counted(facts.visits, (fact) => measure.counts(fact, period), measure.weight);
  return counted(facts.petitions, (fact) => measure.counts(fact, period), measure.weight);
}

const counted = <Fact>(
  facts: readonly Fact[],
  counts: (fact: Fact) => boolean,
  weight: (fact: Fact) => number = () => 1,
): Counted<Fact>[] => facts.filter(counts).map((fact) => ({ fact, weight: weight(fact) }));

/** The figure: the list's weight. */
export const figureOf = (id: MeasureId, facts: Facts, period: Period): number =>
  listOf(id, facts, period).reduce((sum, { weight }) => sum + weight, 0);
