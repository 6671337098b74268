import { usualWay, wrap } from '../../apps/web/src/case-file/stage-layout.js';
import { parseDay } from '../../apps/web/src/ui/dates.js';
import { readDeadline } from '../../apps/web/src/ui/deadline-words.js';
import { fold } from '../../apps/web/src/ui/text.js';

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
