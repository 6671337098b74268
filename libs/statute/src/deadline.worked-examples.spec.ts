import { vietnamCalendar } from '#libs/calendar';
import { localDate } from '#libs/shared';
import { countFrom } from './index.js';
import { ask } from './fixtures/ask.js';

interface Example {
  readonly from: string;
  readonly days: number;
  readonly due: string;
  readonly warnOn?: string;
}

const WORKING: readonly Example[] = [
  { from: '2026-02-10', days: 10, due: '2026-03-03' },
  { from: '2026-04-22', days: 7, due: '2026-05-06' },
  { from: '2026-11-20', days: 5, due: '2026-11-30' },
  { from: '2026-08-20', days: 5, due: '2026-08-27', warnOn: '2026-08-26' },
  { from: '2025-04-24', days: 5, due: '2025-05-06', warnOn: '2025-05-05' },
  { from: '2024-04-26', days: 5, due: '2024-05-08', warnOn: '2024-05-07' },
  { from: '2025-01-24', days: 7, due: '2025-02-11' },
  { from: '2027-02-01', days: 10, due: '2027-02-22' },
];

const CALENDAR: readonly (Example & { readonly rawEnd: string })[] = [
  { from: '2026-01-20', days: 30, rawEnd: '2026-02-19', due: '2026-02-23' },
  { from: '2026-08-03', days: 30, rawEnd: '2026-09-02', due: '2026-09-03' },
  { from: '2026-04-01', days: 30, rawEnd: '2026-05-01', due: '2026-05-04' },
  { from: '2026-10-25', days: 30, rawEnd: '2026-11-24', due: '2026-11-25' },
  { from: '2026-02-02', days: 20, rawEnd: '2026-02-22', due: '2026-02-23' },
];

const calendar = vietnamCalendar();

describe('the worked examples of the counting rules', () => {
  it.each(WORKING)('$days working days from $from end on $due', ({ from, days, due, warnOn }) => {
    const answer = countFrom({ from: localDate(from), days, unit: 'working_day' }, calendar);
    expect(answer).toMatchObject({ due, rawEnd: null, warnOn: warnOn ?? null });
    const counted = countFrom({ from: localDate(from), days, unit: 'working_day', makeup: 'count' }, calendar);
    expect(counted).toMatchObject({ due: warnOn ?? due, warnOn: null });
  });

  it.each(CALENDAR)('$days days from $from end on $rawEnd, rolled to $due', ({ from, days, rawEnd, due }) => {
    const answer = countFrom({ from: localDate(from), days, unit: 'calendar_day' }, calendar);
    expect(answer).toMatchObject({ due, rawEnd });
    expect(answer.days.filter((d) => d.counted)).toHaveLength(days);
  });

  it('hold for the rules they speak of', () => {
    expect(ask('TCD.REPLY', '2026-02-10').due).toBe('2026-03-03');
    expect(ask('TC.REG', '2026-04-22').due).toBe('2026-05-06');
    expect(ask('KN.RESOLVE.L1', '2026-01-20')).toMatchObject({ rawEnd: '2026-02-19', due: '2026-02-23' });
    expect(ask('TC.RESOLVE', '2026-10-25')).toMatchObject({ rawEnd: '2026-11-24', due: '2026-11-25' });
    expect(ask('TC.AGAIN', '2026-02-02')).toMatchObject({ rawEnd: '2026-02-22', due: '2026-02-23' });
  });
});

describe('a bare count', () => {
  const count = (from: string, days: number, unit: 'working_day' | 'calendar_day') =>
    countFrom({ from: localDate(from), days, unit }, calendar);

  it('of no days is the day itself, worked or not', () => {
    expect(count('2026-02-16', 0, 'working_day')).toMatchObject({ due: '2026-02-16', rawEnd: null });
    expect(count('2026-02-16', 0, 'calendar_day')).toMatchObject({ due: '2026-02-16', rawEnd: '2026-02-16' });
    expect(count('2026-02-16', 0, 'working_day').days).toEqual([
      { date: '2026-02-16', counted: false, reason: 'start' },
    ]);
  });

  it('of negative days goes back without rolling', () => {
    expect(count('2026-03-03', -10, 'working_day').due).toBe('2026-02-10');
    expect(count('2026-02-23', -3, 'calendar_day')).toMatchObject({ due: '2026-02-20', rawEnd: '2026-02-20' });
    expect(count('2026-03-03', -10, 'working_day').days.filter((d) => d.counted)).toHaveLength(10);
  });

  it('says so where the days off are not known yet', () => {
    expect(count('2027-12-20', 30, 'working_day').notes.join()).toContain('đến năm 2027');
    expect(count('2026-11-20', 5, 'working_day').notes.join()).toContain('01/12/2026');
  });
});
