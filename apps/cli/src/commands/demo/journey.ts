import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { addDays, localDate, type JsonObject, type LocalDate } from '#libs/shared';
import { Diary, type DemoAct } from './diary.js';
import { DISCIPLINE, type DemoMatter } from './matters.js';
import type { SeededRandom } from './random.js';

export type { DemoAct } from './diary.js';

const calendar = vietnamCalendar();
const NEW_LAW_FROM = localDate('2026-07-01');

const sorted = (diary: Diary): Diary =>
  diary
    .wait(0, 1)
    .act('CLASSIFY', 'receptionist', {})
    .wait(0, 1)
    .act('CHECK_ELIGIBILITY', 'caseOfficer', { eligible: true });

/** From the counter to the outcome of petition handling. */
export interface HandlingCase {
  readonly matter: DemoMatter;
  /** Sent on by a deputy, the Front or another body: returned to it where not competent. */
  readonly forwarded: boolean;
  /** How many signed: five and more name representatives (LTCD Đ.29). */
  readonly people: number;
  /** Else drawn. */
  readonly competent?: boolean;
}

const SMALLEST_GROUP = 5;

export function handlingJourney(
  receivedOn: LocalDate,
  { matter, forwarded, people, competent: wanted }: HandlingCase,
  random: SeededRandom,
): readonly DemoAct[] {
  const diary = sorted(new Diary(receivedOn, random, 'petition-handling'));
  withInput(diary, 'CLASSIFY', { contentType: matter.type });
  const competent = wanted ?? random.chance(CHANCE_OURS[matter.type]);
  diary.wait(0, 1).act('CHECK_COMPETENCE', 'caseOfficer', { competent });
  diary.wait(1, 2);
  if (!competent) {
    elsewhere(diary, { matter, forwarded });
    return diary.acts;
  }
  if (people >= SMALLEST_GROUP)
    diary.act('NAME_REPRESENTATIVES', 'caseOfficer', { representatives: 2, appointmentSigned: true });
  diary.act('PROPOSE_ACCEPTANCE', 'caseOfficer', {
    ...(matter.type === 'complaint' ? { proposal: 'accept' } : {}),
    ...(matter.field === DISCIPLINE ? { procedure: 'disciplinary-complaint' } : {}),
  });
  return diary.acts;
}

const CHANCE_OURS: Readonly<Record<DemoMatter['type'], number>> = { complaint: 0.88, feedback: 0.8, denunciation: 0.8 };

function elsewhere(diary: Diary, { matter, forwarded }: Pick<HandlingCase, 'matter' | 'forwarded'>): void {
  const receivingBody = 'Sở quản lý chuyên ngành';
  if (matter.type === 'complaint' && forwarded)
    diary.act('RETURN_TO_FORWARDER', 'chairman', { documentNumber: diary.paper('CV') });
  else if (matter.type === 'complaint')
    diary.act('GUIDE', 'caseOfficer', { receivingBody, documentNumber: diary.paper('HD') });
  else diary.act('TRANSFER', 'chairman', { receivingBody, documentNumber: diary.paper('PC') });
}

/** From the opened file of a recommendation or report to its answer. */
export function feedbackJourney(openedOn: LocalDate, matter: DemoMatter, random: SeededRandom): readonly DemoAct[] {
  const diary = new Diary(openedOn, random, 'feedback');
  const attitude = matter.field === 'Thái độ phục vụ';
  diary.wait(0, 2).act('START_RESOLVING', 'unitHead', { subject: attitude ? 'attitude' : 'other' });
  if (random.chance(0.06))
    return diary.wait(1, 3).act('FORWARD', 'chairman', {
      receivingBody: 'Sở quản lý chuyên ngành',
      documentNumber: diary.paper('PC'),
    }).acts;
  diary.wait(3, 18).act('ANSWER_FEEDBACK', 'chairman', {
    documentNumber: diary.paper('TL'),
    ...(attitude ? { attitudeOutcome: random.pick(['APOLOGISED', 'PARTLY', 'UNFOUNDED']) } : {}),
  });
  if (random.chance(0.5)) diary.wait(0, 2).act('PUBLISH_ANSWER', 'caseOfficer', { redacted: true });
  return diary.wait(0, 2).act('CLOSE', 'caseOfficer').acts;
}

function withInput(diary: Diary, type: string, inputs: JsonObject): void {
  const index = diary.acts.findIndex((act) => act.type === type);
  const act = diary.acts[index];
  if (act) diary.acts[index] = { ...act, inputs: { ...act.inputs, ...inputs } };
}

/** From the opened file of a disciplinary complaint to its decision; the dialogue is never left out (LKN Đ.53). */
export function disciplinaryJourney(openedOn: LocalDate, random: SeededRandom): readonly DemoAct[] {
  const diary = new Diary(openedOn, random, 'disciplinary-complaint');
  diary.wait(1, 2).act('ACCEPT', 'chairman', {
    ...{ documentNumber: diary.paper('TB'), conditionsChecked: true, signedPetition: true },
    decisionReceivedOn: addDays(openedOn, -12),
  });
  diary.wait(0, 1).act('START_SELF_REVIEW', 'caseOfficer');
  diary.wait(0, 1).act('ASSIGN_VERIFICATION', 'chairman', { documentNumber: diary.paper('QĐ'), verificationDays: 10 });
  const conclusion = random.pick(['right', 'wrong']);
  diary.wait(2, 4).act('SUBMIT_REPORT', 'caseOfficer', { conclusion });
  diary.act('ASK_DISCIPLINE_COUNCIL', 'chairman', { documentNumber: diary.paper('CV') });
  diary.wait(2, 4).act('RECORD_COUNCIL_PROPOSAL', 'caseOfficer');
  const dialogueOn = addWorkingDays(calendar, { from: addDays(diary.today, 6), days: 1 });
  diary.act('CALL_DIALOGUE', 'chairman', { dialogueOn, documentNumber: diary.paper('GM') });
  diary.notBefore(dialogueOn).act('RECORD_DIALOGUE', 'caseOfficer', { attendance: 'present' });
  diary.wait(1, 3).act('DECIDE', 'chairman', { conclusion, documentNumber: diary.paper('QĐ') });
  return diary.wait(0, 2).act('SEND_DECISION', 'caseOfficer', { centralSent: true }).acts;
}

/** From the opened file of a denunciation to the carried-out conclusion; the resolver verifies alone (LTC Đ.31). */
export function denunciationJourney(
  openedOn: LocalDate,
  { forwarded }: Pick<HandlingCase, 'forwarded'>,
  random: SeededRandom,
): readonly DemoAct[] {
  const diary = new Diary(openedOn, random, 'denunciation');
  diary.wait(1, 2);
  if (random.chance(0.12)) {
    diary.act('REFUSE_ACCEPTANCE', 'chairman', { ground: 'NO_BASIS', documentNumber: diary.paper('TB') });
    diary.act('SEND_REFUSAL', 'chairman');
    if (forwarded) diary.wait(0, 2).act('ANSWER_FORWARDER', 'chairman', { documentNumber: diary.paper('TB') });
    return diary.acts;
  }
  diary.act('ACCEPT', 'chairman', { documentNumber: diary.paper('QĐ'), conditionsMet: true });
  const told = { denouncerNotified: true, denouncedNotified: true, identityRemoved: true };
  diary.wait(1, 3).act('NOTIFY_ACCEPTANCE', 'chairman', told);
  if (forwarded) diary.act('ANSWER_FORWARDER', 'chairman', { documentNumber: diary.paper('TB') });
  diary.wait(0, 1).act('START_VERIFICATION', 'chairman', { verification: 'self' });
  diary.wait(5, 9).act('RECORD_EXPLANATION', 'chairman', { explanation: 'explained' });
  const conclusion = random.weighted([
    ['right', 4],
    ['partlyRight', 6],
  ] as const);
  diary.wait(3, 7).act('CONCLUDE', 'chairman', {
    ...{ conclusion, violationFound: true, documentNumber: diary.paper('KL') },
  });
  diary.wait(1, 3).act('SEND_CONCLUSION', 'chairman', { identityRemoved: true });
  const measure = random.pick(['DISCIPLINE', 'SANCTION', 'RECOMMEND']);
  diary.wait(1, 2).act('HANDLE_CONCLUSION', 'chairman', {
    measures: [measure],
    documentNumber: diary.paper('QĐ'),
  });
  diary.wait(0, 1).act('PUBLISH_CONCLUSION', 'chairman', { publicationForms: ['MEETING'], secretsRemoved: true });
  if (measure !== 'RECOMMEND') diary.act('PUBLISH_HANDLING', 'chairman', { secretsRemoved: true });
  return diary.wait(8, 20).act('CLOSE', 'chairman', { carriedOut: true, fileIndexed: true }).acts;
}

/** From the opened complaint file to enforcement, with the detours that real files take. */
export interface ComplaintPlace {
  /** Vùng sâu, vùng xa: longer limits (LKN Đ.28, Đ.44). */
  readonly remote: boolean;
}

export function complaintJourney(openedOn: LocalDate, place: ComplaintPlace, random: SeededRandom): readonly DemoAct[] {
  const diary = new Diary(openedOn, random, 'complaint');
  diary.wait(1, random.chance(0.08) ? 8 : 2);
  if (random.chance(0.08)) {
    const ground = random.pick(['NOT_AFFECTED', 'TIME_BARRED', 'COURT', 'NO_SIGNATURE']);
    diary.act('REFUSE_ACCEPTANCE', 'chairman', { ground, documentNumber: diary.paper('TB') });
    diary.wait(0, 2).act('RECORD_DELIVERY', 'caseOfficer', {
      paper: 'nonAcceptanceNotice',
      addressee: 'complainant',
      proof: 'handover',
    });
    return diary.wait(0, 2).act('CLOSE', 'caseOfficer', { fileIndexed: true }).acts;
  }
  diary.act('ACCEPT', 'chairman', {
    documentNumber: diary.paper('TB'),
    conditionsChecked: true,
    groupPapersComplete: true,
  });
  diary.wait(0, 2).act('START_SELF_REVIEW', 'caseOfficer');
  if (random.chance(0.07)) {
    diary.wait(2, 6).act('DECIDE', 'chairman', { conclusion: 'right', documentNumber: diary.paper('QĐ') });
    return afterDecision(diary, place, random);
  }
  diary.wait(1, 2).act('ASSIGN_VERIFICATION', 'chairman', {
    documentNumber: diary.paper('QĐ'),
    verificationDays: random.between(10, 20),
  });
  return verification(diary, place, random) ? afterDecision(diary, place, random) : diary.acts;
}

/** @returns false where the file ends before a decision. */
function verification(diary: Diary, place: ComplaintPlace, random: SeededRandom): boolean {
  diary.wait(1, 3).act('HOLD_WORK_SESSION', 'caseOfficer', { addressee: 'complainant' });
  if (random.chance(0.5)) {
    diary
      .wait(0, 1)
      .act('REQUEST_DOCUMENTS', 'caseOfficer', { addressee: 'respondent', documentNumber: diary.paper('CV') });
    diary.wait(2, 6).act('RECEIVE_DOCUMENTS', 'caseOfficer', { addressee: 'respondent' });
  }
  if (random.chance(0.05) && diary.today >= NEW_LAW_FROM) suspension(diary);
  if (random.chance(0.05)) {
    diary.wait(1, 4).act('WITHDRAW', 'caseOfficer', { form: 'application', signed: true, allWithdraw: true });
    diary.wait(0, 1).act('DISCONTINUE', 'chairman', { ground: 'WITHDRAWN', documentNumber: diary.paper('QĐ') });
    // Before 2026-07-01 the notice of discontinuance ended the file; since then the decision is sent (NĐ124 Đ.28b).
    if (diary.today >= NEW_LAW_FROM) diary.wait(0, 2).act('SEND_DISCONTINUANCE', 'caseOfficer');
    return false;
  }
  if (random.chance(0.14)) {
    diary.wait(1, 3).act('FIND_COMPLEX', 'chairman', {
      ground: random.pick(['SEVERAL_PLACES', 'SEVERAL_CONTENTS', 'EVIDENCE_CONFLICTS']),
      variant: place.remote ? 'remote_complex' : 'complex',
      documentNumber: diary.paper('TB'),
    });
    diary.wait(4, 9);
  }
  const conclusion = random.weighted([
    ['wrong', 5],
    ['partlyRight', 3],
    ['right', 2],
  ] as const);
  const demandDiffers = conclusion !== 'right' && random.chance(0.7);
  diary.wait(3, 9).act('SUBMIT_REPORT', 'caseOfficer', { conclusion, demandDiffers });
  if (demandDiffers) {
    const dialogueOn = addWorkingDays(calendar, { from: addDays(diary.today, 6), days: 1 });
    diary.act('CALL_DIALOGUE', 'chairman', { dialogueOn, documentNumber: diary.paper('GM') });
    diary.notBefore(dialogueOn).act('RECORD_DIALOGUE', 'caseOfficer', { attendance: 'present' });
  }
  diary.wait(1, 4).act('DECIDE', 'chairman', { conclusion, documentNumber: diary.paper('QĐ') });
  return true;
}

function suspension(diary: Diary): void {
  diary.wait(1, 2).act('SUSPEND', 'chairman', { ground: 'AWAIT_RESULT', documentNumber: diary.paper('QĐ') });
  diary.wait(1, 2).act('SEND_SUSPENSION', 'caseOfficer');
  diary.wait(8, 30).act('RESUME', 'chairman', { groundEnded: true, documentNumber: diary.paper('QĐ') });
  diary.wait(0, 2).act('SEND_RESUMPTION', 'caseOfficer');
}

function afterDecision(diary: Diary, place: ComplaintPlace, random: SeededRandom): readonly DemoAct[] {
  diary.wait(0, 3).act('SEND_DECISION', 'caseOfficer');
  diary.wait(1, 3).act('RECORD_DELIVERY', 'caseOfficer', {
    paper: 'decision',
    addressee: 'complainant',
    proof: random.pick(['handover', 'postal']),
  });
  diary.wait(1, 4).act('PUBLISH_DECISION', 'caseOfficer', { channel: random.pick(['posting', 'portal']) });
  const published = diary.today;
  diary.notBefore(addDays(published, 16)).act('END_POSTING', 'caseOfficer');
  const decided = diary.acts.find((act) => act.type === 'DECIDE');
  // The system declares the effect on day 31 (46 where travel is hard); people only act on it afterwards.
  diary.notBefore(addDays(decided?.on ?? published, place.remote ? 47 : 32)).wait(1, 3);
  diary.act('ENFORCE', 'chairman', { documentNumber: diary.paper('CV') });
  return diary.wait(5, 25).act('CLOSE', 'caseOfficer', { fileIndexed: true }).acts;
}
