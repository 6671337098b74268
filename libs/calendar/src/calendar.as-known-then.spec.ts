import { localDate } from '#libs/shared';
import { addWorkingDays, horizonWarning, vietnamCalendar } from './index.js';

const from = localDate('2027-02-01');

describe('the calendar as it was known on a day', () => {
  it('does not know Tết 2027 before it was announced', () => {
    const before = vietnamCalendar({ asOf: localDate('2026-10-01') });
    const after = vietnamCalendar({ asOf: localDate('2026-10-02') });
    expect(addWorkingDays(before, { from, days: 10 })).toBe('2027-02-15');
    expect(addWorkingDays(after, { from, days: 10 })).toBe('2027-02-22');
  });

  it('changes its version with its data, and only then', () => {
    const early = vietnamCalendar({ asOf: localDate('2025-12-24') });
    const late = vietnamCalendar({ asOf: localDate('2025-12-25') });
    expect(early.version).not.toBe(late.version);
    expect(vietnamCalendar({ asOf: localDate('2025-12-26') }).version).toBe(late.version);
    expect(vietnamCalendar().version).toMatch(/^vn-2027\.[0-9a-f]{8}$/);
  });

  it('warns past the years announced by then', () => {
    const then = vietnamCalendar({ asOf: localDate('2026-10-01') });
    expect(then.horizon.to).toBe('2026-12-31');
    expect(horizonWarning(then, from)).toContain('đến năm 2026');
    expect(horizonWarning(vietnamCalendar(), from)).toBeNull();
    expect(horizonWarning(vietnamCalendar(), localDate('2028-01-03'))).toContain('đến năm 2027');
    expect(horizonWarning(vietnamCalendar(), localDate('2023-12-29'))).toContain('từ năm 2024');
  });
});
