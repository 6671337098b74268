import { localDate } from '#libs/shared';
import { targetOf } from './move-clock.js';

/** Tuesday 2026-02-10, 09:15 in Hà Nội: before the Tết of that year (off from 16 to 20 February). */
const NOW = new Date('2026-02-10T09:15:00+07:00');
const at = (text: string) => new Date(`${text}+07:00`);

describe('where the demo clock goes', () => {
  it('advances by days of the calendar and keeps the time of day', () =>
    expect(targetOf(NOW, { advance: 10, unit: 'calendar_day' })).toEqual(at('2026-02-20T09:15:00')));

  it('advances by working days past weekends and Tết', () =>
    expect(targetOf(NOW, { advance: 4, unit: 'working_day' })).toEqual(at('2026-02-23T09:15:00')));

  it('is set to eight in the morning of a day, and stays where that hour has passed', () => {
    expect(targetOf(NOW, { set: localDate('2026-02-11') })).toEqual(at('2026-02-11T08:00:00'));
    expect(targetOf(NOW, { set: localDate('2026-02-10') })).toEqual(NOW);
  });

  it('never goes back', () =>
    expect(() => targetOf(NOW, { set: localDate('2026-02-09') })).toThrow('không lùi về 09/02/2026'));
});
