import { Workbook } from '@cj-tech-master/excelts';
import { verifyAll } from '#libs/audit';
import { PostgresLedgerArchive } from '#libs/persistence';
import { beginOn } from '../e2e/support/cases.js';
import { call } from '../e2e/support/call.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { articles, ReceptionRoom } from './support/reception-room.js';

/** The workbook holds the words of the text file, told on a page that can be printed. */
async function expectPrintable(bytes: ArrayBuffer, csv: string): Promise<void> {
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(bytes));
  const page = book.worksheets[0]!;
  const rows = Array.from(page.getSheetValues() as unknown[][], (cells) =>
    Array.isArray(cells) ? cells.slice(1) : [],
  );
  const told = rows.flat();
  for (const words of ['ỦY BAN NHÂN DÂN\nXÃ TÂN THÀNH', 'Mẫu số 03/TCD', 'SỔ TIẾP CÔNG DÂN', 'NGƯỜI GHI SỔ'])
    expect(told).toContain(words);
  const [titles, ...lines] = csv
    .replace('\ufeff', '')
    .trim()
    .split('\r\n')
    .map((line) => line.slice(1, -1).split('","'));
  const head = rows.findIndex(([first]) => first === titles![0]);
  expect(lines.length).toBeGreaterThan(1);
  expect(rows[head]).toEqual(titles);
  expect(rows[head + 1]).toEqual(titles!.map((_, place) => place + 1));
  expect(rows.slice(head + 2, head + 2 + lines.length)).toEqual(lines);
  expect(page.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, fitToHeight: 0 });
  expect(page.pageSetup.printTitlesRow).toBe(`${head}:${head + 1}`);
  expect(page.getCell(head + 2, 4)).toMatchObject({ numFmt: '@', alignment: { wrapText: true } });
}

/** Visits, refusals, answers and the book over HTTP, June to September 2026. */
describe('reception visits', () => {
  let system: RunningSystem;
  let room: ReceptionRoom;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-06-26');
    room = await ReceptionRoom.open(system);
  });
  afterAll(() => system?.stop());

  it('what the old law did not know is refused with the day it begins; its book has its own columns', async () => {
    const desk = await room.deskDay('motcua', '2026-06-26');
    const visit = await room.visit(desk, { type: 'feedback', summary: 'Phản ánh đường liên thôn hỏng' });
    const refusal = await room.tryAct('motcua', visit, 'refusal', { ground: 'ALREADY_ANSWERED', explained: true });
    expect(refusal.status).toBe(409);
    expect(refusal.body.detail).toContain('01/07/2026');
    expect(articles(refusal.body)).toEqual(['NĐ154 Đ.4 k1h']);
    await room.act('motcua', visit, 'outcome', { outcome: 'answered', withinCompetence: true });
    const complaint = await room.visit(desk);
    const transfer = { outcome: 'transferred', sentTo: 'Sở Xây dựng', documentNumber: '12/CV' };
    const refused = await room.tryAct('motcua', complaint, 'outcome', transfer);
    expect(articles(refused.body)).toEqual(['LTCD Đ.26 k1b (gốc)']);
    await room.act('motcua', complaint, 'outcome', { outcome: 'guided', sentTo: 'Sở Xây dựng' });

    const old = await room.get<{ form: string; columns: unknown[]; items: { cells: string[] }[] }>(
      'motcua',
      '/reception/register?from=2026-06-01&to=2026-06-30',
    );
    expect(old).toMatchObject({ form: 'LTCD Đ.25 k2' });
    expect(old.columns).toHaveLength(8);
    expect(old.items.map(({ cells }) => cells.length)).toEqual([8, 8]);
    const across = await call(system.url, 'GET', '/reception/register?from=2026-06-01&to=2026-07-31', {
      token: await room.token('motcua'),
    });
    expect([across.status, across.text]).toEqual([422, expect.stringContaining('01/07/2026')]);
  });

  it('a group of 12 is heard through two representatives; six are refused', async () => {
    await room.advance({ to: '2026-08-03' });
    const desk = await room.deskDay('motcua', '2026-08-03');
    const people = (representatives: number) =>
      Array.from({ length: representatives }, (_, index) => ({
        ...{ role: 'representative', fullName: `Võ Văn Hòa ${index}`, address: 'Thôn 4, xã Tân Thành' },
        personalId: `0011850003${String(index).padStart(2, '0')}`,
      }));
    const six = await room.tryVisit(desk, { groupSize: 12, people: people(6), appointedInWriting: true });
    expect([six.status, articles(six.body)]).toEqual([409, ['LTCD Đ.29']]);
    expect(six.body.detail).toContain('không quá 5 người đại diện');
    const unsigned = await room.tryVisit(desk, { groupSize: 12, people: people(2) });
    expect(unsigned.body.unmet?.map(({ code }) => code)).toEqual(['appointment']);
    const two = await room.tryVisit(desk, {
      groupSize: 12,
      people: people(2),
      appointedInWriting: true,
      policeAsked: true,
    });
    expect(two.status).toBe(201);
    expect(two.body.warnings.map(({ code }) => code)).toEqual(['RECEPTION.MASS_VISIT']);
    const seven = await room.tryVisit(desk, { groupSize: 7, people: people(3), appointedInWriting: true });
    expect(seven.status).toBe(409);
    await room.act('motcua', two.body.id, 'outcome', { outcome: 'reported', sentTo: 'Ban quản lý dự án' });
  });

  it('identity papers are asked for and never block', async () => {
    const desk = await room.deskDay('motcua', '2026-08-03', 'Bàn số 2');
    const nameless = await room.tryVisit(desk, { people: [{ fullName: 'Bùi Đức Thuận' }] });
    expect(nameless.status).toBe(201);
    expect(nameless.body.warnings).toMatchObject([
      { code: 'RECEPTION.IDENTITY_ASKED', citation: expect.stringContaining('LTCD Đ.7 k2a') as string },
    ]);
    const refusal = await room.tryAct('motcua', nameless.body.id, 'refusal', { ground: 'NO_PAPERS', explained: true });
    expect(refusal.status).toBe(409);
    await room.act('motcua', nameless.body.id, 'outcome', { outcome: 'explained' });
    expect((await room.visitFile(nameless.body.id)).deadlines).toMatchObject([{ ruleId: 'TCD.REPLY', state: 'met' }]);
  });

  it('a refusal on a ground outside the closed list is rejected with the article', async () => {
    const desk = await room.deskDay('motcua', '2026-08-03', 'Bàn số 3');
    const visit = await room.visit(desk);
    const refused = await room.tryAct('motcua', visit, 'refusal', { ground: 'TOO_BUSY', explained: true });
    expect([refused.status, refused.body.code]).toEqual([409, 'RECEPTION.NOT_ALLOWED']);
    expect(articles(refused.body)).toEqual(['LTCD Đ.9; NĐ154 Đ.4 k1']);
    const unexplained = await room.tryAct('motcua', visit, 'refusal', {
      ground: 'NO_SECURITY_CHECK',
      explained: false,
    });
    expect(articles(unexplained.body)).toEqual(['NĐ154 Đ.4 k2']);
    await room.act('motcua', visit, 'refusal', { ground: 'NO_SECURITY_CHECK', explained: true });
    const file = await room.visitFile(visit);
    expect(file).toMatchObject({ outcome: 'refused', deadlines: [{ ruleId: 'TCD.REPLY', state: 'void' }] });
    const notice = await room.tryAct('chuyenvien', visit, 'refusal-notice', { documentNumber: '01/TB-TCD' });
    expect(articles(notice.body)).toEqual(['NĐ154 Đ.4 k2, k3']);
    const old = await room.get<{ code: string }[]>('motcua', '/reception/refusal-grounds?on=2026-06-30');
    const today = await room.get<{ code: string; how: string }[]>('motcua', '/reception/refusal-grounds');
    expect([old.length, today.length]).toEqual([3, 13]);
    expect(today.filter(({ how }) => how === 'written').map(({ code }) => code)).toEqual([
      'SETTLED_LAWFULLY',
      'ALREADY_ANSWERED',
    ]);
  });

  it('the written refusal is due three working days later, over National Day', async () => {
    await room.advance({ to: '2026-08-28' });
    const desk = await room.deskDay('motcua', '2026-08-28');
    const visit = await room.visit(desk);
    const unfounded = await room.tryAct('motcua', visit, 'refusal', { ground: 'SETTLED_LAWFULLY', explained: true });
    expect(articles(unfounded.body)).toEqual(['LTCD Đ.9 k3']);
    const wrong = await room.tryAct('motcua', visit, 'refusal', { ground: 'ALREADY_ANSWERED', explained: true });
    expect(wrong.body.unmet?.map(({ code }) => code)).toEqual(['groundFits']);
    await room.act('motcua', visit, 'refusal', { ground: 'SETTLED_LAWFULLY', explained: true, basis: '88/TB-UBND' });
    const file = await room.visitFile(visit);
    expect(file.deadlines.find(({ ruleId }) => ruleId === 'TCD.REFUSE.NOTICE')).toMatchObject({
      dueOn: '2026-09-07',
      state: 'running',
    });
    expect(file.papers).toMatchObject([{ form: 'ND154.01' }]);
    await room.advance({ to: '2026-09-08' });
    const duties = await room.get<{ kind: string; dueOn: string; overdue: boolean; citation: string }[]>(
      'lanhdao',
      '/reception/duties',
    );
    expect(duties.filter(({ kind }) => kind === 'refusalNotice')).toMatchObject([
      { dueOn: '2026-09-07', overdue: true, citation: 'NĐ154 Đ.4' },
    ]);
    const issued = await room.act('chuyenvien', visit, 'refusal-notice', { documentNumber: '02/TB-TCD' });
    expect(issued).toMatchObject({ noticedOn: '2026-09-08' });
    expect(issued.deadlines.map(({ state }) => state).toSorted()).toEqual(['metLate', 'void']);
  });

  it('the answer after reception is one of four contents, said within ten working days', async () => {
    const desk = await room.deskDay('motcua', '2026-09-08');
    const visit = await room.visit(desk, {
      people: [{ fullName: 'Lý Thị Ngân', address: 'Thôn 9', personalId: '001185000088' }],
    });
    expect((await room.visitFile(visit)).deadlines).toMatchObject([
      { ruleId: 'TCD.REPLY', dueOn: '2026-09-22', state: 'running', citation: 'LTCD Đ.28 k1' },
    ]);
    const receipt = { items: [{ name: 'Quyết định số 12/QĐ-UBND', pages: 3, condition: 'photocopy' }], copies: 2 };
    expect((await room.act('motcua', visit, 'receipts', receipt)).papers).toMatchObject([{ form: 'ND154.02' }]);
    const registered = await room.act('motcua', visit, 'petition', { respondent: 'UBND xã Tân Thành' });
    const petition = await room.get<{ id: string; petitioners: unknown[] }>(
      'motcua',
      `/petitions/${registered.petitionId}`,
    );
    expect(petition.id).toBe(registered.petitionId);
    const again = await room.tryAct('motcua', visit, 'petition', {});
    expect([again.status, again.body.code]).toEqual([409, 'RECEPTION.ALREADY_RECORDED']);

    const other = await room.tryAct('motcua', visit, 'reply', { content: 'beingConsidered', form: 'direct' });
    expect([other.status, articles(other.body)]).toEqual([409, ['LTCD Đ.28 k1']]);
    expect(other.body.detail).toContain('một trong bốn nội dung');
    const untrue = await room.tryAct('motcua', visit, 'reply', { content: 'transferred', form: 'direct' });
    expect(articles(untrue.body)).toEqual(['LTCD Đ.28 k1d']);
    const unnumbered = await room.tryAct('motcua', visit, 'reply', { content: 'accepted', form: 'written' });
    expect(unnumbered.body.unmet?.map(({ code }) => code)).toEqual(['replyNumber']);
    const replied = await room.act('motcua', visit, 'reply', {
      content: 'accepted',
      form: 'written',
      documentNumber: '31/TB-UBND',
    });
    expect(replied).toMatchObject({ petitionId: registered.petitionId, deadlines: [{ state: 'met' }] });
  });

  it('the book 03/TCD has 13 columns and masks denouncers, who have numbers of their own', async () => {
    const desk = await room.deskDay('motcua', '2026-09-08', 'Bàn số 2');
    const denouncer = { fullName: 'Trịnh Hữu Kín', address: 'Thôn Giấu Tên', personalId: '001185000777' };
    const secret = await room.visit(desk, {
      type: 'denunciation',
      summary: 'Tố cáo cán bộ địa chính nhận tiền',
      people: [denouncer],
    });
    const past = await room.visit(desk, {
      type: 'denunciation',
      summary: 'Tố cáo Chủ tịch xã',
      people: [denouncer],
      denouncesHead: true,
    });
    const book = await room.get<{
      form: string;
      columns: { no: number; title: string }[];
      items: { visitId: string; sealed: boolean; cells: string[] }[];
    }>('motcua', '/reception/register?from=2026-09-08&to=2026-09-08');
    expect(book.form).toBe('03/TCD');
    expect(book.columns.map(({ no }) => no)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(book.items.every(({ cells }) => cells.length === 13)).toBe(true);
    const line = book.items.find(({ visitId }) => visitId === secret);
    expect(line?.cells.slice(0, 6)).toEqual(['1', '08/09/2026', 'Bảo mật', 'Bảo mật', 'Bảo mật', 'Tố cáo']);
    const everything = JSON.stringify([book, await room.visitFile(secret), await room.session(desk)]);
    for (const word of ['Trịnh Hữu Kín', 'Giấu Tên', '001185000777', 'nhận tiền'])
      expect(everything).not.toContain(word);
    // The chairman does not find the visit that denounces him: no line, no count, no gap in the numbers of the main book.
    const his = await room.get<{ items: { visitId: string; sealed: boolean }[] }>(
      'lanhdao',
      '/reception/register?from=2026-09-08&to=2026-09-08',
    );
    expect(his.items.filter(({ sealed }) => sealed).map(({ visitId }) => visitId)).toEqual([secret]);
    expect(await room.get<unknown[]>('lanhdao', `/reception/sessions/${desk}/visits`)).toHaveLength(1);
    expect(JSON.stringify(await room.get('lanhdao', `/reception/sessions/${desk}/timeline`))).not.toContain(past);
    // His clerk of another desk finds neither.
    const clerk = await room.get<{ items: { sealed: boolean }[] }>(
      'chuyenvien',
      '/reception/register?from=2026-09-08&to=2026-09-08',
    );
    expect(clerk.items.some(({ sealed }) => sealed)).toBe(false);
    const { rows } = await system.database.admin.query<{ n: string }>(
      `SELECT count(*) AS n FROM app.reception_visit v JOIN app.reception_person p ON p.visit_id = v.id
        WHERE v.type = 'denunciation' AND (v.summary IS NOT NULL OR p.full_name IS NOT NULL OR p.personal_id IS NOT NULL OR p.address IS NOT NULL)`,
    );
    expect(Number(rows[0]?.n)).toBe(0);
    const csv = await call(system.url, 'GET', '/reception/register/export?from=2026-09-08&to=2026-09-08&format=csv', {
      token: await room.token('motcua'),
    });
    expect(csv.text).toContain('"STT","Ngày tiếp"');
    expect(csv.text).not.toContain('Trịnh Hữu Kín');
    const xlsx = await fetch(`${system.url}/api/v1/reception/register/export?from=2026-09-08&to=2026-09-08`, {
      headers: { authorization: `Bearer ${await room.token('motcua')}` },
    });
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
    await expectPrintable(await xlsx.arrayBuffer(), csv.text);
    for (const visit of [secret, past]) await room.act('motcua', visit, 'outcome', { outcome: 'explained' });
  });

  it('a forbidden act returns its article, in Vietnamese', async () => {
    await room.advance({ to: '2026-09-28' });
    const desk = await room.deskDay('motcua', '2026-09-28', 'Bàn số 2');
    await room.move('motcua', desk, 'CONCLUDE');
    const closed = await room.tryVisit(desk);
    expect([closed.status, articles(closed.body)]).toEqual([409, ['LTCD Đ.25 k2; NĐ154 Đ.27 k1']]);
    const nobody = await room.tryMove('motcua', desk, { type: 'DANCE' });
    expect(nobody.status).toBe(422);
    const stranger = await room.send('thanhtra', '/reception/sessions', {
      kind: 'regular',
      heldOn: '2026-09-28',
      startsAt: '07:30',
      place: 'x',
    });
    expect(stranger.status).toBe(403);
    const stale = await room.send(
      'motcua',
      `/reception/sessions/${desk}/events`,
      { type: 'CLOSE' },
      { 'if-match': '"1"' },
    );
    expect(stale.status).toBe(412);
    const unseen = await room.send('motcua', `/reception/sessions/${desk}/events`, { type: 'CLOSE' });
    expect(unseen.status).toBe(428);
  });

  it('another agency’s officer sees nothing; the province sees sessions and not who came', async () => {
    const { items } = await room.get<{ items: { id: string }[] }>('motcua', '/reception/sessions?limit=200');
    expect(items.length).toBeGreaterThan(6);
    const id = items[0]?.id ?? '';
    const theirs = 'motcua.hoaloc';
    expect(await room.get<{ items: unknown[] }>(theirs, '/reception/sessions')).toMatchObject({ items: [] });
    const token = await room.token(theirs);
    for (const path of [
      `/reception/sessions/${id}`,
      `/reception/sessions/${id}/timeline`,
      `/reception/sessions/${id}/visits`,
    ])
      expect((await call(system.url, 'GET', path, { token })).status).toBe(404);
    const book = await call(system.url, 'GET', '/reception/register?agency=XA-TANTHANH&from=2026-09-01&to=2026-09-30', {
      token,
    });
    expect(book.status).toBe(404);
    expect(await room.get<unknown[]>(theirs, '/reception/duties')).toEqual(
      expect.not.arrayContaining([expect.objectContaining({ agencyCode: 'XA-TANTHANH' })]),
    );
    const superior = await room.get<{ items: { sealed: boolean; cells: string[] }[] }>(
      'lanhdao.tinh',
      '/reception/register?agency=XA-TANTHANH&from=2026-08-01&to=2026-09-30&book=main',
    );
    expect(superior.items.length).toBeGreaterThan(3);
    expect(superior.items.every(({ cells }) => cells[2] === 'Giữ bí mật theo NĐ154 Đ.12 k2')).toBe(true);
    const post = await room.send('motcua.tinh', `/reception/sessions/${id}/visits`, {
      type: 'complaint',
      summary: 'x',
      people: [],
    });
    expect(post.status).toBe(404);
  });

  it('the province’s board reports a result back within five working days, to who had asked', async () => {
    const desk = await room.deskDay('motcua.tinh', '2026-09-28', 'Trụ sở tiếp công dân tỉnh');
    const visit = await room.visit(desk, {}, 'motcua.tinh');
    const early = await room.tryAct('motcua.tinh', visit, 'result', {
      resultNote: 'Đã giải quyết',
      citizenAsked: true,
    });
    expect(articles(early.body)).toEqual(['LTCD Đ.27 k2']);
    const sent = { outcome: 'transferred', sentTo: 'UBND xã Tân Thành', documentNumber: '77/BTCD' };
    await room.act('motcua.tinh', visit, 'outcome', sent);
    const unknown = await room.tryAct('motcua.tinh', visit, 'report-back', { form: 'direct' });
    expect(articles(unknown.body)).toEqual(['LTCD Đ.28 k2']);
    const told = await room.act('motcua.tinh', visit, 'result', { resultNote: 'Đã có quyết định', citizenAsked: true });
    expect(told.deadlines.find(({ ruleId }) => ruleId === 'TCD.REPORT.BACK')).toMatchObject({ dueOn: '2026-10-05' });
    const back = await room.act('motcua.tinh', visit, 'report-back', { form: 'direct' });
    expect(back.deadlines.find(({ ruleId }) => ruleId === 'TCD.REPORT.BACK')).toMatchObject({ state: 'met' });
  });

  it('the book is read in pages, and the ledger of sessions and visits verifies', async () => {
    const seen: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { visitId: string }[]; nextCursor: string | null } = await room.get(
        'motcua',
        `/reception/register?from=2026-07-01&to=2026-12-31&limit=2${cursor ? `&cursor=${cursor}` : ''}`,
      );
      seen.push(...page.items.map(({ visitId }) => visitId));
      cursor = page.nextCursor;
    } while (cursor);
    const whole = await room.get<{ items: { visitId: string }[] }>(
      'motcua',
      '/reception/register?from=2026-07-01&to=2026-12-31&limit=200',
    );
    expect(seen).toEqual(whole.items.map(({ visitId }) => visitId));
    expect(new Set(seen).size).toBeGreaterThan(6);
    const { findings, cases } = await new PostgresLedgerArchive(system.database.connections).read(verifyAll);
    expect([findings, cases > 15]).toEqual([[], true]);
  });
});
