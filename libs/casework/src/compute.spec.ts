import { vietnamCalendar } from '#libs/calendar';
import { DEFAULT_SETTINGS } from '#libs/oversight';
import { localDate } from '#libs/shared';
import { computeColumns } from './compute.js';

const calendar = vietnamCalendar();
const columns = (ruleId: string, startOn: string, settings = DEFAULT_SETTINGS) =>
  computeColumns({ ruleId, startOn: localDate(startOn), variant: 'standard', pauses: [] }, { calendar, settings });

describe('the columns of a deadline', () => {
  it('follow the law of the trigger’s date', () => {
    expect(columns('KN.ACCEPT.L1', '2026-06-29')).toMatchObject({
      ruleVersion: 'KN.ACCEPT.L1.OLD',
      dueOn: '2026-07-09',
      statutory: true,
    });
    expect(columns('KN.ACCEPT.L1', '2026-07-02')).toMatchObject({
      ruleVersion: 'KN.ACCEPT.L1',
      dueOn: '2026-07-13',
      statutory: true,
    });
  });

  it('take the decree’s reading of the old limit where the agency goes by it, and name it', () => {
    const decree = { ...DEFAULT_SETTINGS, oldAcceptanceReading: 'decree' as const };
    expect(columns('KN.ACCEPT.L1', '2026-06-29', decree)).toMatchObject({
      ruleVersion: 'KN.ACCEPT.ND124.OLD',
      dueOn: '2026-07-13',
      rawEnd: null,
    });
    expect(columns('KN.ACCEPT.L1', '2026-07-02', decree)).toMatchObject({ ruleVersion: 'KN.ACCEPT.L1' });
  });

  it('alarm by law only for a confirmed upper limit', () => {
    expect(columns('XLD.HANDLE', '2026-07-02').statutory).toBe(false);
    expect(columns('KN.EFFECT.L1', '2026-07-02').statutory).toBe(false);
    expect(columns('KN.APPEAL.L2', '2026-07-02').statutory).toBe(false);
  });
});
