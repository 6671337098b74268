import type { AgencyId, LocalDate, ProcedureName, UserId } from '#libs/shared';
import type { CaseFact, Facts } from '../facts.js';

/** What a step means to a scorecard, whatever its procedure calls it. */
export type ScoreMark =
  | 'arrived'
  | 'extended'
  | 'prolonged'
  | 'forwarded'
  | 'returned'
  | 'apologised'
  | 'dialogue'
  | 'measures'
  | 'answered'
  | 'tracked'
  | 'recommendationAnswered'
  | 'competence';

type Steps = Readonly<Record<string, ScoreMark>>;
const COMPLAINT: Steps = { OPEN: 'arrived', FIND_COMPLEX: 'prolonged', RECORD_DIALOGUE: 'dialogue' };

export const SCORE_MARKS: Readonly<Partial<Record<ProcedureName, Steps>>> = {
  'petition-handling': {
    OPEN: 'arrived',
    TRANSFER: 'forwarded',
    RETURN_TO_FORWARDER: 'returned',
    CHECK_COMPETENCE: 'competence',
  },
  complaint: COMPLAINT,
  'disciplinary-complaint': COMPLAINT,
  denunciation: { OPEN: 'arrived', EXTEND: 'extended', APOLOGISE: 'apologised', HANDLE_CONCLUSION: 'measures' },
  feedback: {
    ANSWER_FEEDBACK: 'answered',
    TRACK_RECOMMENDATION: 'tracked',
    ANSWER_RECOMMENDATION: 'recommendationAnswered',
  },
};
/** Findings that are asked for; of words only that there are some. */
export const SCORE_FACTS = [
  'hops',
  'note',
  'apology',
  'attendance',
  'measures',
  'attitudeOutcome',
  'targetOn',
  'competent',
  'instance',
  'renewed',
  'renewedOf',
  'criteria',
  'ground',
] as const;
/** Papers that are apologies by an internal rule; never about a denunciation. */
export const APOLOGY_FORMS = ['APOLOGY.LETTER'] as const;
/** The seven days in which the Front hears of the result (LKN Đ.66 k2). */
export const FRONT_RULES = ['KN.MTTQ', 'KN.MTTQ.RESULT'] as const;

export interface ScoreStep {
  readonly mark: ScoreMark;
  readonly type: string;
  readonly on: LocalDate;
  readonly toStage: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Who took it, as chairman. */
  readonly leaderId: UserId | null;
}
export interface CaseSteps {
  readonly caseId: string;
  readonly steps: readonly ScoreStep[];
}
export interface ScorePaper {
  readonly paperId: string;
  readonly caseId: string;
  readonly label: string | null;
  readonly issuedOn: LocalDate;
  readonly signedBy: UserId | null;
}
export interface ScoreLimit {
  readonly limitId: string;
  readonly caseId: string;
  readonly dueOn: LocalDate | null;
  readonly metOn: LocalDate | null;
}
export interface ScoreSession {
  readonly sessionId: string;
  readonly agencyId: AgencyId;
  readonly kind: string;
  /** Whose day it was, and who received. */
  readonly leaderId: UserId | null;
  readonly hostedBy: UserId | null;
  readonly heldOn: LocalDate;
  readonly label: string;
  /** Citizens at a dialogue; `null`: nobody wrote down how many came. */
  readonly people: number | null;
  readonly opinions: readonly {
    readonly id: string;
    readonly raisedOn: LocalDate | null;
    readonly answeredOn: LocalDate | null;
  }[];
}
/** So many gave this score; which petition is not told. */
export interface ScoreRatings {
  readonly agencyId: AgencyId;
  readonly score: number;
  readonly ratings: number;
}
/** Days a head owes by law in a week or a month that is over. */
export interface OwedSpan {
  readonly agencyId: AgencyId;
  readonly leaderId: UserId | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: number;
  readonly citation: string;
}

/** Everything beside the facts that one source tells of a period, as known at an instant. */
export interface ScoreMore {
  readonly steps: readonly CaseSteps[];
  readonly papers: readonly ScorePaper[];
  readonly limits: readonly ScoreLimit[];
  readonly sessions: readonly ScoreSession[];
  readonly ratings: readonly ScoreRatings[];
}

/** A step with the file it was taken in. */
export interface FileStep extends ScoreStep {
  readonly fact: CaseFact;
}
/** What scorecards are counted from, of one agency, one leader or all. */
export interface ScoreFacts {
  readonly cases: readonly CaseFact[];
  readonly steps: readonly FileStep[];
  readonly papers: readonly (ScorePaper & { readonly fact: CaseFact })[];
  readonly limits: readonly (ScoreLimit & { readonly fact: CaseFact })[];
  readonly sessions: readonly ScoreSession[];
  readonly ratings: readonly ScoreRatings[];
  readonly owed: readonly OwedSpan[];
}

export function scoreFacts(facts: Facts, more: ScoreMore, owed: readonly OwedSpan[]): ScoreFacts {
  const files = new Map(facts.cases.map((fact) => [fact.caseId, fact]));
  const inFile = <Row extends { readonly caseId: string }>(rows: readonly Row[]) =>
    rows.flatMap((row) => {
      const fact = files.get(row.caseId);
      return fact ? [{ ...row, fact }] : [];
    });
  return {
    cases: facts.cases,
    steps: inFile(more.steps).flatMap(({ fact, steps }) => steps.map((step) => ({ ...step, fact }))),
    papers: inFile(more.papers),
    limits: inFile(more.limits),
    ...{ sessions: more.sessions, ratings: more.ratings, owed },
  };
}

/** The facts of these agencies alone. */
export function scoreFactsOf(facts: ScoreFacts, agencies: ReadonlySet<AgencyId>): ScoreFacts {
  const own = ({ agencyId }: { readonly agencyId: AgencyId }): boolean => agencies.has(agencyId);
  const ofFile = ({ fact }: { readonly fact: CaseFact }): boolean => own(fact);
  return {
    cases: facts.cases.filter(own),
    steps: facts.steps.filter(ofFile),
    papers: facts.papers.filter(ofFile),
    limits: facts.limits.filter(ofFile),
    sessions: facts.sessions.filter(own),
    ratings: facts.ratings.filter(own),
    owed: facts.owed.filter(own),
  };
}

/** What stands under one leader's name: files taken on or resolved, steps taken, papers signed, days of reception. */
export function scoreFactsUnder(facts: ScoreFacts, leader: UserId): ScoreFacts {
  const own = ({ leaderId }: { readonly leaderId: UserId | null }): boolean => leaderId === leader;
  return {
    cases: facts.cases.filter(own),
    steps: facts.steps.filter(own),
    papers: facts.papers.filter(({ signedBy }) => signedBy === leader),
    limits: [],
    sessions: facts.sessions.filter(own),
    ratings: [],
    owed: facts.owed.filter(own),
  };
}
