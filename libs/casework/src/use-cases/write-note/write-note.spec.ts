import { namesSomebody } from './write-note.js';

describe('a note on a protected file', () => {
  it.each([
    'CCCD 001185000123',
    'số 001 185 000 123',
    'CMND 012345678',
    'gọi 0912 345 678',
    '0912.345.678',
    '+84912345678',
  ])('must not say %s', (text) => expect(namesSomebody(text)).toBe(true));
  it.each([
    'Hẹn làm việc ngày 20/11/2026 lúc 08:30',
    '120.000.000 đồng',
    'QĐ 1234/QĐ-UBND',
    'thửa 45, tờ bản đồ 12',
    '12.03.2026',
  ])('may say %s', (text) => expect(namesSomebody(text)).toBe(false));
});
