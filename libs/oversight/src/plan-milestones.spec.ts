import { vietnamCalendar } from '#libs/calendar';
import { instantOf, localDate, type LocalDate } from '#libs/shared';
import type { RuleKind } from '#libs/statute';
import { planMilestones } from './plan-milestones.js';
import { DEFAULT_SETTINGS, agencySettings } from './settings.js';
import { isWorkingInstant, nextWorkingInstant, workingDaysLater } from './working-time.js';

const calendar = vietnamCalendar();
const at = (day: string, time: string) => instantOf(localDate(day), time);
const plan = (
  kind: RuleKind,
  dueOn: string | null,
  { statutory = true, now = '2026-02-01', warnOn = null as LocalDate | null } = {},
) =>
  planMilestones(
    {
      kind,
      statutory,
      startOn: localDate('2026-02-01'),
      dueOn: dueOn ? localDate(dueOn) : null,
      warnOn,
      now: at(now, '08:00'),
    },
    { calendar, settings: DEFAULT_SETTINGS },
  ).map(({ kind: what, dueAt }) => `${what} ${dueAt.toISOString()}`);

describe('milestones of a deadline', () => {
  it('come at opening time, counted in working days across Tết, and the lapse on the working day after', () => {
    expect(plan('maximum', '2026-02-24')).toEqual([
      'remind3 2026-02-12T00:30:00.000Z',
      'remind1 2026-02-23T00:30:00.000Z',
      'overdue 2026-02-25T00:30:00.000Z',
    ]);
    expect(plan('maximum', '2026-02-13')).toContain('overdue 2026-02-23T00:30:00.000Z');
  });

  it('remind by the earlier day where readings differ', () => {
    expect(plan('maximum', '2026-03-20', { warnOn: localDate('2026-03-18') })[1]).toBe(
      'remind1 2026-03-17T00:30:00.000Z',
    );
  });

  it('leave out reminders that lie behind, never the lapse', () => {
    expect(plan('maximum', '2026-02-24', { now: '2026-02-20' })).toHaveLength(2);
    expect(plan('maximum', '2026-02-03', { now: '2026-03-01' })).toEqual(['overdue 2026-02-04T00:30:00.000Z']);
  });

  it('never lapse where no law says so', () => {
    expect(plan('internal_until_confirmed', '2026-03-20', { statutory: false })).toHaveLength(2);
    expect(plan('effect_date', '2026-03-20')).toEqual(['effect 2026-03-19T17:00:00.000Z']);
    expect(plan('liability_threshold', '2026-03-20')).toEqual(['threshold 2026-03-23T00:30:00.000Z']);
    for (const kind of ['filing_window', 'minimum_duration', 'limitation_period', 'cap'] as const)
      expect(plan(kind, '2026-03-20')).toEqual([]);
    expect(plan('maximum', null)).toEqual([]);
  });
});

describe('working time', () => {
  it('is the hours of a working day', () => {
    expect(isWorkingInstant(calendar, at('2026-03-20', '07:30'), DEFAULT_SETTINGS)).toBe(true);
    expect(isWorkingInstant(calendar, at('2026-03-20', '17:00'), DEFAULT_SETTINGS)).toBe(false);
    expect(nextWorkingInstant(calendar, at('2026-03-20', '17:00'), DEFAULT_SETTINGS)).toEqual(
      at('2026-03-23', '07:30'),
    );
    expect(nextWorkingInstant(calendar, at('2026-03-23', '06:00'), DEFAULT_SETTINGS)).toEqual(
      at('2026-03-23', '07:30'),
    );
  });

  it('keeps the time of day a working day later', () => {
    const hours = DEFAULT_SETTINGS;
    expect(workingDaysLater(calendar, at('2026-03-20', '09:15'), { days: 1, hours })).toEqual(
      at('2026-03-23', '09:15'),
    );
    expect(workingDaysLater(calendar, at('2026-03-20', '22:00'), { days: 1, hours })).toEqual(
      at('2026-03-24', '07:30'),
    );
  });
});

describe('settings of an agency', () => {
  it('give way to the default where they make no sense', () => {
    expect(
      agencySettings({
        workStart: '8h',
        workEnd: '06:00',
        makeup: 'maybe',
        backdateWorkingDays: -3,
        oldAcceptanceReading: 'x',
      }),
    ).toEqual(DEFAULT_SETTINGS);
    expect(
      agencySettings({
        workStart: '08:00',
        workEnd: '16:30',
        backdateWorkingDays: 0,
        makeup: 'count',
        oldAcceptanceReading: 'decree',
      }),
    ).toEqual({
      workStart: '08:00',
      workEnd: '16:30',
      makeup: 'count',
      backdateWorkingDays: 0,
      oldAcceptanceReading: 'decree',
      escalation: DEFAULT_SETTINGS.escalation,
    });
  });

  it('carry a ladder of its own, and the usual one where theirs makes no sense', () => {
    const escalation = { reminders: [5, 2], rungs: [{ afterWorkingDays: 2, tell: ['chairman'] }] };
    expect(agencySettings({ escalation }).escalation).toEqual(escalation);
    for (const broken of [
      { ...escalation, reminders: [1, 3] },
      { ...escalation, rungs: [] },
      { ...escalation, rungs: [{ afterWorkingDays: 0, tell: ['chairman'] }] },
      { ...escalation, rungs: [{ afterWorkingDays: 1, tell: ['inspector'] }] },
      'không phải một nấc',
    ])
      expect(agencySettings({ escalation: broken } as never).escalation).toEqual(DEFAULT_SETTINGS.escalation);
  });
});
