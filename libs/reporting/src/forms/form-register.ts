import type { Actor } from '#libs/access';
import { REPORT_FORMS, reportForm } from './catalogue.js';
import type { ReportForm } from './form.js';

/** A version that an administrator added, with where it is from. */
export interface AddedForm {
  readonly form: ReportForm;
  readonly basis: string;
  readonly recordedBy: string | null;
  readonly recordedAt: Date;
}
/** Where versions added as data are kept, of the reader's province alone. */
export interface FormRegister {
  all(actor: Actor): Promise<readonly AddedForm[]>;
}

/** An added version as it is counted, issued and printed: every copy says where it is from. */
const asPrinted = ({ form, basis }: AddedForm): ReportForm => ({
  ...form,
  notice: `${form.notice} Biểu do quản trị đưa vào phần mềm, căn cứ: ${basis}.`,
});
export const addedForms = async (register: FormRegister, actor: Actor): Promise<readonly ReportForm[]> =>
  (await register.all(actor)).map(asPrinted);

/** A form by its id: of the product, or added to it. */
export const formOf = async (register: FormRegister, actor: Actor, id: string): Promise<ReportForm | undefined> =>
  reportForm(id) ?? (await addedForms(register, actor)).find((one) => one.id === id);

/** Forms of the product whose columns are known, and the added ones in force on the last day that were there by then. */
export function formsOfPack(
  added: readonly AddedForm[],
  { lastDay, knownBy }: { readonly lastDay: string; readonly knownBy: Date },
): readonly ReportForm[] {
  const inForce = ({ form: { validFrom, validTo }, recordedAt }: AddedForm): boolean =>
    recordedAt <= knownBy && validFrom <= lastDay && (validTo === null || validTo >= lastDay);
  return [...REPORT_FORMS.filter(({ columns }) => columns.length > 0), ...added.filter(inForce).map(asPrinted)];
}
