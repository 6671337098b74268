import { effects as fx, type Arrow, type ArrowEffect } from '#libs/procedure';
import { law } from './law.js';

export const HANDLING = ['KN.ACCEPT.L1', 'TC.REG', 'XLD.HANDLE', 'TCD.DISCIPLINE'] as const;
const OURS = ['XLD.HANDLE', 'TCD.DISCIPLINE'] as const;

/** The petition has been dealt with: its handling limits are met; limits of a duty it turned out not to raise are void. */
export const dealtWith = (...voided: readonly string[]): readonly ArrowEffect[] => [
  ...OURS.map(fx.met),
  ...voided.map(fx.void),
  fx.remember('handledOn'),
];
const noComplaint = dealtWith('KN.ACCEPT.L1');

export const opening: readonly Arrow[] = [
  {
    on: 'OPEN',
    to: 'received',
    basis: law.receive,
    effects: [
      ...fx.when('complaintClock', fx.open('KN.ACCEPT.L1', 'receivedOn')),
      ...fx.when('denunciationClock', fx.open('TC.REG', 'receivedOn')),
      ...fx.when('handledInternally', fx.open('XLD.HANDLE', 'receivedOn')),
      ...fx.when('disciplineKnown', fx.open('TCD.DISCIPLINE', 'receivedOn')),
      fx.notify('petition.received', 'caseOfficer', 'unitHead'),
    ],
  },
];

export const classify: Arrow = {
  on: 'CLASSIFY',
  to: 'classified',
  needs: ['typeChosen'],
  basis: law.classify,
  effects: [
    ...fx.when('turnsIntoComplaint', fx.open('KN.ACCEPT.L1', 'receivedOn')),
    ...fx.when('leavesComplaint', fx.void('KN.ACCEPT.L1')),
    ...fx.when('turnsIntoDenunciation', fx.open('TC.REG', 'receivedOn')),
    ...fx.when('leavesDenunciation', fx.void('TC.REG')),
    fx.remember('classifiedAs', 'contentType'),
  ],
};

export const anywhere: readonly Arrow[] = [
  { on: 'ASSIGN_OFFICER', basis: law.responsibility, effects: [fx.assign('assigneeId')] },
  { on: 'REPORT_TO_HEAD', basis: law.report, effects: [fx.notify('petition.reported', 'unitHead', 'chairman')] },
];

export const withdraw: Arrow = {
  on: 'WITHDRAW',
  to: 'withdrawn',
  needs: ['notDenunciation', 'withdrawalSigned'],
  basis: law.withdraw,
  effects: dealtWith('KN.ACCEPT.L1', 'TC.REG'),
};
export const toInvestigation: Arrow = {
  on: 'TRANSFER_TO_INVESTIGATION',
  to: 'transferredToInvestigation',
  needs: ['isDenunciation', 'crimeSign', 'documentNumber'],
  basis: law.investigation,
  effects: [...dealtWith('TC.TRANSFER'), fx.met('TC.REG')],
};

export const fileAway: readonly Arrow[] = [
  {
    on: 'FILE',
    to: 'filed',
    needs: ['notDenunciation'],
    basis: law.file,
    effects: dealtWith('KN.ACCEPT.L1', 'TC.REG'),
  },
  {
    on: 'NOT_PROCESS',
    to: 'notProcessed',
    needs: ['isDenunciation'],
    basis: law.notProcessedDenunciation,
    effects: [...dealtWith('TC.TRANSFER'), fx.met('TC.REG')],
  },
];

export const proposals: readonly Arrow[] = [
  {
    on: 'PROPOSE_ACCEPTANCE',
    to: 'complaintOpened',
    needs: ['isComplaint'],
    basis: law.competentComplaint,
    // The acceptance clock goes on in the complaint file, from the same day of receipt.
    effects: [...noComplaint, { type: 'case.spawn', procedure: 'complaint' }, fx.issue('TT05.01')],
  },
  {
    on: 'PROPOSE_ACCEPTANCE',
    to: 'resolvingFeedback',
    needs: ['isFeedback'],
    basis: law.feedback,
    effects: [...OURS.map(fx.met), fx.issue('TT05.01')],
  },
  {
    on: 'PROPOSE_ACCEPTANCE',
    to: 'proposedAcceptance',
    needs: ['isDenunciation'],
    basis: law.denunciation,
    effects: [...OURS.map(fx.met), fx.issue('TT05.01'), fx.notify('denunciation.proposed', 'chairman')],
  },
];

export const elsewhere: readonly Arrow[] = [
  {
    on: 'GUIDE',
    to: 'guided',
    needs: ['isComplaint', 'fromCitizen', 'notGuidedBefore', 'documentNumber'],
    basis: law.guideComplaint,
    effects: [...noComplaint, fx.issue('TT05.02'), fx.remember('guidedOn')],
  },
  {
    on: 'GUIDE',
    to: 'guided',
    needs: ['isDenunciation', 'inPerson', 'notGuidedBefore', 'documentNumber'],
    basis: law.denunciationGuide,
    effects: [...dealtWith('TC.REG'), fx.met('TC.TRANSFER'), fx.issue('TT05.02'), fx.remember('guidedOn')],
  },
  {
    on: 'TRANSFER',
    to: 'transferred',
    needs: ['isComplaint', 'transferAllowed', 'fromCitizen', 'notGuidedBefore', 'documentNumber'],
    basis: law.transferComplaint,
    effects: [...noComplaint, fx.issue('TRANSFER.COMPLAINT')],
  },
  {
    on: 'TRANSFER',
    to: 'transferred',
    needs: ['isFeedback', 'documentNumber'],
    basis: law.feedbackTransfer,
    effects: [...dealtWith(), fx.issue('TRANSFER.FEEDBACK')],
  },
  {
    on: 'TRANSFER',
    to: 'transferred',
    needs: ['isDenunciation', 'notGuidedBefore', 'documentNumber'],
    basis: law.denunciationTransfer,
    effects: [...dealtWith('TC.REG'), fx.met('TC.TRANSFER'), fx.issue('TT05.03')],
  },
  {
    on: 'RETURN_TO_FORWARDER',
    to: 'returned',
    needs: ['isComplaint', 'forwarded', 'documentNumber'],
    basis: law.returnToForwarder,
    effects: [...noComplaint, fx.issue('RETURN.LETTER')],
  },
  ...fileAway,
];
