import { GENESIS_HASH, verifyCase } from '#libs/audit';
import { vietnamCalendar } from '#libs/calendar';
import {
  instantOf,
  localDate,
  type AgencyId,
  type CaseFileId,
  type DeadlineId,
  type JsonObject,
  type MilestoneId,
  type UserId,
} from '#libs/shared';
import { decideFirings } from './decide-firings.js';
import type { Claim, ClaimedDeadline, ClaimedMilestone } from './model.js';
import type { MilestoneKind } from './plan-milestones.js';

const at = (day: string, time = '07:30') => instantOf(localDate(day), time);
const deadline: ClaimedDeadline = {
  id: 'd1' as DeadlineId,
  ruleId: 'KN.ACCEPT.L1',
  citation: 'LKN Đ.27 (L136)',
  kind: 'maximum',
  statutory: true,
  dueOn: localDate('2026-07-13'),
  state: 'running',
  machine: {},
  rung: 0,
  extended: false,
  closed: false,
};
const due = (kind: MilestoneKind, day: string, deadlineId = deadline.id): ClaimedMilestone => ({
  id: `m-${kind}-${deadlineId}` as MilestoneId,
  caseId: 'c1' as CaseFileId,
  deadlineId,
  kind,
  dueAt: at(day).toISOString(),
  generation: 1,
});

function fire(
  now: Date,
  milestones: readonly ClaimedMilestone[],
  { deadlines = [deadline], visibleTo = null as readonly UserId[] | null, settings = {} as JsonObject } = {},
) {
  let number = 0;
  const claim: Claim = {
    now,
    cases: [
      {
        id: 'c1' as CaseFileId,
        agencyId: 1 as AgencyId,
        provinceId: 9 as AgencyId,
        visibleTo,
        assigneeId: 1 as UserId,
        seq: 0,
        headHash: GENESIS_HASH,
      },
    ],
    deadlines,
    milestones,
    settings: new Map([[1 as AgencyId, settings]]),
    people: [
      { id: 1 as UserId, agencyId: 1 as AgencyId, roles: ['caseOfficer'], absent: false, delegateId: null },
      { id: 2 as UserId, agencyId: 1 as AgencyId, roles: ['unitHead'], absent: false, delegateId: null },
      { id: 4 as UserId, agencyId: 9 as AgencyId, roles: ['provinceChairman'], absent: false, delegateId: null },
    ],
  };
  return decideFirings(claim, {
    calendar: vietnamCalendar(),
    systemNow: new Date('2026-11-22T00:00:00.000Z'),
    newId: () => `e${(number += 1)}`,
  });
}

describe('a claimed set', () => {
  it('is fired in due order, chained to the head of the file', () => {
    const other = { ...deadline, id: 'd2' as DeadlineId };
    const write = fire(at('2026-07-14'), [due('overdue', '2026-07-14'), due('remind1', '2026-07-13', other.id)], {
      deadlines: [deadline, { ...other, dueOn: localDate('2026-07-14') }],
    });
    expect(write.events.map(({ type, seq }) => `${seq} ${type}`)).toEqual(['1 REMIND', '2 LAPSE']);
    expect(write.cases).toEqual([{ id: 'c1', seq: 2, headHash: write.events[1]?.hash }]);
    expect(verifyCase('c1', write.events, { caseId: 'c1', seq: 2, headHash: write.events[1]!.hash })).toEqual([]);
  });

  it('plans the next rung one working day on and drafts the letters of internal policy', () => {
    const overdue = fire(at('2026-07-17'), [due('overdue', '2026-07-17')]);
    expect(overdue.following).toMatchObject([{ kind: 'rung1', dueAt: at('2026-07-20').toISOString() }]);
    expect(overdue.tasks).toMatchObject([{ kind: 'apology-letter', ownerRole: 'caseOfficer', assigneeId: 1 }]);
    const rung3 = fire(at('2026-07-17'), [due('rung3', '2026-07-17')], {
      deadlines: [{ ...deadline, state: 'escalated', machine: { state: 'rung2' }, rung: 2 }],
    });
    expect(rung3.tasks.map(({ kind }) => kind)).toEqual(['urging-letter']);
    expect(rung3.deadlines).toEqual([{ id: 'd1', state: 'escalated', machine: { state: 'rung3' }, rung: 3 }]);
    const last = fire(at('2026-07-17'), [due('rung4', '2026-07-17')], {
      deadlines: [{ ...deadline, state: 'escalated', machine: { state: 'rung3' }, rung: 3 }],
    });
    expect(last.following).toEqual([]);
    expect(last.inbox.map(({ userId, topic }) => [userId, topic])).toEqual([[4, 'rung4']]);
  });

  it('keeps the distance from what really went out, not from what was planned', () => {
    const late = fire(at('2026-07-20', '10:00'), [due('overdue', '2026-07-14')]);
    expect(late.following).toMatchObject([{ dueAt: at('2026-07-21', '10:00').toISOString() }]);
  });

  it('supersedes a reminder whose moment has passed, with a trace and without a message', () => {
    const write = fire(at('2026-07-14'), [
      due('remind3', '2026-07-08'),
      due('remind1', '2026-07-10'),
      due('overdue', '2026-07-14'),
    ]);
    expect(write.outcomes.map(({ state }) => state)).toEqual(['superseded', 'superseded', 'fired']);
    expect(write.inbox.every(({ topic }) => topic === 'overdue')).toBe(true);
  });

  it('waits for working time, except for a day of effect, which no office opens', () => {
    const night = fire(at('2026-07-18', '23:00'), [due('overdue', '2026-07-17')]);
    expect(night).toMatchObject({
      outcomes: [{ state: 'pending', dueAt: at('2026-07-20').toISOString() }],
      events: [],
      inbox: [],
    });
    const effect = {
      ...deadline,
      kind: 'effect_date' as const,
      ruleId: 'KN.EFFECT.L1',
      statutory: false,
      dueOn: localDate('2026-07-18'),
    };
    const day = fire(at('2026-07-18', '00:00'), [due('effect', '2026-07-18')], { deadlines: [effect] });
    expect(day.effects).toMatchObject([
      { kind: 'case.advance', payload: { ruleId: 'KN.EFFECT.L1', occurredOn: '2026-07-18' } },
    ]);
  });

  it('calls off what a settled deadline or its machine does not know', () => {
    expect(
      fire(at('2026-07-14'), [due('overdue', '2026-07-14')], {
        deadlines: [{ ...deadline, closed: true, state: 'met' }],
      }),
    ).toMatchObject({ outcomes: [{ state: 'cancelled' }], events: [] });
    expect(fire(at('2026-07-14'), [due('rung1', '2026-07-14')])).toMatchObject({
      outcomes: [{ state: 'cancelled' }],
      events: [],
    });
  });

  it('of a denunciation tells its named persons and drafts nothing', () => {
    const write = fire(at('2026-07-14'), [due('overdue', '2026-07-14')], { visibleTo: [4 as UserId] });
    expect(write.inbox.map(({ userId }) => userId)).toEqual([4]);
    expect(write.tasks).toEqual([]);
  });
});

describe('a ladder that the agency has set for itself', () => {
  const settings = {
    escalation: {
      reminders: [3, 1],
      rungs: [
        { afterWorkingDays: 3, tell: ['unitHead', 'provinceChairman'] },
        { afterWorkingDays: 2, tell: ['caseOfficer'] },
      ],
    },
  };
  const at1 = { ...deadline, state: 'escalated' as const, machine: { state: 'rung1' }, rung: 1 };

  it('plans the next rung by its distance and tells whom it names', () => {
    const overdue = fire(at('2026-07-14'), [due('overdue', '2026-07-14')], { settings });
    expect(overdue.following).toMatchObject([{ kind: 'rung1', dueAt: at('2026-07-17').toISOString() }]);
    const first = fire(at('2026-07-17'), [due('rung1', '2026-07-17')], {
      settings,
      deadlines: [{ ...deadline, state: 'overdue' }],
    });
    expect(first.inbox.map(({ userId }) => userId)).toEqual([2, 4]);
    expect(first.following).toMatchObject([{ kind: 'rung2', dueAt: at('2026-07-21').toISOString() }]);
  });

  it('ends where it ends, and calls off a rung that an older one had planned', () => {
    const second = fire(at('2026-07-21'), [due('rung2', '2026-07-21')], { settings, deadlines: [at1] });
    expect(second.following).toEqual([]);
    const third = fire(at('2026-07-22'), [due('rung3', '2026-07-22')], {
      settings,
      deadlines: [{ ...at1, machine: { state: 'rung2' }, rung: 2 }],
    });
    expect(third).toMatchObject({ outcomes: [{ state: 'cancelled' }], events: [], inbox: [], deadlines: [] });
  });

  it('tells nobody of a denunciation but its named persons', () => {
    const write = fire(at('2026-07-17'), [due('rung1', '2026-07-17')], {
      settings,
      deadlines: [{ ...deadline, state: 'overdue' }],
      visibleTo: [4 as UserId],
    });
    expect(write.inbox.map(({ userId }) => userId)).toEqual([4]);
  });
});
