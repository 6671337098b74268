import { calendarFromFile } from '#libs/calendar';
import { ask } from './fixtures/ask.js';

describe('make-up Saturday 22/08/2026', () => {
  const answer = ask('TC.ACCEPT.NOTIFY', '2026-08-20');

  it('is due on the later day, warned on the earlier', () => {
    expect(answer).toMatchObject({ due: '2026-08-27', warnOn: '2026-08-26' });
    expect(answer.days.find((d) => d.date === '2026-08-22')).toMatchObject({ counted: false, reason: 'makeup' });
  });

  it('is said to be unconfirmed', () => {
    expect(answer.notes.join()).toContain(
      'Ngày 22/08/2026 (Làm bù cho ngày 31/8/2026, TB 9441/TB-BNV) chưa được xác nhận',
    );
  });

  it('counts where the agency counts it', () => {
    const counted = ask('TC.ACCEPT.NOTIFY', '2026-08-20', { makeup: 'count' });
    expect(counted).toMatchObject({ due: '2026-08-26', warnOn: null });
    expect(counted.days.find((d) => d.date === '2026-08-22')).toMatchObject({ counted: true, reason: 'makeup' });
  });

  it('warns on the safer day of a notice counted backwards', () => {
    expect(ask('TCD.SCHEDULE.POST', '2026-08-27')).toMatchObject({ due: '2026-08-20', warnOn: null });
    expect(ask('TCD.SCHEDULE.POST', '2026-08-27', { makeup: 'count' })).toMatchObject({
      due: '2026-08-21',
      warnOn: '2026-08-20',
    });
  });
});

describe('the swap of 23/11/2026 that nobody has decided', () => {
  const answer = ask('TC.ACCEPT.NOTIFY', '2026-11-20');

  it('does not move the due day, and shows what it would be', () => {
    expect(answer.due).toBe('2026-11-30');
    expect(answer.ifDecided).toEqual({ days: ['2026-11-23'], due: '2026-12-01' });
    expect(answer.notes.join()).toContain(
      'Nếu ngày 23/11/2026 được quyết định nghỉ (chưa rõ kết quả) thì kết quả là ngày 01/12/2026',
    );
  });

  it('is not mentioned where it makes no difference', () => {
    expect(ask('TC.ACCEPT.NOTIFY', '2026-11-10').ifDecided).toBeUndefined();
  });
});

describe('days off without a paper, years without a calendar, an own calendar', () => {
  it('marks 18/04/2024', () => {
    expect(ask('TC.ACCEPT.NOTIFY', '2024-04-15').notes.join()).toContain('Ngày 18/04/2024 (Giỗ Tổ Hùng Vương');
  });

  it('warns past the horizon', () => {
    expect(ask('TC.RESOLVE', '2027-12-15').notes.join()).toContain('Lịch nghỉ mới biết từ năm 2024 đến năm 2027');
    expect(ask('TC.RESOLVE', '2026-07-20').notes.join()).not.toContain('Lịch nghỉ mới biết');
  });

  it('counts by the calendar it is given', () => {
    const calendar = calendarFromFile({ weekend: [7], off: ['2026-02-16'] });
    const answer = ask('TCD.REPLY', '2026-02-10', { calendar });
    expect(answer).toMatchObject({ due: '2026-02-23', calendarVersion: calendar.version });
    expect(ask('TC.ACCEPT.NOTIFY', '2026-11-20', { calendar }).ifDecided).toBeUndefined();
  });
});
