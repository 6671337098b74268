import { usualWay, wrap } from '../../apps/web/src/case-file/stage-layout.js';
import { parseDay } from '../../apps/web/src/ui/dates.js';
import { markOf, readDeadline } from '../../apps/web/src/ui/deadline-words.js';
import { fold } from '../../apps/web/src/ui/text.js';
import { seriesOf } from '../../apps/web/src/papers/series.js';

describe('what the screens say', () => {
  it.each([
    ['running', '2026-11-27', null, 'calm', 'Còn 5 ngày'],
    ['dueSoon', '2026-11-24', null, 'soon', 'Còn 2 ngày'],
    ['dueSoon', '2026-11-22', null, 'soon', 'Hết hạn hôm nay'],
    ['overdue', '2026-11-19', null, 'late', 'Quá hạn 3 ngày'],
    ['paused', null, null, 'paused', 'Tạm đình chỉ giải quyết'],
    ['met', '2026-11-20', '2026-11-20', 'met', 'Đúng hạn'],
    ['metLate', '2026-11-16', '2026-11-20', 'met-late', 'Trễ 4 ngày'],
    ['void', '2026-11-20', null, 'none', 'Không còn áp dụng'],
  ])('a clock that is %s, due %s, met %s', (state, dueOn, metOn, tone, words) => {
    expect(readDeadline({ state, dueOn, metOn }, '2026-11-22')).toEqual({ tone, words });
  });

  it.each([
    ['effect_date', 'running', '2026-12-02', 'Có hiệu lực sau 10 ngày', 'ngày có hiệu lực'],
    ['effect_date', 'met', '2026-11-02', 'Đã có hiệu lực', 'ngày có hiệu lực'],
    ['minimum_duration', 'metLate', '2026-11-02', 'Đã đủ thời gian', 'thời gian tối thiểu'],
    ['filing_window', 'running', '2026-11-20', 'Đã hết thời hạn', 'thời hạn thực hiện quyền'],
    ['internal_until_confirmed', 'overdue', '2026-11-19', 'Quá hạn 3 ngày', 'mục tiêu nội bộ'],
  ])('%s that is %s, on %s: nobody is called late who cannot be', (kind, state, dueOn, words, mark) => {
    const deadline = { kind, state, dueOn, metOn: null, statutory: false };
    expect(readDeadline(deadline, '2026-11-22').words).toBe(words);
    expect(markOf(deadline)).toBe(mark);
    expect(markOf({ state, dueOn, kind: 'maximum', statutory: true })).toBeNull();
  });

  it.each([
    ['5/1/2026', '2026-01-05'],
    ['05012026', '2026-01-05'],
    ['5/1', '2026-01-05'],
    ['5-1-26', '2026-01-05'],
    ['31/02/2026', null],
    ['hôm qua', null],
  ])('a day typed as %s', (typed, day) => expect(parseDay(typed, '2026-11-22')).toBe(day));

  it('finds Hòa, Hoà and HÒA by hoa, and Đ by d', () => {
    expect(['Hòa', 'Hoà', 'HÒA', 'hoa'].map(fold)).toEqual(['hoa', 'hoa', 'hoa', 'hoa']);
    expect(fold('Đặng  Thị')).toBe('dang thi');
  });

  it('draws the usual way as the longest that only goes forward', () => {
    const arrow = (from: string, to: string) => ({ from, to, region: 'main', event: 'E', title: '', citation: '' });
    const arrows = [
      arrow('a', 'b'),
      arrow('a', 'x'),
      arrow('b', 'c'),
      arrow('a', 'c'),
      arrow('c', 'b'),
      arrow('c', 'd'),
    ];
    expect(usualWay(['a', 'x', 'b', 'c', 'd'], arrows)).toEqual(['a', 'b', 'c', 'd']);
    expect(wrap('Kiểm tra lại quyết định, hành vi bị khiếu nại của cơ quan')).toHaveLength(3);
  });
});

describe('the series of a book of papers', () => {
  const line = (numberSeq: number | null, numberKind = 'TB', state = 'issued') => ({ numberSeq, numberKind, state });

  it('counts what was issued and what was voided, and names what is missing', () => {
    expect(seriesOf([line(1), line(2, 'TB', 'voided'), line(4), line(1, 'QĐ')])).toEqual([
      { kind: 'QĐ', issued: 1, voided: 0, last: 1, missing: [] },
      { kind: 'TB', issued: 2, voided: 1, last: 4, missing: [3] },
    ]);
  });

  it('leaves out numbers that came from the document system', () => {
    expect(seriesOf([line(null)])).toEqual([]);
  });
});
