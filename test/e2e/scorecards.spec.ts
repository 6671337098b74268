import { ReceptionRoom } from '../scenarios/support/reception-room.js';
import { call } from './support/call.js';
import { eventually } from './support/cases.js';
import { today } from './support/petitions.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Card {
  key: string;
  name: string;
  beside: string | null;
  values: { measure: string; value: number | null }[];
  shares: { share: string; text: string; whole: string }[];
}
interface Cards {
  from: string;
  to: string;
  knownAt: string;
  measures: { measure: string; source: string; byLeader: boolean }[];
  total: Card;
  byAgency: Card[];
  byLeader: Card[];
}
interface List {
  value: number | null;
  count: number;
  listHash: string;
  items: { caseFileId: string | null; weight: number; detail: string }[];
  nextCursor: string | null;
}
type Query = Readonly<Record<string, string>>;

const YEAR = { from: '2025-12-15', to: '2026-12-14' };
const asQuery = (query: Query): string => new URLSearchParams(query).toString();

describe('scorecards of agencies and of who leads them', () => {
  let system: RunningSystem;
  let office: ReceptionRoom;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 240);
    office = await ReceptionRoom.open(system);
  }, 240_000);
  afterAll(() => system?.stop());

  const cards = (who: string, query: Query = YEAR) => office.get<Cards>(who, `/scorecards?${asQuery(query)}`);
  const list = async (who: string, measure: string, query: Query): Promise<List> => {
    const items: List['items'] = [];
    for (let cursor = ''; ;) {
      const page: List = await office.get<List>(
        who,
        `/scorecards/${measure}/rows?${asQuery({ ...query, limit: '70', cursor })}`,
      );
      items.push(...page.items);
      if (page.nextCursor === null) return { ...page, items };
      cursor = page.nextCursor;
    }
  };
  const valueOf = (card: Card | undefined, measure: string) =>
    card?.values.find((one) => one.measure === measure)?.value;

  it('a dialogue and the ratings of citizens reach the cards; what was known before stays as it was', async () => {
    const before = await cards('lanhdao');
    expect([valueOf(before.total, 'dialogues'), valueOf(before.total, 'ratings')]).toEqual([0, null]);
    const plan = office.planned({ heldOn: today(), topics: 'Quy hoạch sử dụng đất' });
    const { id } = await office.post<{ id: string }>('motcua', '/reception/dialogues', plan);
    await office.move('motcua', id, 'HOLD', { hostedBy: office.leaderId });
    const came = { party: 'citizens', name: 'Công dân thôn 2', people: 45, present: true };
    await office.post('motcua', `/reception/dialogues/${id}/attendance`, came);
    const at = `/reception/dialogues/${id}/opinions`;
    const first = await office.post<{ id: string }>('motcua', at, { content: 'Bao giờ công khai quy hoạch?' });
    await office.post('motcua', at, { content: 'Đường thôn 2 xuống cấp' });
    await office.post('motcua', `/reception/opinions/${first.id}/answer`, { answer: 'Công khai trong tháng 10' });
    await system.database.admin.query(
      `INSERT INTO app.satisfaction (petition_id, agency_id, province_id, score, first_on, rated_on)
       SELECT p.id, p.agency_id, p.province_id, 3 + row_number() OVER (ORDER BY p.id) % 3, app.business_today(), app.business_today()
         FROM app.petition p JOIN app.agency a ON a.id = p.agency_id WHERE a.code = 'XA-TANTHANH' AND p.visible_to IS NULL
        ORDER BY p.id LIMIT 6`,
    );
    const after = await cards('lanhdao');
    const told = ['dialogues', 'dialoguePeople', 'opinionsRaised', 'opinionsAnswered', 'ratings', 'satisfied'];
    expect(told.map((measure) => valueOf(after.total, measure))).toEqual([1, 45, 2, 1, 6, 4]);
    expect(after.total.shares.find(({ share }) => share === 'opinions')?.text).toBe('50,0 %');
    const ratings = await list('lanhdao', 'ratings', { ...YEAR, knownAt: after.knownAt });
    expect(ratings.items.map(({ caseFileId }) => caseFileId)).toEqual([null, null, null, null, null, null]);
    const again = await cards('lanhdao', { ...YEAR, knownAt: before.knownAt });
    const ofCases = ({ total }: Cards) =>
      total.values.filter(({ measure }) => !['ratings', 'satisfied'].includes(measure));
    expect(ofCases(again)).toEqual(ofCases(before));
  });

  it('a denunciation is counted for whom it is shown to, and is a dash for who sees none', async () => {
    const [chairman, province] = [await cards('lanhdao'), await cards('lanhdao.tinh')];
    expect(valueOf(chairman.total, 'disciplined')).toBeGreaterThan(0);
    const commune = province.byAgency.find(({ key }) => key === 'XA-TANTHANH');
    expect(['disciplined', 'extended'].map((measure) => valueOf(commune, measure))).toEqual([null, null]);
  });

  it('handling is what 01/XLD has in its columns 1 and 4', async () => {
    const { knownAt, figures } = await office.get<{
      knownAt: string;
      figures: { measure: string; value: number }[];
    }>('lanhdao', `/reports/figures?${asQuery({ ...YEAR, agency: 'XA-TANTHANH' })}`);
    const form = await office.get<{ cells: { no: number; value: number }[] }>(
      'lanhdao',
      `/reports/XLD01?${asQuery({ ...YEAR, agency: 'XA-TANTHANH', knownAt })}`,
    );
    const value = (measure: string) => figures.find((one) => one.measure === measure)?.value;
    const cell = (no: number) => form.cells.find((one) => one.no === no)?.value;
    expect([value('toHandle'), value('handled')]).toEqual([cell(1), cell(4)]);
    expect(value('handled')).toBeGreaterThan(20);
  });

  it('a target binds those below until they set their own, and a withdrawn one no longer', async () => {
    const targetOf = async (who: string) =>
      (
        await office.get<{ targets: { rate: string; perMille: number; source: string }[] }>(
          who,
          `/reports/figures?${asQuery({ from: '2026-06-15', to: today() })}`,
        )
      ).targets.find(({ rate }) => rate === 'resolution');
    // What was set in this very moment may be known some milliseconds later.
    const bound = (who: string, perMille: number) =>
      eventually(`${perMille} of ${who}`, async () => (await targetOf(who))?.perMille === perMille || null);
    expect((await targetOf('lanhdao'))?.source).toContain('đặt sẵn');
    const plan = { rate: 'resolution', perMille: 870, kind: 'plan', source: 'Kế hoạch 12/KH-UBND', from: '2026-01-01' };
    await office.post('lanhdao.tinh', '/rate-targets', plan);
    await bound('lanhdao', 870);
    expect(await targetOf('lanhdao')).toMatchObject({
      perMille: 870,
      source: expect.stringContaining('Chỉ tiêu theo kế hoạch') as string,
    });
    const own = { ...plan, perMille: 900, kind: 'internal', source: 'Chương trình công tác năm' };
    const { items } = await office.post<{ items: { id: string; perMille: number }[] }>('lanhdao', '/rate-targets', own);
    await bound('lanhdao', 900);
    expect((await targetOf('lanhdao.tinh'))?.perMille).toBe(870);
    const mine = items.find(({ perMille }) => perMille === 900)?.id;
    await office.post('lanhdao', `/rate-targets/${mine}/withdraw`, { reason: 'Đặt nhầm số' });
    await bound('lanhdao', 870);
    const theirs = items.find(({ perMille }) => perMille === 870)?.id;
    const token = await office.token('lanhdao');
    const refused = await call(system.url, 'POST', `/rate-targets/${theirs}/withdraw`, {
      ...{ token, body: { reason: 'Không phải của xã' } },
    });
    expect(refused.status).toBe(404);
  });

  it('complex, prolonged and bypass-level cases: every number is the length of its list, every row says why', async () => {
    interface Cases {
      kinds: { kind: string; count: number }[];
      criteria: { criterion: string; title: string; count: number }[];
      count: number;
      items: { caseFileId: string; criteria: string[]; kinds: string[]; ageDays: number; nextStep: string }[];
      nextCursor: string | null;
    }
    const walk = async (who: string, filter: Query): Promise<Cases['items']> => {
      const items: Cases['items'] = [];
      for (let cursor = ''; ;) {
        const page: Cases = await office.get<Cases>(
          who,
          `/complex-cases?${asQuery({ ...filter, limit: '40', cursor })}`,
        );
        items.push(...page.items);
        if (page.nextCursor === null) return items;
        cursor = page.nextCursor;
      }
    };
    for (const who of ['lanhdao', 'lanhdao.tinh']) {
      const told = await office.get<Cases>(who, '/complex-cases');
      expect(told.count).toBeGreaterThan(0);
      for (const { kind, count } of told.kinds) {
        const rows = await walk(who, { kind });
        expect([kind, rows.length, rows.every(({ kinds }) => kinds.includes(kind))]).toEqual([kind, count, true]);
      }
      for (const { criterion, title, count } of told.criteria) {
        const rows = await walk(who, { criterion });
        expect([criterion, rows.length]).toEqual([criterion, count]);
        expect(rows.every(({ criteria }) => criteria.includes(title))).toBe(true);
      }
      const all = await walk(who, {});
      expect(new Set(all.map(({ caseFileId }) => caseFileId)).size).toBe(told.count);
      expect(all.map(({ ageDays }) => ageDays)).toEqual(all.map(({ ageDays }) => ageDays).sort((a, b) => b - a));
      expect(all.every(({ nextStep }) => nextStep !== '')).toBe(true);
    }
  });

  it('the register of emulation models keeps what was corrected and voided, with who and why', async () => {
    interface Entry {
      id: string;
      rev: number;
      name: string;
      act: string;
      reason: string | null;
      decision: string | null;
    }
    const model = { year: 2026, name: 'Dân vận khéo thôn 2', field: 'Tiếp công dân', level: 'registered' };
    const summary = 'Tổ tiếp dân tại nhà văn hóa mỗi sáng thứ bảy';
    const entered = await office.post<Entry>('chuyenvien', '/emulation-models', { ...model, summary });
    const at = `/emulation-models/${entered.id}`;
    const better = { ...model, summary, level: 'commune', decision: 'QĐ 12/QĐ-UBND' };
    const fixed = await office.post<Entry>('lanhdao', `${at}/corrections`, {
      ...better,
      rev: 1,
      reason: 'Đã công nhận',
    });
    expect([fixed.rev, fixed.act, fixed.decision]).toEqual([2, 'corrected', 'QĐ 12/QĐ-UBND']);
    const stale = await office.send('chuyenvien', `${at}/corrections`, {
      ...better,
      rev: 1,
      reason: 'Sửa trên bản cũ',
    });
    expect([stale.status, stale.body.code]).toEqual([409, 'EMULATION.CHANGED']);
    const voided = await office.post<Entry>('lanhdao', `${at}/void`, { rev: 2, reason: 'Ghi trùng mô hình' });
    expect([voided.rev, voided.act, voided.name, voided.decision]).toEqual([3, 'voided', model.name, 'QĐ 12/QĐ-UBND']);
    const again = await office.send('lanhdao', `${at}/void`, { rev: 3, reason: 'Hủy lần nữa' });
    expect(again.status).toBe(409);
    const history = await office.get<Entry[]>('thanhtra', `${at}/history`);
    expect(history.map(({ act, reason }) => [act, reason])).toEqual([
      ['added', null],
      ['corrected', 'Đã công nhận'],
      ['voided', 'Ghi trùng mô hình'],
    ]);
    const { items } = await office.get<{ items: Entry[] }>('lanhdao.tinh', '/emulation-models?year=2026');
    expect(items.map(({ id, rev }) => [id, rev])).toEqual([[entered.id, 3]]);
    const elsewhere = await office.post<Entry>('lanhdao.tinh', '/emulation-models', {
      ...model,
      summary,
      agency: 'XA-HOALOC',
    });
    expect(
      (await office.send('lanhdao', `/emulation-models/${elsewhere.id}/void`, { rev: 1, reason: 'Của xã khác' }))
        .status,
    ).toBe(409);
    expect((await office.send('motcua', '/emulation-models', { ...model, summary })).status).toBe(403);
    await expect(system.database.app.query(`UPDATE app.emulation_entry SET name = 'khác'`)).rejects.toThrow(
      /permission denied/,
    );
  });
});
