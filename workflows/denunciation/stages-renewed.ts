import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import {
  answerForwarder,
  endByInvestigation,
  recordedWithdrawals,
  records,
  requestProtection,
  tellForwarder,
  transfer,
  earlyWithdrawals,
} from './arrows.js';
import { SIGNED } from './effects.js';
import { law } from './law.js';
import { STAGE_TITLES } from './stage-names.js';
import { accept, end } from './stages-receiving.js';

/** The order to stop and hand over goes to the file below; this one is then accepted with a clock of its own. */
const takeOver: Arrow = {
  on: 'TAKE_OVER',
  to: 'takingOver',
  needs: ['takeOverGround', ...SIGNED],
  basis: law.takeOver,
  effects: [
    fx.void('TC.AGAIN'),
    fx.void('TC.LATE.ASK'),
    fx.void('TC.LATE.REPLY'),
    fx.link('renewedOf', 'takenOverFrom'),
    fx.tell('renewedOf', 'HAND_OVER_FILE'),
    fx.issue('TC.TAKEOVER'),
    fx.notify('denunciation.takenOver', 'provinceChairman', 'chairman'),
  ],
};

const answerLateness: Arrow = {
  on: 'ANSWER_LATENESS',
  needs: ['documentNumber'],
  basis: law.lateAnswer,
  effects: [fx.issue('TC.LATE.REPLY'), fx.remember('latenessAnsweredOn')],
};
const linkEarlier: Arrow = {
  on: 'LINK_EARLIER_FILE',
  basis: law.renewed,
  effects: [fx.link('earlierFileId', 'renewedOf'), fx.remember('renewedOf', 'earlierFileId')],
};
const publicTitle = 'Đang xem xét';

/** What the superior does with a renewed denunciation: of an unlawful resolution (Đ.37) or of a late one (Đ.38). */
export const renewedStages: Readonly<Record<string, Stage>> = {
  reviewing: {
    info: {
      title: STAGE_TITLES.reviewing,
      basis: law.renewed,
      owner: 'chairman',
      clocks: ['TC.AGAIN'],
      publicTitle,
    },
    arrows: [
      accept('RESOLVE_AGAIN', 'TC.AGAIN.RESOLVE', {
        needs: ['earlierFileReviewed', 'againGround'],
        basis: law.resolveAgain,
        effects: [fx.met('TC.AGAIN'), fx.remember('resolvedAgainFor', 'againGround')],
      }),
      {
        on: 'KEEP_RESULT',
        to: 'notResolvedAgain',
        needs: ['earlierFileReviewed', 'reasonsStated', 'crimeTransferred', ...SIGNED],
        basis: law.keepResult,
        effects: [fx.met('TC.AGAIN'), ...tellForwarder, fx.issue('TC.RENEWED.REPLY')],
      },
      {
        on: 'NOTE_LATENESS',
        to: 'late',
        basis: law.late,
        effects: [fx.void('TC.AGAIN'), fx.open('TC.LATE.ASK', 'receivedOn')],
      },
      { ...transfer, basis: law.resolveAgain, effects: [fx.met('TC.AGAIN'), ...(transfer.effects ?? [])] },
      ...earlyWithdrawals,
      endByInvestigation,
      linkEarlier,
      answerForwarder,
      requestProtection,
      ...records,
    ],
  },
  late: {
    info: { title: STAGE_TITLES.late, basis: law.late, owner: 'chairman', clocks: ['TC.LATE.ASK'], publicTitle },
    arrows: [
      {
        on: 'DEMAND_REPORT',
        to: 'demanded',
        needs: [...SIGNED],
        basis: law.late,
        effects: [
          fx.met('TC.LATE.ASK'),
          fx.open('TC.LATE.REPLY', 'occurredOn'),
          fx.tell('renewedOf', 'RECEIVE_LATE_DEMAND'),
          fx.issue('TC.LATE.REQUEST'),
        ],
      },
      takeOver,
      linkEarlier,
      ...earlyWithdrawals,
      requestProtection,
      answerForwarder,
      ...records,
    ],
  },
  demanded: {
    info: {
      title: STAGE_TITLES.demanded,
      basis: law.lateReport,
      owner: 'chairman',
      clocks: ['TC.LATE.REPLY'],
      publicTitle,
    },
    arrows: [
      {
        on: 'RECEIVE_LATE_REPORT',
        to: 'urging',
        basis: law.lateReport,
        effects: [fx.met('TC.LATE.REPLY'), fx.notify('denunciation.lateReported', 'provinceChairman', 'chairman')],
      },
      takeOver,
      answerLateness,
      linkEarlier,
      ...earlyWithdrawals,
      requestProtection,
      answerForwarder,
      ...records,
    ],
  },
  urging: {
    info: {
      title: STAGE_TITLES.urging,
      basis: law.lateAnswer,
      owner: 'chairman',
      clocks: {
        none: 'Luật không định thời hạn cho việc theo dõi, đôn đốc; thời hạn giải quyết chạy ở hồ sơ của cấp dưới.',
      },
      publicTitle,
    },
    arrows: [
      {
        on: 'CLOSE_LATENESS',
        to: 'latenessSettled',
        needs: ['latenessAnswered', 'resolvedBelow', 'crimeTransferred', 'forwarderNotOwed'],
        basis: law.lateAnswer,
      },
      takeOver,
      answerLateness,
      linkEarlier,
      ...recordedWithdrawals,
      requestProtection,
      answerForwarder,
      ...records,
    ],
  },
  takingOver: {
    info: {
      title: STAGE_TITLES.takingOver,
      basis: law.takeOver,
      owner: 'chairman',
      clocks: {
        none: 'Luật không định thời hạn giao hồ sơ; thời hạn giải quyết tính từ ngày ra quyết định thụ lý mới.',
      },
      publicTitle,
    },
    arrows: [
      accept('ACCEPT', 'TC.TAKEOVER', { needs: ['lowerFileReceived'], basis: law.takeOverClock }),
      ...recordedWithdrawals,
      requestProtection,
      answerForwarder,
      ...records,
    ],
  },
  notResolvedAgain: end('Không giải quyết lại, đã thông báo lý do', law.keepResult, { outcome: 'notResolvedAgain' }),
  latenessSettled: end('Cấp dưới đã giải quyết, đã trả lời', law.lateAnswer, { outcome: 'latenessSettled' }),
  handedOver: end('Đã chuyển hồ sơ cho cấp trên giải quyết', law.takeOver, { outcome: 'takenOver' }),
};
