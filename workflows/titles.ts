import type { ProcedureTitles } from './common/titles.js';
import { titles as complaint } from './complaint/titles.js';
import { titles as deadline } from './deadline/titles.js';
import { titles as denunciation } from './denunciation/titles.js';
import { titles as feedback } from './feedback/titles.js';
import { titles as petitionHandling } from './petition-handling/titles.js';
import { titles as protection } from './protection/titles.js';
import { titles as reception } from './reception/titles.js';

const all: readonly ProcedureTitles[] = [
  petitionHandling,
  complaint,
  denunciation,
  feedback,
  protection,
  reception,
  deadline,
];

const together = (part: keyof ProcedureTitles): Readonly<Record<string, string>> =>
  Object.assign({}, ...all.map((titles) => titles[part]));

/** Papers that effects order, as a list of documents names them. */
export const FORM_TITLES = together('forms');
/** What a notice is about, as an officer's list names it. */
export const TOPIC_TITLES = together('topics');
/** What is to be drafted. */
export const TASK_TITLES = together('tasks');
