import { effects as fx, type Arrow } from '#libs/procedure';
import { alsoDoes, alsoNeeds, on, type ArrowEdit } from '../../common/compose.js';
import { law } from './law.js';

const SIGNED = ['signedByResolver', 'documentNumber'] as const;

/** What version 2 adds to the arrows of version 1. */
export const EDITS: readonly ArrowEdit[] = [
  on(
    'OPEN',
    alsoDoes(
      ...fx.when('hasFirstFile', fx.link('firstCaseFileId', 'firstInstance'), fx.remember('firstFileLinkedOn')),
      // A complaint that is plainly late changes nothing at the first instance unless it is accepted for a good reason.
      ...fx.when('notPlainlyLate', fx.tell('firstInstance', 'NOTE_APPEAL', ['appealGround'])),
    ),
  ),
  on(
    'ACCEPT',
    alsoNeeds('secondFiledInTime'),
    alsoDoes(
      ...fx.when('placeRemote', fx.remember('remotePlaceOn')),
      fx.remember('firstDecisionOn', 'firstDecisionOn'),
      fx.remember('firstLimitEndedOn', 'firstLimitEndedOn'),
      ...fx.when('lateForGoodReason', fx.tell('firstInstance', 'NOTE_APPEAL', ['appealGround'])),
    ),
  ),
  on('REFUSE_ACCEPTANCE', alsoDoes(...fx.when('second', fx.tell('firstInstance', 'SECOND_ENDED')))),
  on('START_SELF_REVIEW', alsoNeeds('reviewAtFirst')),
  on('RESUME', alsoDoes(...fx.when('resumedBefore', fx.remember('resumedAgainOn')))),
  on(
    'DECIDE',
    alsoNeeds('councilHeard'),
    alsoDoes(fx.met('KN.STAY.CAP'), ...fx.when('second', fx.tell('firstInstance', 'SECOND_DECIDED', ['conclusion']))),
  ),
  on('WITHDRAW', alsoDoes(...fx.when('withdrawnOrally', fx.issue('WITHDRAWAL.RECORD')))),
  on(
    'WITHDRAW_PART',
    alsoNeeds('personsOfGroup'),
    alsoDoes(...fx.when('withdrawnOrally', fx.issue('WITHDRAWAL.RECORD'))),
  ),
  on('DISCONTINUE', alsoDoes(...fx.when('second', fx.tell('firstInstance', 'SECOND_ENDED')))),
  on('RECORD_DELIVERY', alsoDoes(...fx.when('byHandover', fx.issue('DELIVERY.RECORD')))),
  on('PUBLISH_DECISION', alsoDoes(...fx.when('posted', fx.issue('POSTING.RECORD'), fx.remember('onNoticeBoardOn')))),
  on('END_POSTING', alsoDoes(...fx.when('onNoticeBoard', fx.issue('POSTING.END')))),
  on(
    'DECLARE_EFFECTIVE',
    alsoDoes(...fx.when('appealStillOpen', fx.notify('complaint.effectiveWhileAppealable', 'caseOfficer', 'chairman'))),
  ),
  on('NOTIFY_FORWARDER', alsoDoes(fx.remember('forwarderToldOn'))),
  on(
    'CLOSE',
    alsoNeeds('decisionSent', 'postingEnded', 'forwarderTold', 'notAppealed', 'reviewSettled'),
    alsoDoes(fx.issue('FILE.INDEX')),
  ),
  on('HAND_OVER_FILE', alsoDoes(fx.remember('handedOverOn'), fx.issue('FILE.INDEX'), fx.issue('FILE.HANDOVER'))),
];

/** Delivery of the decision to the complainant starts the appeal window of a first decision and the way to court. */
export const decisionDelivered: Arrow = {
  on: 'RECORD_DELIVERY',
  needs: ['decisionToComplainant', 'deliveryProof'],
  basis: law.delivery,
  effects: [
    fx.remember('deliveredOn'),
    ...fx.when('appealNear', fx.open('KN.APPEAL.L2', 'occurredOn')),
    ...fx.when('appealRemote', fx.open('KN.APPEAL.L2', 'occurredOn', 'remote')),
    ...fx.when('firstDelivery', fx.open('TTHC.SUE', 'occurredOn')),
    ...fx.when('byHandover', fx.issue('DELIVERY.RECORD')),
  ],
};

export const linkFirstFile: Arrow = {
  on: 'LINK_FIRST_FILE',
  needs: ['secondOnly', 'noFirstFile'],
  basis: law.secondOpen,
  effects: [
    fx.remember('firstCaseFileId', 'firstCaseFileId'),
    fx.remember('firstFileLinkedOn'),
    fx.link('firstCaseFileId', 'firstInstance'),
    fx.tell('firstInstance', 'NOTE_APPEAL', ['appealGround']),
  ],
};

export const recordRepresentatives: Arrow = {
  on: 'RECORD_REPRESENTATIVES',
  needs: ['isGroup', 'representativesAllowed'],
  basis: law.representatives,
  effects: [fx.remember('representativesOn'), fx.issue('REPRESENTATIVE.APPOINTMENT')],
};

export const respondentReport: Arrow = {
  on: 'RECORD_RESPONDENT_REPORT',
  basis: law.respondentReport,
  effects: [fx.met('KN.EXPLAIN'), fx.remember('respondentReportOn'), fx.issue('RESPONDENT.REPORT')],
};

export const consultation: readonly Arrow[] = [
  {
    on: 'SET_UP_COUNCIL',
    needs: ['secondOnly', 'complexFound', ...SIGNED],
    basis: law.council,
    effects: [fx.remember('councilSetUpOn'), fx.issue('COUNCIL.DECISION')],
  },
  {
    on: 'RECORD_COUNCIL_OPINION',
    needs: ['councilSetUp'],
    basis: law.councilOpinion,
    effects: [fx.remember('councilOpinionOn'), fx.issue('COUNCIL.MINUTES')],
  },
  {
    on: 'CONSULT_SPECIALIST',
    needs: ['secondOnly', 'newLaw', 'documentNumber'],
    basis: law.specialist,
    effects: [fx.remember('specialistAskedOn')],
  },
];

/** The resolver holds the dialogue unless, at the second instance, somebody else is told to and reports back. */
export const delegation: readonly Arrow[] = [
  {
    on: 'DELEGATE_DIALOGUE',
    needs: ['delegationAllowed', ...SIGNED],
    basis: law.chair,
    effects: [fx.remember('dialogueDelegatedOn')],
  },
  {
    on: 'REPORT_DIALOGUE',
    needs: ['dialogueRecorded', 'wasDelegated'],
    basis: law.chair,
    effects: [
      fx.remember('dialogueReportedOn'),
      fx.notify('complaint.dialogueReported', 'chairman', 'provinceChairman'),
    ],
  },
];

/** The higher instance has decided: told by its file, or keyed from its paper. */
export const secondDecided: Arrow = {
  on: 'SECOND_DECIDED',
  to: 'settledAbove',
  needs: ['appealed'],
  basis: law.secondDecision,
  effects: [
    fx.remember('secondDecidedOn'),
    fx.remember('secondConclusion', 'conclusion'),
    fx.notify('complaint.secondDecided', 'caseOfficer', 'unitHead', 'chairman'),
  ],
};

export const firstLevelFault: Arrow = {
  on: 'HANDLE_FIRST_LEVEL_FAULT',
  needs: ['secondOnly', ...SIGNED],
  basis: law.firstLevelFault,
  effects: [fx.remember('firstLevelFaultOn')],
};

/** A resolution in force that broke the law is looked into by the superior (NĐ124 Đ.38). */
export const review: readonly Arrow[] = [
  {
    on: 'ORDER_REVIEW',
    needs: ['reviewerCompetent', 'harmFound', 'documentNumber'],
    basis: law.review,
    effects: [
      fx.remember('reviewOrderedOn'),
      fx.issue('RESOLUTION.REVIEW'),
      fx.notify('complaint.reviewOrdered', 'caseOfficer', 'unitHead', 'chairman'),
    ],
  },
  {
    on: 'RECORD_REVIEW',
    needs: ['reviewOrdered'],
    basis: law.review,
    effects: [fx.remember('reviewReportedOn'), fx.notify('complaint.reviewReported', 'chairman', 'provinceChairman')],
  },
];
