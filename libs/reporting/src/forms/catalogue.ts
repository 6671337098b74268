import type { ReportForm } from './form.js';
import { KQGQ01 } from './kqgq01.js';
import { KQGQ02 } from './kqgq02.js';
import { KQGQ03 } from './kqgq03.js';
import { KQGQ04 } from './kqgq04.js';
import { TCD01 } from './tcd01.js';
import { TT06_FORMS } from './tt06-2025.js';
import { XLD01 } from './xld01.js';
import { XLD02 } from './xld02.js';
import { XLD03 } from './xld03.js';
import { XLD04 } from './xld04.js';

/** Every official form known, those of the circular in force last. */
export const REPORT_FORMS: readonly ReportForm[] = [
  ...[TCD01, XLD01, XLD02, XLD03, XLD04],
  ...[KQGQ01, KQGQ02, KQGQ03, KQGQ04],
  ...TT06_FORMS,
];
export const reportForm = (id: string): ReportForm | undefined => REPORT_FORMS.find((form) => form.id === id);
