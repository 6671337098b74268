import type { FormDefinition } from '../../form.js';
import { receptionBook } from './book.js';
import { refusalAndReceipt } from './nd154-01-02.js';
import { sessionPapers } from './sessions.js';

/** Papers of citizen reception: NĐ 154 Mẫu 01–03/TCD and what LTCD orders without a form. */
export const receptionForms: readonly FormDefinition[] = [...refusalAndReceipt, receptionBook, ...sessionPapers];
