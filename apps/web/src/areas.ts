import { administrationArea } from './administration/area.js';
import { approvalsArea } from './approvals/area.js';
import { auditArea } from './audit/area.js';
import { boardsArea } from './boards/area.js';
import { caseFileArea } from './case-file/area.js';
import { counterArea } from './counter/area.js';
import { demoArea } from './demo/area.js';
import { identityArea } from './identity/area.js';
import { importsArea } from './imports/area.js';
import { incomingArea } from './incoming/area.js';
import { inspectionArea } from './inspection/area.js';
import { issuedArea } from './issued/area.js';
import { keepingArea } from './keeping/area.js';
import type { Area } from './layout/area.js';
import { nationalArea } from './national/area.js';
import { papersArea } from './papers/area.js';
import { offlineArea } from './offline/area.js';
import { publicArea } from './public/area.js';
import { receptionArea } from './reception/area.js';
import { registerArea } from './register/area.js';
import { scorecardsArea } from './scorecards/area.js';
import { securityArea } from './sign-in/area.js';
import { workArea } from './work/area.js';

/** Every folder of screens, in the order of the navigation. */
export const AREAS: readonly Area[] = [
  counterArea,
  registerArea,
  incomingArea,
  importsArea,
  workArea,
  caseFileArea,
  papersArea,
  boardsArea,
  approvalsArea,
  identityArea,
  inspectionArea,
  issuedArea,
  scorecardsArea,
  auditArea,
  administrationArea,
  securityArea,
  keepingArea,
  demoArea,
  offlineArea,
  receptionArea,
  nationalArea,
  publicArea,
];
