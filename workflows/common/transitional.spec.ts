import { localDate } from '#libs/shared';
import { TRANSITIONAL_RULES, transitionalFor } from './transitional.js';

const ids = (procedure: string, known: object, openedOn: string): string[] =>
  transitionalFor(procedure, { known: known as never, openedOn: localDate(openedOn) }).map(({ id }) => id);

describe('transitional rules of 2026', () => {
  it('give the acts of a complaint accepted before the new law and not decided to the new decree', () => {
    expect(ids('complaint', { acceptedOn: '2026-06-20' }, '2026-06-15')).toEqual([
      ...['NĐ155.22.1', 'NĐ155.22.2', 'NĐ155.22.3', 'LIMITS'],
    ]);
    expect(ids('complaint', {}, '2026-06-28')).not.toContain('NĐ155.22.1');
    expect(ids('complaint', { acceptedOn: '2026-06-20', decidedOn: '2026-07-02' }, '2026-06-15')).not.toContain(
      'NĐ155.22.1',
    );
  });

  it('give the resolution of a denunciation accepted before to the new decree', () => {
    expect(ids('denunciation', { acceptedOn: '2026-06-20' }, '2026-06-10')).toEqual([
      ...['NĐ156.10.1', 'NĐ156.10.2', 'LIMITS'],
    ]);
  });

  it('touch nothing opened under the new law', () => {
    expect(ids('complaint', { acceptedOn: '2026-07-02' }, '2026-07-01')).toEqual([]);
  });

  it('mark what is our reading and not a sentence of the decrees', () => {
    expect(TRANSITIONAL_RULES.filter(({ citation }) => citation.mark !== 'V').map(({ id }) => id)).toEqual(['LIMITS']);
  });
});
