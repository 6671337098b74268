import type { FormDefinition } from '../../form.js';
import { complexityFindings } from './complexity.js';
import { councilPapers } from './council.js';
import { dialogueNotices } from './dialogue-notice.js';
import { enforcementPapers } from './enforcement.js';
import { petition } from './nd124-01.js';
import { authorizationPapers } from './nd124-02.js';
import { acceptanceNotices } from './nd124-03.js';
import { refusalNotices } from './nd124-04.js';
import { verificationDecisions } from './nd124-05.js';
import { workSession } from './nd124-06.js';
import { documentRequest } from './nd124-07.js';
import { handoverRecord } from './nd124-08.js';
import { expertDecisions, expertLetter } from './nd124-09-10.js';
import { stayPapers } from './nd124-11-12.js';
import { verificationReport } from './nd124-13.js';
import { dialogueRecords } from './nd124-14.js';
import { decisions } from './nd124-15-16.js';
import { suspensionPapers } from './nd155-14.js';
import { superiorPapers } from './superior.js';
import { withdrawalRecord } from './withdrawal.js';

/** Papers of complaints: the forms of NĐ 124 and NĐ 155, and what the law orders without a form. */
export const complaintForms: readonly FormDefinition[] = [
  ...petition,
  ...authorizationPapers,
  ...acceptanceNotices,
  ...refusalNotices,
  ...verificationDecisions,
  workSession,
  documentRequest,
  handoverRecord,
  ...expertDecisions,
  expertLetter,
  ...stayPapers,
  verificationReport,
  ...dialogueRecords,
  ...suspensionPapers,
  ...decisions,
  ...complexityFindings,
  ...dialogueNotices,
  ...enforcementPapers,
  withdrawalRecord,
  ...councilPapers,
  ...superiorPapers,
];
