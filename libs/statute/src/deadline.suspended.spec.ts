import { explain } from './index.js';
import { ask, pause } from './fixtures/ask.js';

const week = [pause('2026-08-03', '2026-08-10')];

describe('a complaint suspended for a week in August 2026', () => {
  const answer = ask('KN.RESOLVE.L1', '2026-07-20', { pauses: week });

  it('ends a week later', () => {
    expect(ask('KN.RESOLVE.L1', '2026-07-20')).toMatchObject({ rawEnd: '2026-08-19', due: '2026-08-19' });
    expect(answer).toMatchObject({ rawEnd: '2026-08-26', due: '2026-08-26' });
  });

  it('does not count the day of the suspension, and counts again from the day of continuation', () => {
    const suspended = answer.days.filter((d) => d.reason === 'suspended').map((d) => d.date);
    expect(suspended[0]).toBe('2026-08-03');
    expect(suspended.at(-1)).toBe('2026-08-09');
    expect(answer.days.find((d) => d.date === '2026-08-10')).toEqual({ date: '2026-08-10', counted: true });
    expect(answer.days.filter((d) => d.counted)).toHaveLength(30);
  });

  it('shows the stricter date to warn on', () => {
    expect(answer.warnOn).toBe('2026-08-25');
    expect(explain(answer).join('\n')).toContain('25/08/2026');
  });

  it('names the order where it is given', () => {
    const order = { ...week[0]!, basis: 'QĐ 12/QĐ-UBND' };
    const { days } = ask('KN.RESOLVE.L1', '2026-07-20', { pauses: [order] });
    expect(days.find((d) => d.reason === 'suspended')).toMatchObject({
      name: 'Tạm đình chỉ giải quyết khiếu nại',
      basis: 'QĐ 12/QĐ-UBND',
    });
  });

  it('counts overlapping orders once', () => {
    const overlapping = [...week, pause('2026-08-05', '2026-08-12')];
    expect(ask('KN.RESOLVE.L1', '2026-07-20', { pauses: overlapping }).rawEnd).toBe('2026-08-28');
  });

  it('takes a continuation on the same day as no pause at all', () => {
    const none = ask('KN.RESOLVE.L1', '2026-07-20', { pauses: [pause('2026-08-03', '2026-08-03')] });
    expect(none).toMatchObject({ due: '2026-08-19', warnOn: null });
  });
});

describe('a limit that is still suspended', () => {
  it('has no end yet, and says since when', () => {
    const open = ask('KN.RESOLVE.L1', '2026-07-20', { pauses: [pause('2026-08-03')] });
    expect(open).toMatchObject({ due: null, rawEnd: null, warnOn: null });
    expect(open.summary).toContain('đang tạm đình chỉ');
    expect(open.notes.join()).toContain('Tạm đình chỉ từ ngày 03/08/2026, chưa có quyết định tiếp tục');
    expect(open.days.filter((d) => d.counted)).toHaveLength(13);
  });

  it('cannot be revived once it ran out', () => {
    expect(ask('KN.RESOLVE.L1', '2026-07-20', { pauses: [pause('2026-08-20')] }).due).toBe('2026-08-19');
  });
});

describe('the law on the date of the suspension', () => {
  it('lets a complaint accepted in June be suspended in August, and says by which provision', () => {
    const answer = ask('KN.RESOLVE.L1', '2026-06-20', {
      variant: 'complex',
      pauses: [pause('2026-07-15', '2026-07-25')],
    });
    expect(answer).toMatchObject({ rawEnd: '2026-08-14', due: '2026-08-14' });
    expect(answer.notes.join()).toContain('NĐ155 Đ.22 k1');
  });

  it.each([
    ['KN.RESOLVE.L1', '2026-06-10', '2026-06-30'],
    ['KN.RESOLVE.L2', '2026-06-10', '2026-06-15'],
    ['KL.RESOLVE', '2026-06-10', '2026-06-15'],
    ['KN.ACCEPT.L1', '2026-07-10', '2026-07-13'],
    ['TCD.REPLY', '2026-07-10', '2026-07-13'],
  ])('refuses %s of %s suspended on %s', (id, from, on) => {
    expect(() => ask(id, from, { pauses: [pause(on, '2026-07-20')] })).toThrow('STATUTE.PAUSE_UNKNOWN_TO_LAW');
  });

  it('lets a complaint about discipline be suspended too: LKN Đ.11a stands among the rules for all complaints', () => {
    const answer = ask('KL.RESOLVE', '2026-07-10', { pauses: [pause('2026-07-15', '2026-07-20')] });
    expect(answer.rawEnd).toBe('2026-08-14');
  });

  it('knew the suspension of denunciations all along, renewed ones too', () => {
    for (const id of ['TC.RESOLVE', 'TC.AGAIN.RESOLVE', 'TC.TAKEOVER'])
      expect(ask(id, '2026-03-02', { pauses: [pause('2026-03-10', '2026-03-17')] })).toMatchObject({
        rawEnd: '2026-04-08',
        due: '2026-04-08',
      });
  });

  it.each([
    ['ends before it begins', [pause('2026-08-10', '2026-08-03')]],
    ['begins before the limit', [pause('2026-07-10', '2026-08-03')]],
    ['is open twice', [pause('2026-08-03'), pause('2026-08-05')]],
  ])('refuses a pause that %s', (_what, pauses) => {
    expect(() => ask('KN.RESOLVE.L1', '2026-07-20', { pauses })).toThrow('STATUTE.PAUSE_INVALID');
  });
});

describe('a suspension over Tết 2027', () => {
  it('moves the end off the holiday it would have had, day by day', () => {
    const plain = ask('KN.RESOLVE.L1', '2027-01-08');
    expect(plain).toMatchObject({ rawEnd: '2027-02-07', due: '2027-02-11' });
    const suspended = ask('KN.RESOLVE.L1', '2027-01-08', { pauses: [pause('2027-02-01', '2027-02-15')] });
    expect(suspended).toMatchObject({ rawEnd: '2027-02-21', due: '2027-02-22' });
    expect(suspended.days.filter((d) => d.reason === 'suspended')).toHaveLength(14);
  });
});

describe('an obstacle within a limitation period', () => {
  it('is not counted (LKN Đ.9)', () => {
    expect(ask('KN.TIMEBAR', '2026-03-02').rawEnd).toBe('2026-05-31');
    const sick = ask('KN.TIMEBAR', '2026-03-02', { pauses: [pause('2026-04-01', '2026-04-11')] });
    expect(sick.rawEnd).toBe('2026-06-10');
    expect(sick.days.find((d) => d.reason === 'suspended')?.name).toBe('Trở ngại khách quan');
  });
});
