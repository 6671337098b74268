import { beginOn, Office, type TimelineEntry } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Figure {
  readonly count: number;
  readonly list: string;
}
interface Page {
  readonly items: { readonly id?: string; readonly deadlineId?: string }[];
  readonly nextCursor: string | null;
  readonly total?: number;
}
type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;

/** Every number of an answer that names its list, with its place in the answer. */
function figures(answer: Json, at = ''): (Figure & { readonly at: string })[] {
  if (answer === null || typeof answer !== 'object') return [];
  if (Array.isArray(answer)) return (answer as readonly Json[]).flatMap((one, i) => figures(one, `${at}[${i}]`));
  const node = answer as { readonly [key: string]: Json };
  const lists = node['lists'] as Readonly<Record<string, string>> | undefined;
  return [
    ...(typeof node['count'] === 'number' && typeof node['list'] === 'string'
      ? [{ at, count: node['count'], list: node['list'] }]
      : []),
    ...Object.entries(lists ?? {}).map(([name, list]) => ({
      ...{ at: `${at}.${name}`, list },
      count: node[name] as number,
    })),
    ...Object.entries(node).flatMap(([name, value]) => figures(value, `${at}.${name}`)),
  ];
}

const BOARDS = ['summary', 'ageing', 'forecast', 'workload', 'coming-days'];
const PROCEDURES = [
  'petition-handling',
  'complaint',
  'disciplinary-complaint',
  'denunciation',
  'protection',
  'feedback',
  'reception',
];

describe('the boards of leaders', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 400);
    office = new Office(system);
  }, 120_000);
  afterAll(() => system?.stop());

  /** The ids of a list walked to its end, and the total it states where it states one. */
  async function walk(who: string, list: string): Promise<{ ids: string[]; total: number | undefined }> {
    const ids: string[] = [];
    let total: number | undefined;
    let cursor: string | null = '';
    while (cursor !== null) {
      const address = `${list}${list.includes('?') ? '&' : '?'}limit=60${cursor ? `&cursor=${cursor}` : ''}`;
      const page: Page = await office.get<Page>(who, address);
      ids.push(...page.items.map((item) => item.deadlineId ?? item.id ?? ''));
      total ??= page.total;
      cursor = page.nextCursor;
    }
    return { ids, total };
  }

  async function provenFigures(who: string, board: string): Promise<(Figure & { readonly at: string })[]> {
    const found = figures(await office.get<Json>(who, board));
    for (const { at, count, list } of found) {
      const { ids, total } = await walk(who, list);
      expect({ who, board, at, list, length: ids.length, twice: ids.length - new Set(ids).size }).toEqual({
        ...{ who, board, at, list, length: count, twice: 0 },
      });
      if (total !== undefined) expect({ list, total }).toEqual({ list, total: count });
    }
    return found;
  }

  it.each(['truongphong', 'lanhdao', 'lanhdao.tinh'])(
    'every number %s reads is the length of the list it leads to',
    async (who) => {
      const places = who === 'lanhdao.tinh' ? ['', '?agency=XA-HOALOC', '?agency=TINH-DEMO&reach=own'] : [''];
      let above = 0;
      for (const place of places)
        for (const board of BOARDS) {
          const found = await provenFigures(who, `/boards/${board}${place}`);
          if (place === '') expect({ board, some: found.length > 2 }).toEqual({ board, some: true });
          above += found.filter(({ count }) => count > 0).length;
        }
      for (const procedure of PROCEDURES) {
        const found = await provenFigures(who, `/boards/funnel?procedure=${procedure}`);
        above += found.filter(({ count }) => count > 0).length;
      }
      expect(above).toBeGreaterThan(40);
    },
    180_000,
  );

  it('groups leave nothing out: ages, windows, hands and stages add up to the whole', async () => {
    for (const who of ['lanhdao', 'lanhdao.tinh']) {
      const total = (rows: readonly { count: number }[]) => rows.reduce((sum, { count }) => sum + count, 0);
      const { tiles } = await office.get<{ tiles: { key: string; count: number }[] }>(who, '/boards/summary');
      const tile = (key: string) => tiles.find((one) => one.key === key)?.count;
      const ageing = await office.get<{ overdue: Figure[]; open: Figure[] }>(who, '/boards/ageing');
      const forecast = await office.get<{ windows: (Figure & { workingDays: number; hands: Figure[] })[] }>(
        who,
        '/boards/forecast',
      );
      const work = await office.get<{ officers: Record<'open' | 'overdue' | 'dueSoon', Figure>[] }>(
        who,
        '/boards/workload',
      );
      const funnel = await office.get<{ procedures: (Figure & { procedure: string })[] }>(who, '/boards/funnel');
      expect({
        ...{ overdue: total(ageing.overdue), open: total(ageing.open), soon: forecast.windows[0]?.count },
        overdueHands: total(work.officers.map(({ overdue }) => overdue)),
        openHands: total(work.officers.map(({ open }) => open)),
        openProcedures: total(funnel.procedures),
      }).toEqual({
        ...{ overdue: tile('overdue'), open: tile('open'), soon: tile('dueSoon') },
        ...{ overdueHands: tile('overdue'), openHands: tile('open'), openProcedures: tile('open') },
      });
      for (const { count, hands } of forecast.windows) expect(total(hands)).toBe(count);
      for (const { procedure, count } of funnel.procedures) {
        const { stages } = await office.get<{ stages: Figure[] }>(who, `/boards/funnel?procedure=${procedure}`);
        expect({ procedure, stages: total(stages) }).toEqual({ procedure, stages: count });
      }
    }
  });

  it('the median of a stage is that of the files it leads to, by the days of their ledger', async () => {
    const funnel = await office.get<{ basis: Figure; stages: { stage: string; medianDays: number | null }[] }>(
      'lanhdao',
      '/boards/funnel?procedure=petition-handling',
    );
    const stays = new Map<string, number[]>();
    for (const id of (await walk('lanhdao', funnel.basis.list)).ids) {
      const ledger = await office.get<(TimelineEntry & { corrects: string | null })[]>(
        'lanhdao',
        `/case-files/${id}/timeline`,
      );
      const undone = new Set(ledger.flatMap(({ corrects }) => corrects ?? []));
      const moves = ledger.filter(
        (one) => one.kind === 'procedure' && one.from !== one.to && one.corrects === null && !undone.has(one.id),
      );
      moves.slice(1).forEach((left, i) => {
        const { to, occurredOn } = moves[i]!;
        const days = (Date.parse(left.occurredOn) - Date.parse(occurredOn)) / 86_400_000;
        stays.set(to!, [...(stays.get(to!) ?? []), days]);
      });
    }
    const median = (days: readonly number[] = []): number | null => {
      if (days.length === 0) return null;
      const sorted = [...days].sort((a, b) => a - b);
      return (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2;
    };
    expect(funnel.stages.filter(({ medianDays }) => medianDays !== null).length).toBeGreaterThan(2);
    for (const { stage, medianDays } of funnel.stages)
      expect({ stage, medianDays }).toEqual({ stage, medianDays: median(stays.get(stage)) });
  }, 120_000);

  it('a limit that still runs says the last day to start its next step', async () => {
    interface Item {
      readonly dueOn: string;
      readonly startBy: string | null;
    }
    const first = async (query: string) =>
      (await office.get<{ items: Item[] }>('lanhdao.tinh', `/boards/forecast${query}`)).items;
    const [today, one, five] = await Promise.all([first('?stepDays=0'), first(''), first('?stepDays=5')]);
    expect(one.length).toBeGreaterThan(3);
    one.forEach((item, i) => {
      expect([today[i]!.startBy! <= item.dueOn, item.startBy! < item.dueOn]).toEqual([true, true]);
      expect(five[i]!.startBy! < item.startBy!).toBe(true);
    });
    const late = await office.get<{ items: Item[] }>('lanhdao.tinh', '/boards/overdue');
    expect(late.items.every(({ startBy }) => startBy === null)).toBe(true);
  });
});

describe('a denunciation of the chairman, handed in at his own counter', () => {
  let system: RunningSystem;
  let office: Office;
  let denunciation: string;
  const READERS = ['lanhdao', 'truongphong', 'thanhtra'];
  const seen = async (who: string): Promise<Record<string, string>> =>
    Object.fromEntries(
      await Promise.all(
        [
          ...[...BOARDS, ...PROCEDURES.map((one) => `funnel?procedure=${one}`)].map((board) => `/boards/${board}`),
          '/boards/overdue?scope=all',
          '/case-files?state=open',
          '/petitions',
        ].map(async (path) => [path, JSON.stringify(await office.get(who, path))] as const),
      ),
    );
  const before: Record<string, Record<string, string>> = {};

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    office = new Office(system);
    await office.register({ receivedOn: '2026-07-06' });
    for (const who of READERS) before[who] = await seen(who);
    const registered = await office.register({
      ...{ type: 'denunciation', receivedOn: '2026-07-06', respondent: 'Chủ tịch UBND xã Tân Thành' },
      content: 'Tố cáo Chủ tịch UBND xã Tân Thành nhận tiền khi giao đất',
    });
    denunciation = registered.caseFileId;
  });
  afterAll(() => system?.stop());

  it('changes no number and no list of the chairman, his unit or whoever is not named on it', async () => {
    const { rows } = await system.database.admin.query<{ username: string }>(
      `SELECT u.username FROM app.app_user u JOIN app.case_file c ON u.id = ANY (c.visible_to) WHERE c.id = $1`,
      [denunciation],
    );
    const named = rows.map(({ username }) => username);
    expect(named).not.toContain('lanhdao');
    for (const who of READERS.filter((one) => !named.includes(one)))
      expect({ who, seen: await seen(who) }).toEqual({ who, seen: before[who] });
    expect(READERS.filter((one) => !named.includes(one))).toContain('lanhdao');
  });

  it('is counted for whoever is named on it, and their numbers still are the lengths of their lists', async () => {
    const { rows } = await system.database.admin.query<{ username: string }>(
      `SELECT u.username FROM app.app_user u JOIN app.case_file c ON u.id = ANY (c.visible_to) WHERE c.id = $1 ORDER BY 1`,
      [denunciation],
    );
    const who = rows[0]!.username;
    const { items } = await office.get<{ items: { id: string }[] }>(who, '/case-files?state=open');
    expect(items.map(({ id }) => id)).toContain(denunciation);
    const { tiles } = await office.get<{ tiles: Figure[] }>(who, '/boards/summary');
    expect(tiles[0]?.count).toBe(items.length);
  });

  it('is overdue for nobody else either, when its time has run out', async () => {
    const atDue = await office.advance({ to: '2026-08-20' });
    expect(atDue).toBe('2026-08-20');
    const overdue = async (who: string) =>
      (await office.get<{ items: { caseFileId: string }[] }>(who, '/boards/overdue')).items.map(
        ({ caseFileId }) => caseFileId,
      );
    expect(await overdue('lanhdao')).not.toContain(denunciation);
    expect((await overdue('lanhdao')).length).toBeGreaterThan(0);
    const { rows } = await system.database.admin.query<{ overdue: boolean }>(
      `SELECT bool_or(due_on < '2026-08-20') AS overdue FROM app.deadline WHERE case_id = $1 AND closed_at IS NULL`,
      [denunciation],
    );
    expect(rows[0]?.overdue).toBe(true);
  });
});
