import type { Role } from '#libs/shared';

/**
 * Who is told, and when, once a limit nears or passes. No statute orders any of it: internal policy, shown as
 * "quy định nội bộ" wherever a person meets it. The legal state of a deadline does not depend on it. Who is told on which
 * rung, and which paper is drafted there, stands in the deadline machine.
 */
export const POLICY_LABEL = 'Quy định nội bộ';

/** Working days before the last day. */
export const REMINDERS = [
  { kind: 'remind3', workingDaysBefore: 3 },
  { kind: 'remind1', workingDaysBefore: 1 },
] as const;

export const RUNG_KINDS = ['rung1', 'rung2', 'rung3', 'rung4'] as const;
export type RungKind = (typeof RUNG_KINDS)[number];
export const isRung = (kind: string): kind is RungKind => (RUNG_KINDS as readonly string[]).includes(kind);

/** Each rung comes one working day after the one before it, the first one working day after the overdue notice. */
export const WORKING_DAYS_BETWEEN_RUNGS = 1;

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
