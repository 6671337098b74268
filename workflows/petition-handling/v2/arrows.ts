import { effects as fx, type Arrow, type ArrowEffect } from '#libs/procedure';
import { classify as classifyBefore, opening as openingBefore } from '../arrows.js';
import { law } from './law.js';

export const HANDLING = ['KN.ACCEPT.L1', 'TC.REG', 'TC.PRESS', 'TCD.REPLY', 'XLD.HANDLE', 'TCD.DISCIPLINE'] as const;
const OURS = ['XLD.HANDLE', 'TCD.DISCIPLINE', 'TCD.REPLY'] as const;

/** The petition has been dealt with: its handling limits are met; limits of a duty it turned out not to raise are void. */
export const dealtWith = (...voided: readonly string[]): readonly ArrowEffect[] => [
  ...OURS.map(fx.met),
  ...voided.map(fx.void),
  fx.remember('handledOn'),
];
/** Whoever forwarded a denunciation is told what became of it (LTC Đ.26 k2); the limit counts from receipt. */
const tellForwarder: readonly ArrowEffect[] = [
  ...fx.when('pressed', fx.issue('TC.FORWARD.RESULT')),
  fx.met('TC.PRESS'),
];
/** What is not accepted goes back with the reply. */
const giveBack: readonly ArrowEffect[] = fx.when('originalsHeld', fx.issue('ORIGINALS.RETURN'));
const noComplaint = [...dealtWith('KN.ACCEPT.L1'), ...giveBack];

export const opening: readonly Arrow[] = openingBefore.map((arrow) => ({
  ...arrow,
  effects: [
    ...(arrow.effects ?? []),
    ...fx.when('pressed', fx.open('TC.PRESS', 'receivedOn')),
    ...fx.when('receptionOfFeedback', fx.open('TCD.REPLY', 'receivedOn')),
    ...fx.when('forwardedOften', fx.notify('petition.forwardedOften', 'unitHead')),
  ],
}));

/** What turns out to hold a denunciation must be in the register as one, sealed, before it is handled as one. */
export const classify: Arrow = { ...classifyBefore, needs: [...(classifyBefore.needs ?? []), 'sealedFirst'] };

export const anywhere: readonly Arrow[] = [
  { on: 'ASSIGN_OFFICER', basis: law.responsibility, effects: [fx.assign('assigneeId')] },
];

const reported = fx.notify('petition.reported', 'unitHead', 'chairman');
export const reports: readonly Arrow[] = [
  {
    on: 'REPORT_TO_HEAD',
    needs: ['overdueBelow'],
    basis: law.subordinate,
    effects: [reported, fx.remember('overdueReportedOn')],
  },
  {
    on: 'REPORT_TO_HEAD',
    needs: ['unlawfulResolution'],
    basis: law.review,
    effects: [reported, fx.remember('unlawfulReportedOn')],
  },
  {
    on: 'REPORT_TO_HEAD',
    needs: ['irreparable'],
    basis: law.stay,
    effects: [fx.notify('petition.stayAsked', 'unitHead', 'chairman')],
  },
  { on: 'REPORT_TO_HEAD', needs: ['otherReport'], basis: law.reportComplex, effects: [reported] },
];

export const heads: readonly Arrow[] = [
  {
    on: 'ORDER_SUBORDINATE',
    to: 'subordinateOrdered',
    needs: ['isComplaint', 'overdueReported', 'documentNumber'],
    basis: law.subordinate,
    effects: [...noComplaint, fx.issue('SUBORDINATE.ORDER')],
  },
  {
    on: 'ORDER_REVIEW',
    to: 'reviewOrdered',
    needs: ['isComplaint', 'reviewReported', 'documentNumber'],
    basis: law.review,
    effects: [...noComplaint, fx.issue('RESOLUTION.REVIEW')],
  },
];

export const receiveOriginals: Arrow = {
  on: 'RECEIVE_ORIGINALS',
  needs: ['noOriginalsYet'],
  basis: law.originalsReceipt,
  effects: [fx.issue('ND154.02'), fx.remember('originalsHeld', 'originalsCount')],
};
export const returnOriginals = (to?: string, ...needs: readonly string[]): Arrow => ({
  on: 'RETURN_ORIGINALS',
  ...(to !== undefined && { to }),
  needs: ['originalsHeld', 'originalsAllReturned', ...needs],
  basis: law.originals,
  effects: [fx.issue('ORIGINALS.RETURN'), fx.remember('originalsReturnedOn')],
});

export const representatives: readonly Arrow[] = [
  {
    on: 'ASK_REPRESENTATIVES',
    needs: ['isGroup'],
    basis: law.representatives,
    effects: [fx.issue('REPRESENTATIVE.APPOINTMENT')],
  },
  {
    on: 'NAME_REPRESENTATIVES',
    needs: ['isGroup', 'representativesAllowed', 'appointmentSigned'],
    basis: law.representatives,
    effects: [fx.remember('representedOn'), fx.remember('representatives', 'representatives')],
  },
];

export const withdraw: Arrow = {
  on: 'WITHDRAW',
  to: 'withdrawn',
  needs: ['notDenunciation', 'withdrawalSigned'],
  basis: law.withdraw,
  effects: [...dealtWith('KN.ACCEPT.L1', 'TC.REG', 'TC.PRESS'), ...giveBack],
};
export const toInvestigation: Arrow = {
  on: 'TRANSFER_TO_INVESTIGATION',
  to: 'transferredToInvestigation',
  needs: ['isDenunciation', 'crimeSign', 'documentNumber'],
  basis: law.investigation,
  effects: [...dealtWith('TC.TRANSFER'), fx.met('TC.REG'), ...tellForwarder],
};

/** Kept for a year, then the head decides (TT05 Đ.28); nothing is destroyed by the product. */
export const fileAway: readonly Arrow[] = [
  {
    on: 'FILE',
    to: 'filed',
    needs: ['notDenunciation'],
    basis: law.file,
    effects: [
      ...dealtWith('KN.ACCEPT.L1', 'TC.REG', 'TC.PRESS'),
      ...giveBack,
      fx.open('XLD.ARCHIVE', 'occurredOn'),
      fx.remember('filedOn'),
    ],
  },
  {
    on: 'NOT_PROCESS',
    to: 'notProcessed',
    needs: ['isDenunciation'],
    basis: law.notProcessedDenunciation,
    effects: [
      ...dealtWith('TC.TRANSFER'),
      fx.met('TC.REG'),
      ...tellForwarder,
      ...giveBack,
      fx.open('XLD.ARCHIVE', 'occurredOn'),
      fx.remember('filedOn'),
    ],
  },
];

export const keptAway: readonly Arrow[] = [
  {
    on: 'PROPOSE_DESTRUCTION',
    to: 'destructionProposed',
    needs: ['yearOver'],
    basis: law.archive,
    effects: [fx.void('XLD.ARCHIVE'), fx.issue('DESTRUCTION.PROPOSAL'), fx.notify('petition.destruction', 'chairman')],
  },
];
export const headDecides: readonly Arrow[] = [
  {
    on: 'DECIDE_DESTRUCTION',
    to: 'destructionDecided',
    needs: ['documentNumber'],
    basis: law.archive,
    effects: [fx.issue('DESTRUCTION.DECISION')],
  },
  { on: 'KEEP_LONGER', to: 'keptOn', basis: law.archive },
];
