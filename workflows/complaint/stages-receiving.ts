import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import { law } from './law.js';
import { STAGE_TITLES } from './stage-names.js';
import { discontinueArrow, recordArrows, withdrawalArrow } from './stages-resolving.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

/** The acceptance clock runs from the day of receipt, however long the paper was in handling before the file was opened. */
export const opening: readonly Arrow[] = [
  {
    on: 'OPEN',
    to: 'received',
    basis: law.form,
    effects: [fx.open('KN.ACCEPT.L1', 'receivedOn'), fx.notify('complaint.received', 'caseOfficer', 'unitHead')],
  },
];

export const receivingStages: Readonly<Record<'received' | 'notAccepted', Stage>> = {
  received: {
    info: {
      title: STAGE_TITLES.received,
      basis: law.form,
      owner: 'caseOfficer',
      clocks: ['KN.ACCEPT.L1'],
      publicTitle: 'Đã tiếp nhận, đang xem xét thụ lý',
    },
    arrows: [
      {
        on: 'ACCEPT',
        to: 'accepted',
        needs: ['conditionsChecked', 'groupPapers', ...SIGNED],
        basis: law.accept,
        effects: [
          fx.met('KN.ACCEPT.L1'),
          ...fx.when('notRemote', fx.open('KN.RESOLVE.L1', 'occurredOn')),
          ...fx.when('remote', fx.open('KN.RESOLVE.L1', 'occurredOn', 'remote')),
          fx.remember('acceptedOn'),
          fx.issue('ND124.03'),
          fx.notify('complaint.accepted', 'caseOfficer', 'unitHead'),
        ],
      },
      {
        on: 'REFUSE_ACCEPTANCE',
        to: 'notAccepted',
        needs: ['refusalGround', ...SIGNED],
        basis: law.notAcceptable,
        effects: [
          fx.met('KN.ACCEPT.L1'),
          fx.issue('ND124.04'),
          fx.notify('complaint.notAccepted', 'caseOfficer', 'unitHead'),
        ],
      },
      withdrawalArrow,
      discontinueArrow('KN.ACCEPT.L1'),
      { on: 'HEIRS_CONTINUE', needs: ['heirProven'], basis: law.heirs, effects: [fx.remember('heirsContinueOn')] },
      ...recordArrows,
    ],
  },
  notAccepted: {
    info: {
      title: STAGE_TITLES.notAccepted,
      basis: law.notAcceptable,
      owner: null,
      clocks: { none: 'Đã trả lời không thụ lý, vụ việc kết thúc.' },
      outcome: 'notAccepted',
      publicTitle: 'Không thụ lý, đã thông báo lý do',
    },
  },
};
