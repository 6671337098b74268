import { ask } from './fixtures/ask.js';

describe('kinds that are not limits answer in their own words', () => {
  it('an effect date is the day after the days have passed, not rolled', () => {
    const answer = ask('KN.EFFECT.L1', '2026-07-30');
    expect(answer).toMatchObject({ due: '2026-08-30', rawEnd: '2026-08-29', warnOn: null });
    expect(answer.summary).toContain('có hiệu lực pháp luật từ ngày 30/08/2026, sau 30 ngày');
    expect(ask('KN.EFFECT.L2', '2026-07-30', { variant: 'remote' }).due).toBe('2026-09-14');
  });

  it('a notice before an event counts back from it', () => {
    const dialogue = ask('KN.DIALOGUE.NOTICE', '2026-08-20');
    expect(dialogue).toMatchObject({ due: '2026-08-15', warnOn: '2026-08-14' });
    expect(dialogue.summary).toContain('chậm nhất ngày 15/08/2026, ít nhất 05 ngày trước ngày đối thoại (20/08/2026)');
    expect(dialogue.days.map((d) => d.date)).toEqual([
      '2026-08-15',
      '2026-08-16',
      '2026-08-17',
      '2026-08-18',
      '2026-08-19',
    ]);
    expect(dialogue.days.every((d) => d.counted)).toBe(true);
  });

  it('a notice in working days before an event steps over days off', () => {
    const schedule = ask('TCD.SCHEDULE.POST', '2026-09-04');
    expect(schedule).toMatchObject({ due: '2026-08-25', rawEnd: null });
    expect(schedule.days.filter((d) => d.counted)).toHaveLength(5);
    expect(ask('TCD.ONLINE.TEST', '2026-09-03').due).toBe('2026-08-28');
  });

  it('an hour before an event is that day', () => {
    const connect = ask('TCD.ONLINE.CONNECT', '2026-08-20');
    expect(connect.due).toBe('2026-08-20');
    expect(connect.summary).toContain('chậm nhất 01 giờ trước giờ bắt đầu');
  });

  it.each(['KN.POSTING.MIN', 'TC.PUBLISH.MIN', 'KN.PUBLISH.ONLINE.MIN'])('%s is a minimum, never shifted', (id) => {
    const posting = ask(id, '2026-08-18');
    expect(posting).toMatchObject({ due: '2026-09-02', rawEnd: '2026-09-02' });
    expect(posting.summary).toContain('đến hết ngày 02/09/2026; sớm nhất được kết thúc ngày 03/09/2026');
  });

  it('a liability threshold is crossed after its day, not rolled', () => {
    const threshold = ask('TCD.DISCIPLINE', '2026-07-19');
    expect(threshold.due).toBe('2026-09-02');
    expect(threshold.summary).toContain('vượt ngưỡng 45 ngày sau ngày 02/09/2026');
  });

  it('a limitation period and a filing window belong to the citizen and roll', () => {
    expect(ask('KN.TIMEBAR', '2026-03-02')).toMatchObject({ rawEnd: '2026-05-31', due: '2026-06-01' });
    expect(ask('KN.TIMEBAR', '2026-03-02').summary).toContain('còn đến hết ngày 01/06/2026');
    expect(ask('KN.APPEAL.L2', '2026-08-03')).toMatchObject({ rawEnd: '2026-09-02', due: '2026-09-03' });
    expect(ask('TTHC.SUE', '2026-08-31')).toMatchObject({ rawEnd: '2027-08-31', due: '2027-08-31' });
  });

  it('months end on the same date, years too, and roll', () => {
    expect(ask('TC.FOLLOWUP', '2026-01-31')).toMatchObject({ rawEnd: '2026-02-28', due: '2026-03-02' });
    expect(ask('XLD.ARCHIVE', '2026-02-06')).toMatchObject({ rawEnd: '2027-02-06', due: '2027-02-11' });
    expect(ask('CSDL.LEGACY', '2022-10-10').due).toBe('2023-10-10');
  });

  it('hours end on the day they run out, weekend or not', () => {
    expect(ask('DLCN.BREACH', '2026-08-20')).toMatchObject({ due: '2026-08-23' });
    expect(ask('DLCN.BREACH', '2026-08-20').summary).toContain('chậm nhất cùng giờ ngày 23/08/2026');
    expect(ask('ANM.INCIDENT.1', '2026-08-20').due).toBe('2026-08-21');
  });

  it('at once is the day itself, a day off too', () => {
    const crime = ask('TC.CRIME', '2026-09-02');
    expect(crime).toMatchObject({ due: '2026-09-02', days: [] });
    expect(crime.summary).toContain('phải thực hiện ngay trong ngày 02/09/2026');
  });

  it.each([
    ['TCD.XA', 'ít nhất 02 ngày mỗi tháng'],
    ['KN.STAY.CAP', 'không vượt quá thời gian giải quyết còn lại'],
    ['TC.XLVPHC', 'theo pháp luật được dẫn chiếu'],
    ['BV.DECIDE', 'kịp thời, không ấn định số ngày'],
    ['TAND.CLASSIFY', 'ngoài phạm vi'],
  ])('%s has no date', (id, words) => {
    const answer = ask(id, '2026-07-20');
    expect(answer).toMatchObject({ due: null, rawEnd: null, warnOn: null, days: [] });
    expect(answer.summary).toContain(words);
  });

  it('the commune chairman received weekly before 2026-07-01, twice a month since', () => {
    expect(ask('TCD.XA', '2026-06-30').summary).toContain('ít nhất 01 ngày mỗi tuần');
  });

  it('what is not confirmed calls itself an internal target', () => {
    const handling = ask('XLD.HANDLE', '2026-07-20');
    expect(handling.rule.confirmed).toBe(false);
    expect(handling.summary).toContain('Mục tiêu nội bộ, không phải thời hạn luật định');
    expect(handling.notes.join()).toContain('chưa được xác nhận');
  });
});
