import { effects as fx, type Arrow, type ArrowEffect, type Stage } from '#libs/procedure';
import type { Role } from '#libs/shared';
import { law } from './law.js';
import { STAGE_TITLES, type ResolvingStage } from './stage-names.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

const decided: readonly ArrowEffect[] = [
  fx.met('KN.RESOLVE.L1'),
  fx.remember('decidedOn'),
  fx.remember('conclusion', 'conclusion'),
  fx.issue('ND124.15'),
  fx.open('KN.SEND.L1', 'occurredOn'),
  fx.open('KN.PUBLISH', 'occurredOn'),
  ...fx.when('notRemote', fx.open('KN.EFFECT.L1', 'occurredOn')),
  ...fx.when('remote', fx.open('KN.EFFECT.L1', 'occurredOn', 'remote')),
  ...fx.when('frontForwarded', fx.open('KN.MTTQ', 'occurredOn')),
  ...fx.when('deputyForwarded', fx.open('TCD.TRANSFER.RESULT', 'occurredOn')),
  fx.notify('complaint.decided', 'caseOfficer', 'unitHead'),
];

const voided = (clocks: readonly string[]): readonly ArrowEffect[] => [
  ...clocks.map(fx.void),
  fx.remember('discontinuedOn'),
  fx.notify('complaint.discontinued', 'caseOfficer', 'unitHead'),
];

/** Discontinuance by Đ.11a, from any stage before the decision. `clock` is the limit that runs there. */
export const discontinueArrow = (...clock: readonly string[]): Arrow => ({
  on: 'DISCONTINUE',
  to: 'discontinued',
  needs: ['newLaw', 'discontinueGround', ...SIGNED],
  basis: law.discontinue,
  effects: [
    ...voided(clock),
    fx.met('KN.SUSPEND.ISSUE'),
    fx.issue('ND155.14A'),
    fx.open('KN.SUSPEND.SEND', 'occurredOn'),
  ],
});

/** Before 01/07/2026 a file was discontinued on withdrawal only; the written notice was the act and had no limit of its own. */
export const discontinueOldArrow = (...clock: readonly string[]): Arrow => ({
  on: 'DISCONTINUE',
  to: 'closedByDiscontinuance',
  needs: ['oldLaw', 'withdrawn', ...SIGNED],
  basis: law.withdrawOld,
  effects: voided(clock),
});

export const withdrawalArrow: Arrow = {
  on: 'WITHDRAW',
  to: 'withdrawn',
  needs: ['withdrawalForm', 'withdrawalSigned', 'allWithdraw'],
  basis: law.withdraw,
  effects: [
    fx.remember('withdrawnOn'),
    fx.remember('withdrawnFrom', 'stage'),
    ...fx.when('newLaw', fx.open('KN.SUSPEND.ISSUE', 'occurredOn')),
    fx.task('draftDiscontinuance'),
  ],
};

export const recordArrows: readonly Arrow[] = [
  { on: 'ASSIGN_OFFICER', basis: law.responsibility, effects: [fx.assign('assigneeId')] },
  { on: 'RECORD_DELIVERY', needs: ['deliveryProof'], basis: law.delivery },
];

/** What every stage between acceptance and decision knows. */
const commonArrows: readonly Arrow[] = [
  ...recordArrows,
  {
    on: 'FIND_COMPLEX',
    needs: ['complexityGround', 'notProlonged', 'variantFits', ...SIGNED],
    basis: law.complex,
    effects: [fx.prolong('KN.RESOLVE.L1', 'variant'), fx.remember('complexFoundOn'), fx.issue('COMPLEXITY.FINDING')],
  },
  {
    on: 'SUSPEND',
    to: 'suspended',
    needs: ['newLaw', 'suspensionGround', 'evidenceOnFile', ...SIGNED],
    basis: law.suspend,
    effects: [
      fx.pause('KN.RESOLVE.L1'),
      fx.open('KN.SUSPEND.SEND', 'occurredOn'),
      fx.remember('suspendedFrom', 'stage'),
      fx.remember('suspendedOn'),
      fx.issue('ND155.14A'),
      fx.notify('complaint.suspended', 'caseOfficer', 'unitHead'),
    ],
  },
  withdrawalArrow,
  {
    on: 'WITHDRAW_PART',
    needs: ['newLaw', 'withdrawalForm', 'withdrawalSigned'],
    basis: law.withdraw,
    effects: [fx.remember('partlyWithdrawnOn')],
  },
  discontinueArrow('KN.RESOLVE.L1'),
  { on: 'HEIRS_CONTINUE', needs: ['heirProven'], basis: law.heirs, effects: [fx.remember('heirsContinueOn')] },
  {
    on: 'SEND_RESUMPTION',
    needs: ['resumedUnsent'],
    basis: law.sendResumption,
    effects: [fx.met('KN.RESUME.SEND'), fx.remember('resumptionSentOn')],
  },
  {
    on: 'HAND_OVER_FILE',
    to: 'passedUp',
    needs: ['appealedForLateness', 'fileIndexed', 'documentNumber'],
    basis: law.appeal,
    effects: [fx.void('KN.RESOLVE.L1'), fx.notify('complaint.passedUp', 'unitHead', 'chairman')],
  },
];

const callDialogue: Arrow = {
  on: 'CALL_DIALOGUE',
  to: 'dialogue',
  needs: ['dialogueNoticeInTime', ...SIGNED],
  basis: law.dialogueNotice,
  effects: [fx.remember('dialogueOn', 'dialogueOn'), fx.remember('dialogueNoticeOn'), fx.issue('DIALOGUE.NOTICE')],
};

const subActs: readonly Arrow[] = [
  { on: 'HOLD_WORK_SESSION', basis: law.workSession, effects: [fx.issue('ND124.06')] },
  {
    on: 'REQUEST_DOCUMENTS',
    needs: ['documentNumber'],
    basis: law.requestDocuments,
    effects: [
      fx.issue('ND124.07'),
      ...fx.when('askedParty', fx.open('KN.EXPLAIN', 'occurredOn')),
      ...fx.when('askedThird', fx.open('KN.DOC.THIRD', 'occurredOn')),
    ],
  },
  {
    on: 'RECEIVE_DOCUMENTS',
    basis: law.receiveDocuments,
    effects: [
      fx.issue('ND124.08'),
      ...fx.when('askedParty', fx.met('KN.EXPLAIN')),
      ...fx.when('askedThird', fx.met('KN.DOC.THIRD')),
    ],
  },
  { on: 'CHECK_ON_SITE', basis: law.onSite, effects: [fx.issue('ND124.06')] },
  {
    on: 'ORDER_EXPERT_EXAMINATION',
    needs: [...SIGNED],
    basis: law.expert,
    effects: [fx.issue('ND124.09'), fx.issue('ND124.10'), fx.remember('expertOrderedOn')],
  },
  { on: 'RECORD_EXPERT_RESULT', basis: law.expert, effects: [fx.remember('expertResultOn')] },
  { on: 'HEAR_PARTIES', basis: law.hearParties, effects: [fx.issue('ND124.06'), fx.remember('partiesHeardOn')] },
];

interface ResolvingSpec {
  readonly owner: Role;
  readonly basis: Stage['info']['basis'];
  readonly publicTitle: string;
  readonly arrows: readonly Arrow[];
}

const stage = (state: ResolvingStage, { owner, basis, publicTitle, arrows }: ResolvingSpec): Stage => ({
  info: { title: STAGE_TITLES[state], basis, owner, clocks: ['KN.RESOLVE.L1'], publicTitle },
  arrows: [...arrows, ...commonArrows],
});

const decide = (...needs: readonly string[]): Arrow => ({
  on: 'DECIDE',
  to: 'decided',
  needs: [...needs, 'conclusion', ...SIGNED],
  basis: law.decide,
  effects: decided,
});

export const resolvingStages: Readonly<Record<ResolvingStage, Stage>> = {
  accepted: stage('accepted', {
    owner: 'chairman',
    basis: law.accept,
    publicTitle: 'Đã thụ lý, đang giải quyết',
    arrows: [{ on: 'START_SELF_REVIEW', to: 'selfReviewing', basis: law.selfReview }],
  }),
  selfReviewing: stage('selfReviewing', {
    owner: 'chairman',
    basis: law.selfReview,
    publicTitle: 'Đã thụ lý, đang giải quyết',
    arrows: [
      decide('foundRight'),
      {
        on: 'ASSIGN_VERIFICATION',
        to: 'verifying',
        needs: [...SIGNED],
        basis: law.assign,
        effects: [fx.assign('assigneeId'), fx.issue('ND124.05'), fx.remember('verificationOn')],
      },
    ],
  }),
  verifying: stage('verifying', {
    owner: 'caseOfficer',
    basis: law.verify,
    publicTitle: 'Đang xác minh nội dung khiếu nại',
    arrows: [
      ...subActs,
      {
        on: 'SUBMIT_REPORT',
        to: 'reported',
        needs: ['conclusion', 'differenceStated', 'partiesHeard'],
        basis: law.report,
        effects: [
          fx.issue('ND124.13'),
          fx.remember('demandDiffers', 'demandDiffers'),
          fx.remember('reportedOn'),
          fx.notify('complaint.reported', 'chairman', 'unitHead'),
        ],
      },
    ],
  }),
  reported: stage('reported', {
    owner: 'chairman',
    basis: law.report,
    publicTitle: 'Đã xác minh, đang chuẩn bị quyết định',
    arrows: [
      callDialogue,
      decide('dialogueNotOwed'),
      { on: 'REQUEST_MORE_VERIFICATION', to: 'verifying', basis: law.assign },
    ],
  }),
  dialogue: stage('dialogue', {
    owner: 'chairman',
    basis: law.dialogue,
    publicTitle: 'Đang tổ chức đối thoại',
    arrows: [
      { ...callDialogue, to: undefined },
      {
        on: 'RECORD_DIALOGUE',
        needs: ['dialogueDayReached', 'attendanceAllows'],
        basis: law.dialogueRecord,
        effects: [fx.issue('ND124.14'), fx.remember('dialogueHeldOn')],
      },
      decide('dialogueRecorded'),
    ],
  }),
};
