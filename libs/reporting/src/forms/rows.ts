import type { AgencyId, LocalDate } from '#libs/shared';
import type { CaseFact, Facts, PetitionFact, VisitFact } from '../facts.js';
import { handledAt, handledDay } from '../handling.js';
import { RESOLVING_PROCEDURES } from '../milestones.js';
import type { CaseMarks, Mark, MarkedStep } from './marks.js';

/** How the handling of a petition ended. */
export type Way =
  'opened' | 'guided' | 'transferred' | 'returned' | 'investigated' | 'urged' | 'put away' | 'split' | 'withdrawn';
/** Ways by which an eligible petition has been dealt with; a withdrawn or filed one stands in no further column. */
export const DEALT_WITH: ReadonlySet<Way> = new Set([
  'opened',
  'guided',
  'transferred',
  'returned',
  'investigated',
  'urged',
]);

const WAYS: Readonly<Record<string, Way>> = {
  PROPOSE_ACCEPTANCE: 'opened',
  GUIDE: 'guided',
  TRANSFER: 'transferred',
  RETURN_TO_FORWARDER: 'returned',
  TRANSFER_TO_INVESTIGATION: 'investigated',
  ORDER_SUBORDINATE: 'urged',
  ORDER_REVIEW: 'urged',
  WITHDRAW: 'withdrawn',
  SPLIT: 'split',
  COMPLETE_SPLIT: 'split',
};

/** A petition with what handling found and did. */
export interface PetitionRow {
  readonly fact: PetitionFact;
  readonly id: string;
  readonly matter: string;
  readonly people: number;
  readonly receivedOn: LocalDate;
  readonly field: string | null;
  /** What it is by its content. */
  readonly content: string;
  readonly handledOn: LocalDate | null;
  readonly way: Way | null;
  readonly eligible: boolean | null;
  readonly competent: boolean | null;
  readonly outsideMatter: string | null;
  /** Second instance of a complaint, renewed denunciation. */
  readonly again: boolean;
  readonly forLateness: boolean;
  /** Resolved once before it came here: by the first instance, by the conclusion it is renewed after. */
  readonly resolvedBefore: boolean;
  readonly resolvedOn: LocalDate | null;
  /** How many equal rows it stands for; one where left out. */
  readonly stands?: number;
}
/** A file of resolving, with what was found and ordered. */
export interface CaseRow {
  readonly fact: CaseFact;
  readonly id: string;
  readonly matter: string;
  readonly petition: string;
  readonly people: number;
  readonly again: boolean;
  readonly forLateness: boolean;
  readonly afterDecision: boolean;
  readonly conclusion: string | null;
  readonly endGround: string | null;
  readonly carryOutFrom: LocalDate | null;
  readonly carriedOutOn: LocalDate | null;
  readonly investigatedOn: LocalDate | null;
  /** How many equal rows it stands for; one where left out. */
  readonly stands?: number;
}
export type ReceivedBy = 'desk' | 'head' | 'deputy';
export interface VisitRow {
  readonly fact: VisitFact;
  readonly id: string;
  readonly matter: string;
  readonly people: number;
  /** `null`: at a dialogue, which is no reception. */
  readonly by: ReceivedBy | null;
  readonly earlier: boolean;
  /** How many equal rows it stands for; one where left out. */
  readonly stands?: number;
}
export interface SessionRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly heldOn: LocalDate;
  readonly label: string;
  readonly by: ReceivedBy | null;
  /** How many equal rows it stands for; one where left out. */
  readonly stands?: number;
}
/** A confirmed opening balance of an agency: what it carries over that stands in no register here. */
export interface OpeningRow {
  readonly agencyId: AgencyId;
  readonly startsOn: LocalDate;
  readonly figures: Readonly<Record<string, number>>;
}
/** What forms are counted from. */
export interface FormFacts {
  readonly openings?: readonly OpeningRow[];
  readonly petitions: readonly PetitionRow[];
  readonly cases: readonly CaseRow[];
  readonly visits: readonly VisitRow[];
  readonly sessions: readonly SessionRow[];
}

/** Who received, and whether the matter had been heard before, of a visit. */
export interface VisitMore {
  readonly visitId: string;
  readonly by: ReceivedBy | null;
  /** The first visit of the matter. */
  readonly firstVisitId: string;
}
export interface PetitionMore {
  readonly petitionId: string;
  readonly resendOf: string;
}
/** What a form needs beside the facts. */
export interface FormMore {
  readonly marks: readonly CaseMarks[];
  readonly resends: readonly PetitionMore[];
  readonly visits: readonly VisitMore[];
  readonly sessions: readonly SessionRow[];
  readonly openings?: readonly OpeningRow[];
}

/** Rows of forms from facts as known at an instant. Facts of several agencies belong together; select afterwards. */
export function formFacts(facts: Facts, more: FormMore): FormFacts {
  const steps = new Map(more.marks.map(({ caseId, steps: own }) => [caseId, own]));
  const matterOf = mattersOf(more.resends);
  const cases = facts.cases.flatMap((fact) =>
    RESOLVING_PROCEDURES.includes(fact.procedure) && fact.caseId !== null
      ? [caseRow(fact, steps.get(fact.caseId) ?? [], matterOf)]
      : [],
  );
  const resolving = new Map(cases.map((row) => [row.petition, row]));
  const handling = new Map<string, readonly MarkedStep[]>();
  for (const { caseId, petitionId, parentCaseId, procedure } of facts.cases)
    if (procedure === 'petition-handling' && parentCaseId === null && petitionId !== null && caseId !== null)
      handling.set(petitionId, steps.get(caseId) ?? []);
  const visits = new Map(more.visits.map((one) => [one.visitId, one]));
  return {
    cases,
    petitions: facts.petitions.map((fact) => {
      const id = fact.petitionId ?? '';
      return petitionRow(fact, { steps: handling.get(id) ?? [], file: resolving.get(id), matter: matterOf(id) });
    }),
    visits: facts.visits.map((fact) => visitRow(fact, visits.get(fact.visitId))),
    sessions: more.sessions,
    openings: more.openings ?? [],
  };
}

/** The rows of these agencies. */
export function formFactsOf(facts: FormFacts, agencies: readonly AgencyId[] | undefined): FormFacts {
  if (!agencies) return facts;
  const own = new Set(agencies);
  const inThem = ({ fact }: { readonly fact: { readonly agencyId: AgencyId } }): boolean => own.has(fact.agencyId);
  return {
    petitions: facts.petitions.filter(inThem),
    cases: facts.cases.filter(inThem),
    visits: facts.visits.filter(inThem),
    sessions: facts.sessions.filter(({ agencyId }) => own.has(agencyId)),
    openings: (facts.openings ?? []).filter(({ agencyId }) => own.has(agencyId)),
  };
}

/** A petition that repeats an earlier one is of the earlier one's matter. */
export function mattersOf(resends: readonly PetitionMore[]): (petition: string) => string {
  const before = new Map(resends.map(({ petitionId, resendOf }) => [petitionId, resendOf]));
  return (petition) => {
    const seen = new Set([petition]);
    let first = petition;
    for (let next = before.get(first); next !== undefined && !seen.has(next); next = before.get(first)) {
      seen.add(next);
      first = next;
    }
    return first;
  };
}

const lastOf = (steps: readonly MarkedStep[], mark: Mark): MarkedStep | undefined =>
  steps.findLast((step) => step.mark === mark);
const textOf = (step: MarkedStep | undefined, name: string): string | null => {
  const value = step?.facts[name];
  return typeof value === 'string' ? value : null;
};
const yesOrNo = (step: MarkedStep | undefined, name: string): boolean | null => {
  const value = step?.facts[name];
  return typeof value === 'boolean' ? value : null;
};

function petitionRow(
  fact: PetitionFact,
  { steps, file, matter }: { steps: readonly MarkedStep[]; file: CaseRow | undefined; matter: string },
): PetitionRow {
  const end = handledAt(steps);
  const until = end < 0 ? steps : steps.slice(0, end + 1);
  const handled = end < 0 ? undefined : steps[end];
  const competence = lastOf(until, 'competence');
  return {
    ...{ fact, id: fact.petitionId ?? '', matter, people: fact.people, receivedOn: fact.receivedOn, field: fact.field },
    content: textOf(lastOf(until, 'classified'), 'contentType') ?? fact.petitionType,
    handledOn: handledDay(fact.receivedOn, handled),
    way: handled ? (WAYS[handled.type] ?? 'put away') : null,
    eligible: yesOrNo(lastOf(until, 'eligibility'), 'eligible'),
    competent: yesOrNo(competence, 'competent'),
    outsideMatter: textOf(competence, 'outsideMatter'),
    again: file?.again ?? false,
    forLateness: file?.forLateness ?? false,
    resolvedBefore: file?.afterDecision ?? false,
    resolvedOn: file?.fact.resolvedOn ?? lastOf(steps, 'answered')?.on ?? null,
  };
}

function caseRow(fact: CaseFact, steps: readonly MarkedStep[], matterOf: (petition: string) => string): CaseRow {
  const opened = lastOf(steps, 'opened');
  const renewed =
    Boolean(opened?.facts.renewedOf) || opened?.facts.renewed === true || lastOf(steps, 'again') !== undefined;
  const forLateness = lastOf(steps, 'forLateness') !== undefined;
  const second = textOf(opened, 'instance') === 'second';
  const again = fact.procedure === 'denunciation' ? renewed : second;
  const carryOutFrom = lastOf(steps, 'carryOut')?.on ?? null;
  return {
    ...{
      fact,
      id: fact.caseId ?? '',
      petition: fact.petitionId ?? '',
      matter: matterOf(fact.petitionId ?? ''),
      people: 1,
    },
    again,
    forLateness,
    afterDecision: second ? textOf(opened, 'appealGround') !== 'overdue' : renewed && !forLateness,
    conclusion: textOf(lastOf(steps, 'concluded'), 'conclusion'),
    endGround: textOf(lastOf(steps, 'ended'), 'ground'),
    carryOutFrom,
    carriedOutOn: carryOutFrom === null ? null : (lastOf(steps, 'carriedOut')?.on ?? null),
    investigatedOn: steps.find(({ mark }) => mark === 'investigated')?.on ?? null,
  };
}

/** Of each kind of reception a matter is counted once. */
export const matterOfVisit = (by: ReceivedBy | null, firstVisitId: string): string => `${by ?? ''}:${firstVisitId}`;

const visitRow = (fact: VisitFact, more: VisitMore | undefined): VisitRow => ({
  ...{ fact, id: fact.visitId, people: fact.people, by: more?.by ?? null },
  matter: matterOfVisit(more?.by ?? null, more?.firstVisitId ?? fact.visitId),
  earlier: more !== undefined && more.firstVisitId !== fact.visitId,
});
