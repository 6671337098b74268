import fc from 'fast-check';
import type { AgencyId } from '#libs/shared';
import { histories, period, toldAsFacts, type Histories } from '#testing/support/form-histories';
import { REPORT_FORMS } from './catalogue.js';
import { brokenLines, countForm, countFormByAgency, lineNamed } from './counted-form.js';
import { agenciesOfLines, type FormAgency, linesOf } from './lines.js';
import { formFacts, formFactsOf, type FormFacts } from './rows.js';

const agency = (id: number, level: string, parentId: number | null, more: Partial<FormAgency> = {}): FormAgency => ({
  ...{
    id: id as AgencyId,
    code: `A${id}`,
    name: `Cơ quan số ${id}`,
    shortName: `Cơ quan ${id}`,
    level,
    parentId: parentId as AgencyId | null,
  },
  ...{ validTo: null, ...more },
});
const AGENCIES = [
  agency(1, 'province', null, { shortName: 'UBND tỉnh' }),
  agency(2, 'department', 1, { shortName: 'Sở Xây dựng' }),
  agency(3, 'unit', 2, { shortName: 'Phòng của Sở' }),
  agency(4, 'commune', 1, { shortName: 'UBND xã Ba' }),
  agency(5, 'commune', 1, { shortName: 'UBND xã An' }),
  agency(6, 'unit', 1, { shortName: 'Văn phòng' }),
  agency(7, 'department', 2, { shortName: 'Chi cục' }),
  agency(8, 'commune', 1, { shortName: 'UBND xã Cũ', validTo: '2025-06-30' as FormAgency['validTo'] }),
  agency(9, 'province', null, { shortName: 'Tỉnh khác' }),
];
const IDS = AGENCIES.map(({ id }) => id);
const COUNTED = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
const lines = linesOf(AGENCIES, AGENCIES[0]!);

/** The same histories in several agencies: each row where its own number puts it, a file where its petition is. */
function spread(told: Histories): FormFacts {
  const { facts, more } = toldAsFacts(told);
  const home = (id: string | null): AgencyId => IDS[Number(id?.replaceAll(/\D/g, '') ?? 0) % IDS.length]!;
  return formFacts(
    {
      cases: facts.cases.map((fact) => ({ ...fact, agencyId: home(fact.petitionId) })),
      petitions: facts.petitions.map((fact) => ({ ...fact, agencyId: home(fact.petitionId) })),
      visits: facts.visits.map((fact) => ({ ...fact, agencyId: home(fact.visitId) })),
    },
    { ...more, sessions: more.sessions.map((one) => ({ ...one, agencyId: home(one.id) })) },
  );
}

describe('lines of a form', () => {
  it('are the own figures, each agency right below by kind and name, and the total', () => {
    expect(lines.map(({ key, kind, ordinal, agencies }) => [key, kind, ordinal, [...agencies]])).toEqual([
      ['A1', 'own', 'I', [1, 6]],
      ['@department', 'group', 'II', [2, 3, 7]],
      ['A2', 'below', '1', [2, 3, 7]],
      ['@commune', 'group', 'III', [5, 4, 8]],
      ['A5', 'below', '1', [5]],
      ['A4', 'below', '2', [4]],
      ['A8', 'below', '3', [8]],
      ['', 'total', '', [1, 6, 2, 3, 7, 5, 4, 8]],
    ]);
    expect(linesOf(AGENCIES, AGENCIES[4]!)).toMatchObject([{ key: 'A5', kind: 'own', title: 'UBND xã An' }]);
  });

  it('an agency that has ended stands only where it has something to tell', () => {
    const form = COUNTED[0]!;
    const none = { petitions: [], cases: [], visits: [], sessions: [] };
    const asked = { period: { from: '2026-01-01', to: '2026-12-31' } as never, lines, agencies: AGENCIES };
    expect(lineNamed(countFormByAgency(form, none, asked), 'A8')).toBeUndefined();
    const session = {
      id: 's',
      agencyId: 8 as AgencyId,
      heldOn: '2026-02-01' as never,
      label: 's',
      by: 'head',
    } as const;
    const counted = countFormByAgency(form, { ...none, sessions: [session] }, asked);
    expect(lineNamed(counted, 'A8')?.cells[11]?.value).toBe(1);
    expect(lineNamed(counted, '')?.cells[11]?.value).toBe(1);
  });

  it.each(COUNTED)(
    '$id: every cell is its list, agencies add up to groups and total, identities hold in each',
    (form) => {
      fc.assert(
        fc.property(histories, period, (told, when) => {
          const facts = formFactsOf(spread(told), agenciesOfLines(lines));
          const counted = countFormByAgency(form, facts, { period: when, lines, agencies: AGENCIES });
          expect(brokenLines(counted)).toEqual([]);
          const valuesOf = (key: string) => lineNamed(counted, key)?.cells.map(({ value }) => value) ?? [];
          const add = (keys: readonly string[]) =>
            form.columns.map((_, place) => keys.reduce((sum, key) => sum + (valuesOf(key)[place] ?? 0), 0));
          const zero = (values: readonly (number | null)[]) => values.map((value) => value ?? 0);
          expect(zero(valuesOf('@commune'))).toEqual(add(['A4', 'A5', 'A8']));
          expect(zero(valuesOf(''))).toEqual(add(['A1', '@department', '@commune']));
          for (const line of counted.lines) {
            for (const { no, value, rows } of line.cells) {
              expect([line.key, no, rows.reduce((sum, { weight }) => sum + weight, 0)]).toEqual([
                line.key,
                no,
                value ?? 0,
              ]);
              expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
            }
            for (const { state, severity } of line.identities)
              expect([severity, state]).not.toEqual(['error', 'broken']);
          }
          // One commune by itself is that commune's line, but for what the reader sees elsewhere.
          const alone = countForm(form, formFactsOf(facts, [4 as AgencyId]), when);
          for (const [place, value] of valuesOf('A4').entries())
            if (alone.cells[place]?.state === 'counted') expect(value).toBe(alone.cells[place].value);
        }),
        { numRuns: 25 },
      );
    },
  );
});
