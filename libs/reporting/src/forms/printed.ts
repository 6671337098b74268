import type { LocalDate } from '#libs/shared';
import type { CountedForm, NamedIdentity } from './counted-form.js';

/** Who issues a form, and when. */
export interface Letterhead {
  /** The agency right above, where the paper names it. */
  readonly above?: string;
  readonly agency: string;
  readonly place: string;
  readonly madeOn: LocalDate;
  readonly knownAt: Date;
}
export interface PrintedForm extends CountedForm {
  readonly head: Letterhead;
}

/** A code as part of a file's or a sheet's name, whoever wrote it. */
export const fileWord = (code: string): string => code.replaceAll(/[^\p{L}\p{N}.]+/gu, '-');
export const valueText = (value: number | null): string | number => value ?? '—';
export const STATE_WORDS: Readonly<Record<NamedIdentity['state'], string>> = {
  holds: '✓ khớp',
  broken: '■ không khớp',
  noData: '○ chưa có dữ liệu để so',
};
/** An identity as a line under the form. */
export const identityLine = ({ says, state, severity, note, cases }: NamedIdentity): string => {
  const word = state === 'broken' && severity === 'warning' ? '▲ cần xem lại' : STATE_WORDS[state];
  return `${word}: ${says}${note ? ` (${note})` : ''}${cases.length > 0 ? `; số vào sổ: ${cases.join(', ')}` : ''}`;
};
export const knownText = (instant: Date): string =>
  new Intl.DateTimeFormat('vi-VN', {
    ...{ timeZone: 'Asia/Ho_Chi_Minh', day: '2-digit', month: '2-digit', year: 'numeric' },
    ...{ hour: '2-digit', minute: '2-digit' },
  }).format(instant);
