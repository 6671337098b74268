import type { ProcedureName } from '#libs/shared';
import { HANDLING_STEPS } from './handling.js';

/** What a step means to a report, whatever its procedure calls it. */
export type Milestone = 'accepted' | 'resolved' | 'discontinued' | 'handled';

type Steps = Readonly<Record<string, Milestone>>;

const COMPLAINT: Steps = { ACCEPT: 'accepted', DECIDE: 'resolved', DISCONTINUE: 'discontinued' };

/**
 * Steps that reports count. Resolved: the decision on a complaint (LKN Đ.31, 40, 56), the conclusion on a denunciation
 * (LTC Đ.35), the answer to a recommendation. Discontinued: the matter ended by withdrawal or another ground of the law; form
 * 01/KQGQ counts it as resolved beside the decisions (column 6).
 */
export const MILESTONES: Readonly<Partial<Record<ProcedureName, Steps>>> = {
  'petition-handling': HANDLING_STEPS,
  complaint: COMPLAINT,
  'disciplinary-complaint': COMPLAINT,
  denunciation: { ACCEPT: 'accepted', RESOLVE_AGAIN: 'accepted', CONCLUDE: 'resolved', DISCONTINUE: 'discontinued' },
  feedback: {
    START_RESOLVING: 'accepted',
    TRACK_RECOMMENDATION: 'accepted',
    ANSWER_FEEDBACK: 'resolved',
    ANSWER_RECOMMENDATION: 'resolved',
    RECORD_HANDLING: 'resolved',
    RECORD_MEDIATION: 'resolved',
  },
};

/** Limits of resolving a case in competence. A reply after a reception (TCD.REPLY) answers the reception, not the substance. */
export const RESOLVING_RULES = [
  'KN.RESOLVE.L1',
  'KN.RESOLVE.L2',
  'KL.RESOLVE',
  'TC.RESOLVE',
  'TC.AGAIN.RESOLVE',
] as const;

/** Vụ việc khiếu nại, tố cáo: what the resolution rate counts. */
export const RATED_PROCEDURES: readonly ProcedureName[] = ['complaint', 'disciplinary-complaint', 'denunciation'];
/** Everything a case may be followed in. */
export const RESOLVING_PROCEDURES: readonly ProcedureName[] = [...RATED_PROCEDURES, 'feedback'];
