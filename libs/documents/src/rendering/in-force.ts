import type { LocalDate } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import { forms } from '../forms/index.js';

/** All versions of a paper, oldest first. */
export const formVersions = (code: string, among: readonly FormDefinition[] = forms): readonly FormDefinition[] =>
  among.filter((form) => form.code === code).toSorted((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** The version the law prescribes on a day; undefined where no version was in force. */
export const formInForce = (
  code: string,
  day: LocalDate,
  among: readonly FormDefinition[] = forms,
): FormDefinition | undefined =>
  formVersions(code, among).findLast((form) => form.validFrom <= day && (form.validTo === null || day <= form.validTo));
