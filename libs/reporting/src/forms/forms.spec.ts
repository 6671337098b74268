import fc from 'fast-check';
import { addDays } from '#libs/shared';
import { histories, period, toldAsFacts, type Histories } from '#testing/support/form-histories';
import { recount } from '#testing/support/form-recount';
import type { Period } from '../facts.js';
import { REPORT_FORMS, reportForm } from './catalogue.js';
import { cellsOf, wordsOf } from './cells.js';
import type { ReportForm } from './form.js';
import { brokenErrors, checkIdentities, parseFormula } from './identities.js';
import { formFacts } from './rows.js';

const COUNTED = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
const form = (id: string): ReportForm => reportForm(id)!;
const cells = (id: string, told: Histories, when: Period) => {
  const { facts, more } = toldAsFacts(told);
  return cellsOf(form(id), formFacts(facts, more), when);
};
const value = (id: string, no: number, told: Histories, when: Period) =>
  cells(id, told, when).find((cell) => cell.no === no)?.value;

describe('official forms as data', () => {
  it.each(COUNTED.map((one) => [one.id, one] as const))('%s: columns run from 1 without a gap', (_, { columns }) => {
    expect(columns.map(({ no }) => no)).toEqual(columns.map((_column, place) => place + 1));
  });

  it('have the columns that the transcription has', () => {
    expect(Object.fromEntries(COUNTED.map(({ id, columns }) => [id, columns.length]))).toEqual({
      ...{ TCD01: 29, XLD01: 22, XLD02: 26, XLD03: 27, XLD04: 20 },
      ...{ KQGQ01: 26, KQGQ02: 19, KQGQ03: 31, KQGQ04: 24 },
    });
  });

  it('every formula reads, and names columns of its form', () => {
    for (const { columns, identities } of COUNTED)
      for (const { formula } of identities) {
        const { first, others } = parseFormula(formula);
        const all = [...first, ...others.flatMap((side) => side.columns)];
        expect([formula, all.every((no) => no <= columns.length)]).toEqual([formula, true]);
      }
    expect(() => parseFormula('1=2+x')).toThrow();
    expect(() => parseFormula('12')).toThrow();
  });

  it('each says where it comes from, and the one in force is not guessed', () => {
    for (const { notice, circular, columns } of REPORT_FORMS) {
      expect(notice).toMatch(/chưa đối chiếu/i);
      if (circular.startsWith('TT 06/2025')) expect(columns).toEqual([]);
    }
    for (const { columns } of COUNTED) for (const column of columns) expect(wordsOf(column)).toMatch(/[à-ỹđ]/i);
  });
});

describe.each(COUNTED.map(({ id }) => id))('cells of %s', (id) => {
  it('equal a slow recount of any history, and hold every identity', () => {
    fc.assert(
      fc.property(histories, period, (told, when) => {
        const counted = cells(id, told, when);
        const again = recount(id, told, when);
        expect(counted.filter((cell) => cell.value !== null).map(({ no, value: one }) => [no, one])).toEqual(
          counted.filter((cell) => cell.value !== null).map(({ no }) => [no, again.get(no) ?? 0]),
        );
        expect(brokenErrors(checkIdentities(form(id), counted)).map(({ formula }) => formula)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('are the weight of their lists, and no row stands twice in one', () => {
    fc.assert(
      fc.property(histories, period, (told, when) => {
        for (const { value: one, rows } of cells(id, told, when)) {
          expect(rows.reduce((sum, { weight }) => sum + weight, 0)).toBe(one ?? 0);
          expect(new Set(rows.map(({ row }) => row.id)).size).toBe(rows.length);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('consecutive periods roll forward', () => {
  const next = ({ to }: Period, days: number): Period => ({ from: addDays(to, 1), to: addDays(to, 1 + days) });
  it.each([
    ['XLD01', 2, [5]],
    ['XLD02', 2, [1, -4]],
    ['XLD03', 2, [1, -4]],
    ['XLD04', 2, [1, -4]],
    ['KQGQ01', 2, [4, -5, -6]],
    ['KQGQ03', 2, [4, -6]],
  ] as const)('%s: what is carried over (%i) is what was left over', (id, carried, left) => {
    fc.assert(
      fc.property(histories, period, fc.nat(120), (told, when, days) => {
        const over = left.reduce<number>(
          (sum, no) => sum + Math.sign(no) * (value(id, Math.abs(no), told, when) ?? 0),
          0,
        );
        expect(value(id, carried, told, next(when, days))).toBe(over);
      }),
      { numRuns: 40 },
    );
  });
});

describe('identities', () => {
  const when = { from: addDays('2025-10-01' as Period['from'], 0), to: '2027-12-31' as Period['to'] };
  const one = (told: Partial<Histories['petitions'][number]>): Histories => ({
    ...{ visits: [], sessions: [] },
    petitions: [
      {
        ...{ id: 'p1', type: 'complaint', resendOf: null, received: when.from, field: null, people: 1, eligible: true },
        ...{
          competent: false,
          outsideMatter: null,
          act: 'GUIDE',
          handled: when.from,
          second: false,
          ground: 'disagree',
        },
        ...{ accepted: null, resolved: null, discontinued: null, conclusion: 'right', due: null, carryOut: null },
        ...{ closed: null, investigated: null },
        ...told,
      },
    ],
  });

  it('a petition that was guided though it is ours breaks one, which names it', () => {
    const broken = brokenErrors(
      checkIdentities(form('XLD01'), cells('XLD01', one({ act: 'PROPOSE_ACCEPTANCE' }), when)),
    );
    expect(broken).toMatchObject([{ formula: '18=19+20+21', breaking: [{ id: 'p1', left: 1, right: 0 }] }]);
  });

  it('the one the transcription leaves open warns and does not refuse', () => {
    const told = one({
      ...{ type: 'denunciation', competent: true, act: 'PROPOSE_ACCEPTANCE', accepted: when.from, resolved: when.from },
      discontinued: 'WITHDRAWN',
    });
    const checked = checkIdentities(form('KQGQ03'), cells('KQGQ03', told, when));
    expect(brokenErrors(checked)).toEqual([]);
    expect(checked.filter(({ state }) => state === 'broken')).toMatchObject([
      { formula: '24+26+28=6', severity: 'warning', breaking: [{ id: 'c-p1' }] },
    ]);
  });

  it('what is not recorded is neither zero nor held against anything', () => {
    const told = cells('KQGQ02', one({}), when);
    expect(told.find(({ no }) => no === 3)?.value).toBeNull();
    expect(checkIdentities(form('KQGQ02'), told).find(({ formula }) => formula === '5<=3')?.state).toBe('noData');
  });
});
