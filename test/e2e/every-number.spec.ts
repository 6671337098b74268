import { ReceptionRoom } from '../scenarios/support/reception-room.js';
import { figuresIn, type Json, type Linked } from './support/figures.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Row {
  readonly weight?: number;
  readonly heldOn?: string;
}
interface Page {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
  readonly count?: number;
  readonly value?: number | null;
  readonly opening?: number;
}
interface Walked {
  /** What the rows come to: their weights, else how many they are. */
  readonly sum: number;
  readonly rows: number;
  readonly told: Page;
}

interface Value {
  readonly measure: string;
  readonly value: number;
}
interface Card {
  readonly values: readonly Value[];
  readonly shares: readonly { share: string; text: string; part: string; whole: string }[];
}
interface Cards {
  readonly total: Card;
  readonly byAgency: readonly Card[];
  readonly byLeader: readonly Card[];
}
interface Owed {
  readonly owed: number;
  readonly held: number;
  readonly planned: number;
  readonly missing: number;
}
interface Quota extends Owed {
  readonly spans: readonly Owed[];
}
class Tally {
  readonly wrong: string[] = [];
  numbers = 0;
  above = 0;
}

const YEAR = 'from=2025-12-15&to=2026-12-14';
const AT_ONCE = 96;

/** Of days of reception two sessions are one day; else a row counts for its weight. */
const sumOf = (items: readonly Row[], list: string): number =>
  list.includes('/reception/sessions?')
    ? new Set(items.map(({ heldOn }) => heldOn)).size
    : items.reduce((sum, { weight = 1 }) => sum + weight, 0);

describe('every number opens a list that counts to it', () => {
  let system: RunningSystem;
  let office: ReceptionRoom;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 200);
    office = await ReceptionRoom.open(system);
  }, 240_000);
  afterAll(() => system?.stop());

  async function walk(who: string, list: string): Promise<Walked> {
    const items: Row[] = [];
    for (let cursor = ''; ;) {
      const page: Page = await office.get<Page>(who, cursor ? `${list}&cursor=${encodeURIComponent(cursor)}` : list);
      items.push(...page.items);
      if (typeof page.nextCursor === 'string') cursor = page.nextCursor;
      else return { sum: sumOf(items, list), rows: items.length, told: page };
    }
  }

  /** What is wrong with the list of a number; nothing where it counts to it. */
  async function wrongWith(who: string, { at, value, list }: Linked): Promise<string[]> {
    const { sum, rows, told } = await walk(who, list);
    const opening = told.opening ?? 0;
    const faults = [
      ...(sum + opening === (value ?? 0) ? [] : [`danh sách có ${sum}, số là ${value}`]),
      ...((told.count ?? rows) === rows ? [] : [`danh sách nói ${told.count} dòng, có ${rows}`]),
      ...(told.value === undefined || told.value === value ? [] : [`danh sách nói ${told.value}, số là ${value}`]),
    ];
    return faults.map((fault) => `${who} ${at}: ${fault} (${list})`);
  }

  /** Follows every number of an answer. */
  async function follow(who: string, address: string, tally: Tally): Promise<void> {
    const { linked, bare } = figuresIn(await office.get<Json>(who, address));
    tally.wrong.push(...bare.map((one) => `${who} ${address}${one}: không có danh sách`));
    for (let from = 0; from < linked.length; from += AT_ONCE) {
      const some = linked.slice(from, from + AT_ONCE);
      const faults = await Promise.all(some.map((one) => wrongWith(who, { ...one, at: `${address}${one.at}` })));
      tally.wrong.push(...faults.flat());
    }
    tally.numbers += linked.length;
    tally.above += linked.filter(({ value }) => (value ?? 0) > 0).length;
  }

  it.each(['thanhtra', 'lanhdao', 'lanhdao.tinh', 'truongphong'])('%s: all cells of all forms', async (who) => {
    const { forms } = await office.get<{ forms: { id: string; columns: number }[] }>(who, '/reports/forms');
    const counted = forms.filter(({ columns }) => columns > 0);
    const tally = new Tally();
    for (const { id } of counted) await follow(who, `/reports/${id}?${YEAR}`, tally);
    expect(tally.wrong).toEqual([]);
    expect([counted.length, tally.numbers > 200, tally.above > 50]).toEqual([9, true, true]);
  });

  it.each(['thanhtra', 'lanhdao', 'lanhdao.tinh', 'truongphong'])(
    '%s: all figures, rates, months and rows of rates, all scorecards, complex cases, what was not entered',
    async (who) => {
      const own = { code: who === 'thanhtra' || who === 'lanhdao.tinh' ? 'XA-HOALOC' : 'XA-TANTHANH' };
      for (const [address, least] of [
        [`/reports/figures?${YEAR}`, 100],
        [`/reports/figures?${YEAR}&agency=${own.code}&procedure=complaint`, 5],
        [`/scorecards?${YEAR}`, 20],
        [`/scorecards?${YEAR}&agency=${own.code}&reach=own`, 2],
        ['/complex-cases', 2],
        [`/complex-cases?agency=${own.code}`, 0],
        [`/data-gaps?${YEAR}`, 1],
      ] as const) {
        const tally = new Tally();
        await follow(who, address, tally);
        expect([address, tally.wrong]).toEqual([address, []]);
        expect([address, tally.above >= least]).toEqual([address, true]);
      }
    },
  );

  it('a rate stands on a numerator and a denominator that its own row has', async () => {
    const told = await office.get<{
      rates: { rate: string; numerator: Value; denominator: Value }[];
      byLeader: { figures: Value[]; rates: { rate: string; perMille: number | null }[] }[];
    }>('lanhdao.tinh', `/reports/figures?${YEAR}`);
    for (const { figures, rates } of told.byLeader)
      for (const { rate, perMille } of rates) {
        const of = told.rates.find((one) => one.rate === rate)!;
        const value = (measure: string) => figures.find((one) => one.measure === measure)?.value ?? NaN;
        const whole = value(of.denominator.measure);
        expect([rate, perMille]).toEqual([
          rate,
          whole === 0 ? null : Math.round((value(of.numerator.measure) * 1000) / whole),
        ]);
      }
    const cards = await office.get<Cards>('lanhdao.tinh', `/scorecards?${YEAR}`);
    for (const { values, shares } of [cards.total, ...cards.byAgency, ...cards.byLeader])
      for (const { share, text, part, whole } of shares) {
        const value = (measure: string) => values.find((one) => one.measure === measure)?.value ?? 0;
        expect([share, text === '—']).toEqual([share, value(whole) === 0]);
        expect(value(part)).toBeLessThanOrEqual(value(whole));
      }
  });

  it.each(['thanhtra', 'lanhdao', 'lanhdao.tinh'])('%s: all counts of the national database', async (who) => {
    if (who === 'lanhdao') await office.post(who, '/national/packages', { agency: 'XA-TANTHANH' });
    const tally = new Tally();
    await follow(who, '/national/summary', tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.above).toBeGreaterThan(0);
  });

  it.each(['lanhdao', 'lanhdao.tinh'])('%s: days of reception held, planned and put off', async (who) => {
    const tally = new Tally();
    const months = 'from=2026-01-01&to=2026-12-31';
    for (const below of ['no', 'yes']) await follow(who, `/reception/quota?${months}&below=${below}`, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.above).toBeGreaterThan(2);
    for (const { spans, ...row } of await office.get<Quota[]>(who, `/reception/quota?${months}&below=yes`)) {
      for (const { owed, held, planned, missing } of spans) expect(missing).toBe(Math.max(0, owed - held - planned));
      const total = (of: (span: Quota['spans'][number]) => number) => spans.reduce((sum, span) => sum + of(span), 0);
      expect([row.owed, row.missing]).toEqual([total(({ owed }) => owed), total(({ missing }) => missing)]);
    }
  });

  it('all cells of a report that was frozen', async () => {
    const draft = { form: 'XLD01', from: '2026-02-15', to: '2026-05-14' };
    const { id } = await office.post<{ id: string }>('lanhdao', '/issued-reports', draft);
    await office.register();
    const tally = new Tally();
    await follow('lanhdao', `/issued-reports/${id}`, tally);
    expect(tally.wrong).toEqual([]);
    expect(tally.above).toBeGreaterThan(5);
  });
});
