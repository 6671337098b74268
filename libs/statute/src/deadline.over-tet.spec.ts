import { explain } from './index.js';
import { ask } from './fixtures/ask.js';

describe('ten working days over Tết Bính Ngọ', () => {
  const answer = ask('TCD.REPLY', '2026-02-10');

  it('names each skipped day of Tết and its notice', () => {
    const tet = answer.days.filter((d) => d.name === 'Tết Bính Ngọ');
    expect(tet.map((d) => d.date)).toEqual(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']);
    for (const d of tet) expect(d).toMatchObject({ counted: false, reason: 'holiday', basis: 'TB 9441/TB-BNV' });
  });

  it('starts on the day after the reception and counts ten', () => {
    expect(answer.days[0]).toEqual({ date: '2026-02-11', counted: true });
    expect(answer.days.filter((d) => d.counted)).toHaveLength(10);
    expect(answer.rule).toMatchObject({ id: 'TCD.REPLY', citation: 'LTCD Đ.28 k1', version: 'reception@2014-07-01' });
  });

  it('reads as Vietnamese lines with the article', () => {
    const text = explain(answer).join('\n');
    expect(text).toContain('chậm nhất hết ngày 03/03/2026, 10 ngày làm việc kể từ ngày tiếp nhận (10/02/2026)');
    expect(text).toContain('Căn cứ: LTCD Đ.28 k1');
    expect(text).toContain('16/02/2026 thứ Hai: không tính: nghỉ lễ, Tết Bính Ngọ (TB 9441/TB-BNV)');
    expect(text).toContain('03/03/2026 thứ Ba: tính, ngày thứ 10');
  });
});
