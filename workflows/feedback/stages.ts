import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { law } from './law.js';
import { disputeStages } from './stages-dispute.js';
import { recommendationStages } from './stages-recommendation.js';
import { regulationStages } from './stages-regulation.js';
import { answered, end, openStage } from './stages-common.js';

const INTERNAL = 'Luật không định thời hạn trả lời nội dung kiến nghị, phản ánh; chỉ có mục tiêu nội bộ.';

/** Two limits run only for some: after a reception, and online. */
const UNLESS = `${INTERNAL} Công dân đến trực tiếp thì được trả lời trong 10 ngày làm việc (LTCD Đ.28 k1).`;

const opens = (kind: string, to: string, basis: Citation, effects: Arrow['effects'] = []): Arrow => ({
  on: 'OPEN',
  to,
  needs: [kind],
  basis,
  effects: [...effects, fx.notify('feedback.received', 'caseOfficer', 'unitHead')],
});

export const opening: readonly Arrow[] = [
  opens('isGeneral', 'received', law.own, [
    ...fx.when('afterReception', fx.open('TCD.REPLY', 'receivedOn')),
    ...fx.when('isOnline', fx.open('PAKN.DVCQG', 'receivedOn')),
  ]),
  opens('isRegulation', 'regulationReceived', law.regulation, [fx.open('PAKN.QDHC.FORWARD', 'receivedOn')]),
  opens('isRecommendation', 'recommendationReceived', law.recommendation),
  opens('isDispute', 'disputeReceived', law.mediation),
];

const answerReception: Arrow = {
  on: 'ANSWER_RECEPTION',
  needs: ['receptionUnanswered', 'replyChosen'],
  basis: law.receptionAnswer,
  effects: [fx.met('TCD.REPLY'), fx.issue('FEEDBACK.ANSWER'), fx.remember('receptionAnsweredOn')],
};
const forward: Arrow = {
  on: 'FORWARD',
  to: 'forwarded',
  needs: ['documentNumber'],
  basis: law.others,
  effects: [fx.met('TCD.REPLY'), fx.met('PAKN.DVCQG'), fx.issue('TRANSFER.FEEDBACK'), fx.remember('forwardedOn')],
};

const generalStages: Readonly<Record<string, Stage>> = {
  received: openStage({
    title: 'Đã tiếp nhận, chờ giao giải quyết',
    basis: law.own,
    owner: 'unitHead',
    clocks: { none: UNLESS },
    arrows: [
      {
        on: 'START_RESOLVING',
        to: 'resolving',
        basis: law.own,
        effects: [fx.remember('startedOn'), fx.remember('subject', 'subject'), fx.remember('targetOn', 'targetOn')],
      },
      answerReception,
      forward,
    ],
  }),
  resolving: openStage({
    title: 'Đang giải quyết kiến nghị, phản ánh',
    basis: law.own,
    owner: 'caseOfficer',
    clocks: { none: UNLESS },
    arrows: [
      {
        on: 'ANSWER_FEEDBACK',
        to: 'answered',
        needs: ['attitudeConcluded', 'documentNumber'],
        basis: law.answer,
        effects: [fx.met('TCD.REPLY'), fx.met('PAKN.DVCQG'), fx.issue('FEEDBACK.ANSWER'), fx.remember('answeredOn')],
      },
      answerReception,
      forward,
    ],
  }),
  answered: answered(law.answer, INTERNAL),
};

export const stages: Readonly<Record<string, Stage>> = {
  ...generalStages,
  ...regulationStages,
  ...recommendationStages,
  ...disputeStages,
  forwarded: end('Đã chuyển đến cơ quan có thẩm quyền', law.others, 'forwarded'),
  closed: end('Đã trả lời, kết thúc', law.answer, 'answered'),
  withdrawn: end('Người gửi đã rút', law.withdraw, 'withdrawn'),
};
