import { effects as fx, type Arrow, type Stage } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { law } from './law.js';

const onlineClocks = (start: string) =>
  fx.when('isOnline', fx.open('TCD.ONLINE.NOTICE', start), fx.open('TCD.ONLINE.TEST', start));
const keepPlan = [fx.remember('heldOn', 'heldOn'), fx.remember('mode', 'mode')];
const ONLINE = ['onlineKnown', 'onlineCase', 'onlineSecrecy', 'onlineTechnical'];

/** What each kind of session must have before it is opened; the first names the kind. */
const OPENING_NEEDS = {
  periodic: ['periodic', 'scheduleComplete', ...ONLINE],
  arranged: ['arranged', 'unscheduledGround', ...ONLINE],
  regular: ['regular'],
} as const;

/** A refusal at opening speaks of the kind that was asked for, never of another. */
export const openingNeeds = (kind: string): readonly string[] =>
  kind === 'periodic' || kind === 'regular' ? OPENING_NEEDS[kind] : OPENING_NEEDS.arranged;

export const opening: readonly Arrow[] = [
  {
    on: 'OPEN',
    to: 'planned',
    needs: OPENING_NEEDS.periodic,
    basis: law.schedule,
    effects: [...keepPlan, fx.open('TCD.SCHEDULE.POST', 'heldOn'), ...onlineClocks('heldOn')],
  },
  {
    on: 'OPEN',
    to: 'prepared',
    needs: OPENING_NEEDS.arranged,
    basis: law.unscheduled,
    effects: [...keepPlan, ...onlineClocks('heldOn')],
  },
  { on: 'OPEN', to: 'receiving', needs: OPENING_NEEDS.regular, basis: law.desk, effects: keepPlan },
];

const voidOnline = [fx.void('TCD.ONLINE.NOTICE'), fx.void('TCD.ONLINE.TEST')];

const onlineActs: readonly Arrow[] = [
  {
    on: 'NOTIFY_ONLINE',
    needs: ['isOnline', 'onlineNoticeInTime'],
    basis: law.onlineNotice,
    effects: [
      fx.met('TCD.ONLINE.NOTICE'),
      fx.issue('RECEPTION.ONLINE.NOTICE'),
      fx.remember('onlineNotifiedFor', 'heldOn'),
    ],
  },
  {
    on: 'TEST_LINE',
    needs: ['isOnline', 'lineTestInTime', 'lineWorks'],
    basis: law.onlineTest,
    effects: [fx.met('TCD.ONLINE.TEST'), fx.remember('lineTestedFor', 'heldOn')],
  },
  {
    on: 'SWITCH_TO_IN_PERSON',
    needs: ['isOnline'],
    basis: law.onlinePlace,
    effects: [...voidOnline, fx.remember('mode', 'newMode')],
  },
];

const READY = ['dayHasCome', 'onlineNotified', 'lineTested', 'connectedInTime', 'recorded'];
const hold: Arrow = {
  on: 'HOLD',
  to: 'receiving',
  needs: READY,
  basis: law.receive,
  effects: [fx.remember('hostedBy', 'hostedBy')],
};
const postpone: Arrow = {
  on: 'POSTPONE',
  to: 'postponed',
  needs: ['postponeReason', 'postponementAnnounced'],
  basis: law.postpone,
  effects: [...voidOnline, fx.issue('RECEPTION.POSTPONED'), fx.remember('postponedFrom', 'heldOn')],
};
const cancel: Arrow = {
  on: 'CANCEL_PLAN',
  to: 'cancelled',
  basis: law.posting,
  effects: [fx.void('TCD.SCHEDULE.POST'), ...voidOnline],
};

interface OpenSpec {
  readonly title: string;
  readonly basis: Citation;
  readonly owner: NonNullable<Stage['info']['owner']>;
  readonly clocks: Stage['info']['clocks'];
  readonly publicTitle: string;
  readonly arrows: readonly Arrow[];
}
const openStage = ({ arrows, ...info }: OpenSpec): Stage => ({ info, arrows });
const end = (title: string, basis: Citation, outcome: string): Stage => ({
  info: { title, basis, owner: null, clocks: { none: 'Buổi tiếp đã xong.' }, outcome, publicTitle: title },
});

export const stages: Readonly<Record<string, Stage>> = {
  planned: openStage({
    title: 'Đã lập lịch, chờ niêm yết',
    basis: law.schedule,
    owner: 'receptionist',
    clocks: ['TCD.SCHEDULE.POST'],
    publicTitle: 'Đang lập lịch',
    arrows: [
      {
        on: 'POST',
        to: 'posted',
        needs: ['postedInTime', 'postedOnSite', 'postedOnPortal'],
        basis: law.posting,
        effects: [fx.met('TCD.SCHEDULE.POST'), fx.issue('RECEPTION.SCHEDULE'), fx.remember('postedOn')],
      },
      {
        on: 'POST',
        to: 'posted',
        needs: ['lateReasonGiven', 'postedBeforeDay', 'postedOnSite', 'postedOnPortal'],
        basis: law.posting,
        effects: [
          fx.met('TCD.SCHEDULE.POST'),
          fx.issue('RECEPTION.SCHEDULE'),
          fx.remember('postedOn'),
          fx.remember('postedLateOn'),
        ],
      },
      {
        ...hold,
        needs: ['unpostedReason', ...READY],
        effects: [...(hold.effects ?? []), fx.void('TCD.SCHEDULE.POST'), fx.remember('heldUnpostedOn')],
      },
      ...onlineActs,
      cancel,
    ],
  }),
  prepared: openStage({
    title: 'Đã chuẩn bị, chờ ngày tiếp',
    basis: law.unscheduled,
    owner: 'receptionist',
    clocks: { none: 'Tiếp đột xuất, đối thoại không có hạn niêm yết theo luật.' },
    publicTitle: 'Đang chuẩn bị',
    arrows: [hold, postpone, ...onlineActs, cancel],
  }),
  posted: openStage({
    title: 'Đã niêm yết, chờ ngày tiếp',
    basis: law.posting,
    owner: 'receptionist',
    clocks: { none: 'Chờ đến ngày tiếp; hạn chuẩn bị tiếp trực tuyến tính lùi từ ngày tiếp.' },
    publicTitle: 'Đã công bố lịch',
    arrows: [hold, postpone, ...onlineActs],
  }),
  postponed: openStage({
    title: 'Đã lùi lịch, chờ ngày mới',
    basis: law.postpone,
    owner: 'receptionist',
    clocks: { none: 'Luật không định hạn chót cho ngày tiếp mới; số ngày tiếp trong tháng vẫn phải đủ.' },
    publicTitle: 'Đã lùi lịch',
    arrows: [
      {
        on: 'RESCHEDULE',
        to: 'posted',
        needs: ['newDayAhead', 'postponementAnnounced'],
        basis: law.postpone,
        effects: [fx.remember('heldOn', 'newHeldOn'), ...onlineClocks('newHeldOn')],
      },
    ],
  }),
  receiving: openStage({
    title: 'Đang tiếp công dân',
    basis: law.receive,
    owner: 'receptionist',
    clocks: { none: 'Buổi tiếp diễn ra trong ngày; hạn trả lời từng lượt tiếp theo dõi riêng.' },
    publicTitle: 'Đang tiếp',
    arrows: [
      // First, so that its own lack is named where several ways come equally near.
      {
        on: 'CONCLUDE',
        to: 'concluded',
        needs: ['dialogue', 'visitsSettled', 'opinionsSettled'],
        basis: law.dialogue,
        effects: [fx.issue('RECEPTION.DIALOGUE'), fx.remember('concludedOn')],
      },
      {
        on: 'CONCLUDE',
        to: 'finished',
        needs: ['regular', 'visitsSettled'],
        basis: law.register,
        effects: [fx.remember('concludedOn')],
      },
      {
        on: 'CONCLUDE',
        to: 'concluded',
        needs: ['ledByHead', 'visitsSettled'],
        basis: law.answer,
        effects: [fx.remember('concludedOn')],
      },
    ],
  }),
  concluded: openStage({
    title: 'Đã tiếp xong, chờ thông báo kết luận',
    basis: law.conclusion,
    owner: 'unitHead',
    clocks: { none: 'Nghị định không định số ngày ban hành thông báo kết luận.' },
    publicTitle: 'Đã tiếp',
    arrows: [
      {
        on: 'ISSUE_CONCLUSION',
        to: 'notified',
        needs: ['directed', 'documentNumber'],
        basis: law.conclusion,
        effects: [fx.issue('RECEPTION.CONCLUSION'), fx.remember('conclusionOn')],
      },
      { on: 'CLOSE', to: 'finished', needs: ['nothingDirected'], basis: law.conclusion },
    ],
  }),
  notified: openStage({
    title: 'Đã thông báo kết luận, đang theo dõi thực hiện',
    basis: law.followUp,
    owner: 'unitHead',
    clocks: { none: 'Mỗi việc có thời hạn riêng do thông báo kết luận xác định.' },
    publicTitle: 'Đang thực hiện kết luận',
    arrows: [
      { on: 'FOLLOW_UP', basis: law.followUp, effects: [fx.remember('followedUpOn')] },
      { on: 'CLOSE', to: 'followedUp', needs: ['tasksDone'], basis: law.followUp },
    ],
  }),
  finished: end('Đã kết thúc buổi tiếp', law.register, 'held'),
  followedUp: end('Đã thực hiện xong kết luận', law.followUp, 'followedUp'),
  cancelled: end('Đã bỏ khỏi lịch trước khi công bố', law.posting, 'cancelled'),
};
