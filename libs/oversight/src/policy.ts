import type { Role } from '#libs/shared';

/**
 * Who is told, and when, once a limit nears or passes. No statute orders any of it: internal policy, shown as
 * "quy định nội bộ" wherever a person meets it. The legal state of a deadline does not depend on it. An agency, or its
 * province for it, sets the numbers; which paper is drafted on a rung stands in the deadline machine.
 */
export const POLICY_LABEL = 'Quy định nội bộ';

/** The earlier and the later reminder; named after the days they usually stand before the last one. */
export const REMINDER_KINDS = ['remind3', 'remind1'] as const;

export const RUNG_KINDS = ['rung1', 'rung2', 'rung3', 'rung4'] as const;
export type RungKind = (typeof RUNG_KINDS)[number];
export const isRung = (kind: string): kind is RungKind => (RUNG_KINDS as readonly string[]).includes(kind);

export interface EscalationRung {
  /** Working days after the rung before it, for the first after the overdue notice. */
  readonly afterWorkingDays: number;
  readonly tell: readonly Role[];
}
export interface EscalationPolicy {
  /** Working days before the last day: the earlier reminder, then the later one. */
  readonly reminders: readonly [number, number];
  /** One to four; the ladder ends with the last. */
  readonly rungs: readonly EscalationRung[];
}

/** Who may be told on a rung; the officer is whoever has the file then. */
export const RUNG_ROLES = [
  'caseOfficer',
  'unitHead',
  'chairman',
  'provinceChairman',
] as const satisfies readonly Role[];

export const DEFAULT_POLICY: EscalationPolicy = {
  reminders: [3, 1],
  rungs: RUNG_ROLES.map((role) => ({ afterWorkingDays: 1, tell: [role] })),
};

/** What an agency has set for a rung; undefined where its ladder ends before. */
export const rungOfPolicy = (policy: EscalationPolicy, kind: RungKind): EscalationRung | undefined =>
  policy.rungs[RUNG_KINDS.indexOf(kind)];

/** The rung to plan once `kind` has gone out; undefined after the last. */
export const rungAfter = (kind: string): RungKind | undefined =>
  kind === 'overdue' ? RUNG_KINDS[0] : RUNG_KINDS[RUNG_KINDS.indexOf(kind as RungKind) + 1];

/** Drafted when a limit that binds by law passes; a courtesy of the house, not a duty of law, and never in a denunciation. */
export const APOLOGY_TASK = 'apology-letter';

/** Papers the deadline machine asks for, as tasks. */
export const PAPERS: Readonly<Record<string, string>> = { urgingLetter: 'urging-letter', apologyLetter: APOLOGY_TASK };

/** Whose desk a paper is drafted on. */
export const TASK_OWNERS: Readonly<Record<string, Role>> = {
  'apology-letter': 'caseOfficer',
  'urging-letter': 'unitHead',
};
