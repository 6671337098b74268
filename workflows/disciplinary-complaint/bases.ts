import { cite } from '#libs/procedure';
import type { Citation } from '#libs/statute';
import { law } from './law.js';

const report = law.report;
const limit = law.limit;

/** Acts that chapter IV has an article of its own for. */
export const BASIS_OF_EVENT: Readonly<Record<string, Citation>> = {
  OPEN: law.form,
  ACCEPT: law.accept,
  REFUSE_ACCEPTANCE: law.notAcceptable,
  START_SELF_REVIEW: law.review,
  ASSIGN_VERIFICATION: law.verify,
  REQUEST_MORE_VERIFICATION: law.verify,
  SUBMIT_REPORT: report,
  RECORD_RESPONDENT_REPORT: law.issuerReport,
  CALL_DIALOGUE: law.dialogue,
  RECORD_DIALOGUE: law.dialogue,
  FIND_COMPLEX: cite('LKN Đ.50; NĐ124 Đ.3a (NĐ155)'),
  DECIDE: law.decide,
  SEND_DECISION: law.send,
  DECLARE_EFFECTIVE: law.effective,
  ENFORCE: law.enforce,
  CLOSE: law.enforce,
  NOTE_APPEAL: law.appeal,
  NOTE_COURT: law.court,
};

export const BASIS_OF_STAGE: Readonly<Record<string, Citation>> = {
  received: law.form,
  accepted: law.accept,
  selfReviewing: law.review,
  verifying: law.verify,
  reported: report,
  dialogue: law.dialogue,
  decided: law.decide,
  sent: law.send,
  effective: law.effective,
  enforcing: law.enforce,
  closed: law.enforce,
};

/** Requirements of complaints that another article asks for here. */
export const CITATION_OF: Readonly<Record<string, Citation>> = {
  signedByResolver: law.resolver,
  conclusion: report,
  complexityGround: cite('LKN Đ.50; NĐ124 Đ.3a (NĐ155)'),
  notProlonged: limit,
  limitStandard: limit,
  limitComplex: limit,
  dialogueNoticeInTime: cite('LKN Đ.53; NĐ124 Đ.28 k1 (NĐ155)'),
  dialogueDayReached: law.dialogue,
  dialogueRecorded: law.dialogue,
  reviewAtFirst: cite('LKN Đ.52 k1, Đ.55'),
  verifiedAtSecond: cite('LKN Đ.52 k1, Đ.55 k2; NĐ124 Đ.17'),
  decided: law.decide,
  notAppealed: law.effective,
  appealed: law.appeal,
  appealedForLateness: law.appeal,
};
