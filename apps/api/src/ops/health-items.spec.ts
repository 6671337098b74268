import { healthItems, type HealthFacts } from './health-items.js';
import { duration } from './health-words.js';

const run = (kind: 'backup' | 'drill', ok: boolean, at: string): HealthFacts['runs'][number] => ({
  ...{ kind, ok, name: '20261121T180000Z', place: '/mnt/dia-khac', summary: {} },
  ...{ startedAt: new Date(at), finishedAt: new Date(at) },
});
const good = run('backup', true, '2026-11-21T18:00:00.000Z');
const tried = run('drill', true, '2026-10-01T18:00:00.000Z');

const facts = (change: Partial<HealthFacts> = {}): HealthFacts => ({
  state: {
    ...{ now: '2026-11-22T03:00:00.000Z', businessNow: '2026-11-22T03:00:00.000Z' },
    ...{ databaseBytes: 2 * 1024 ** 3, serverVersion: '18.4' },
    effects: { pending: 0, failed: 0, retried: 0, oldestSeconds: 0 },
    milestones: { pending: 12, late: 0, lateSeconds: 0 },
    messages: { sent: 3 },
    ledger: { signedAt: '2026-11-22T01:00:00.000Z', size: 90 },
    unsealed: 4,
  },
  pulses: [
    {
      ...{
        id: 'may-1',
        startedAt: new Date(0),
        seenAt: new Date(0),
        silentSeconds: 2,
        version: '1.0.0',
        queue: 'postgres',
      },
      jobs: { 'nghe-dan-effects': { waiting: 1, delayed: 2, failed: 0 } },
      ...{ fired: 1, handedOut: 1, channels: { email: true, sms: true, zalo: true } },
    },
  ],
  migrations: { total: 16, pending: [] },
  disk: { total: 100, free: 50 },
  calendar: { knownTo: '2027-12-31', warning: null },
  runs: [good, tried],
  archive: { mode: 'on', failing: false, failedAt: null, archivedAt: null },
  version: '1.0.0',
  mode: 'demo',
  ...change,
});
const stateOf = (given: HealthFacts, key: string) => healthItems(given).find((item) => item.key === key)?.state;
const { state, pulses } = facts();

describe('the health of the system', () => {
  it('is well where nothing waits, fails or is silent', () => {
    expect(healthItems(facts()).filter((item) => item.state !== 'ok')).toEqual([]);
  });

  it.each<[string, string, Partial<HealthFacts>]>([
    ['workers', 'problem', { pulses: [] }],
    ['workers', 'problem', { pulses: pulses.map((pulse) => ({ ...pulse, silentSeconds: 40 })) }],
    ['queue', 'warning', { pulses: pulses.map((pulse) => ({ ...pulse, jobs: { timers: { failed: 1 } } })) }],
    ['migrations', 'problem', { migrations: { total: 16, pending: ['0135-operations.sql'] } }],
    ['milestones', 'warning', { state: { ...state, milestones: { pending: 3, late: 1, lateSeconds: 700 } } }],
    ['milestones', 'problem', { state: { ...state, milestones: { pending: 3, late: 1, lateSeconds: 4_000 } } }],
    ['effects', 'ok', { state: { ...state, effects: { ...state.effects, pending: 5, oldestSeconds: 4 } } }],
    ['effects', 'problem', { state: { ...state, effects: { ...state.effects, pending: 5, oldestSeconds: 9_000 } } }],
    ['failed', 'warning', { state: { ...state, effects: { ...state.effects, failed: 1 } } }],
    ['messages', 'warning', { state: { ...state, messages: { failed: 2 } } }],
    ['ledger', 'warning', { state: { ...state, ledger: null } }],
    ['ledger', 'problem', { state: { ...state, ledger: { signedAt: '2026-11-19T00:00:00.000Z', size: 1 } } }],
    ['disk', 'problem', { disk: { total: 100, free: 2 } }],
    ['calendar', 'warning', { calendar: { knownTo: '2026-12-31', warning: 'Chưa có lịch năm 2027.' } }],
    ['backup', 'warning', { runs: [tried] }],
    ['backup', 'problem', { runs: [tried], mode: 'production' }],
    ['backup', 'warning', { runs: [run('backup', true, '2026-11-20T18:00:00.000Z'), tried] }],
    ['backup', 'problem', { runs: [run('backup', true, '2026-11-15T18:00:00.000Z'), tried] }],
    ['backup', 'problem', { runs: [run('backup', false, '2026-11-22T01:00:00.000Z'), good, tried] }],
    ['backup', 'ok', { runs: [run('backup', false, '2026-11-20T01:00:00.000Z'), good, tried] }],
    ['drill', 'warning', { runs: [good] }],
    ['drill', 'warning', { runs: [good, run('drill', true, '2026-08-01T18:00:00.000Z')] }],
    ['drill', 'problem', { runs: [good, tried, run('drill', false, '2026-11-01T18:00:00.000Z')] }],
    ['archive', 'problem', { archive: { mode: 'on', failing: true, failedAt: null, archivedAt: null } }],
    ['archive', 'warning', { archive: { mode: 'off', failing: false, failedAt: null, archivedAt: null } }],
    ['email', 'warning', { pulses: pulses.map((pulse) => ({ ...pulse, channels: {} })) }],
  ])('says of %s: %s', (key, expected, change) => {
    expect(stateOf(facts(change), key)).toBe(expected);
  });

  it('says what to do wherever something is not well, and nowhere else', () => {
    const ill = facts({ runs: [], pulses: [], disk: { total: 100, free: 1 }, state: { ...state, ledger: null } });
    for (const item of healthItems(ill))
      expect([item.key, item.todo === null]).toEqual([item.key, item.state === 'ok']);
  });

  it('says how long in words', () => {
    expect([5, 600, 7_200, 260_000].map(duration)).toEqual(['5 giây', '10 phút', '2 giờ', '3 ngày']);
  });
});
