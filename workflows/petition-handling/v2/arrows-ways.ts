import { effects as fx, type Arrow, type ArrowEffect } from '#libs/procedure';
import { dealtWith, fileAway, heads } from './arrows.js';
import { law } from './law.js';

const giveBack: readonly ArrowEffect[] = fx.when('originalsHeld', fx.issue('ORIGINALS.RETURN'));
const tellForwarder: readonly ArrowEffect[] = [
  ...fx.when('pressed', fx.issue('TC.FORWARD.RESULT')),
  fx.met('TC.PRESS'),
];
const noComplaint = [...dealtWith('KN.ACCEPT.L1'), ...giveBack];

/** The file of the matter is opened as a child; its clocks run on there from the same day of receipt. */
const opened = fx.issue('TT05.01');
const COMPLAINT_FACTS = ['instance', 'firstCaseFileId', 'firstDecisionOn', 'appealGround'] as const;

interface Matter {
  readonly ends: 'complaintOpened' | 'denunciationOpened' | 'feedbackOpened';
  readonly needs: readonly string[];
  readonly basis: Arrow['basis'];
  readonly effects: readonly ArrowEffect[];
}
/** A refusal names what the nearest arrow lacks, so those of other kinds must lack more. */
const matters: readonly Matter[] = [
  {
    ends: 'complaintOpened',
    needs: ['isComplaint', 'notDenunciation', 'groupComplete', 'disciplinary', 'instanceReasoned'],
    basis: law.disciplinary,
    effects: [...dealtWith('KN.ACCEPT.L1'), fx.spawn('disciplinary-complaint', { carry: COMPLAINT_FACTS }), opened],
  },
  {
    ends: 'complaintOpened',
    needs: ['isComplaint', 'notDenunciation', 'groupComplete', 'instanceReasoned'],
    basis: law.competentComplaint,
    effects: [...dealtWith('KN.ACCEPT.L1'), fx.spawn('complaint', { carry: COMPLAINT_FACTS }), opened],
  },
  {
    ends: 'feedbackOpened',
    needs: ['isFeedback', 'notDenunciation', 'groupComplete'],
    basis: law.feedback,
    effects: [
      ...['XLD.HANDLE', 'TCD.DISCIPLINE'].map(fx.met),
      fx.void('TCD.REPLY'),
      fx.remember('handledOn'),
      fx.spawn('feedback', { carry: ['feedbackKind'] }),
      opened,
    ],
  },
  {
    ends: 'denunciationOpened',
    needs: ['isDenunciation', 'lawfulForm'],
    basis: law.denunciation,
    effects: [
      ...dealtWith('TC.REG', 'TC.PRESS'),
      fx.spawn('denunciation', { carry: ['renewedOf', 'renewed', 'forwarderKind'] }),
      opened,
      fx.notify('denunciation.proposed', 'chairman'),
    ],
  },
];

/** Originals are returned right after the decision, so a file that still holds some stays open for that. */
export const proposals: readonly Arrow[] = matters.flatMap(({ ends, needs, basis, effects }) => [
  { on: 'PROPOSE_ACCEPTANCE', to: 'holdingOriginals', needs: [...needs, 'originalsHeld'], basis, effects },
  { on: 'PROPOSE_ACCEPTANCE', to: ends, needs, basis, effects },
]);

export const elsewhere: readonly Arrow[] = [
  {
    on: 'GUIDE',
    to: 'guided',
    needs: ['isComplaint', 'mayLeave', 'notGuidedBefore', 'documentNumber'],
    basis: law.guideComplaint,
    effects: [...noComplaint, fx.issue('TT05.02'), fx.remember('guidedOn')],
  },
  {
    on: 'GUIDE',
    to: 'guided',
    needs: ['isDenunciation', 'inPerson', 'notGuidedBefore', 'documentNumber'],
    basis: law.denunciationGuide,
    effects: [
      ...dealtWith('TC.REG'),
      fx.met('TC.TRANSFER'),
      ...tellForwarder,
      ...giveBack,
      fx.issue('TT05.02'),
      fx.remember('guidedOn'),
    ],
  },
  {
    on: 'TRANSFER',
    to: 'transferred',
    needs: ['isComplaint', 'transferAllowed', 'notGuidedBefore', 'notBack', 'documentNumber'],
    basis: law.transferComplaint,
    effects: [...dealtWith('KN.ACCEPT.L1'), fx.issue('TRANSFER.COMPLAINT')],
  },
  {
    on: 'TRANSFER',
    to: 'transferred',
    needs: ['isFeedback', 'notBack', 'documentNumber'],
    basis: law.feedbackTransfer,
    effects: [...dealtWith(), fx.issue('TRANSFER.FEEDBACK')],
  },
  {
    on: 'TRANSFER',
    to: 'transferred',
    needs: ['isDenunciation', 'notGuidedBefore', 'notBack', 'documentNumber'],
    basis: law.denunciationTransfer,
    effects: [...dealtWith('TC.REG'), fx.met('TC.TRANSFER'), ...tellForwarder, fx.issue('TT05.03')],
  },
  {
    on: 'RETURN_TO_FORWARDER',
    to: 'returned',
    needs: ['isComplaint', 'forwarded', 'documentNumber'],
    basis: law.returnToForwarder,
    effects: [...dealtWith('KN.ACCEPT.L1'), fx.issue('RETURN.LETTER')],
  },
  ...heads,
  ...fileAway,
];
