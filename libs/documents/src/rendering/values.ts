import type { LocalDate } from '#libs/shared';
import type { FormDefinition, FormField, ListField, NamedForm, OpenForm, OpenPaperData, PaperData } from '../form.js';
import { ADDRESSEES, type Addressee } from '../form.js';
import { dateLine, draftNumber, issuerLines, signatureLines, type Signer } from './letterhead.js';

export type Row = Readonly<Record<string, string>>;
export type FieldValue = string | readonly Row[] | null;
/** What stands in the place of each placeholder; null prints dots. */
export type PaperValues = Readonly<Record<string, FieldValue>>;
/** What the officer typed: words by field, rows by list. */
export type TypedValues = Readonly<Record<string, string | readonly Row[] | undefined>>;

/** A form with the data its audience may be told. */
export type Subject =
  { readonly form: NamedForm; readonly data: PaperData } | { readonly form: OpenForm; readonly data: OpenPaperData };

/** What the paper carries besides its fields. */
export interface PaperFrame {
  readonly signer?: Signer | null;
  /** Address of the status page, printed as a QR code on papers for citizens. */
  readonly lookup?: string | null;
}

export interface FilledPaper {
  readonly form: FormDefinition;
  readonly values: PaperValues;
  /** Fields the officer still has to type, by name. */
  readonly missing: readonly string[];
}

/** Placeholders every paper knows besides its own fields. */
export const STANDING = {
  superior: 'Cơ quan cấp trên',
  agency: 'Tên cơ quan',
  issuer: 'Cơ quan ban hành',
  number: 'Số, ký hiệu',
  place: 'Địa danh',
  date: 'Ngày tháng năm',
  signerTitle: 'Chức danh ký',
  signerName: 'Họ tên người ký',
  recipients: 'Nơi nhận',
  recipient: 'Dòng nơi nhận',
  lookup: 'Mã tra cứu',
} as const;

/** Every line of a list knows its own number. */
export const ROW_NUMBER = 'TT';
export const numbered = (rows: readonly Row[]): readonly Row[] =>
  rows.length ? rows.map((row, index) => ({ [ROW_NUMBER]: String(index + 1), ...row })) : [{ [ROW_NUMBER]: '' }];

export const isList = <Data>(field: FormField<Data>): field is ListField<Data> => 'items' in field;

/** Fields of a form, whatever its audience: their names and samples, never their data. */
export const fieldsOf = (form: FormDefinition): readonly FormField<never>[] =>
  form.fields as readonly FormField<never>[];

const OPEN_KEYS = [
  'agency',
  'signedOn',
  'number',
  'procedure',
  'instance',
  'petition',
  'facts',
  'texts',
  'earlier',
  'deadlines',
  'team',
  'officer',
] as const satisfies readonly (keyof OpenPaperData)[];
const OPEN_PETITION = [
  'registerLabel',
  'receivedOn',
  'field',
  'petitionerCount',
  'challengedDecision',
] as const satisfies readonly (keyof OpenPaperData['petition'])[];

const pick = <T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> =>
  Object.fromEntries(keys.map((key) => [key, from[key]])) as Pick<T, K>;

/** The open part alone, also where the caller holds more. */
export const openPart = (data: OpenPaperData): OpenPaperData => ({
  ...pick(data, OPEN_KEYS),
  petition: pick(data.petition, OPEN_PETITION),
});

const clean = (text: string | null | undefined): string | null => text?.normalize('NFC').trim() || null;

function valueOf<Data>(field: FormField<Data>, data: Data, typed: TypedValues): FieldValue {
  const given = typed[field.name];
  if (isList(field)) {
    if (field.from === 'officer' && typeof given === 'object') return given;
    return field.rows?.(data) ?? [];
  }
  if (field.from === 'file') return clean(field.value(data));
  return clean(typeof given === 'string' ? given : undefined) ?? (given === '' ? null : clean(field.start?.(data)));
}

const fieldValues = <Data>(fields: readonly FormField<Data>[], data: Data, typed: TypedValues): PaperValues =>
  Object.fromEntries(fields.map((field) => [field.name, valueOf(field, data, typed)]));

/** "Nơi nhận" as printed: a denouncer is never in it, whoever else gets the paper (LTC Đ.29, corrections on papers). */
export function recipientLines(form: Pick<FormDefinition, 'addressees' | 'salutation'>): readonly string[] {
  const [head] = form.addressees;
  const first: readonly string[] = form.salutation && head !== 'file' ? ['Như trên'] : [];
  const rest = form.addressees
    .slice(first.length)
    .filter((addressee) => addressee !== 'denouncer' && addressee !== 'file')
    .map((addressee: Addressee) => ADDRESSEES[addressee]);
  return [...first, ...rest, 'Lưu: VT, hồ sơ vụ việc'];
}

const CITIZENS: readonly Addressee[] = ['complainant', 'denouncer', 'petitioner'];
/** A paper that goes to the citizen alone may carry the code that opens the status page. */
export const isCitizensOwn = (form: Pick<FormDefinition, 'addressees'>): boolean =>
  form.addressees.some((addressee) => CITIZENS.includes(addressee)) &&
  form.addressees.every((addressee) => CITIZENS.includes(addressee) || addressee === 'file');

export function standingValues(
  form: FormDefinition,
  data: Pick<OpenPaperData, 'agency' | 'number' | 'signedOn'>,
  frame: PaperFrame,
): PaperValues {
  const lines = recipientLines(form);
  return {
    [STANDING.superior]: data.agency.superior,
    [STANDING.agency]: data.agency.name,
    [STANDING.issuer]: issuerLines(data.agency.name),
    [STANDING.number]: data.number ?? draftNumber(form, data.agency),
    [STANDING.place]: data.agency.place,
    [STANDING.date]: dateLine(data.signedOn),
    [STANDING.signerTitle]: signatureLines(form, data.agency, frame.signer ?? null).join('\n'),
    [STANDING.signerName]: frame.signer?.fullName ?? null,
    [STANDING.recipients]: lines.map((line, index) => ({
      [STANDING.recipient]: `- ${line}${index === lines.length - 1 ? '.' : ';'}`,
    })),
    [STANDING.lookup]: isCitizensOwn(form) ? (frame.lookup ?? null) : null,
  };
}

const isEmpty = (value: FieldValue | undefined): boolean => value == null || value.length === 0;

/** Resolves every placeholder of a paper. Nothing is invented: what is not known prints dots and, if typed, is named as missing. */
export function fill(subject: Subject, typed: TypedValues = {}, frame: PaperFrame = {}): FilledPaper {
  const { form, data } = subject;
  const own =
    form.audience === 'anyone'
      ? fieldValues(form.fields, openPart(data), typed)
      : fieldValues(form.fields, data as PaperData, typed);
  const missing = fieldsOf(form)
    .filter((field) => field.from === 'officer' && !('optional' in field && field.optional) && isEmpty(own[field.name]))
    .map(({ name }) => name);
  return { form, values: { ...standingValues(form, data, frame), ...own }, missing };
}

/** The number and the day, written into a paper whose text no longer changes. */
export const withNumber = (paper: FilledPaper, number: string | null, signedOn: LocalDate | null): FilledPaper => ({
  ...paper,
  values: { ...paper.values, ...(number && { [STANDING.number]: number }), [STANDING.date]: dateLine(signedOn) },
});
