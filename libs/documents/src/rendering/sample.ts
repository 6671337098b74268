import type { FormDefinition } from '../form.js';
import { fieldsOf, isList, type TypedValues } from './values.js';

/** What an officer might have typed: the samples of the definition. */
export const sampleTyped = (form: FormDefinition): TypedValues =>
  Object.fromEntries(
    fieldsOf(form)
      .filter((field) => field.from === 'officer')
      .map((field) => [field.name, field.sample]),
  );

/** Every field with its sample, as a preview of a template without any case. */
export const sampleValues = (form: FormDefinition): Readonly<Record<string, TypedValues[string]>> =>
  Object.fromEntries(fieldsOf(form).map((field) => [field.name, isList(field) ? field.sample : field.sample]));
