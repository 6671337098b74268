import { ask, pause } from './fixtures/ask.js';

describe('extensions of a denunciation accepted on 2026-07-20', () => {
  it('start after the previous raw end, not after the rolled one', () => {
    // 30 days end on a Wednesday, 60 on a Friday, 90 on a Sunday.
    expect(ask('TC.RESOLVE', '2026-07-20')).toMatchObject({ rawEnd: '2026-08-19', due: '2026-08-19' });
    expect(ask('TC.RESOLVE', '2026-07-20', { extensions: 1 })).toMatchObject({
      rawEnd: '2026-09-18',
      due: '2026-09-18',
    });
    expect(ask('TC.RESOLVE', '2026-07-20', { extensions: 2 })).toMatchObject({
      rawEnd: '2026-10-18',
      due: '2026-10-19',
    });
    // The first end is the holiday of 02/09, rolled to the 3rd; the extension still runs from the 2nd.
    expect(ask('TC.RESOLVE', '2026-08-03', { extensions: 1 }).rawEnd).toBe('2026-10-02');
  });

  it('are one for a complex case, two for a specially complex one, none otherwise', () => {
    expect(ask('TC.RESOLVE', '2026-07-20', { variant: 'complex', extensions: 1 }).rawEnd).toBe('2026-09-18');
    expect(ask('TC.RESOLVE', '2026-07-20', { variant: 'specially_complex', extensions: 2 }).rawEnd).toBe('2026-10-18');
    expect(ask('TC.RESOLVE', '2026-07-20', { variant: 'specially_complex', extensions: 1 }).rawEnd).toBe('2026-09-18');
    for (const [variant, extensions] of [
      ['standard', 1],
      ['complex', 2],
      ['specially_complex', 3],
    ] as const)
      expect(() => ask('TC.RESOLVE', '2026-07-20', { variant, extensions })).toThrow('STATUTE.EXTENSION_NOT_ALLOWED');
  });

  it('infer the class from their number where it is not given, and say so', () => {
    const twice = ask('TC.RESOLVE', '2026-07-20', { extensions: 2 });
    expect(twice.variant).toBe('specially_complex');
    expect(twice.notes.join()).toContain('suy ra từ số lần gia hạn');
    expect(() => ask('TC.RESOLVE', '2026-07-20', { extensions: 3 })).toThrow('tối đa 2 lần');
  });

  it('give the days of the order where it gives fewer, and never more than the rule', () => {
    const short = ask('TC.RESOLVE', '2026-07-20', { variant: 'specially_complex', extensions: 2, extensionDays: [10] });
    expect(short).toMatchObject({ rawEnd: '2026-09-28', due: '2026-09-28' });
    expect(short.notes.join()).toContain('lần lượt 10, 30 ngày');
    for (const extensionDays of [[31], [0], [1.5], [10, 10]])
      expect(() => ask('TC.RESOLVE', '2026-07-20', { variant: 'complex', extensions: 1, extensionDays })).toThrow(
        'STATUTE.EXTENSION_NOT_ALLOWED',
      );
  });

  it('do not lengthen a case merely found complex', () => {
    expect(ask('TC.RESOLVE', '2026-07-20', { variant: 'complex' }).rawEnd).toBe('2026-08-19');
  });

  it('stop with the clock in a suspension', () => {
    const pauses = [pause('2026-08-25', '2026-09-04')];
    expect(ask('TC.RESOLVE', '2026-07-20', { extensions: 1, pauses }).rawEnd).toBe('2026-09-28');
  });

  it('are for denunciations: other limits refuse them', () => {
    for (const id of ['TCD.REPLY', 'TC.REG', 'KL.RESOLVE'])
      expect(() => ask(id, '2026-07-20', { extensions: 1 })).toThrow('STATUTE.EXTENSION_NOT_ALLOWED');
  });
});
