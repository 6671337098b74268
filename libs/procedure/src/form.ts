import type { Citation } from '#libs/statute';
import type { EventInfo, Facts, InputField, InputKind, Requirement } from './types.js';

type Extras = Partial<Pick<InputField, 'help' | 'min' | 'max'>>;

const field =
  (kind: InputKind) =>
  (name: string, label: string, extras: Extras & { readonly optional?: boolean } = {}): InputField => {
    const { optional = false, ...rest } = extras;
    return { name, label, kind, required: !optional, ...rest };
  };

/** Fields of an event's form, by kind. Required unless `optional`. */
export const input = {
  date: field('date'),
  text: field('text'),
  longText: field('longText'),
  boolean: field('boolean'),
  number: field('number'),
  user: field('user'),
  users: field('users'),
  agency: field('agency'),
  document: field('document'),
  caseFile: field('caseFile'),
  choice: (
    name: string,
    label: string,
    options: NonNullable<InputField['options']>,
    extras: Extras & { readonly optional?: boolean } = {},
  ): InputField => ({
    ...field('choice')(name, label, extras),
    options,
  }),
  choices: (name: string, label: string, options: NonNullable<InputField['options']>): InputField => ({
    ...field('choices')(name, label),
    options,
  }),
};

export const option = (value: string, label: string, citation?: string) => ({
  value,
  label,
  ...(citation !== undefined && { citation }),
});

/** Indexes events by type. */
export const eventTable = (list: readonly EventInfo[]): Record<string, EventInfo> =>
  Object.fromEntries(list.map((event) => [event.type, event]));

/** Indexes requirements by code. */
export const requirementTable = (list: readonly Requirement[]): Record<string, Requirement> =>
  Object.fromEntries(list.map((one) => [one.code, one]));

/** A requirement that a finding or the file itself decides. */
export const need = (code: string, title: string, citation: Citation) => ({
  when: (test: (facts: Facts) => boolean, exercised: Requirement['exercised']): Requirement => ({
    code,
    title,
    citation,
    test,
    exercised,
  }),
  /** Decided by the event's own form. */
  whenInput: (test: (facts: Facts) => boolean, exercised: Requirement['exercised']): Requirement => ({
    code,
    title,
    citation,
    test,
    exercised,
    onInput: true,
  }),
});
