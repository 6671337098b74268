import { effects as fx, type Arrow, type ArrowEffect } from '#libs/procedure';
import { SIGNED } from './effects.js';
import { law } from './law.js';

/** Records that any open stage knows. */
export const records: readonly Arrow[] = [
  { on: 'ASSIGN_OFFICER', basis: law.responsibility, effects: [fx.assign('assigneeId')] },
  { on: 'NAME_ADVISERS', basis: law.adviser, effects: [fx.grant('adviserIds', 'adviser')] },
  { on: 'END_ACCESS', basis: law.access, effects: [fx.revoke('userIds')] },
  { on: 'SHOW_TO_SUPERIOR', basis: law.superiorReads, effects: [fx.grant('superiorIds', 'resolver')] },
  {
    on: 'REQUEST_PREVENTION',
    needs: ['riskFoundBefore', 'documentNumber'],
    basis: law.prevention,
    effects: [fx.open('TC.URGENT', 'riskFoundOn'), fx.met('TC.URGENT'), fx.issue('TC.URGENT.REQUEST')],
  },
];

export const answerForwarder: Arrow = {
  on: 'ANSWER_FORWARDER',
  needs: ['forwarded', 'documentNumber'],
  basis: law.forwarderAnswer,
  effects: [fx.met('TC.PRESS'), fx.issue('TC.FORWARD.RESULT'), fx.remember('forwarderAnsweredOn')],
};

/** Where the file ends, whoever forwarded it is told with the same step what became of it (LTC Đ.26 k2). */
export const tellForwarder: readonly ArrowEffect[] = [
  ...fx.when('forwarderOwed', fx.issue('TC.FORWARD.RESULT')),
  fx.met('TC.PRESS'),
];

/** Before the conclusion the denouncer may ask to be protected; the file of it is kept apart (LTC Đ.55). */
export const requestProtection: Arrow = {
  on: 'REQUEST_PROTECTION',
  needs: ['protectionForm'],
  basis: law.protection,
  effects: [
    fx.spawn('protection', { link: 'protects', carry: ['requestForm', 'urgent', 'scope'] }),
    fx.notify('denunciation.protectionRequested', 'chairman'),
  ],
};

const withdrawalsTo = (to?: string): readonly Arrow[] => [
  {
    on: 'WITHDRAW',
    ...(to !== undefined && { to }),
    needs: ['withdrawalForm', 'withdrawalSigned', 'allWithdraw'],
    basis: law.withdraw,
    effects: [
      ...fx.when('byApplication', fx.issue('ND31.02')),
      ...fx.when('byRecord', fx.issue('ND31.03')),
      fx.remember('withdrawnOn'),
      fx.remember('withdrawnFrom', 'stage'),
      fx.notify('denunciation.withdrawn', 'chairman'),
    ],
  },
  {
    on: 'WITHDRAW_PART',
    needs: ['withdrawalForm', 'withdrawalSigned', 'personsOfGroup'],
    basis: law.withdrawPart,
    effects: [
      ...fx.when('byApplication', fx.issue('ND31.02')),
      ...fx.when('byRecord', fx.issue('ND31.03')),
      fx.remember('partlyWithdrawnOn'),
    ],
  },
];
export const withdrawals = withdrawalsTo('withdrawn');
/** Where another resolver has the matter, the withdrawal is recorded for him to consider (LTC Đ.33 k1). */
export const recordedWithdrawals = withdrawalsTo();
/** Before acceptance there is no resolution to go back to, only the check of the conditions. */
export const earlyWithdrawals = withdrawalsTo('withdrawnEarly');

export const endByInvestigation: Arrow = {
  on: 'END_BY_INVESTIGATION',
  to: 'transferredToInvestigation',
  needs: ['crimeFileSent', 'crimeTransferred', 'nothingRemains'],
  basis: law.crime,
  effects: [fx.met('TC.REG'), fx.met('TC.AGAIN'), ...tellForwarder],
};

export const transfer: Arrow = {
  on: 'TRANSFER',
  to: 'transferred',
  needs: ['crimeTransferred', ...SIGNED],
  basis: law.transfer,
  effects: [
    fx.met('TC.TRANSFER'),
    ...tellForwarder,
    fx.issue('TT05.03'),
    fx.notify('denunciation.transferred', 'chairman'),
  ],
};
