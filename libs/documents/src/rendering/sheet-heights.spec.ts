import { heightOf } from './sheet-heights.js';

/** As drawn and looked at: columns 22 of 01/XLD and 26 of 02/XLD, units of 03/KQGQ. */
describe('the height of a heading', () => {
  const lines = (text: string, mm: number, size: number, bold = true): number =>
    Math.round((heightOf(text, { mm, size, bold }) - 3) / (size * 1.22));

  it('has room for every line that the letters need', () => {
    expect(lines('Văn bản phúc đáp nhận được do chuyển đơn', 10.5, 7.5)).toBeGreaterThanOrEqual(8);
    expect(lines('Văn bản phúc đáp nhận được', 12.6, 8.5)).toBeGreaterThanOrEqual(5);
  });

  it('is one line where one is enough', () => {
    expect(lines('vụ việc', 10.7, 8.5, false)).toBe(1);
    expect(lines('tổ chức', 10.7, 8.5, false)).toBe(1);
  });
});
