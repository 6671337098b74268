import type { LocalDate, ProcedureName } from '#libs/shared';

/** What a step means to a form, whatever its procedure calls it. */
export type Mark =
  | 'opened'
  | 'classified'
  | 'eligibility'
  | 'competence'
  | 'handled'
  | 'again'
  | 'forLateness'
  | 'concluded'
  | 'ended'
  | 'answered'
  | 'carryOut'
  | 'carriedOut'
  | 'investigated';

/** One marked step of a file, in the order of the ledger. */
export interface MarkedStep {
  readonly mark: Mark;
  readonly type: string;
  readonly on: LocalDate;
  readonly toStage: string | null;
  /** Findings of the step, those of `MARK_FACTS` only. */
  readonly facts: Readonly<Record<string, unknown>>;
}
export interface CaseMarks {
  readonly caseId: string;
  readonly steps: readonly MarkedStep[];
}

type Steps = Readonly<Record<string, Mark>>;
const COMPLAINT: Steps = {
  OPEN: 'opened',
  DECIDE: 'concluded',
  DISCONTINUE: 'ended',
  DECLARE_EFFECTIVE: 'carryOut',
  CLOSE: 'carriedOut',
};

export const FORM_MARKS: Readonly<Partial<Record<ProcedureName, Steps>>> = {
  'petition-handling': {
    CLASSIFY: 'classified',
    CHECK_ELIGIBILITY: 'eligibility',
    CHECK_COMPETENCE: 'competence',
    PROPOSE_ACCEPTANCE: 'handled',
    GUIDE: 'handled',
    TRANSFER: 'handled',
    RETURN_TO_FORWARDER: 'handled',
    FILE: 'handled',
    NOT_PROCESS: 'handled',
    SPLIT: 'handled',
    COMPLETE_SPLIT: 'handled',
    TRANSFER_FOR_INSPECTION: 'handled',
    TRANSFER_TO_INVESTIGATION: 'handled',
    ORDER_SUBORDINATE: 'handled',
    ORDER_REVIEW: 'handled',
    WITHDRAW: 'handled',
    ANSWER_FEEDBACK: 'answered',
  },
  complaint: COMPLAINT,
  'disciplinary-complaint': COMPLAINT,
  denunciation: {
    OPEN: 'opened',
    LINK_EARLIER_FILE: 'again',
    RESOLVE_AGAIN: 'again',
    NOTE_LATENESS: 'forLateness',
    CONCLUDE: 'concluded',
    DISCONTINUE: 'ended',
    HANDLE_CONCLUSION: 'carryOut',
    CLOSE: 'carriedOut',
    TRANSFER_TO_INVESTIGATION: 'investigated',
  },
};

/** Findings that forms count by; nothing that a person typed. */
export const MARK_FACTS = [
  'contentType',
  'eligible',
  'competent',
  'outsideMatter',
  'instance',
  'appealGround',
  'renewed',
  'renewedOf',
  'conclusion',
  'ground',
] as const;
