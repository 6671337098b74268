import { effects as fx, type Stage } from '#libs/procedure';
import { law } from './law.js';
import { openStage } from './stages-common.js';

const NO_LIMIT = 'Không có thời hạn luật định cho kiến nghị của Mặt trận, đoàn thể, cử tri; chỉ có mục tiêu nội bộ.';

/** Recommendations of the Front, mass organisations and voters' meetings, followed to the answer. */
export const recommendationStages: Readonly<Record<string, Stage>> = {
  recommendationReceived: openStage({
    title: 'Đã nhận kiến nghị, chờ giao trả lời',
    basis: law.recommendation,
    owner: 'unitHead',
    clocks: { none: NO_LIMIT },
    arrows: [
      {
        on: 'TRACK_RECOMMENDATION',
        to: 'recommendationTracked',
        basis: law.recommendation,
        effects: [fx.remember('startedOn'), fx.remember('targetOn', 'targetOn'), fx.issue('URGING.LETTER')],
      },
    ],
  }),
  recommendationTracked: openStage({
    title: 'Đang theo dõi việc trả lời kiến nghị',
    basis: law.recommendation,
    owner: 'caseOfficer',
    clocks: { none: NO_LIMIT },
    arrows: [
      {
        on: 'DECIDE_RECOMMENDATION',
        to: 'recommendationDecided',
        needs: ['aboutComplaintResult', 'documentNumber'],
        basis: law.frontAnswer,
        effects: [fx.open('KN.MTTQ.RESULT', 'occurredOn'), fx.remember('decidedOn')],
      },
      {
        on: 'DECIDE_RECOMMENDATION',
        to: 'recommendationDecided',
        needs: ['documentNumber'],
        basis: law.recommendation,
        effects: [fx.remember('decidedOn')],
      },
    ],
  }),
  recommendationDecided: openStage({
    title: 'Đã giải quyết kiến nghị, chờ trả lời nơi kiến nghị',
    basis: law.recommendation,
    owner: 'chairman',
    clocks: { none: `${NO_LIMIT} Kiến nghị về kết quả giải quyết khiếu nại thì trả lời trong 07 ngày (LKN Đ.66 k2).` },
    withdrawable: false,
    arrows: [
      {
        on: 'ANSWER_RECOMMENDATION',
        to: 'answered',
        needs: ['documentNumber'],
        basis: law.recommendation,
        effects: [fx.met('KN.MTTQ.RESULT'), fx.issue('FEEDBACK.ANSWER'), fx.remember('answeredOn')],
      },
    ],
  }),
};
