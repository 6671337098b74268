import type { OpenPaperData, PaperData, PaperPerson } from '../../form.js';

/** `2026-03-08` → `08 tháng 3 năm 2026`, as NĐ 30/2020 writes a day: a nought before days under 10 and months 1 and 2. */
export function dayInWords(day: unknown): string | null {
  if (typeof day !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return null;
  const month = Number(day.slice(5, 7));
  return `${day.slice(8, 10)} tháng ${month < 3 ? `0${month}` : month} năm ${day.slice(0, 4)}`;
}

export const upper = (text: string): string => text.toLocaleUpperCase('vi');
/** Goes on in a sentence: `Diện tích đất …` → `diện tích đất …`; an abbreviation stays as it is. */
export const within = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1) : text;
/** First letter of a sentence. */
export const sentence = (text: string): string => upper(text.slice(0, 1)) + text.slice(1);

type Options = readonly { readonly value: string; readonly label: string; readonly citation?: string }[];

/** What the officer chose, in words; nothing where the act had no such choice. */
export const chosenLabel = (options: Options, value: unknown): string | null =>
  options.find((one) => one.value === value)?.label ?? null;

/** The same with its article. */
export function chosen(options: Options, value: unknown): string | null {
  const option = options.find((one) => one.value === value);
  if (!option) return null;
  return option.citation === undefined ? option.label : `${option.label} (${option.citation})`;
}

/** A number a fact holds, as text. */
export const figure = (value: unknown): string | null => (typeof value === 'number' ? String(value) : null);

/** `số 15/TB-UBND ngày 08 tháng 7 năm 2026`, of the latest paper of that code in the file. */
export function earlierPaper(data: OpenPaperData, ...codes: readonly string[]): string | null {
  const paper = codes.map((code) => data.earlier[code]).find((one) => one !== undefined);
  return paper ? `số ${paper.number} ngày ${dayInWords(paper.signedOn)}` : null;
}

/** Last day of the first of these limits that the file has. */
export const dueOn = (data: OpenPaperData, ...rules: readonly string[]): string | null =>
  dayInWords(rules.map((rule) => data.deadlines[rule]?.dueOn).find((day) => day != null));

export const RESOLVE_RULES = ['KN.RESOLVE.L1', 'KN.RESOLVE.L2', 'KL.RESOLVE'] as const;

export const INSTANCES = { first: 'lần đầu', second: 'lần hai' } as const;
export const instance = (data: OpenPaperData): string | null => (data.instance ? INSTANCES[data.instance] : null);

/** What the file is about, as a word in a sentence. */
const MATTERS: Readonly<Record<string, string>> = {
  complaint: 'khiếu nại',
  'disciplinary-complaint': 'khiếu nại',
  denunciation: 'tố cáo',
  feedback: 'kiến nghị, phản ánh',
};
export const matter = (data: OpenPaperData): string => MATTERS[data.procedure] ?? 'đơn';

const signers = (data: PaperData): readonly PaperPerson[] =>
  data.petitioners.filter(({ role }) => role === 'petitioner' || role === 'signatory');
const ofRole = (data: PaperData, role: PaperPerson['role']): PaperPerson | undefined =>
  data.petitioners.find((person) => person.role === role);

/** Whose petition it is: everybody where they are few, else the first and how many more. */
export function petitionerNames(data: PaperData): string | null {
  const people = signers(data);
  const first = people[0] ?? data.petitioners[0];
  if (!first) return null;
  const count = Math.max(data.petition.petitionerCount, people.length);
  if (count > 3) return `${first.fullName} và ${count - 1} người khác (danh sách kèm theo)`;
  return people.length > 1 ? people.map(({ fullName }) => fullName).join(', ') : first.fullName;
}

/** Who is written to: the representative where people chose one, else the petitioner. */
export const reached = (data: PaperData): PaperPerson | undefined =>
  ofRole(data, 'representative') ?? ofRole(data, 'authorized') ?? ofRole(data, 'petitioner') ?? data.petitioners[0];
export const petitioner = (data: PaperData): PaperPerson | undefined =>
  ofRole(data, 'petitioner') ?? data.petitioners[0];
export const authorized = (data: PaperData): PaperPerson | undefined => ofRole(data, 'authorized');
