import { AppError } from '#libs/shared';
import { Turns } from './turns.js';

const rule = { inWork: 2, waiting: 2, perAddress: 9, patienceMs: 60_000, comeAgainS: 10 };

/** A piece of work that ends when it is told to. */
function work() {
  let end: (value: string) => void = () => undefined;
  let began = false;
  const done = new Promise<string>((resolve) => (end = resolve));
  return { run: () => ((began = true), done), end, began: () => began };
}
const refused = async (asked: Promise<unknown>): Promise<unknown> => {
  try {
    return await asked;
  } catch (error) {
    return error instanceof AppError ? [error.status, error.code, error.extra['retryAfter']] : error;
  }
};
const aMoment = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('turns', () => {
  it('work on a few at once, let a few wait in order, and send the others away with a time to come again', async () => {
    const turns = new Turns(rule);
    const all = [work(), work(), work(), work(), work()];
    const asked = all.map(({ run }, i) => turns.take(`10.0.0.${i}`, run));
    expect(await refused(asked[4]!)).toEqual([429, 'PUBLIC.BUSY', 10]);
    await aMoment();
    expect(all.map(({ began }) => began())).toEqual([true, true, false, false, false]);
    all[1]!.end('two');
    expect(await asked[1]).toBe('two');
    await aMoment();
    expect(all.map(({ began }) => began())).toEqual([true, true, true, false, false]);
    for (const { end } of all) end('rest');
    expect(await Promise.all(asked.slice(0, 4))).toEqual(['rest', 'two', 'rest', 'rest']);
    expect(await turns.take('10.0.0.9', async () => 'again')).toBe('again');
  });

  it('give the place on when the work fails', async () => {
    const turns = new Turns({ ...rule, inWork: 1 });
    const failing = turns.take('a', () => Promise.reject(new Error('torn')));
    const next = turns.take('b', async () => 'mine');
    await expect(failing).rejects.toThrow('torn');
    expect(await next).toBe('mine');
  });

  it('let one address hold no more than its share, and give it back', async () => {
    const turns = new Turns({ ...rule, perAddress: 1 });
    const first = work();
    const held = turns.take('a', first.run);
    expect(await refused(turns.take('a', async () => 'second'))).toEqual([429, 'PUBLIC.BUSY', 10]);
    expect(await turns.take('b', async () => 'other')).toBe('other');
    first.end('over');
    await held;
    expect(await turns.take('a', async () => 'later')).toBe('later');
  });

  it('send away who has waited too long, without losing the place of the others', async () => {
    const turns = new Turns({ ...rule, inWork: 1, patienceMs: 1 });
    const first = work();
    const held = turns.take('a', first.run);
    expect(await refused(turns.take('b', async () => 'never'))).toEqual([429, 'PUBLIC.BUSY', 10]);
    first.end('over');
    await held;
    expect(await turns.take('b', async () => 'now')).toBe('now');
  });
});
