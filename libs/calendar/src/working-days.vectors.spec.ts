import { addDays, instantOf, type LocalDate, localDate } from '#libs/shared';
import { addWorkingDays, calendarFromFile, dayIn, rollForward, statusOn } from './index.js';
import fixture from './fixtures/working-days.json' with { type: 'json' };

interface Vector {
  readonly rule: string;
  readonly start?: string;
  readonly n?: number;
  readonly due?: string;
  readonly very?: string;
  readonly now?: string;
  readonly tz?: string;
  readonly expect: string;
}

const calendar = calendarFromFile({ weekend: [6, 7], off: fixture.daysOff });

/** The instant at which a wall clock in `timeZone` shows `local`. */
function instantIn(timeZone: string, local: string): Date {
  const guess = new Date(`${local}:00Z`);
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(guess);
  return new Date(guess.getTime() - (new Date(`${shown.replace(' ', 'T')}Z`).getTime() - guess.getTime()));
}

function answer(v: Vector): string {
  if (v.rule === 'WD_AFTER') return addWorkingDays(calendar, { from: localDate(v.start!), days: v.n! });
  if (v.rule === 'CAL_ROLL') return rollForward(calendar, addDays(localDate(v.start!), v.n!));
  const due = localDate(v.due!);
  return statusOn(instantIn(v.tz!, v.now!), { due, severeAfter: localDate(v.very!), timeZone: v.tz! });
}

describe('working-day vectors of a public request tracker', () => {
  const vectors: readonly Vector[] = fixture.vectors;

  it.each(vectors.map((v) => [v.rule, JSON.stringify(v), v] as const))('%s %s', (_rule, _text, v) => {
    expect(answer(v)).toBe(v.expect);
  });

  it('are all here', () => {
    expect(vectors).toHaveLength(26);
  });
});

describe('a due day in Hà Nội', () => {
  const due: LocalDate = localDate('2026-07-09');

  it('ends at midnight there, whatever the zone of the machine', () => {
    expect(statusOn(new Date('2026-07-09T16:59:59Z'), { due })).toBe('on_time');
    expect(statusOn(new Date('2026-07-09T17:00:00Z'), { due })).toBe('overdue');
    expect(statusOn(instantOf(localDate('2026-07-10')), { due })).toBe('overdue');
    expect(dayIn(new Date('2026-07-09T17:00:00Z'))).toBe('2026-07-10');
  });
});
