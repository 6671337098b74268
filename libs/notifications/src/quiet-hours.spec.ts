import fc from 'fast-check';
import { instantOf, localDate } from '#libs/shared';
import { sendableAt } from './quiet-hours.js';

const at = (time: string, day = '2026-11-24'): Date => instantOf(localDate(day), time);
const night = { quietFrom: '21:00', quietTo: '07:00' };

describe('quiet hours', () => {
  it.each([
    ['20:59', '2026-11-24', '20:59'],
    ['21:00', '2026-11-25', '07:00'],
    ['23:30', '2026-11-25', '07:00'],
    ['00:10', '2026-11-24', '07:00'],
    ['06:59', '2026-11-24', '07:00'],
    ['07:00', '2026-11-24', '07:00'],
  ])('at %s a message goes out on %s at %s', (now, day, time) =>
    expect(sendableAt(at(now), night)).toEqual(at(time, day)),
  );

  it('knows hours within one day, and none at all', () => {
    expect(sendableAt(at('12:30'), { quietFrom: '12:00', quietTo: '13:30' })).toEqual(at('13:30'));
    expect(sendableAt(at('23:30'), { quietFrom: '00:00', quietTo: '00:00' })).toEqual(at('23:30'));
  });

  it('never names a moment that is quiet, nor one in the past', () =>
    fc.assert(
      fc.property(fc.nat(1439), fc.nat(1439), fc.nat(2879), (from, to, minute) => {
        const clock = (m: number): string =>
          `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`;
        const hours = { quietFrom: clock(from), quietTo: clock(to) };
        const now = new Date(at('00:00').getTime() + minute * 60_000);
        const then = sendableAt(now, hours);
        expect(then >= now).toBe(true);
        expect(sendableAt(then, hours)).toEqual(then);
      }),
    ));
});
