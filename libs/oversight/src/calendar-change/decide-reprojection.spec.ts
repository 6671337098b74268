import { LiveCalendar, type PublishedChange, vietnamCalendar } from '#libs/calendar';
import { instantOf, localDate, type AgencyId, type CaseFileId, type DeadlineId, type MilestoneId } from '#libs/shared';
import { computeDeadline } from '#libs/statute';
import type { MilestoneKind } from '../plan-milestones.js';
import { decideReprojection } from './decide-reprojection.js';
import type { OpenLimit, Reckon, ReprojectionClaim } from './model.js';

const SWAP: PublishedChange = {
  days: [
    { ...{ date: localDate('2026-11-23'), kind: 'off', name: 'Nghỉ hoán đổi' }, basis: 'CV 9/VPCP', confirmed: true },
  ],
  announcesYear: null,
  knownFrom: localDate('2026-11-18'),
};
const calendar = new LiveCalendar([SWAP]);
const reckon: Reckon = ({ ruleId, startOn, variant, pauses }, around) => {
  const { rawEnd, due, warnOn, calendarVersion } = computeDeadline(
    { ruleId, startOn, variant, pauses: pauses.map(({ from, to }) => ({ from, to })), makeup: around.settings.makeup },
    around.calendar,
  );
  return { rawEnd, dueOn: due, warnOn, calendarVersion };
};

/** Seven working days from 2026-11-16, as counted before the swap: 26 November. */
const base: OpenLimit = {
  id: 'd1' as DeadlineId,
  caseId: 'c1' as CaseFileId,
  agencyId: 1 as AgencyId,
  isProtected: false,
  ...{ ruleId: 'KN.ACCEPT.L1', kind: 'maximum', statutory: true, variant: 'standard' },
  ...{
    startOn: localDate('2026-11-16'),
    rawEnd: localDate('2026-11-26'),
    dueOn: localDate('2026-11-26'),
    warnOn: null,
  },
  calendarVersion: vietnamCalendar().version,
  ...{ state: 'running', machine: {}, rung: 0, pauses: [], extensions: [] },
};
interface Given {
  readonly now?: string;
  readonly pending?: readonly (readonly [MilestoneKind, string])[];
}
function decide(limit: Partial<OpenLimit>, { now = '2026-11-18', pending = [] }: Given = {}) {
  const claim: ReprojectionClaim = {
    now: instantOf(localDate(now), '09:00'),
    cases: [{ id: base.caseId, agencyId: base.agencyId, seq: 4, headHash: `\\x${'0'.repeat(64)}` }],
    limits: [{ ...base, ...limit }],
    pending: pending.map(([kind, on]) => ({
      ...{ id: kind as unknown as MilestoneId, deadlineId: base.id, kind },
      dueAt: instantOf(localDate(on), '07:30').toISOString(),
    })),
    settings: new Map(),
  };
  let made = 0;
  return decideReprojection(claim, {
    ...{ publicationId: 'p1', calendar, reckon, systemNow: claim.now },
    newId: () => `00000000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`,
  });
}
const REMINDERS = [
  ['remind3', '2026-11-20'],
  ['remind1', '2026-11-25'],
  ['overdue', '2026-11-27'],
] as const;
const planned = (write: ReturnType<typeof decide>) =>
  write.milestones.map(({ kind, dueAt }) => `${kind} ${dueAt.slice(0, 10)}`);

describe('reckoning an open limit by a published calendar', () => {
  it('moves it with one event that says why, and plans its notices anew', () => {
    const write = decide({}, { pending: REMINDERS });
    expect(write.limits).toEqual([expect.objectContaining({ id: 'd1', dueOn: '2026-11-27', state: 'running' })]);
    expect(write.events).toEqual([
      expect.objectContaining({
        ...{ type: 'REPROJECTED', seq: 5, subjectId: 'd1', basis: ['Nghỉ hoán đổi, CV 9/VPCP'] },
        facts: {
          ...{ reason: 'calendar-changed', publicationId: 'p1', rule: 'KN.ACCEPT.L1' },
          ...{ from: '2026-11-26', to: '2026-11-27', days: ['2026-11-23'] },
        },
      }),
    ]);
    expect(write.cases).toEqual([{ id: 'c1', seq: 5, headHash: write.events[0]!.hash }]);
    expect(planned(write)).toEqual(['remind1 2026-11-26', 'overdue 2026-11-30']);
    expect(write.cancelled).toEqual(['remind1', 'overdue']);
    expect(write.counts).toEqual({ done: 1, moved: 1, late: 0, timely: 0, unreckoned: 0 });
  });

  it('lets a limit run again that is no longer past its day, annuls its notices and calls off its rungs', () => {
    const over = {
      ...{ startOn: localDate('2026-11-12'), dueOn: localDate('2026-11-23') },
      state: 'escalated' as const,
    };
    const rung = { machine: { state: 'rung1' }, rung: 1 };
    const given = { now: '2026-11-25', pending: [['rung2', '2026-11-26']] as const };
    const write = decide({ ...over, ...rung }, given);
    expect(write.limits[0]).toMatchObject({ dueOn: '2026-11-25', state: 'running', rung: 0, machine: {} });
    expect([write.annulled, write.cancelled]).toEqual([['d1'], ['rung2']]);
    expect(planned(write)).toEqual(['overdue 2026-11-26']);
    expect(write.events[0]!.facts).toMatchObject({ annulled: true });
    const extended = decide({ ...over, ...rung, extensions: [{}] }, given);
    expect(extended.limits[0]).toMatchObject({ state: 'running', machine: { state: 'extended' } });
  });

  it('leaves a limit overdue that still is, with its rungs as they are', () => {
    const over = { startOn: localDate('2026-11-12'), dueOn: localDate('2026-11-23'), state: 'overdue' as const };
    const write = decide(over, { now: '2026-11-27', pending: [['rung1', '2026-11-30']] });
    expect(write.limits[0]).toMatchObject({ dueOn: '2026-11-25', state: 'overdue' });
    expect([write.annulled, write.cancelled, write.milestones]).toEqual([[], [], []]);
  });

  it('takes back a reminder that will come again', () => {
    const write = decide({ state: 'dueSoon' }, { now: '2026-11-20', pending: REMINDERS.slice(1) });
    expect(write.limits[0]).toMatchObject({ state: 'running' });
  });

  it('moves reminders alone where only they meet the day, without an event', () => {
    const byCalendar = { ruleId: 'KN.RESOLVE.L1', startOn: localDate('2026-10-26'), dueOn: localDate('2026-11-25') };
    const pending = [['remind1', '2026-11-23']] as const;
    const write = decide({ ...byCalendar, rawEnd: localDate('2026-11-25') }, { pending });
    expect([write.limits[0]!.dueOn, write.events, write.counts.moved]).toEqual(['2026-11-25', [], 0]);
    expect([planned(write), write.cancelled]).toEqual([['remind1 2026-11-20'], ['remind1']]);
  });

  it('leaves a paused limit without a day', () => {
    const paused = { ruleId: 'KN.RESOLVE.L1', dueOn: null, state: 'paused' as const };
    const pauses = [{ from: localDate('2026-11-18'), to: null, by: 'e1' }];
    const write = decide({ ...paused, rawEnd: null, pauses });
    expect(write.limits[0]).toMatchObject({ dueOn: null, state: 'paused', calendarVersion: calendar.version });
    expect([write.events, write.milestones]).toEqual([[], []]);
  });

  it('does not bring a day that another cause would move', () => {
    const before = { startOn: localDate('2026-11-02'), dueOn: localDate('2026-11-12'), state: 'overdue' as const };
    const write = decide(before);
    expect(write.limits[0]).toMatchObject({ dueOn: '2026-11-12', calendarVersion: calendar.version });
    expect(write.events).toEqual([]);
  });

  it('leaves a day of effect that has come, and a limit whose rule is unknown', () => {
    const write = decide({ kind: 'effect_date' });
    expect(write.milestones).toEqual([]);
    const unknown = decide({ ruleId: 'XX.NONE' });
    expect([unknown.failed, unknown.limits]).toEqual([['d1'], []]);
    expect(unknown.counts).toMatchObject({ done: 0, unreckoned: 1 });
  });

  it('moves a limit of a protected file as any other and counts it nowhere', () => {
    const none = { done: 0, moved: 0, late: 0, timely: 0, unreckoned: 0 };
    const moved = decide({ isProtected: true });
    expect([moved.limits.length, moved.events.length, moved.counts]).toEqual([1, 1, none]);
    const unknown = decide({ isProtected: true, ruleId: 'XX.NONE' });
    expect([unknown.failed, unknown.counts]).toEqual([['d1'], none]);
  });
});
