import { hashOf } from '#libs/procedure';
import { petitionHandling, petitionHandling2 } from './index.js';
import { migration1to2 } from './migration-1-2.js';

describe('the way from version 1 to version 2', () => {
  it('knows every stage of the one and leads to stages of the other', () => {
    expect(Object.keys(migration1to2.states).sort()).toEqual(Object.keys(petitionHandling.stages).sort());
    for (const state of Object.values(migration1to2.states)) expect(petitionHandling2.stages[state]).toBeDefined();
  });

  it('opens no closed file and closes no open one', () => {
    for (const [before, after] of Object.entries(migration1to2.states))
      expect([before, petitionHandling2.stages[after]?.outcome !== undefined]).toEqual([
        before,
        petitionHandling.stages[before]?.outcome !== undefined,
      ]);
  });

  it('leaves version 1 what it was', () => {
    expect(hashOf(petitionHandling)).toBe('06c29e9d1cb09eb2d72dca4f62cc4317d806418886bfa7de06f0e44ce36869ec');
    expect(petitionHandling2.validFrom).toBe(petitionHandling.validFrom);
  });
});
