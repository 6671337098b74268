import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import { law } from './law.js';
import { RESOLVING, STAGE_TITLES } from './stage-names.js';
import { discontinueArrow, discontinueOldArrow, recordArrows, withdrawalArrow } from './stages-resolving.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

const resumed: Omit<Arrow, 'to' | 'needs'> = {
  on: 'RESUME',
  basis: law.resume,
  effects: [
    fx.resume('KN.RESOLVE.L1'),
    fx.open('KN.RESUME.SEND', 'occurredOn'),
    fx.remember('resumedOn'),
    fx.issue('ND155.14B'),
    fx.notify('complaint.resumed', 'caseOfficer', 'unitHead'),
  ],
};

export const endingStages: Readonly<
  Record<'suspended' | 'withdrawn' | 'discontinued' | 'closedByDiscontinuance', Stage>
> = {
  suspended: {
    info: {
      title: STAGE_TITLES.suspended,
      basis: law.suspend,
      owner: 'caseOfficer',
      clocks: ['KN.SUSPEND.SEND', 'KN.RESOLVE.L1'],
      publicTitle: 'Tạm đình chỉ giải quyết',
    },
    arrows: [
      ...RESOLVING.map((stage): Arrow => ({
        ...resumed,
        to: stage,
        needs: [`suspendedIn.${stage}`, 'groundEnded', ...SIGNED],
      })),
      { on: 'SEND_SUSPENSION', basis: law.sendSuspension, effects: [fx.met('KN.SUSPEND.SEND')] },
      withdrawalArrow,
      discontinueArrow('KN.RESOLVE.L1'),
      { on: 'HEIRS_CONTINUE', needs: ['heirProven'], basis: law.heirs, effects: [fx.remember('heirsContinueOn')] },
      ...recordArrows,
    ],
  },
  withdrawn: {
    info: {
      title: STAGE_TITLES.withdrawn,
      basis: law.withdraw,
      owner: 'chairman',
      clocks: ['KN.SUSPEND.ISSUE', 'KN.RESOLVE.L1', 'KN.ACCEPT.L1'],
      publicTitle: 'Người khiếu nại đã rút, chờ quyết định đình chỉ',
    },
    arrows: [
      // Withdrawn before acceptance there is nothing to continue: the complaint is received anew.
      ...RESOLVING.map((stage): Arrow => ({
        on: 'CONTINUE_AFTER_COERCION',
        to: stage,
        needs: [`withdrawnIn.${stage}`, 'coerced', 'signedByResolver'],
        basis: law.withdraw,
        effects: [fx.void('KN.SUSPEND.ISSUE')],
      })),
      // Withdrawn while suspended: the resolution clock stays paused until the file is continued or discontinued.
      {
        on: 'CONTINUE_AFTER_COERCION',
        to: 'suspended',
        needs: ['withdrawnIn.suspended', 'coerced', 'signedByResolver'],
        basis: law.withdraw,
        effects: [fx.void('KN.SUSPEND.ISSUE')],
      },
      // Either clock may be the one that runs, by whether the complaint had been accepted.
      discontinueArrow('KN.RESOLVE.L1', 'KN.ACCEPT.L1'),
      discontinueOldArrow('KN.RESOLVE.L1', 'KN.ACCEPT.L1'),
      ...recordArrows,
    ],
  },
  discontinued: {
    info: {
      title: STAGE_TITLES.discontinued,
      basis: law.discontinue,
      owner: 'caseOfficer',
      clocks: ['KN.SUSPEND.SEND'],
      publicTitle: 'Đã đình chỉ giải quyết',
    },
    arrows: [
      {
        on: 'SEND_DISCONTINUANCE',
        to: 'closedByDiscontinuance',
        basis: law.sendSuspension,
        effects: [fx.met('KN.SUSPEND.SEND')],
      },
      ...recordArrows,
    ],
  },
  closedByDiscontinuance: {
    info: {
      title: STAGE_TITLES.closedByDiscontinuance,
      basis: law.discontinue,
      owner: null,
      clocks: { none: 'Quyết định đình chỉ đã gửi, vụ việc kết thúc.' },
      outcome: 'discontinued',
      publicTitle: 'Đã đình chỉ giải quyết',
    },
  },
};
