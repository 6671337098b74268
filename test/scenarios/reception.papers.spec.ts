import PizZip from 'pizzip';
import { call } from '../e2e/support/call.js';
import { beginOn } from '../e2e/support/cases.js';
import { type RunningSystem, startSystem } from '../e2e/support/system.js';
import { articles, ReceptionRoom, type Refused } from './support/reception-room.js';

/** Papers made from visits, sessions and the book over HTTP, August 2026. */
describe('papers of reception', () => {
  let system: RunningSystem;
  let room: ReceptionRoom;

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-08-03');
    room = await ReceptionRoom.open(system);
  });
  afterAll(() => system?.stop());

  const download = async (path: string, username = 'motcua') => {
    const response = await fetch(`${system.url}/api/v1/reception/${path}`, {
      headers: { authorization: `Bearer ${await room.token(username)}` },
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.status !== 200) throw new Error(`${path}: ${response.status} ${bytes.toString()}`);
    return { bytes, headers: response.headers };
  };
  const wordsOf = (docx: Buffer): string =>
    [...(new PizZip(docx).file('word/document.xml')?.asText() ?? '').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/gu)]
      .map(([, text]) => text)
      .join('');
  const paper = async (path: string, username = 'motcua'): Promise<string> =>
    wordsOf((await download(path, username)).bytes);
  const refused = async (path: string, username = 'motcua') =>
    call<Refused>(system.url, 'GET', `/reception/${path}`, { token: await room.token(username) });

  it('the refusal notice says who, what and on which ground, and leaves no placeholder', async () => {
    const desk = await room.deskDay('motcua', '2026-08-03');
    const visit = await room.visit(desk);
    const early = await refused(`visits/${visit}/papers/ND154.01`);
    expect([early.status, articles(early.body)]).toEqual([409, ['LTCD Đ.9 k3; NĐ154 Đ.4 k3']]);
    expect(early.headers.get('content-type')).toContain('problem+json');
    await room.act('motcua', visit, 'refusal', { ground: 'SETTLED_LAWFULLY', explained: true, basis: '88/TB-UBND' });
    const { bytes, headers } = await download(`visits/${visit}/papers/ND154.01`);
    const text = wordsOf(bytes);
    for (const said of [
      'Đặng Thị Hoa',
      '001185000021',
      'bồi thường thửa đất số 12',
      'vẫn cố tình kéo dài',
      '88/TB-UBND',
    ])
      expect(text).toContain(said);
    expect(text).toContain('khoản 3 Điều 9 Luật Tiếp công dân');
    expect(text).toContain('Ngày 03 tháng 8 năm 2026');
    expect(text).toContain('…');
    expect(text).not.toMatch(/[{}]|undefined|null/u);
    expect(headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''ND154.01-2026-08-03.docx");
    expect(headers.get('x-made-from')).toBe('template');
    const pdf = await download(`visits/${visit}/papers/ND154.01?format=pdf`);
    expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(['document', 'standard']).toContain(pdf.headers.get('x-made-from'));
    await room.act('chuyenvien', visit, 'refusal-notice', { documentNumber: '02/TB-TCD' });
    const issued = await paper(`visits/${visit}/papers/ND154.01`);
    expect(issued).toContain('02/TB-TCD');
    expect(issued).toContain('ngày 03 tháng 8 năm 2026');
    expect((await refused(`visits/${visit}/papers/ND154.01`, 'motcua.hoaloc')).status).toBe(404);
    // A superior reads the visit and not who came.
    expect(await paper(`visits/${visit}/papers/ND154.01`, 'lanhdao.tinh')).not.toContain('Đặng Thị Hoa');
  });

  it('a ground that is explained on the spot has no notice', async () => {
    const desk = await room.deskDay('motcua', '2026-08-03', 'Bàn số 2');
    const visit = await room.visit(desk);
    await room.act('motcua', visit, 'refusal', { ground: 'NO_SECURITY_CHECK', explained: true });
    const oral = await refused(`visits/${visit}/papers/ND154.01`);
    expect([oral.status, oral.body.code]).toEqual([409, 'RECEPTION.PAPER_NOT_DUE']);
    expect(oral.body.detail).toContain('khoản 3 Điều 9');
    expect((await refused(`visits/${visit}/papers/ND124.01`)).status).toBe(404);
  });

  it('the receipt lists each paper; what a denouncer handed in stays sealed', async () => {
    const desk = await room.deskDay('motcua', '2026-08-03', 'Bàn số 3');
    const visit = await room.visit(desk);
    const none = await refused(`visits/${visit}/papers/ND154.02`);
    expect([none.status, articles(none.body)]).toEqual([409, ['NĐ154 Đ.15 k4']]);
    const items = [{ name: 'Quyết định số 12/QĐ-UBND', pages: 3, condition: 'photocopy' }];
    await room.act('motcua', visit, 'receipts', { items, copies: 2 });
    const text = await paper(`visits/${visit}/papers/ND154.02`);
    for (const said of [
      'Đặng Thị Hoa',
      '1. Quyết định số 12/QĐ-UBND: 03 trang, bản chụp',
      'lập thành 02 bản',
      'Bàn số 3',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/[{}]|undefined|null/u);
    const people = [{ fullName: 'Trịnh Hữu Kín', address: 'Thôn Giấu Tên', personalId: '001185000777' }];
    const secret = await room.visit(desk, { type: 'denunciation', summary: 'Tố cáo nhận tiền', people });
    await room.act('motcua', secret, 'receipts', { items, copies: 2 });
    const sealed = await paper(`visits/${secret}/papers/ND154.02`);
    for (const word of ['Trịnh Hữu Kín', 'Giấu Tên', '001185000777', 'Quyết định số 12'])
      expect(sealed).not.toContain(word);
  });

  it('the printed book has the thirteen columns and masks the denouncer', async () => {
    const period = 'from=2026-08-03&to=2026-08-03';
    const { bytes, headers } = await download(`register/export?${period}&format=docx`);
    const text = wordsOf(bytes);
    for (const said of ['SỔ TIẾP CÔNG DÂN', 'Mẫu số 03/TCD', 'Đặng Thị Hoa', 'Bảo mật', 'Từ ngày 03/08/2026'])
      expect(text).toContain(said);
    for (const word of ['Trịnh Hữu Kín', 'Giấu Tên', '001185000777', 'nhận tiền']) expect(text).not.toContain(word);
    expect(text).not.toMatch(/[{}]|undefined|null/u);
    expect(headers.get('content-disposition')).toContain('ND154.03-2026-08-03.docx');
    expect((await download(`register/export?${period}&format=pdf`)).bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const before = await refused('register/export?from=2026-06-01&to=2026-06-30&format=docx');
    expect([before.status, articles(before.body)]).toEqual([409, ['NĐ154 Đ.27 k1']]);
  });

  it('a session gives the papers it has come to, and no other', async () => {
    const plan = {
      ...room.planned({ heldOn: '2026-08-20', mode: 'online', onlineCase: 'COMPLEX', technicalReady: true }),
    };
    const { id } = await room.post<{ id: string }>('motcua', '/reception/sessions', { ...plan, kind: 'periodic' });
    for (const [form, article] of [
      ['RECEPTION.SCHEDULE', 'LTCD Đ.24 k2, k4; NĐ154 Đ.29 k1d'],
      ['RECEPTION.POSTPONED', 'LTCD Đ.24 k4'],
      ['RECEPTION.CONCLUSION', 'LTCD Đ.18; NĐ154 Đ.25 k2, Đ.26 k3'],
    ]) {
      const early = await refused(`sessions/${id}/papers/${form}`);
      expect([form, early.status, articles(early.body)]).toEqual([form, 409, [article]]);
    }
    await room.move('motcua', id, 'POST', { onSite: true, onPortal: true });
    const posted = await paper(`sessions/${id}/papers/RECEPTION.SCHEDULE`);
    for (const said of ['20/08/2026', '07 giờ 30 phút', 'Phạm Quốc Cường', 'Bồi thường khi thu hồi đất'])
      expect(posted).toContain(said);
    await room.move('motcua', id, 'NOTIFY_ONLINE', { documentNumber: '16/TB-UBND' });
    const online = await paper(`sessions/${id}/papers/RECEPTION.ONLINE.NOTICE`);
    for (const said of ['16/TB-UBND', '20 tháng 8 năm 2026', 'phức tạp, kéo dài', 'Phòng tiếp công dân xã'])
      expect(online).toContain(said);
    await room.move('motcua', id, 'POSTPONE', { postponeReason: 'Phòng, chống bão', announcedOnSite: true });
    const waiting = await paper(`sessions/${id}/papers/RECEPTION.POSTPONED`);
    expect(waiting).toContain('ngày 20 tháng 8 năm 2026');
    expect(waiting).toContain('Phòng, chống bão');
    await room.move('motcua', id, 'RESCHEDULE', { newHeldOn: '2026-08-24', announcedOnSite: true });
    expect(await paper(`sessions/${id}/papers/RECEPTION.POSTPONED`)).toContain('ngày 24 tháng 8 năm 2026');
    // What was posted stays what was posted.
    expect(await paper(`sessions/${id}/papers/RECEPTION.SCHEDULE`)).toContain('20/08/2026');
    for (const text of [posted, online, waiting]) expect(text).not.toMatch(/[{}]|undefined|null/u);
    expect((await refused(`sessions/${id}/papers/RECEPTION.SCHEDULE`, 'motcua.hoaloc')).status).toBe(404);
  });

  it('the conclusion names the tasks and nobody who came; the minutes of a dialogue its opinions', async () => {
    const id = await room.postedDay('2026-08-12');
    const body = room.planned({ heldOn: '2026-08-12', topics: 'Quy hoạch sử dụng đất' });
    const talk = (await room.post<{ id: string }>('motcua', '/reception/dialogues', body)).id;
    await room.advance({ to: '2026-08-12' });
    await room.move('motcua', id, 'HOLD', { hostedBy: room.leaderId });
    const visit = await room.visit(id);
    await room.act('motcua', visit, 'outcome', { outcome: 'answered', withinCompetence: true });
    const order = { content: 'Kiểm tra thửa đất số 12', body: 'Công chức địa chính', dueOn: '2026-08-25' };
    await room.post('motcua', `/reception/sessions/${id}/tasks`, order);
    await room.move('motcua', id, 'CONCLUDE', { conclusionText: 'Giao kiểm tra' });
    await room.move('lanhdao', id, 'ISSUE_CONCLUSION', { documentNumber: '41/TB-UBND' });
    const concluded = await paper(`sessions/${id}/papers/RECEPTION.CONCLUSION`);
    for (const said of ['41/TB-UBND', 'Công chức địa chính: Kiểm tra thửa đất số 12', '25/08/2026'])
      expect(concluded).toContain(said);
    expect(concluded).not.toContain('Đặng Thị Hoa');

    await room.move('motcua', talk, 'HOLD', { hostedBy: room.leaderId });
    const early = await refused(`sessions/${talk}/papers/RECEPTION.DIALOGUE`);
    expect(early.status).toBe(409);
    const came = { party: 'citizens', name: 'Công dân thôn 2', people: 45, present: true };
    await room.post('motcua', `/reception/dialogues/${talk}/attendance`, came);
    const content = 'Bao giờ công khai quy hoạch?';
    const raised = await room.post<{ id: string }>('motcua', `/reception/dialogues/${talk}/opinions`, { content });
    await room.post('motcua', `/reception/opinions/${raised.id}/answer`, { answer: 'Công khai trong tháng 10' });
    await room.move('motcua', talk, 'CONCLUDE', { conclusionText: 'Các đơn vị làm đúng hẹn' });
    const minutes = await paper(`sessions/${talk}/papers/RECEPTION.DIALOGUE`);
    for (const said of [content, 'Công khai trong tháng 10', '45', 'Các đơn vị làm đúng hẹn', '12 tháng 8 năm 2026'])
      expect(minutes).toContain(said);
    for (const text of [concluded, minutes]) expect(text).not.toMatch(/[{}]|undefined|null/u);
  });
});
