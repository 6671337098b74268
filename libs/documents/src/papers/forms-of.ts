import { AppError, type LocalDate } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import { forms } from '../forms/index.js';
import { formInForce } from '../rendering/index.js';

/** Papers of one matter only, by the beginning of their code; all others serve any procedure. */
const ONLY: readonly { readonly code: RegExp; readonly procedures: readonly string[] }[] = [
  {
    code: /^(ND124|ND155|COUNCIL|DIALOGUE|COMPLEXITY)\b/u,
    procedures: ['complaint', 'disciplinary-complaint', 'petition-handling'],
  },
  { code: /^(ND31|TC)\b/u, procedures: ['denunciation', 'protection', 'petition-handling'] },
  { code: /^PROTECTION\b/u, procedures: ['protection', 'denunciation'] },
  { code: /^(RECEPTION|ND154\.01|ND154\.03)\b/u, procedures: ['reception', 'petition-handling'] },
  { code: /^(FEEDBACK|MEDIATION)\b/u, procedures: ['feedback', 'petition-handling'] },
];

export const isAllowedIn = (code: string, procedure: string): boolean =>
  ONLY.every((rule) => !rule.code.test(code) || rule.procedures.includes(procedure));

/** Papers that may be drafted in a procedure on a day, in the version in force. */
export const formsFor = (procedure: string, day: LocalDate): readonly FormDefinition[] =>
  [...new Set(forms.map(({ code }) => code))]
    .filter((code) => isAllowedIn(code, procedure))
    .flatMap((code) => formInForce(code, day) ?? []);

/** @throws AppError 422 for a paper nobody knows or that has no version in force. */
export function formOn(code: string, day: LocalDate): FormDefinition {
  const form = formInForce(code, day);
  if (form) return form;
  throw new AppError({
    code: 'PAPER.FORM_UNKNOWN',
    status: 422,
    title: 'Không có mẫu văn bản',
    detail: `Không có mẫu “${code}” có hiệu lực trong ngày này.`,
  });
}

/** @throws when a stored paper names a version this build does not know. */
export function formVersion(code: string, validFrom: LocalDate): FormDefinition {
  const form = forms.find((one) => one.code === code && one.validFrom === validFrom);
  if (!form) throw new Error(`No form ${code} of ${validFrom}`);
  return form;
}
