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
const records = editArrows(recordArrows, EDITS);

export const opening: readonly Arrow[] = editArrows(
  openingFirst.map((arrow) => ({ ...arrow, effects: (arrow.effects ?? []).flatMap(inBothInstances) })),
  EDITS,
);

const receiving = edited(receivingFirst);
const ending = edited(endingFirst);
const resolving = edited(resolvingFirst);
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

/** What is still owed of a first decision while the higher instance has the file. */
const STILL_OWED = new Set([
  'PUBLISH_DECISION',
  'END_POSTING',
  'RECORD_DELIVERY',
  'NOTIFY_FORWARDER',
  'ASSIGN_OFFICER',
]);

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
const takenBack: readonly Arrow[] = [
  { to: 'accepted', needs: ['undecided'], effects: limitAgain },
  { to: 'sent', needs: ['decidedNotInForce'], effects: effectAgain },
  { to: 'effective', needs: ['inForce'], effects: [fx.open('KN.ENFORCE', 'effectiveOn')] },
].map(({ needs, ...arrow }) => ({
  on: 'TAKE_FILE_BACK',
  needs: ['secondEnded', ...needs],
  basis: law.fileHandover,
  ...arrow,
}));

const decidedStages: Readonly<Record<string, Stage>> = {
  decided: withArrows(withDelivery(decided.decided), secondDecided, firstLevelFault),
  sent: withArrows(withDelivery(decided.sent), secondDecided, firstLevelFault),
  published: withArrows(withDelivery(decided.published), secondDecided, firstLevelFault),
  effective: withArrows(withDelivery(decided.effective), secondDecided, ...review),
  enforcing: withArrows(withDelivery(decided.enforcing), secondDecided, ...review),
  closed: decided.closed,
  passedUp: {
    info: {
      title: STAGE_TITLES.passedUp,
      basis: law.fileHandover,
      owner: 'caseOfficer',
      clocks: { none: 'Thời hạn giải quyết lần hai do hồ sơ lần hai theo dõi.' },
      publicTitle: 'Đã chuyển cấp giải quyết lần hai',
    },
    arrows: [
      secondDecided,
      ...takenBack,
      ...(withDelivery(decided.enforcing).arrows ?? []).filter((arrow) => STILL_OWED.has(arrow.on)),
    ],
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
