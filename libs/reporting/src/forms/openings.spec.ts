import { OPENING_COUNTERS } from '#libs/access';
import type { AgencyId, LocalDate } from '#libs/shared';
import { REPORT_FORMS, reportForm } from './catalogue.js';
import { brokenLines, countForm, countFormByAgency } from './counted-form.js';
import { linesOf, type FormAgency } from './lines.js';
import type { FormFacts, OpeningRow } from './rows.js';

const day = (text: string): LocalDate => text as LocalDate;
const balance = (agencyId: number, startsOn: string, figures: OpeningRow['figures']): OpeningRow => ({
  ...{ agencyId: agencyId as AgencyId, startsOn: day(startsOn), figures },
});
const facts = (...openings: readonly OpeningRow[]): FormFacts => ({
  ...{ petitions: [], cases: [], visits: [], sessions: [], openings },
});
const FIRST = { from: day('2025-12-15'), to: day('2026-03-14') };
const NEXT = { from: day('2026-03-15'), to: day('2026-06-14') };
const value = (id: string, no: number, of: FormFacts, period = FIRST) =>
  countForm(reportForm(id)!, of, period).cells.find((cell) => cell.no === no)?.value;

describe('opening balances in forms', () => {
  it('columns name counters that balances have', () => {
    const known = new Set(OPENING_COUNTERS.map(({ key }) => key));
    const carried = REPORT_FORMS.flatMap(({ columns }) => columns.flatMap(({ carries = [] }) => carries));
    expect(carried.filter((counter) => !known.has(counter))).toEqual([]);
    expect(carried.length).toBeGreaterThan(10);
  });

  it('are carried over and left over, so that every identity still holds and the next period begins with what was left', () => {
    const told = facts(balance(1, '2025-12-15', { 'petitions.complaint': 7, 'petitions.feedback': 5 }));
    expect([1, 2, 3, 5].map((no) => value('XLD01', no, told))).toEqual([12, 12, 0, 12]);
    expect(value('XLD02', 2, told)).toBe(7);
    expect(value('XLD01', 2, told, NEXT)).toBe(value('XLD01', 5, told));
    for (const { id, columns } of REPORT_FORMS)
      if (columns.length > 0) expect(brokenLines(countForm(reportForm(id)!, told, FIRST))).toEqual([]);
    const counted = countForm(reportForm('XLD01')!, told, FIRST);
    expect(counted.cells[1]).toMatchObject({ value: 12, opening: 12, rows: [] });
    expect(counted.notices.join(' ')).toMatch(/số dư đầu kỳ/);
  });

  it('a later balance takes the place of the one before, one that starts later is not carried yet', () => {
    const told = facts(
      balance(1, '2025-12-15', { 'cases.complaintFirst': 4, 'cases.complaintSecond': 1 }),
      balance(1, '2026-03-15', { 'cases.complaintFirst': 2, 'cases.complaintSecond': 0 }),
    );
    expect([value('KQGQ01', 4, told), value('KQGQ01', 4, told, NEXT)]).toEqual([5, 2]);
  });

  it('of denunciations are told only to whom some are shown', () => {
    const told = facts(balance(1, '2025-12-15', { 'petitions.denunciation': 3, 'petitions.feedback': 1 }));
    expect([value('XLD01', 2, told), value('XLD03', 2, told)]).toEqual([1, null]);
  });

  it('stand in the line of their agency and in the total', () => {
    const agency = (id: number, parentId: number | null): FormAgency => ({
      ...{ id: id as AgencyId, code: `A${id}`, name: `A${id}`, shortName: `A${id}`, validTo: null },
      ...{ level: parentId === null ? 'province' : 'commune', parentId: parentId as AgencyId | null },
    });
    const agencies = [agency(1, null), agency(2, 1), agency(3, 1)];
    const counted = countFormByAgency(
      reportForm('XLD04')!,
      facts(balance(2, '2025-12-15', { 'petitions.feedback': 6 })),
      {
        ...{ period: FIRST, agencies, lines: linesOf(agencies, agencies[0]!) },
      },
    );
    expect(counted.lines.map(({ key, cells }) => [key, cells[1]?.value])).toEqual([
      ['A1', 0],
      ['@commune', 6],
      ['A2', 6],
      ['A3', 0],
      ['', 6],
    ]);
  });
});
