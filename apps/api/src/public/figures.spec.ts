import type { AgencyRow, PublicFigureRow } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { figuresView } from './figures.js';

const agencies = [{ id: 1, code: 'XA-A', name: 'Ủy ban nhân dân xã A' }] as unknown as AgencyRow[];
const row = (kind: PublicFigureRow['kind'], received: number, resolved: number, onTime: number): PublicFigureRow => ({
  ...{ agencyId: 1, kind, received, resolved, onTime },
});
const until = (to: string, rows: PublicFigureRow[]) =>
  figuresView(
    { year: 2026, latestYear: 2026, from: localDate('2026-01-01'), to: localDate(to), rows, satisfaction: [] },
    agencies,
  ).items;
const view = (...rows: PublicFigureRow[]) =>
  until('2026-12-31', rows).map(({ kind, received, resolved, onTime }) => [kind, received, resolved, onTime]);

describe('public figures', () => {
  it('tell wholes and parts that are all large', () => {
    expect(view(row('complaint', 40, 30, 20))).toEqual([['Khiếu nại', 40, 30, 20]]);
  });

  it('hide a whole under the limit with its parts', () => {
    expect(view(row('complaint', 9, 5, 5))).toEqual([['Khiếu nại', null, null, null]]);
  });

  it('hide a part when it, or what remains beside it, is small', () => {
    expect(view(row('feedback', 40, 37, 20))).toEqual([['Kiến nghị, phản ánh', 40, null, null]]);
    expect(view(row('feedback', 40, 30, 28))).toEqual([['Kiến nghị, phản ánh', 40, 30, null]]);
    expect(view(row('feedback', 40, 3, 1))).toEqual([['Kiến nghị, phản ánh', 40, null, null]]);
  });

  it('never say that an agency has few denunciations', () => {
    expect(view(row('denunciation', 9, 5, 5))).toEqual([]);
    expect(view(row('denunciation', 12, 6, 5))).toEqual([['Tố cáo', 12, 6, null]]);
  });

  it('tell denunciations for whole years only', () => {
    expect(until('2026-11-30', [row('denunciation', 40, 20, 10)])).toEqual([]);
  });

  it('give satisfaction only when enough people answered', () => {
    const of = { year: 2026, latestYear: 2026, from: localDate('2026-01-01'), to: localDate('2026-06-30'), rows: [] };
    const rated = (ratings: number) =>
      figuresView({ ...of, satisfaction: [{ agencyId: 1, ratings, good: 3 }] }, agencies).satisfaction.length;
    expect([rated(9), rated(10)]).toEqual([0, 1]);
  });
});
