import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { drawSample, populationHash, sharesOf, type Candidate } from './sampling.js';

const candidates = fc
  .uniqueArray(fc.uuid(), { maxLength: 80 })
  .chain((ids) =>
    fc
      .array(fc.constantFrom('', '1', '2', 'late'), { minLength: ids.length, maxLength: ids.length })
      .map((strata) => ids.map((id, at): Candidate => ({ id, stratum: strata[at] ?? '' }))),
  );
const seed = fc.string({ minLength: 1, maxLength: 12 });

describe('a sample', () => {
  it('is the same for the same list and seed, in whatever order the list comes', () => {
    fc.assert(
      fc.property(candidates, seed, fc.integer({ min: 1, max: 40 }), (list, word, size) => {
        const drawn = drawSample(list, { seed: word, size });
        expect(drawSample([...list].reverse(), { seed: word, size })).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, list.length));
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
        expect(drawn.map(({ ordinal }) => ordinal)).toEqual(drawn.map((_, at) => at + 1));
      }),
    );
  });

  it('gives each stratum its share, and every stratum something where there is enough', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 8 }), fc.nat(60), (sizes, wanted) => {
        const size = Math.min(
          wanted,
          sizes.reduce((a, b) => a + b, 0),
        );
        const shares = sharesOf(sizes, size);
        expect(shares.reduce((a, b) => a + b, 0)).toBe(size);
        shares.forEach((share, at) => expect(share).toBeLessThanOrEqual(sizes[at] ?? 0));
        if (size >= sizes.length)
          shares.forEach((share, at) => expect(share).toBeGreaterThanOrEqual(Math.min(1, sizes[at] ?? 0)));
      }),
    );
  });

  it('notices a list that has changed by its hash', () => {
    expect(populationHash(['b', 'a'])).toBe(populationHash(['a', 'b']));
    expect(populationHash(['a', 'b', 'c'])).not.toBe(populationHash(['a', 'b']));
    // Two ids run together are another list.
    expect(populationHash(['ab'])).not.toBe(populationHash(['a', 'b']));
  });

  it('can be drawn again with the tools of any machine', () => {
    const ids = ['0a1b', '7f00', '3c9d', '55aa'];
    const shell = (script: string) =>
      execFileSync('bash', ['-c', script], { input: ids.join('\n') })
        .toString()
        .trim();
    expect(shell('sort | sha256sum | cut -d" " -f1').length).toBe(64);
    const byHand = shell(
      'while read -r id || [ -n "$id" ]; do printf "%s %s\\n" "$(printf %s "2026-thanh-tra:$id" | sha256sum | cut -d" " -f1)" "$id"; done | sort | head -2 | cut -d" " -f2',
    ).split('\n');
    const drawn = drawSample(
      ids.map((id) => ({ id, stratum: '' })),
      { seed: '2026-thanh-tra', size: 2 },
    );
    expect(drawn.map(({ id }) => id)).toEqual(byHand);
    expect(execFileSync('bash', ['-c', 'sort | sha256sum'], { input: `${ids.join('\n')}\n` }).toString()).toContain(
      populationHash(ids),
    );
  });
});
