import type { CaseFact, Facts, Period, PetitionFact } from './facts.js';
import { within } from './facts.js';
import { RESOLVING_PROCEDURES } from './milestones.js';

/** Where a petition goes: what it is, what handling made of it, what became of the case. */
export const FLOW_PLACES = {
  complaint: 'Khiếu nại',
  denunciation: 'Tố cáo',
  feedback: 'Kiến nghị, phản ánh',
  mixed: 'Đơn có nhiều nội dung',
  opened: 'Mở hồ sơ giải quyết',
  guided: 'Hướng dẫn',
  transferred: 'Chuyển đơn',
  returned: 'Trả lại nơi chuyển đến',
  split: 'Tách đơn',
  notProcessed: 'Lưu đơn, không xử lý',
  handledOtherwise: 'Xử lý cách khác',
  handling: 'Đang xử lý đơn',
  resolved: 'Đã giải quyết',
  discontinued: 'Đình chỉ giải quyết',
  notAccepted: 'Không thụ lý',
  endedOtherwise: 'Kết thúc cách khác',
  running: 'Đang giải quyết',
} as const;
export type FlowPlace = keyof typeof FLOW_PLACES;
export const isFlowPlace = (text: string): text is FlowPlace => Object.hasOwn(FLOW_PLACES, text);

const HANDLED: Readonly<Record<string, FlowPlace>> = {
  acceptanceProposed: 'opened',
  denunciationOpened: 'opened',
  denunciationAccepted: 'opened',
  feedbackOpened: 'opened',
  guided: 'guided',
  transferred: 'transferred',
  transferredForInspection: 'transferred',
  transferredToInvestigation: 'transferred',
  returned: 'returned',
  split: 'split',
  filed: 'notProcessed',
  notProcessed: 'notProcessed',
};
/** Stages that have no end of their own yet stand for one: what was filed is only waiting for its year to pass. */
const FILED_STAGES: ReadonlySet<string> = new Set(['filed', 'notProcessed', 'destructionProposed']);

const handledAs = ({ outcome, stage }: CaseFact): FlowPlace => {
  if (outcome !== null) return HANDLED[outcome] ?? 'handledOtherwise';
  return FILED_STAGES.has(stage) ? 'notProcessed' : stage === 'holdingOriginals' ? 'opened' : 'handling';
};
const resolvedAs = (fact: CaseFact): FlowPlace => {
  if (fact.resolvedAs !== null) return fact.resolvedAs;
  if (fact.outcome === null && fact.stage !== 'notAccepted') return 'running';
  return fact.outcome === 'notAccepted' || fact.stage === 'notAccepted' ? 'notAccepted' : 'endedOtherwise';
};

/** The way of each petition, place by place; it ends where handling ended it. */
export function placesOf(cases: readonly CaseFact[]): (petition: PetitionFact) => readonly FlowPlace[] {
  const handling = new Map<string, CaseFact>();
  const resolving = new Map<string, CaseFact>();
  for (const fact of cases) {
    if (fact.petitionId === null) continue;
    if (fact.procedure === 'petition-handling' && fact.parentCaseId === null) handling.set(fact.petitionId, fact);
    if (RESOLVING_PROCEDURES.includes(fact.procedure)) resolving.set(fact.petitionId, fact);
  }
  return ({ petitionId, petitionType }) => {
    const first = petitionId === null ? undefined : handling.get(petitionId);
    const way = first ? handledAs(first) : 'handling';
    if (way !== 'opened') return [petitionType, way];
    const file = resolving.get(petitionId ?? '');
    return [petitionType, way, file ? resolvedAs(file) : 'running'];
  };
}

export interface FlowLink {
  /** Places from the first on; the link leads from the one before the last to the last. */
  readonly path: readonly FlowPlace[];
  readonly count: number;
}

/** Every stretch of way that petitions received in the period have taken, with how many. */
export function flowOf(facts: Facts, period: Period): readonly FlowLink[] {
  const places = placesOf(facts.cases);
  const counts = new Map<string, { path: readonly FlowPlace[]; count: number }>();
  for (const petition of facts.petitions) {
    if (!within(petition.receivedOn, period)) continue;
    const way = places(petition);
    for (let length = 1; length <= way.length; length++) {
      const path = way.slice(0, length);
      const link = counts.get(path.join('.')) ?? { path, count: 0 };
      link.count += 1;
      counts.set(path.join('.'), link);
    }
  }
  return [...counts.values()].sort((a, b) => a.path.length - b.path.length || b.count - a.count);
}
