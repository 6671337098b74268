import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import { answerForwarder, records, requestProtection } from './arrows.js';
import { resolution, RESOLUTION_CLOCKS, SIGNED } from './effects.js';
import { law } from './law.js';
import { RESOLVING, STAGE_TITLES, WITHDRAWABLE, WITHDRAWABLE_EARLY } from './stage-names.js';
import { end } from './stages-receiving.js';
import { always, discontinue, handOver, sendSuspension, subActs } from './stages-resolving.js';

const resumed = RESOLVING.map((stage): Arrow => ({
  on: 'RESUME',
  to: stage,
  needs: [`suspendedIn.${stage}`, 'groundEndedBefore', ...SIGNED],
  basis: law.resume,
  effects: [
    ...resolution(fx.resume),
    // "Ngay": the day the ground ended is the last day to decide on.
    fx.open('TC.RESUME', 'groundEndedOn'),
    fx.met('TC.RESUME'),
    fx.issue('TC.RESUME'),
    fx.notify('denunciation.resumed', 'chairman', 'caseOfficer'),
  ],
}));

const goOn = (stages: readonly string[]): readonly Arrow[] =>
  stages.map((stage) => ({
    on: 'GO_ON_DESPITE_WITHDRAWAL',
    to: stage,
    needs: [`withdrawnIn.${stage}`, 'goOnGround', 'signedByResolver'],
    basis: law.goOn,
    effects: [fx.remember('goesOnFor', 'goOnGround'), fx.notify('denunciation.goesOn', 'chairman', 'caseOfficer')],
  }));

/** Ways off the straight road: examination, suspension, withdrawal, discontinuance. */
export const endingStages: Readonly<Record<string, Stage>> = {
  examining: {
    info: {
      title: STAGE_TITLES.examining,
      basis: law.expertTime,
      owner: 'caseOfficer',
      clocks: RESOLUTION_CLOCKS,
      publicTitle: 'Đang giải quyết',
    },
    arrows: [
      {
        on: 'RECORD_EXAMINATION_RESULT',
        to: 'verifying',
        basis: law.expertTime,
        effects: resolution(fx.resume),
      },
      ...subActs,
      ...always,
    ],
  },
  suspended: {
    info: {
      title: STAGE_TITLES.suspended,
      basis: law.suspend,
      owner: 'caseOfficer',
      clocks: ['TC.SUSPEND.SEND', ...RESOLUTION_CLOCKS],
      publicTitle: 'Tạm dừng giải quyết',
    },
    arrows: [...resumed, sendSuspension, ...always],
  },
  withdrawn: {
    info: {
      title: STAGE_TITLES.withdrawn,
      basis: law.withdraw,
      owner: 'chairman',
      clocks: RESOLUTION_CLOCKS,
      publicTitle: 'Đang xem xét',
    },
    arrows: [
      discontinue(...RESOLUTION_CLOCKS),
      ...goOn(WITHDRAWABLE),
      handOver,
      answerForwarder,
      requestProtection,
      ...records,
    ],
  },
  withdrawnEarly: {
    info: {
      title: STAGE_TITLES.withdrawnEarly,
      basis: law.withdraw,
      owner: 'chairman',
      clocks: ['TC.REG', 'TC.AGAIN', 'TC.LATE.ASK', 'TC.LATE.REPLY'],
      publicTitle: 'Đang xem xét',
    },
    arrows: [
      discontinue('TC.REG', 'TC.AGAIN', 'TC.LATE.ASK', 'TC.LATE.REPLY'),
      ...goOn(WITHDRAWABLE_EARLY),
      answerForwarder,
      requestProtection,
      ...records,
    ],
  },
  discontinued: {
    info: {
      title: STAGE_TITLES.discontinued,
      basis: law.discontinue,
      owner: 'caseOfficer',
      clocks: ['TC.SUSPEND.SEND'],
      publicTitle: 'Đã xem xét, đang thông báo',
    },
    arrows: [
      {
        on: 'SEND_DISCONTINUANCE',
        to: 'closedByDiscontinuance',
        needs: ['crimeTransferred', 'forwarderNotOwed'],
        basis: law.sendSuspension,
        effects: [fx.met('TC.SUSPEND.SEND')],
      },
      answerForwarder,
      ...records,
    ],
  },
  closedByDiscontinuance: end('Kết thúc do đình chỉ giải quyết', law.discontinue, { outcome: 'discontinued' }),
};
