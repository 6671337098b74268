import type { FormDefinition, PaperAgency } from '../form.js';
import { numberSuffix } from './letterhead.js';
import { fieldsOf, type FilledPaper, standingValues, type TypedValues } from './values.js';

/** What an officer might have typed: the samples of the definition. */
export const sampleTyped = (form: FormDefinition): TypedValues =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => field.from === 'officer')
      .map((field) => [field.name, field.sample]),
  );

const AGENCY: PaperAgency = {
  name: 'Ủy ban nhân dân xã Tân Thành',
  shortName: 'UBND xã Tân Thành',
  superior: null,
  place: 'Tân Thành',
  sign: 'UBND',
  headTitle: 'Chủ tịch UBND xã Tân Thành',
};

/** Every field with its sample: a preview of a template without any case. */
export function sampleFilled(form: FormDefinition): FilledPaper {
  const own = Object.fromEntries(fieldsOf(form).map((field) => [field.name, field.sample]));
  const signer = {
    fullName: 'Nguyễn Văn Mẫu',
    capacity: form.signing.capacities[0] ?? 'self',
    position: 'Chủ tịch',
  } as const;
  return {
    form,
    missing: [],
    values: {
      ...standingValues(
        form,
        { agency: AGENCY, number: `01/${numberSuffix(form, AGENCY)}`, signedOn: null },
        { signer },
      ),
      ...own,
    },
  };
}
