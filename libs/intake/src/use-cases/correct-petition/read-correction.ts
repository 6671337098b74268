import type { LocalDate } from '#libs/shared';
import type { PetitionSource } from '../../ports.js';
import { petitionNotFound } from '../../rights.js';
import {
  readPetition,
  type PetitionDraft,
  type PetitionerDraft,
  type PetitionerInput,
} from '../register-petition/petition-draft.js';

/** Words of a petition that no clock and no step hangs on: these may be put right where they stand. */
const PETITION_FIELDS = ['titleType', 'forwarderName', 'field', 'content', 'respondent', 'challengedDecision'] as const;
const PERSON_FIELDS = [
  'fullName',
  'personalId',
  'personalIdKind',
  'birthDate',
  'sex',
  'phone',
  'address',
  'unitCode',
] as const;
type PetitionField = (typeof PETITION_FIELDS)[number];

/** What is given replaces what stands; an empty text clears it; what is not given stays. */
export interface CorrectionInput extends Partial<Readonly<Record<PetitionField, string | null | undefined>>> {
  readonly petitioners?: readonly ({ readonly id: string } & Omit<PetitionerInput, 'role'>)[] | undefined;
}

export interface FieldChange {
  /** `content`, or `petitioners/1/fullName` with the person's place on the paper. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The petition as it should have been written, and what that changes. @throws AppError 422, 404 for a person of another petition */
export function readCorrection(
  input: CorrectionInput,
  before: PetitionDraft,
  source: Pick<PetitionSource, 'petitioners'>,
  at: { readonly today: LocalDate; readonly level: string },
): { readonly draft: PetitionDraft; readonly changes: readonly FieldChange[] } {
  const asked = input.petitioners ?? [];
  const places = asked.map(({ id }) => source.petitioners.findIndex((person) => person.id === id));
  if (places.includes(-1)) throw petitionNotFound();
  const { draft: clean } = readPetition(
    {
      ...{ type: before.type, channel: before.channel, receivedOn: before.receivedOn },
      ...Object.fromEntries(PETITION_FIELDS.map((name) => [name, input[name]])),
      content: input.content === undefined ? before.content : (input.content ?? ''),
      petitioners: asked.map((person, i) => withKnown(person, before.petitioners[places[i] ?? 0])),
    },
    at,
  );
  const draft: PetitionDraft = {
    ...before,
    ...Object.fromEntries(
      PETITION_FIELDS.filter((name) => input[name] !== undefined).map((name) => [name, clean[name]]),
    ),
    petitioners: before.petitioners.map((person, place) => {
      const i = places.indexOf(place);
      const [given, read] = [asked[i], clean.petitioners[i]];
      return given && read ? { ...person, ...onlyGiven(given, read) } : person;
    }),
  };
  return { draft, changes: changesOf(before, draft) };
}

/** A number is read with the sex and birth year beside it, given or standing. */
const withKnown = (given: Omit<PetitionerInput, 'role'>, known: PetitionerDraft | undefined): PetitionerInput => ({
  ...given,
  sex: given.sex ?? known?.sex,
  birthDate: given.birthDate ?? known?.birthDate,
  personalIdKind: given.personalIdKind ?? (known?.personalIdKind === 'other' ? 'other' : undefined),
});

function onlyGiven(given: Omit<PetitionerInput, 'role'>, read: PetitionerDraft): Partial<PetitionerDraft> {
  const names = PERSON_FIELDS.filter((name) => given[name] !== undefined);
  const kind = given.personalId === undefined ? {} : { personalIdKind: read.personalIdKind };
  return { ...Object.fromEntries(names.map((name) => [name, read[name]])), ...kind };
}

function changesOf(before: PetitionDraft, after: PetitionDraft): FieldChange[] {
  const own = PETITION_FIELDS.map((name) => ({ field: name as string, before: before[name], after: after[name] }));
  const people = after.petitioners.flatMap((person, i) =>
    PERSON_FIELDS.filter((name) => name !== 'personalIdKind').map((name) => ({
      field: `petitioners/${i + 1}/${name}`,
      before: before.petitioners[i]?.[name] ?? null,
      after: person[name],
    })),
  );
  return [...own, ...people].filter((change) => change.before !== change.after);
}
