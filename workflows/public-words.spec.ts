import { publicWordsFor } from './public-words.js';
import { procedures } from './registry.js';

const TOLD = ['petition-handling', 'complaint', 'disciplinary-complaint', 'feedback'];

describe('what a citizen reads beside a stage', () => {
  const stages = procedures
    .all()
    .flatMap((definition) => Object.keys(definition.stages).map((stage) => ({ procedure: definition.name, stage })));

  it('is there for every stage of the procedures a citizen may follow', () => {
    const silent = stages.filter(
      ({ procedure, stage }) => TOLD.includes(procedure) && !publicWordsFor(procedure, stage),
    );
    expect(silent).toEqual([]);
    expect(stages.filter(({ procedure }) => TOLD.includes(procedure)).length).toBeGreaterThan(80);
  });

  it('says nothing about a denunciation or a protection', () => {
    const told = stages.filter(({ procedure }) => !TOLD.includes(procedure));
    expect(told.filter(({ procedure, stage }) => publicWordsFor(procedure, stage))).toEqual([]);
  });

  it('never names a denunciation in the words of handling', () => {
    for (const { procedure, stage } of stages) {
      const words = publicWordsFor(procedure, stage);
      if (words) expect(`${words.next} ${words.mayDo.map(({ text }) => text).join(' ')}`).not.toMatch(/tố cáo/iu);
    }
  });
});
