import type { LocalDate } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import type { TemplateRow } from './papers.js';

/** Of the templates an agency has edited for this version of a form, the one that holds on a day; of one day the later. */
export const templateOn = (
  templates: readonly TemplateRow[],
  form: FormDefinition,
  day: LocalDate,
): TemplateRow | undefined =>
  templates
    .filter((one) => one.form === form.code && one.formFrom === form.validFrom && one.validFrom <= day)
    .toSorted((a, b) => (a.validFrom === b.validFrom ? a.id.localeCompare(b.id) : a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
