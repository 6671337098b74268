import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import { law } from './law.js';
import { STAGE_TITLES } from './stage-names.js';
import { recordArrows } from './stages-resolving.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

/** The appeal window runs from receipt by the complainant, not from issue: it needs the proof of delivery. */
const delivery: readonly Arrow[] = [
  {
    on: 'RECORD_DELIVERY',
    needs: ['decisionToComplainant', 'deliveryProof'],
    basis: law.delivery,
    effects: [
      fx.remember('deliveredOn'),
      ...fx.when('notRemote', fx.open('KN.APPEAL.L2', 'occurredOn')),
      ...fx.when('remote', fx.open('KN.APPEAL.L2', 'occurredOn', 'remote')),
    ],
  },
  ...recordArrows,
];

/** The Front within 7 days of the decision, deputies within 7 working days of the matter's resolution. */
const notifyForwarder: readonly Arrow[] = [
  {
    on: 'NOTIFY_FORWARDER',
    needs: ['frontForwarded', 'documentNumber'],
    basis: law.front,
    effects: [fx.met('KN.MTTQ')],
  },
  {
    on: 'NOTIFY_FORWARDER',
    needs: ['deputyForwarded', 'documentNumber'],
    basis: law.deputy,
    effects: [fx.met('TCD.TRANSFER.RESULT')],
  },
];

const publish: Omit<Arrow, 'to'> = {
  on: 'PUBLISH_DECISION',
  needs: ['publicationChannel', 'meetingNotified'],
  basis: law.publish,
  effects: [
    fx.met('KN.PUBLISH'),
    fx.remember('publishedOn'),
    ...fx.when('posted', fx.open('KN.POSTING.MIN', 'occurredOn')),
    ...fx.when('postedOnline', fx.open('KN.PUBLISH.ONLINE.MIN', 'occurredOn')),
    ...fx.when('postedSomewhere', fx.remember('postedOn')),
  ],
};
const endPosting: Arrow = {
  on: 'END_POSTING',
  needs: ['postingOver'],
  basis: law.publish,
  effects: [fx.met('KN.POSTING.MIN'), fx.met('KN.PUBLISH.ONLINE.MIN'), fx.remember('postingEndedOn')],
};
const declareEffective: Arrow = {
  on: 'DECLARE_EFFECTIVE',
  to: 'effective',
  needs: ['effectDay', 'notAppealed'],
  basis: law.effective,
  effects: [
    fx.met('KN.EFFECT.L1'),
    fx.remember('effectiveOn'),
    fx.open('KN.ENFORCE', 'occurredOn'),
    fx.notify('complaint.effective', 'caseOfficer', 'chairman'),
  ],
};
const passUp: Arrow = {
  on: 'HAND_OVER_FILE',
  to: 'passedUp',
  needs: ['appealed', 'fileIndexed', 'documentNumber'],
  basis: law.appeal,
  effects: [fx.void('KN.EFFECT.L1'), fx.notify('complaint.passedUp', 'unitHead', 'chairman')],
};

type DecidedStage = 'decided' | 'sent' | 'published' | 'effective' | 'enforcing' | 'closed' | 'passedUp';

export const decidedStages: Readonly<Record<DecidedStage, Stage>> = {
  decided: {
    info: {
      title: STAGE_TITLES.decided,
      basis: law.decide,
      owner: 'caseOfficer',
      clocks: ['KN.SEND.L1', 'KN.PUBLISH', 'KN.EFFECT.L1', 'KN.MTTQ', 'TCD.TRANSFER.RESULT'],
      publicTitle: 'Đã có quyết định giải quyết',
    },
    arrows: [
      { on: 'SEND_DECISION', to: 'sent', basis: law.send, effects: [fx.met('KN.SEND.L1'), fx.remember('sentOn')] },
      ...delivery,
      ...notifyForwarder,
    ],
  },
  sent: {
    info: {
      title: STAGE_TITLES.sent,
      basis: law.send,
      owner: 'caseOfficer',
      clocks: ['KN.PUBLISH', 'KN.EFFECT.L1', 'KN.APPEAL.L2', 'KN.MTTQ', 'TCD.TRANSFER.RESULT'],
      publicTitle: 'Đã có quyết định giải quyết',
    },
    arrows: [{ ...publish, to: 'published' }, declareEffective, ...delivery, ...notifyForwarder, passUp],
  },
  published: {
    info: {
      title: STAGE_TITLES.published,
      basis: law.publish,
      owner: 'caseOfficer',
      clocks: [
        'KN.POSTING.MIN',
        'KN.PUBLISH.ONLINE.MIN',
        'KN.EFFECT.L1',
        'KN.APPEAL.L2',
        'KN.MTTQ',
        'TCD.TRANSFER.RESULT',
        'TCD.TRANSFER.RESULT',
      ],
      publicTitle: 'Đã công khai quyết định giải quyết',
    },
    arrows: [declareEffective, endPosting, ...delivery, ...notifyForwarder, passUp],
  },
  effective: {
    info: {
      title: STAGE_TITLES.effective,
      basis: law.effective,
      owner: 'chairman',
      clocks: ['KN.ENFORCE', 'KN.PUBLISH', 'KN.APPEAL.L2'],
      publicTitle: 'Quyết định giải quyết đã có hiệu lực',
    },
    arrows: [
      {
        on: 'ENFORCE',
        to: 'enforcing',
        needs: [...SIGNED],
        basis: law.enforce,
        effects: [fx.met('KN.ENFORCE'), fx.issue('ENFORCEMENT.ORDER'), fx.remember('enforcingOn')],
      },
      publish,
      endPosting,
      ...delivery,
      ...notifyForwarder,
      // The appeal window runs from receipt and may outlast the effect date: a timely appeal still takes the file up.
      passUp,
    ],
  },
  enforcing: {
    info: {
      title: STAGE_TITLES.enforcing,
      basis: law.enforced,
      owner: 'chairman',
      clocks: {
        none: 'Văn bản chỉ đạo thi hành tự định thời hạn (NĐ124 Đ.31 k1); luật không định thời hạn thi hành xong.',
      },
      publicTitle: 'Đang thi hành quyết định giải quyết',
    },
    arrows: [
      {
        on: 'CLOSE',
        to: 'closed',
        needs: ['published', 'fileIndexed'],
        basis: law.enforced,
        effects: [fx.remember('closedOn')],
      },
      publish,
      endPosting,
      ...delivery,
      ...notifyForwarder,
      passUp,
    ],
  },
  closed: {
    info: {
      title: STAGE_TITLES.closed,
      basis: law.enforced,
      owner: null,
      clocks: { none: 'Quyết định đã thi hành xong.' },
      outcome: 'enforced',
      publicTitle: 'Đã kết thúc',
    },
  },
  passedUp: {
    info: {
      title: STAGE_TITLES.passedUp,
      basis: law.appeal,
      owner: null,
      clocks: { none: 'Thời hạn giải quyết lần hai do hồ sơ lần hai theo dõi.' },
      outcome: 'secondInstance',
      publicTitle: 'Đã chuyển cấp giải quyết lần hai',
    },
  },
};
