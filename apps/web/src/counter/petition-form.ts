import type { Dto } from '../api/types.js';
import { parseDay } from '../ui/dates.js';
import { isSealedType } from '../ui/labels.js';

export type RegisterBody = Dto<'RegisterPetition'>;
export type PersonInput = Dto<'PetitionerInput'>;
export type PetitionType = RegisterBody['type'];

export interface PersonValues {
  role?: NonNullable<PersonInput['role']>;
  personalId?: string;
  fullName?: string;
  birth?: string;
  sex?: 'male' | 'female';
  phone?: string;
  address?: string;
  unitCode?: string;
  unitLabel?: string;
}

/** What the counter form holds: days and births as typed, everything else as sent. */
export interface PetitionValues {
  received: string;
  channel: RegisterBody['channel'];
  type: PetitionType;
  forwarderName?: string;
  petitioners: PersonValues[];
  jointPetition?: boolean;
  petitionerCount?: number;
  field?: string;
  respondent?: string;
  challengedDecision?: string;
  denouncesHead?: boolean;
  /** Said otherwise than the list of remote places. */
  remote?: boolean | undefined;
  remoteReason?: string | undefined;
  content?: string;
}

export const emptyValues = (todayShown: string): PetitionValues => ({
  received: todayShown,
  channel: 'in_person',
  type: 'complaint',
  petitioners: [{ role: 'petitioner' }],
});

const filled = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** 1961 stays a year; 30/4/1961 becomes a day; anything else is sent as typed, so that the server names the fault. */
export function birthOf(text: string | undefined, today: string): string | undefined {
  const clean = filled(text);
  if (!clean || /^\d{4}$/.test(clean)) return clean;
  return parseDay(clean, today) ?? clean.slice(0, 10);
}

const isEmptyPerson = (p: PersonValues): boolean =>
  !filled(p.fullName) &&
  !filled(p.personalId) &&
  !filled(p.address) &&
  !filled(p.phone) &&
  !filled(p.birth) &&
  !p.unitCode;

export function toPeople(people: readonly PersonValues[], today: string): PersonInput[] {
  return people
    .filter((person, index) => index === 0 || !isEmptyPerson(person))
    .map((person, index) => {
      const birthDate = birthOf(person.birth, today);
      return {
        role: person.role ?? (index === 0 ? 'petitioner' : 'signatory'),
        ...(filled(person.fullName) ? { fullName: filled(person.fullName) } : {}),
        ...(filled(person.personalId) ? { personalId: filled(person.personalId)?.replaceAll(/\s/g, '') } : {}),
        ...(birthDate ? { birthDate } : {}),
        ...(person.sex ? { sex: person.sex } : {}),
        ...(filled(person.phone) ? { phone: filled(person.phone) } : {}),
        ...(filled(person.address) ? { address: filled(person.address) } : {}),
        ...(person.unitCode ? { unitCode: person.unitCode } : {}),
      };
    });
}

/** Only of a complaint: no limit of the other kinds asks where the matter lies. */
function remotePlaceOf({ type, remote, remoteReason }: PetitionValues): Pick<RegisterBody, 'remote' | 'remoteReason'> {
  if (type !== 'complaint' || remote === undefined) return {};
  const reason = filled(remoteReason);
  return { remote, ...(reason ? { remoteReason: reason } : {}) };
}

export function toBody(values: PetitionValues, today: string, resendOf: string | undefined): RegisterBody {
  const forwarder = values.channel === 'forwarded' ? filled(values.forwarderName) : undefined;
  const decision =
    values.type === 'complaint' || values.type === 'mixed' ? filled(values.challengedDecision) : undefined;
  return {
    type: values.type,
    channel: values.channel,
    receivedOn: parseDay(values.received, today) ?? values.received,
    content: values.content?.trim() ?? '',
    petitioners: toPeople(values.petitioners, today),
    ...(values.jointPetition
      ? { jointPetition: true, petitionerCount: values.petitionerCount ?? values.petitioners.length }
      : {}),
    ...(filled(values.field) ? { field: filled(values.field) } : {}),
    ...(values.type !== 'feedback' && filled(values.respondent) ? { respondent: filled(values.respondent) } : {}),
    ...(isSealedType(values.type) && values.denouncesHead ? { denouncesHead: true } : {}),
    ...(decision ? { challengedDecision: decision } : {}),
    ...remotePlaceOf(values),
    ...(forwarder ? { forwarderName: forwarder } : {}),
    ...(resendOf ? { resendOf } : {}),
  };
}

/** The form's own name of a field of the request, where the two differ. */
export const formPath = (path: readonly (string | number)[]): (string | number)[] =>
  path.map((part) => (part === 'receivedOn' ? 'received' : part === 'birthDate' ? 'birth' : part));

/** Nothing worth keeping has been typed. */
export const isBlank = (values: PetitionValues): boolean =>
  !values.content?.trim() &&
  !values.field?.trim() &&
  !values.respondent?.trim() &&
  !values.challengedDecision?.trim() &&
  (values.petitioners ?? []).every(isEmptyPerson);
