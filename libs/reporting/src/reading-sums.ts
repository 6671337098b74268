import { dayOf, type LocalDate } from '#libs/shared';
import type { Reading } from './ports.js';

export interface ReadingSum {
  readonly key: string;
  readonly readings: number;
  readonly byRelease: number;
  /** Different people, of a file or a day; different files, of a person. */
  readonly others: number;
}

/** How often, by file, by person and by day; most first, days in order. */
export function readingSums(readings: readonly Reading[]): {
  readonly byFile: readonly ReadingSum[];
  readonly byPerson: readonly ReadingSum[];
  readonly byDay: readonly (ReadingSum & { readonly key: LocalDate })[];
} {
  const people = ({ readerId }: Reading): unknown => readerId;
  return {
    byFile: mostFirst(sums(readings, ({ caseId }) => caseId, people)),
    byPerson: mostFirst(
      sums(
        readings,
        ({ readerId }) => String(readerId),
        ({ caseId }) => caseId,
      ),
    ),
    byDay: sums(readings, ({ readAt }) => dayOf(readAt), people).sort((a, b) => (a.key < b.key ? -1 : 1)),
  };
}

function sums<Key extends string>(
  readings: readonly Reading[],
  keyOf: (one: Reading) => Key,
  otherOf: (one: Reading) => unknown,
): (ReadingSum & { readonly key: Key })[] {
  const groups = new Map<Key, Reading[]>();
  for (const one of readings) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups].map(([key, own]) => ({
    key,
    readings: own.length,
    byRelease: own.filter(({ byRelease }) => byRelease).length,
    others: new Set(own.map(otherOf)).size,
  }));
}

const mostFirst = <Sum extends ReadingSum>(all: Sum[]): Sum[] => all.sort((a, b) => b.readings - a.readings);
