import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { law } from './law.js';

interface OpenSpec {
  readonly title: string;
  readonly basis: Citation;
  readonly owner: NonNullable<Stage['info']['owner']>;
  readonly clocks: Stage['info']['clocks'];
  readonly arrows: readonly Arrow[];
  readonly withdrawable?: boolean;
}

const withdraw: Arrow = { on: 'WITHDRAW', to: 'withdrawn', needs: ['withdrawalSigned'], basis: law.withdraw };
const assign: Arrow = { on: 'ASSIGN_OFFICER', basis: law.officer, effects: [fx.assign('assigneeId')] };

export const openStage = ({ title, basis, owner, clocks, arrows, withdrawable = true }: OpenSpec): Stage => ({
  info: { title, basis, owner, clocks, publicTitle: 'Đang giải quyết' },
  arrows: [...arrows, assign, ...(withdrawable ? [withdraw] : [])],
});

export const end = (title: string, basis: Citation, outcome: string): Stage => ({
  info: { title, basis, owner: null, clocks: { none: 'Việc đã kết thúc.' }, outcome, publicTitle: title },
});

/** The answer has gone out; it may be shown to everybody once nobody can be told from it. */
export const answered = (basis: Citation, none: string): Stage => ({
  info: { title: 'Đã trả lời', basis, owner: 'caseOfficer', clocks: { none }, publicTitle: 'Đã trả lời' },
  arrows: [
    {
      on: 'PUBLISH_ANSWER',
      needs: ['redacted'],
      basis: law.secrecy,
      effects: [fx.remember('publishedOn')],
    },
    { on: 'CLOSE', to: 'closed', basis },
  ],
});
