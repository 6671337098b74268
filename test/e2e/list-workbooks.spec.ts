import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

const YEAR = 'from=2025-12-15&to=2026-12-14';
type Cells = readonly unknown[];

describe('lists and tables as workbooks', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await seedDemo(system, 160);
    office = new Office(system);
  }, 240_000);
  afterAll(() => system?.stop());

  const opened = async (username: string, path: string): Promise<Workbook> => {
    const answer = await fetch(`${system.url}/api/v1/${path}`, {
      headers: { authorization: `Bearer ${await office.token(username)}` },
    });
    expect([path, answer.status]).toEqual([path, 200]);
    expect(answer.headers.get('content-disposition')).toMatch(/\.xlsx$/);
    const book = new Workbook();
    await book.xlsx.load(Buffer.from(await answer.arrayBuffer()));
    return book;
  };
  const rowsOf = (page: Worksheet): Cells[] =>
    (page.getSheetValues().filter(Array.isArray) as unknown[][]).map(([, ...cells]) => cells);
  /** Of letterhead, set-up and heading: what every one of them has. */
  const expectPaper = (page: Worksheet, title: string): void => {
    const words = JSON.stringify(rowsOf(page));
    for (const told of ['CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', title, 'NGƯỜI LẬP BẢNG', 'biết đến'])
      expect(words).toContain(told);
    expect(page.pageSetup).toMatchObject({ orientation: 'landscape', fitToWidth: 1 });
    expect([8, 9]).toContain(page.pageSetup.paperSize);
    expect(page.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/);
    expect(page.hasMerges).toBe(true);
  };

  it('scorecards: a page by agency and one by leader, every measure a number, shares as parts of one', async () => {
    interface Card {
      name: string;
      beside: string | null;
      values: { value: number | null }[];
      shares: { perMille: number | null }[];
    }
    const cards = await office.get<{ byAgency: Card[]; byLeader: Card[]; total: Card; measures: { title: string }[] }>(
      ...(['thanhtra', `/scorecards?${YEAR}`] as const),
    );
    const book = await opened('thanhtra', `scorecards/export?${YEAR}`);
    const [byAgency, byLeader] = book.worksheets as [Worksheet, Worksheet];
    expectPaper(byAgency, 'TRÁCH NHIỆM CỦA CƠ QUAN');
    expectPaper(byLeader, 'TRÁCH NHIỆM CỦA NGƯỜI LÃNH ĐẠO');
    const line = ({ name, beside, values, shares }: Card): Cells => [
      beside ? `${name} (${beside})` : name,
      ...values.map(({ value }) => value ?? '—'),
      ...shares.map(({ perMille }) => (perMille === null ? '—' : perMille / 1000)),
    ];
    const rows = rowsOf(byAgency);
    for (const card of [...cards.byAgency, cards.total]) expect(rows).toContainEqual(line(card));
    for (const card of cards.byLeader) expect(rowsOf(byLeader)).toContainEqual(line(card));
    expect(cards.byAgency.length).toBeGreaterThan(5);
    expect(rows.flat().filter((cell) => typeof cell === 'number' && cell > 1).length).toBeGreaterThan(20);
    for (const { title } of cards.measures) expect(JSON.stringify(rows)).toContain(title);
  });

  it('rates: a page by agency, field, procedure and leader, with both denominators and the sum; the filter is told', async () => {
    interface Row {
      name: string;
      figures: { measure: string; value: number }[];
      rates: { perMille: number | null }[];
    }
    const asked = `${YEAR}&agency=XA-TANTHANH`;
    const told = await office.get<Row & { byField: Row[]; byProcedure: Row[]; byLeader: Row[] }>(
      ...(['thanhtra', `/reports/figures?${asked}`] as const),
    );
    const book = await opened('thanhtra', `reports/figures/export?${asked}`);
    expect(book.worksheets.map(({ name }) => name)).toEqual([
      ...['Theo cơ quan', 'Theo lĩnh vực', 'Theo quy trình', 'Theo người giải quyết'],
    ]);
    const measures = told.figures.flatMap(({ measure }) =>
      told.byField[0]!.figures.some((one) => one.measure === measure) ? [measure] : [],
    );
    const line = ({ name, figures, rates }: Row): Cells => [
      name,
      ...measures.map((measure) => figures.find((one) => one.measure === measure)!.value),
      ...rates.map(({ perMille }) => (perMille === null ? '—' : perMille / 1000)),
    ];
    expect(measures.length).toBeGreaterThan(5);
    const [, byField, byProcedure] = book.worksheets as [Worksheet, Worksheet, Worksheet];
    for (const row of told.byField) expect(rowsOf(byField)).toContainEqual(line(row));
    for (const row of told.byProcedure) expect(rowsOf(byProcedure)).toContainEqual(line(row));
    for (const page of book.worksheets) {
      expectPaper(page, 'TỶ LỆ GIẢI QUYẾT');
      expect(rowsOf(page)).toContainEqual(line({ ...told, name: 'Tất cả' }));
      expect(JSON.stringify(rowsOf(page))).toContain('Cơ quan: UBND xã Tân Thành');
    }
    expect(told.byField.length).toBeGreaterThan(2);
  });

  it('complex cases: the whole list in its order, numbers of the register as words, days as days', async () => {
    await office.advance({ days: 300 });
    const list = await office.get<{
      count: number;
      items: { registerLabel: string; ageDays: number; people: number; receivedOn: string }[];
    }>('thanhtra', '/complex-cases?limit=500');
    expect(list.count).toBeGreaterThan(3);
    const page = (await opened('thanhtra', 'complex-cases/export')).worksheets[0]!;
    expectPaper(page, 'VỤ VIỆC PHỨC TẠP, KÉO DÀI, VƯỢT CẤP');
    const rows = rowsOf(page).filter((row) => row[6] instanceof Date);
    expect(
      rows.map(([label, , , , , people, on, age]) => [label, people, (on as Date).toISOString().slice(0, 10), age]),
    ).toEqual(
      list.items.map(({ registerLabel, people, receivedOn, ageDays }) => [registerLabel, people, receivedOn, ageDays]),
    );
    for (const [label] of rows) expect(typeof label).toBe('string');
  });

  it('the register of emulation models, with what was voided and why', async () => {
    const token = await office.token('lanhdao');
    const body = {
      ...{ year: 2026, name: 'Dân vận khéo ở ấp Ba', field: 'Dân vận', level: 'commune' },
      summary: '=1+1 hằng tuần đối thoại với dân ấp Ba',
    };
    expect((await call(system.url, 'POST', '/emulation-models', { token, body })).status).toBe(201);
    const page = (await opened('lanhdao', 'emulation-models/export?year=2026')).worksheets[0]!;
    expectPaper(page, 'SỔ MÔ HÌNH THI ĐUA');
    const row = rowsOf(page).find(([name]) => name === body.name)!;
    expect([row[1], row[4], row[10] instanceof Date]).toEqual(['2026', body.summary, true]);
  });

  it('who may not read the list is given no file of it', async () => {
    const token = await office.token('motcua');
    for (const path of ['scorecards', 'reports/figures', 'complex-cases', 'emulation-models'])
      expect([path, (await call(system.url, 'GET', `/${path}/export`, { token })).status]).toEqual([path, 403]);
  });
});
