import { isSegment, segmentsBetween, unbroken } from './wal-names.js';

const MB16 = 16 * 1024 * 1024;
const name = (log: number, segment: number) =>
  `00000002${log.toString(16).toUpperCase().padStart(8, '0')}${segment.toString(16).toUpperCase().padStart(8, '0')}`;

describe('names of WAL segments', () => {
  it('go on in the next log after the last segment of one', () => {
    expect(segmentsBetween(name(0, 254), name(1, 1), MB16)).toEqual([
      name(0, 254),
      name(0, 255),
      name(1, 0),
      name(1, 1),
    ]);
    expect(segmentsBetween(name(0, 3), name(1, 0), 1024 ** 3)).toEqual([name(0, 3), name(1, 0)]);
  });

  it('tell a gap, and ignore other timelines and what came before', () => {
    const present = [name(0, 1), name(0, 3), name(0, 4), name(0, 6), '000000010000000000000005', '00000002.history'];
    expect(unbroken(name(0, 3), present, MB16)).toEqual({ segments: [name(0, 3), name(0, 4)], missing: name(0, 5) });
    expect(unbroken(name(0, 3), present.slice(0, 3), MB16)).toEqual({
      segments: [name(0, 3), name(0, 4)],
      missing: null,
    });
    expect(unbroken(name(0, 9), present, MB16)).toEqual({ segments: [], missing: name(0, 9) });
  });

  it('are told from history and backup files', () => {
    expect(['00000002.history', `${name(0, 1)}.00000028.backup`, `${name(0, 1)}.partial`].filter(isSegment)).toEqual(
      [],
    );
    expect(isSegment(name(0, 1))).toBe(true);
  });
});
