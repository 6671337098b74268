import { effects as fx, type Arrow, type ArrowEffect, type Stage } from '#libs/procedure';
import { answerForwarder, records } from './arrows.js';
import { SIGNED } from './effects.js';
import { law } from './law.js';
import { STAGE_TITLES } from './stage-names.js';
import { end } from './stages-receiving.js';
import { notifyAcceptance } from './stages-resolving.js';

const published = {
  on: 'PUBLISH_CONCLUSION',
  basis: law.publish,
  effects: [fx.met('TC.PUBLISH'), fx.issue('TC.PUBLICATION.NOTICE'), fx.remember('publishedOn')],
};

/** Sending and publishing have limits of their own and may come in any order. */
const after: readonly Arrow[] = [
  {
    on: 'SEND_CONCLUSION',
    needs: ['conclusionWithoutIdentity'],
    basis: law.sendConclusion,
    effects: [fx.met('TC.CONCL.SEND'), fx.issue('TC.CONCLUSION.NOTICE'), fx.remember('conclusionSentOn')],
  },
  {
    ...published,
    needs: ['publicationForm', 'publishedSafely', 'announcedOnly'],
  },
  {
    ...published,
    needs: ['publicationForm', 'publishedSafely', 'postedForDays'],
    effects: [...published.effects, fx.open('TC.PUBLISH.MIN', 'occurredOn'), fx.remember('postedOn')],
  },
  {
    on: 'END_POSTING',
    needs: ['postedLongEnough'],
    basis: law.posting,
    effects: [fx.met('TC.PUBLISH.MIN'), fx.issue('POSTING.END'), fx.remember('postingEndedOn')],
  },
  // Late, where it was not done before the conclusion.
  notifyAcceptance,
  answerForwarder,
  ...records,
];

const handled: readonly ArrowEffect[] = [
  fx.met('TC.HANDLE'),
  fx.issue('TC.HANDLING.DECISION'),
  ...fx.when('decidedHere', fx.open('TC.PUBLISH.HANDLING', 'occurredOn'), fx.remember('decidedHereOn')),
  fx.notify('denunciation.handled', 'chairman', 'caseOfficer'),
];
const restored: Arrow = {
  on: 'RESTORE_RIGHTS',
  basis: law.restore,
  effects: [...fx.when('rightsGivenBack', fx.issue('TC.RIGHTS.RESTORED')), fx.remember('restoredOn')],
};
const apologised: Arrow = {
  on: 'APOLOGISE',
  basis: law.restore,
  effects: [...fx.when('apologyOwed', fx.issue('TC.APOLOGY')), fx.remember('apologisedOn')],
};

const followUps: readonly Arrow[] = [
  {
    on: 'NOTE_HANDLING_RESULT',
    needs: ['resultKnownBefore'],
    basis: law.handlingReport,
    effects: [fx.open('TC.HANDLE.REPORT', 'resultOn')],
  },
  {
    on: 'RECEIVE_HANDLING_REPORT',
    basis: law.handlingReport,
    effects: [fx.met('TC.HANDLE.REPORT'), fx.issue('TC.HANDLING.REPORT')],
  },
  {
    on: 'PUBLISH_HANDLING',
    needs: ['publishedSafely'],
    basis: law.publish,
    effects: [fx.met('TC.PUBLISH.HANDLING'), fx.remember('handlingPublishedOn')],
  },
  {
    on: 'ASSIGN_FOLLOW_UP',
    needs: ['followUpBody'],
    basis: law.followUp,
    effects: fx.when('monthlyReport', fx.open('TC.FOLLOWUP', 'occurredOn')),
  },
  {
    on: 'REPORT_FOLLOW_UP',
    basis: law.followUp,
    effects: [fx.met('TC.FOLLOWUP'), ...fx.when('monthlyReport', fx.open('TC.FOLLOWUP', 'occurredOn'))],
  },
];

export const concludedStages: Readonly<Record<string, Stage>> = {
  concluded: {
    info: {
      title: STAGE_TITLES.concluded,
      basis: law.conclude,
      owner: 'chairman',
      clocks: ['TC.HANDLE'],
      publicTitle: 'Đã có kết quả giải quyết',
    },
    arrows: [
      {
        on: 'HANDLE_CONCLUSION',
        to: 'following',
        needs: ['violationFound', 'violationMeasure', ...SIGNED],
        basis: law.handle,
        effects: handled,
      },
      {
        on: 'HANDLE_CONCLUSION',
        to: 'restoring',
        needs: ['noViolation', 'restoringMeasure', ...SIGNED],
        basis: law.restore,
        effects: handled,
      },
      ...after,
    ],
  },
  restoring: {
    info: {
      title: STAGE_TITLES.restoring,
      basis: law.restore,
      owner: 'chairman',
      clocks: { none: 'Luật không định thời hạn riêng cho việc xin lỗi, cải chính, khôi phục quyền lợi.' },
      publicTitle: 'Đã có kết quả giải quyết',
    },
    arrows: [
      { ...restored, to: 'following', needs: ['apologised', 'restorationNumbered'] },
      { ...restored, needs: ['notApologised', 'restorationNumbered'] },
      { ...apologised, to: 'following', needs: ['rightsRestored'] },
      { ...apologised, needs: ['rightsNotRestored'] },
      ...after,
    ],
  },
  following: {
    info: {
      title: STAGE_TITLES.following,
      basis: law.followUp,
      owner: 'caseOfficer',
      clocks: {
        none: 'Từ 01/07/2026 việc theo dõi không có kỳ báo cáo; thời hạn gửi, công khai đã mở từ ngày kết luận.',
      },
      publicTitle: 'Đã có kết quả giải quyết',
    },
    arrows: [
      {
        on: 'CLOSE',
        to: 'closed',
        needs: [
          'conclusionSent',
          'published',
          'postingOver',
          'handlingPublished',
          'acceptanceNotified',
          'crimeTransferred',
          'forwarderNotOwed',
          'carriedOut',
          'fileIndexed',
        ],
        basis: law.file,
        effects: [fx.met('TC.FOLLOWUP'), fx.issue('FILE.INDEX')],
      },
      // Where the denunciation was wrong in part, amends are owed beside the handling (LTC Đ.36 k1a).
      { ...restored, needs: ['rightsNotRestored', 'restorationNumbered'] },
      { ...apologised, needs: ['notApologised'] },
      ...after,
      ...followUps,
    ],
  },
  closed: end('Đã thực hiện xong kết luận, kết thúc hồ sơ', law.file, { outcome: 'concluded' }),
};
