import type { FormDefinition } from '../../form.js';
import { handlingPapers } from './handling.js';
import { acceptancePapers } from './nd31-01-04.js';
import { withdrawalPapers } from './nd31-02-03.js';
import { noticePapers } from './nd31-05-06.js';
import { verificationOrders } from './nd31-07.js';
import { workRecord } from './nd31-08.js';
import { examinationOrder } from './nd31-09.js';
import { verificationReports } from './nd31-10-11.js';
import { conclusionPapers } from './nd31-12.js';
import { superiorPapers } from './superior.js';
import { suspensionPapers } from './suspension.js';
import { transferPapers } from './transfer.js';
import { wrongedPapers } from './wronged.js';

/** Papers of denunciations: NĐ 31 Mẫu 01–12 and the letters LTC orders without a form. */
export const denunciationForms: readonly FormDefinition[] = [
  ...acceptancePapers,
  ...withdrawalPapers,
  ...noticePapers,
  ...verificationOrders,
  workRecord,
  examinationOrder,
  ...verificationReports,
  ...conclusionPapers,
  ...suspensionPapers,
  ...handlingPapers,
  ...wrongedPapers,
  ...superiorPapers,
  ...transferPapers,
];
