import type { Citation } from '#libs/statute';
import type { DecisionRow, PetitionKind } from './decision-row.js';
import { DECISION_TABLE } from './decision-table.js';
import { law } from './law.js';

/** Where the earlier petition of somebody who sends the same again stands. */
export interface EarlierStanding {
  readonly kind: PetitionKind;
  /** How its handling ended; null while it goes on. */
  readonly handling: string | null;
  /** The file of the matter, where one was opened. */
  readonly matter: {
    readonly stage: string;
    readonly closed: boolean;
    readonly outcome: string | null;
    readonly second: boolean;
  } | null;
}

export interface ResendAdvice {
  readonly id: string;
  readonly advice: string;
  readonly citation: Citation;
}

/** A decision is out but need not be in effect yet. */
const DECIDED = ['decided', 'sent', 'published'];
const IN_EFFECT = ['effective', 'enforcing'];
const SETTLED = ['enforced', 'answered', 'handledAtOnce', 'published'];

const row = (id: string): ResendAdvice => {
  const found: DecisionRow | undefined = DECISION_TABLE.find((one) => one.id === id);
  if (!found) throw new Error(`No row ${id} in the decision table`);
  return { id, advice: found.advice, citation: found.citation };
};
const APPEAL: ResendAdvice = {
  id: 'SECOND_INSTANCE_OPEN',
  advice:
    'Người khiếu nại không đồng ý với quyết định lần đầu: có quyền khiếu nại lần hai đến cấp trên trực tiếp, kèm quyết định lần đầu, hoặc khởi kiện tại Tòa án.',
  citation: law.secondInstance,
};
const COURT: ResendAdvice = {
  id: 'COURT_OPEN',
  advice: 'Đã có quyết định giải quyết lần hai; người khiếu nại không đồng ý có quyền khởi kiện tại Tòa án.',
  citation: law.secondInstance,
};

/**
 * What the law has for a petition that repeats an earlier one, by what became of that; nothing where it is to be handled like
 * any other. Of a petition that denounces nothing is said.
 */
export function adviseResend({ kind, handling, matter }: EarlierStanding): readonly ResendAdvice[] {
  if (kind === 'denunciation' || kind === 'mixed') return [];
  if (!matter) {
    if (handling === null) return [row('SENT_TO_MANY')];
    return kind === 'complaint' && ['guided', 'transferred'].includes(handling) ? [row('COMPLAINT_GUIDED_BEFORE')] : [];
  }
  const { stage, closed, outcome, second } = matter;
  const inEffect = IN_EFFECT.includes(stage) || (closed && SETTLED.includes(outcome ?? ''));
  if (kind === 'complaint' && (inEffect || DECIDED.includes(stage)))
    return [second ? COURT : APPEAL, ...(inEffect ? [row('RESOLVED_BEFORE')] : [])];
  if (inEffect) return [row('RESOLVED_BEFORE')];
  return closed && outcome !== 'secondInstance' ? [] : [row('SENT_TO_MANY')];
}
