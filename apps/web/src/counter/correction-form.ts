import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { birthOf } from './petition-form.js';

type Body = Dto<'CorrectPetition'>;
type PersonBody = Dto<'CorrectedPerson'>;

/** Words of the petition that may be put right, as the dialog names them. */
export const PETITION_WORDS = [
  { name: 'content', label: 'Nội dung đơn', long: true },
  { name: 'field', label: 'Lĩnh vực' },
  { name: 'respondent', label: 'Người bị khiếu nại, bị tố cáo' },
  { name: 'challengedDecision', label: 'Quyết định bị khiếu nại (số, ngày)' },
  { name: 'titleType', label: 'Đơn tự ghi là' },
  { name: 'forwarderName', label: 'Cơ quan chuyển đơn' },
] as const;
export const PERSON_WORDS = [
  { name: 'fullName', label: 'Họ và tên' },
  { name: 'personalId', label: 'Số định danh cá nhân' },
  { name: 'birthDate', label: 'Sinh (năm, ngày)' },
  { name: 'phone', label: 'Điện thoại' },
  { name: 'address', label: 'Địa chỉ ghi trong đơn' },
] as const;
/** Of a person too, chosen rather than typed. */
const PERSON_CHOICES = ['sex', 'unitCode'] as const;
const PERSON_NAMES = [...PERSON_WORDS.map(({ name }) => name), ...PERSON_CHOICES];
type PetitionWord = (typeof PETITION_WORDS)[number]['name'];
type PersonWord = (typeof PERSON_NAMES)[number];

export interface CorrectionValues extends Partial<Record<PetitionWord, string>> {
  readonly reason?: string;
  readonly people: readonly Partial<Record<PersonWord, string>>[];
}

/** What stands in the book; of a sealed petition nothing is shown and the fields begin empty. */
export const standing = (petition: Dto<'Petition'>): CorrectionValues => ({
  ...Object.fromEntries(PETITION_WORDS.map(({ name }) => [name, petition[name] ?? ''])),
  people: petition.petitioners.map((person) =>
    Object.fromEntries(
      PERSON_NAMES.map((name) => [name, name === 'birthDate' ? day(person.birthDate) : (person[name] ?? '')]),
    ),
  ),
});

/** Only what differs is sent: the rest stays as it is, sealed or not. */
export function toCorrection(
  values: CorrectionValues,
  petition: Dto<'Petition'>,
  today: string,
): { readonly body: Body; readonly changed: number } {
  const before = standing(petition);
  const clean = (text: string | null | undefined): string => text?.trim() ?? '';
  const own = PETITION_WORDS.filter(({ name }) => clean(values[name]) !== clean(before[name]));
  const petitioners = petition.petitioners.flatMap(({ id }, i): PersonBody[] => {
    const [now, then] = [values.people[i] ?? {}, before.people[i] ?? {}];
    const differing = PERSON_NAMES.filter((name) => clean(now[name]) !== clean(then[name]));
    if (differing.length === 0) return [];
    const given = differing.map((name) => [
      name,
      name === 'birthDate' ? (birthOf(now[name], today) ?? '') : clean(now[name]),
    ]);
    return [{ id, ...(Object.fromEntries(given) as Partial<PersonBody>) }];
  });
  const body: Body = {
    reason: clean(values.reason),
    ...(Object.fromEntries(own.map(({ name }) => [name, clean(values[name])])) as Partial<Body>),
    ...(petitioners.length > 0 ? { petitioners } : {}),
  };
  return { body, changed: own.length + petitioners.length };
}
