import { ask } from './fixtures/ask.js';

describe('acceptance of a complaint around 2026-07-01', () => {
  it('is ten calendar days by the Law before, the decree beside it', () => {
    const june = ask('KN.ACCEPT.L1', '2026-06-29');
    expect(june).toMatchObject({ rawEnd: '2026-07-09', due: '2026-07-09', warnOn: null });
    expect(june.rule).toMatchObject({ id: 'KN.ACCEPT.L1.OLD', citation: 'LKN Đ.27 (gốc)' });
    expect(june.readings).toMatchObject([{ rule: { id: 'KN.ACCEPT.ND124.OLD' }, due: '2026-07-13' }]);
    expect(june.notes[0]).toContain('Vào ngày 29/06/2026 áp dụng LKN Đ.27 (gốc)');
  });

  it('is seven working days after, with nothing beside it', () => {
    const july = ask('KN.ACCEPT.L1', '2026-07-02');
    expect(july).toMatchObject({ rawEnd: null, due: '2026-07-13', readings: [] });
    expect(july.rule).toMatchObject({ id: 'KN.ACCEPT.L1', citation: 'LKN Đ.27 (L136)' });
  });

  it.each([
    ['2026-06-30', 'KN.ACCEPT.L1.OLD'],
    ['2026-07-01', 'KN.ACCEPT.L1'],
  ])('of %s takes %s whichever id is asked', (from, id) => {
    for (const asked of ['KN.ACCEPT.L1', 'KN.ACCEPT.L1.OLD']) expect(ask(asked, from).rule.id).toBe(id);
  });

  it('answers the decree reading by its own id, with the Law beside it and warned on first', () => {
    const chosen = ask('KN.ACCEPT.ND124.OLD', '2026-06-29');
    expect(chosen).toMatchObject({ due: '2026-07-13', warnOn: '2026-07-09' });
    expect(chosen.readings).toMatchObject([{ rule: { id: 'KN.ACCEPT.L1.OLD' }, due: '2026-07-09' }]);
    expect(ask('KN.ACCEPT.ND124.OLD', '2026-07-02').rule.id).toBe('KN.ACCEPT.L1');
  });

  it('knows no decree reading before the decree', () => {
    expect(ask('KN.ACCEPT.L1', '2020-12-09').readings).toEqual([]);
    expect(ask('KN.ACCEPT.L1', '2020-12-10').readings).toHaveLength(1);
  });

  it('holds for the second instance and for discipline alike', () => {
    for (const id of ['KN.ACCEPT.L2', 'KL.ACCEPT']) {
      expect(ask(id, '2026-06-29')).toMatchObject({ rule: { id: `${id}.OLD` }, due: '2026-07-09' });
      expect(ask(id, '2026-06-29').readings).toMatchObject([{ due: '2026-07-13' }]);
      expect(ask(id, '2026-07-02')).toMatchObject({ rule: { id }, due: '2026-07-13' });
    }
  });
});

describe('sending a second-instance decision', () => {
  it.each(['KN.SEND.L2', 'KL.SEND.L2'])('%s counts calendar days by the Law, the decree reading beside it', (id) => {
    const answer = ask(id, '2026-07-20');
    expect(answer).toMatchObject({ due: '2026-07-27', warnOn: null });
    expect(answer.readings).toMatchObject([{ rule: { id: `${id}.ND124` }, due: '2026-07-29' }]);
  });
});

describe('a rule on a day on which no version is in force', () => {
  it.each([
    ['KN.DIALOGUE.NOTICE', '2026-06-30', 'có hiệu lực từ ngày 01/07/2026'],
    ['TC.FOLLOWUP', '2026-07-01', 'hết hiệu lực sau ngày 30/06/2026, không có quy định thay thế'],
  ])('%s on %s is refused with the reason', (id, on, reason) => {
    expect(() => ask(id, on)).toThrow(reason);
    expect(() => ask(id, on)).toThrow('STATUTE.NOT_IN_FORCE');
  });

  it('is not the same as a rule nobody knows', () => {
    expect(() => ask('KN.NOPE', '2026-07-01')).toThrow('STATUTE.RULE_UNKNOWN');
  });
});
