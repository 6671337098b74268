import { effects as fx, type Arrow, type ArrowEffect, type Stage } from '#libs/procedure';
import { alsoNeeds, editArrows, editStages, on, withArrows } from '../../common/compose.js';
import { decidedStages as decidedFirst } from '../stages-decided.js';
import { endingStages as endingFirst } from '../stages-ending.js';
import { opening as openingFirst, receivingStages as receivingFirst } from '../stages-receiving.js';
import { recordArrows, resolvingStages as resolvingFirst } from '../stages-resolving.js';
import {
  consultation,
  decisionDelivered,
  delegation,
  EDITS,
  firstLevelFault,
  linkFirstFile,
  recordRepresentatives,
  respondentReport,
  review,
  secondDecided,
} from './arrows.js';
import { inBothInstances, stagesOfBoth } from './both-instances.js';
import { law } from './law.js';
import { STAGE_TITLES } from './stage-names.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

const edited = <Name extends string>(stages: Readonly<Record<Name, Stage>>): Record<Name, Stage> =>
  editStages(stagesOfBoth(stages), EDITS);
const decidingNeeds = (stage: Stage, code: string): Stage => ({
  ...stage,
  arrows: editArrows(stage.arrows ?? [], [on('DECIDE', alsoNeeds(code))]),
});
/** Handed over without a decision, a file waits apart from one whose decision is appealed. */
const redirected = <Name extends string>(stages: Record<Name, Stage>): Record<Name, Stage> =>
  editStages(stages, [on('HAND_OVER_FILE', (arrow) => ({ ...arrow, to: 'passedUpUndecided' }))]);
const records = editArrows(recordArrows, EDITS);

export const opening: readonly Arrow[] = editArrows(
  openingFirst.map((arrow) => ({ ...arrow, effects: (arrow.effects ?? []).flatMap(inBothInstances) })),
  EDITS,
);

const receiving = edited(receivingFirst);
const ending = edited(endingFirst);
const resolving = redirected(edited(resolvingFirst));
const decided = edited(decidedFirst);

const receivingStages: Readonly<Record<string, Stage>> = {
  received: withArrows(receiving.received, linkFirstFile, recordRepresentatives),
  notAccepted: {
    info: {
      title: STAGE_TITLES.notAccepted,
      basis: law.notice,
      owner: 'caseOfficer',
      clocks: { none: 'Thông báo đã ban hành trong thời hạn thụ lý; luật không định thời hạn riêng để giao.' },
      publicTitle: 'Không thụ lý, đã thông báo lý do',
    },
    arrows: [
      {
        on: 'RECORD_DELIVERY',
        needs: ['refusalToComplainant', 'deliveryProof'],
        basis: law.notice,
        effects: [fx.remember('refusalDeliveredOn'), ...fx.when('byHandover', fx.issue('DELIVERY.RECORD'))],
      },
      ...records,
      {
        on: 'CLOSE',
        to: 'closedNotAccepted',
        needs: ['refusalDelivered', 'fileIndexed'],
        basis: law.notice,
        effects: [fx.remember('closedOn'), fx.issue('FILE.INDEX')],
      },
    ],
  },
  closedNotAccepted: {
    info: {
      title: STAGE_TITLES.closedNotAccepted,
      basis: law.notAcceptable,
      owner: null,
      clocks: { none: 'Đã giao thông báo không thụ lý, vụ việc kết thúc.' },
      outcome: 'notAccepted',
      publicTitle: 'Không thụ lý, đã thông báo lý do',
    },
  },
};

const anyResolving = [linkFirstFile, recordRepresentatives, secondDecided] as const;

const resolvingStages: Readonly<Record<string, Stage>> = {
  // At the second instance there is nothing of one's own to look at again: verification begins.
  accepted: withArrows(resolving.accepted, ...anyResolving, {
    on: 'ASSIGN_VERIFICATION',
    to: 'verifying',
    needs: ['verifiedAtSecond', ...SIGNED],
    basis: law.secondVerify,
    effects: [fx.assign('assigneeId'), fx.issue('ND124.05'), fx.remember('verificationOn')],
  }),
  selfReviewing: withArrows(resolving.selfReviewing, recordRepresentatives, secondDecided),
  verifying: withArrows(resolving.verifying, ...anyResolving, respondentReport, ...consultation),
  reported: withArrows(
    decidingNeeds(resolving.reported, 'dialogueAtSecond'),
    ...anyResolving,
    ...consultation,
    firstLevelFault,
  ),
  dialogue: withArrows(
    decidingNeeds(resolving.dialogue, 'dialogueReported'),
    ...anyResolving,
    ...delegation,
    ...consultation,
  ),
};

/** The arrow of the decision is asked before the one of any other paper. */
const withDelivery = (stage: Stage): Stage => ({
  ...stage,
  arrows: [
    ...(stage.arrows ?? []).filter((arrow) => arrow.on !== 'RECORD_DELIVERY'),
    decisionDelivered,
    ...records.filter((arrow) => arrow.on === 'RECORD_DELIVERY'),
  ],
});

/** A decision in force stays in force while the higher instance looks at it; only its file goes up. */
const keepingStage = (stage: Stage): Stage => ({
  ...stage,
  arrows: (stage.arrows ?? []).map((arrow) => (arrow.on === 'HAND_OVER_FILE' ? { ...arrow, to: undefined } : arrow)),
});
/** What is still owed of a first decision while the higher instance has the file. */
const stillOwed = (decided.enforcing.arrows ?? []).filter((arrow) => arrow.on === 'NOTIFY_FORWARDER');

/** A decision takes effect by the day of its issue; one declared late has been in force since that day. */
const declareOnDay = (decided.sent.arrows ?? []).filter((arrow) => arrow.on === 'DECLARE_EFFECTIVE');
const declareLate: readonly Arrow[] = declareOnDay.map((arrow) => ({
  ...arrow,
  needs: (arrow.needs ?? []).flatMap((code) =>
    code === 'effectDay' ? ['effectDayPast', 'effectiveOnStated'] : [code],
  ),
  effects: (arrow.effects ?? []).map((effect): ArrowEffect => {
    if (effect.type === 'fact.remember' && effect.fact === 'effectiveOn') return { ...effect, from: 'effectiveOn' };
    return effect.type === 'deadline.open' ? { ...effect, startFact: 'effectiveOn' } : effect;
  }),
}));
/** In force before it was sent: sending is still owed, and changes nothing of the effect. */
const sentInForce = (decided.decided.arrows ?? [])
  .filter((arrow) => arrow.on === 'SEND_DECISION')
  .map((arrow): Arrow => ({ ...arrow, to: undefined, needs: [...(arrow.needs ?? []), 'decisionUnsent'] }));
/** Asked first, so that a refusal of a late day asks for the day of effect. */
const declaredLate = (stage: Stage): Stage => ({ ...stage, arrows: [...declareLate, ...(stage.arrows ?? [])] });
const owing = (stage: Stage, ...rules: readonly string[]): Stage => {
  const { clocks } = stage.info;
  return { ...stage, info: { ...stage.info, clocks: 'none' in clocks ? clocks : [...clocks, ...rules] } };
};

const limitAgain: readonly ArrowEffect[] = [
  ...fx.when('limitStandard', fx.open('KN.RESOLVE.L1', 'acceptedOn')),
  ...fx.when('limitComplex', fx.open('KN.RESOLVE.L1', 'acceptedOn', 'complex')),
  ...fx.when('limitRemote', fx.open('KN.RESOLVE.L1', 'acceptedOn', 'remote')),
  ...fx.when('limitRemoteComplex', fx.open('KN.RESOLVE.L1', 'acceptedOn', 'remote_complex')),
];
const effectAgain: readonly ArrowEffect[] = [
  ...fx.when('firstNear', fx.open('KN.EFFECT.L1', 'decidedOn')),
  ...fx.when('firstRemote', fx.open('KN.EFFECT.L1', 'decidedOn', 'remote')),
];
/** Back where the file can go on, with the clock that handing over had stopped. */
const takenBack = (to: 'accepted' | 'sent', effects: readonly ArrowEffect[]): Arrow => ({
  on: 'TAKE_FILE_BACK',
  to,
  needs: ['secondEnded'],
  basis: law.fileHandover,
  effects,
});
const withHigher: Omit<Stage['info'], 'title'> = {
  basis: law.fileHandover,
  owner: 'caseOfficer',
  clocks: { none: 'Thời hạn giải quyết lần hai do hồ sơ lần hai theo dõi.' },
  publicTitle: 'Đã chuyển cấp giải quyết lần hai',
};

const decidedStages: Readonly<Record<string, Stage>> = {
  decided: withArrows(declaredLate(withDelivery(decided.decided)), ...declareOnDay, secondDecided, firstLevelFault),
  sent: withArrows(declaredLate(withDelivery(decided.sent)), secondDecided, firstLevelFault),
  published: withArrows(declaredLate(withDelivery(decided.published)), secondDecided, firstLevelFault),
  effective: withArrows(
    owing(keepingStage(withDelivery(decided.effective)), 'KN.SEND.L1', 'KN.SEND.L2'),
    ...sentInForce,
    secondDecided,
    ...review,
  ),
  enforcing: withArrows(keepingStage(withDelivery(decided.enforcing)), ...sentInForce, secondDecided, ...review),
  closed: decided.closed,
  passedUp: {
    info: { title: STAGE_TITLES.passedUp, ...withHigher },
    arrows: [secondDecided, takenBack('sent', effectAgain), ...stillOwed, ...records],
  },
  passedUpUndecided: {
    info: { title: STAGE_TITLES.passedUpUndecided, ...withHigher },
    arrows: [secondDecided, takenBack('accepted', limitAgain), ...records],
  },
  settledAbove: {
    info: {
      title: STAGE_TITLES.settledAbove,
      basis: law.secondDecision,
      owner: null,
      clocks: { none: 'Đã có quyết định giải quyết lần hai.' },
      outcome: 'secondInstance',
      publicTitle: 'Đã có quyết định giải quyết khiếu nại lần hai',
    },
  },
};

export const stages: Readonly<Record<string, Stage>> = {
  ...receivingStages,
  ...resolvingStages,
  suspended: withArrows(ending.suspended, secondDecided),
  withdrawn: ending.withdrawn,
  discontinued: ending.discontinued,
  closedByDiscontinuance: ending.closedByDiscontinuance,
  ...decidedStages,
};
