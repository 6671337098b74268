import type { AgencyId, LocalDate, UserId } from '#libs/shared';

/** `draft`: counted, not issued. `replaced`: a later revision of the same form, agency and period stands. */
export const REPORT_STATES = { draft: 'Dự thảo', issued: 'Đã phát hành', replaced: 'Đã được thay thế' } as const;
export type ReportState = keyof typeof REPORT_STATES;

/** The act of issuing. Its number is our own, by agency and year; it is no number of the outgoing register. */
export interface Issue {
  readonly id: string;
  readonly number: number;
  readonly year: number;
  /** 0: the first; n: the n-th adjusted one. */
  readonly revision: number;
  readonly replaces: string | null;
  readonly reason: string | null;
  readonly issuedByName: string;
  readonly issuedAt: Date;
}
/** A frozen report with what became of it; its address is that of its snapshot. */
export interface IssuedReport {
  readonly id: string;
  readonly packId: string | null;
  readonly formId: string;
  readonly formCode: string;
  readonly formTitle: string;
  readonly circular: string;
  readonly agencyId: AgencyId;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly knownAt: Date;
  readonly hash: string;
  readonly madeFor: UserId;
  readonly madeForName: string;
  readonly madeAt: Date;
  readonly issue: Issue | null;
  /** The snapshot that replaced it. */
  readonly replacedBy: string | null;
}

export const stateOf = ({ issue, replacedBy }: Pick<IssuedReport, 'issue' | 'replacedBy'>): ReportState =>
  issue === null ? 'draft' : replacedBy === null ? 'issued' : 'replaced';

/** Số 03/2026, bản điều chỉnh 1 */
export const issueTitle = ({ number, year, revision }: Pick<Issue, 'number' | 'year' | 'revision'>): string =>
  `Số ${String(number).padStart(2, '0')}/${year}${revision === 0 ? '' : `, bản điều chỉnh ${revision}`}`;
