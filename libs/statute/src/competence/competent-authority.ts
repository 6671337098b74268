import { formatDay, type LocalDate } from '#libs/shared';
import type { Citation } from '../types.js';
import { competenceRows } from './rows.js';
import {
  AUTHORITIES,
  COMPETENCE_TARGETS,
  type Authority,
  type CompetenceMatter,
  type CompetenceRow,
  type CompetenceTarget,
  type Instance,
} from './types.js';

export interface CompetenceQuestion {
  readonly matter: CompetenceMatter;
  readonly target: CompetenceTarget;
  readonly instance: Instance;
  /** The day the petition was received: competence follows the law of that day. */
  readonly on: LocalDate;
}

export interface Competence {
  /** `null`: nobody by the law of that day; `sentence` says why. */
  readonly authority: Authority | null;
  readonly title: string | null;
  readonly citation: Citation | null;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly sentence: string;
}

const concerns = (row: CompetenceRow, { matter, target, instance }: CompetenceQuestion): boolean =>
  row.matter === matter && row.instance === instance && (row.target === target || row.target === 'any');
const inForce = ({ validFrom, validTo }: CompetenceRow, on: LocalDate): boolean =>
  validFrom <= on && (validTo === null || on <= validTo);

/**
 * Who resolves, by the law of the day of receipt, with the article. A post that no longer exists (district level since
 * 2025-07-01) has no answer after its rows closed and says so; before, its rows are still read.
 *
 * @example competentAuthority({ matter: 'complaint', target: 'communeChairman', instance: 'second', on: localDate('2026-08-03') }).authority // 'provinceChairman'
 */
export function competentAuthority(question: CompetenceQuestion): Competence {
  const about = competenceRows.filter((row) => concerns(row, question));
  // A row of the post itself goes before the general one.
  const [row] = about
    .filter((one) => inForce(one, question.on))
    .sort((a, b) => Number(a.target === 'any') - Number(b.target === 'any'));
  if (!row) return nobody(question, about);
  const title = row.authority === null ? null : AUTHORITIES[row.authority];
  return {
    authority: row.authority,
    title,
    citation: row.citation,
    validFrom: row.validFrom,
    validTo: row.validTo,
    sentence: [title === null ? null : `${title} giải quyết.`, row.remark].filter(Boolean).join(' '),
  };
}

function nobody({ target, on }: CompetenceQuestion, about: readonly CompetenceRow[]): Competence {
  const closed = about.find(({ validTo }) => validTo !== null && validTo < on);
  return {
    ...{ authority: null, title: null, citation: null, validFrom: null, validTo: null },
    sentence: closed?.validTo
      ? `“${COMPETENCE_TARGETS[target]}”: ${closed.citation.text} không còn áp dụng sau ngày ${formatDay(closed.validTo)}.`
      : `Ngày ${formatDay(on)} chưa có quy định về thẩm quyền đối với “${COMPETENCE_TARGETS[target]}”.`,
  };
}
