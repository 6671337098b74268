import { SharedReading } from './shared-reading.js';

describe('a shared reading', () => {
  it('answers a crowd with two readings, none older than its question', async () => {
    const ends: ((value: number) => void)[] = [];
    const shared = new SharedReading(() => new Promise<number>((end) => ends.push(end)));
    const first = shared.ask();
    const crowd = Array.from({ length: 1_000 }, () => shared.ask());
    expect(ends).toHaveLength(1);
    ends[0]!(1);
    expect(await first).toBe(1);
    const afterwards = shared.ask();
    ends[1]!(2);
    expect(new Set(await Promise.all(crowd))).toEqual(new Set([2]));
    ends[2]!(3);
    expect(await afterwards).toBe(3);
    expect(ends).toHaveLength(3);
  });

  it('is read again after a reading that failed', async () => {
    let times = 0;
    const shared = new SharedReading(async () => {
      times += 1;
      if (times === 1) throw new Error('away');
      return times;
    });
    const [first, second] = [shared.ask(), shared.ask()];
    await expect(first).rejects.toThrow('away');
    expect(await second).toBe(2);
    expect(await shared.ask()).toBe(3);
  });
});
