import { HandlingDesk } from './support/handling.js';

interface Part {
  id: string;
  type: string;
  registerLabel: string;
  caseFileId: string;
}
interface Hop {
  id: string;
  hop: number;
  kind: string;
  from: string;
  to: string;
  daysHeld: number;
  acknowledgedOn: string | null;
  daysToAcknowledge: number | null;
}
interface Entered {
  id: string;
  caseFileId: string;
  hop: number;
  earlier: string | null;
}
const SECRET = 'Cán bộ Kwyjibo nhận tiền';

describe('a petition taken apart and sent on', () => {
  let desk: HandlingDesk;
  let agencies: Record<string, number>;
  beforeAll(async () => {
    desk = await HandlingDesk.openOn('2026-07-06');
    const { rows } = await desk.system.database.admin.query<{ code: string; id: number }>(
      'SELECT code, id FROM app.agency',
    );
    agencies = Object.fromEntries(rows.map(({ code, id }) => [code, id]));
  });
  afterAll(() => desk?.close());

  it('a mixed petition is split in three, each with its clocks from the same day', async () => {
    const mixed = await desk.register({ type: 'mixed', content: `Khiếu nại, tố cáo: ${SECRET}; kiến nghị` });
    const parts = [
      { type: 'complaint', content: 'Khiếu nại quyết định thu hồi 120 m2 đất', respondent: 'UBND xã' },
      { type: 'denunciation', content: `Tố cáo: ${SECRET}`, respondent: 'Cán bộ Kwyjibo' },
      { type: 'feedback', content: 'Kiến nghị sửa đường liên thôn' },
    ];
    await desk.office.advance({ to: '2026-07-08' });
    await desk.office.step('motcua', mixed.caseFileId, 'CLASSIFY', { contentType: 'mixed' });
    expect((await desk.post('motcua', `/petitions/${mixed.id}/parts`, { parts })).status).toBe(409);
    expect(await desk.refused('motcua', mixed.caseFileId, { type: 'CHECK_ELIGIBILITY', eligible: true })).toMatchObject(
      { unmet: ['notMixed'], says: expect.stringContaining('LTCD Đ.25 k3') },
    );
    await desk.office.step('motcua', mixed.caseFileId, 'SPLIT', {
      contents: ['complaint', 'denunciation', 'feedback'],
    });
    const { status, body } = await desk.post<{ parts: Part[] }>('motcua', `/petitions/${mixed.id}/parts`, { parts });
    expect(status).toBe(201);
    expect(body.parts.map(({ type }) => type)).toEqual(['complaint', 'denunciation', 'feedback']);
    expect(new Set(body.parts.map(({ registerLabel }) => registerLabel)).size).toBe(3);
    expect(await desk.office.caseFile(mixed.caseFileId, 'motcua')).toMatchObject({
      stage: 'splitUp',
      outcome: 'split',
    });

    const [complaint, denunciation, feedback] = body.parts as [Part, Part, Part];
    const clocks = async (part: Part) =>
      (await desk.office.caseFile(part.caseFileId, 'motcua')).deadlines.map(({ ruleId, startOn }) => [ruleId, startOn]);
    expect(await clocks(complaint)).toContainEqual(['KN.ACCEPT.L1', '2026-07-06']);
    expect(await clocks(denunciation)).toContainEqual(['TC.REG', '2026-07-06']);
    expect(await clocks(feedback)).toContainEqual(['XLD.HANDLE', '2026-07-06']);

    // The agency works on what is no denunciation, and reads not a word of it.
    for (const part of [complaint, feedback]) {
      const seen = await desk.office.get<object>('chuyenvien', `/petitions/${part.id}`);
      expect(JSON.stringify(seen)).not.toContain('Kwyjibo');
      expect(JSON.stringify(seen)).not.toContain(denunciation.id);
    }
    expect(await desk.status('chuyenvien', `/petitions/${denunciation.id}`)).toBe(404);
    expect(await desk.status('chuyenvien', `/petitions/${mixed.id}`)).toBe(404);
    expect(await desk.status('lanhdao', `/petitions/${denunciation.id}`)).toBe(200);
    const { rows } = await desk.system.database.admin.query(
      `SELECT from_petition FROM app.petition_link WHERE to_petition = $1 AND kind = 'split'`,
      [mixed.id],
    );
    expect(rows).toHaveLength(3);
    // Each goes its own way.
    await desk.office.step('motcua', complaint.caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    await desk.office.step('lanhdao', denunciation.caseFileId, 'CLASSIFY', { contentType: 'denunciation' });
    await desk.office.step('chuyenvien', feedback.caseFileId, 'CLASSIFY', { contentType: 'feedback' });
  });

  it('a part of a petition that went past the head goes past the head, whatever its own words', async () => {
    const mixed = await desk.register({ type: 'mixed', content: 'Tố cáo ông Kwyjibo; kiến nghị', denouncesHead: true });
    expect(await desk.status('lanhdao', `/petitions/${mixed.id}`)).toBe(404);
    await desk.office.step('motcua', mixed.caseFileId, 'CLASSIFY', { contentType: 'mixed' });
    await desk.office.step('motcua', mixed.caseFileId, 'SPLIT', { contents: ['denunciation', 'feedback'] });
    const { body } = await desk.post<{ parts: Part[] }>('motcua', `/petitions/${mixed.id}/parts`, {
      parts: [
        { type: 'denunciation', content: 'Tố cáo ông Kwyjibo', denouncesHead: false },
        { type: 'feedback', content: 'Kiến nghị sửa đường liên thôn' },
      ],
    });
    const [denunciation, feedback] = body.parts as [Part, Part];
    expect(await desk.status('lanhdao', `/petitions/${denunciation.id}`)).toBe(404);
    expect(await desk.status('lanhdao', `/case-files/${denunciation.caseFileId}`)).toBe(404);
    expect(await desk.status('lanhdao.tinh', `/petitions/${denunciation.id}`)).toBe(200);
    expect(await desk.status('lanhdao', `/petitions/${feedback.id}`)).toBe(200);
  });

  it('a part is entered once, and the file waits for the last of them', async () => {
    const mixed = await desk.register({ type: 'mixed', content: 'Khiếu nại và kiến nghị' });
    await desk.office.step('motcua', mixed.caseFileId, 'CLASSIFY', { contentType: 'mixed' });
    await desk.office.step('motcua', mixed.caseFileId, 'SPLIT', { contents: ['complaint', 'feedback'] });
    const enter = (type: string) =>
      desk.post('motcua', `/petitions/${mixed.id}/parts`, { parts: [{ type, content: `Phần ${type} của đơn` }] });
    expect((await enter('complaint')).status).toBe(201);
    expect(await desk.office.caseFile(mixed.caseFileId, 'motcua')).toMatchObject({ stage: 'splitting' });
    expect((await enter('complaint')).status).toBe(409);
    expect((await enter('denunciation')).status).toBe(409);
    expect((await enter('feedback')).status).toBe(201);
    expect(await desk.office.caseFile(mixed.caseFileId, 'motcua')).toMatchObject({ stage: 'splitUp' });
  });

  it('a petition forwarded in a circle is not sent back to who has had it', async () => {
    const sendOn = (place: string, caseFileId: string, to: string) =>
      desk.office.try(place === '' ? 'lanhdao' : `lanhdao.${place}`, caseFileId, {
        type: 'TRANSFER',
        receivingBody: 'Ủy ban nhân dân xã bạn',
        receivingAgencyId: agencies[to],
        documentNumber: '21/PC-UBND',
      });
    const arrive = async (place: string): Promise<Entered> => {
      const [hop] = await desk.office.get<Hop[]>(`motcua.${place}`, '/incoming-petitions');
      const { status, body } = await desk.post<Entered>(
        `motcua.${place}`,
        `/incoming-petitions/${hop!.id}/acknowledge`,
      );
      expect(status).toBe(201);
      for (const [who, type, inputs] of [
        ['motcua', 'CLASSIFY', { contentType: 'feedback' }],
        ['chuyenvien', 'CHECK_ELIGIBILITY', { eligible: true }],
        ['chuyenvien', 'CHECK_COMPETENCE', { competent: false }],
      ] as const)
        await desk.office.step(`${who}.${place}`, body.caseFileId, type, inputs);
      return body;
    };
    const petition = await desk.ours({ type: 'feedback', content: 'Kiến nghị nạo vét kênh liên xã' }, false);
    await desk.office.advance({ days: 2 });
    expect((await sendOn('', petition.caseFileId, 'XA-HOALOC')).status).toBe(200);
    expect(await desk.office.get<Hop[]>('motcua', `/petitions/${petition.id}/hops`)).toMatchObject([
      { hop: 1, daysHeld: 2, acknowledgedOn: null },
    ]);
    await desk.office.advance({ days: 3 });
    const atHoaLoc = await arrive('hoaloc');
    expect(atHoaLoc).toMatchObject({ hop: 1, earlier: null });
    expect((await sendOn('hoaloc', atHoaLoc.caseFileId, 'XA-BINHMINH')).status).toBe(200);
    const atBinhMinh = await arrive('binhminh');
    expect(atBinhMinh.hop).toBe(2);
    for (const place of ['XA-TANTHANH', 'XA-HOALOC']) {
      const back = await sendOn('binhminh', atBinhMinh.caseFileId, place);
      expect(back.status).toBe(409);
      expect(back.body.unmet).toMatchObject([{ code: 'notBack', citation: expect.stringContaining('TT05') }]);
    }
    // Who sent it first follows it all the way; who has never had it sees nothing.
    expect(await desk.office.get<Hop[]>('motcua', `/petitions/${petition.id}/hops`)).toMatchObject([
      { hop: 1, kind: 'transfer', daysToAcknowledge: 3 },
      { hop: 2, kind: 'transfer', daysHeld: 0, daysToAcknowledge: 0 },
    ]);
    expect(await desk.status('motcua.trungtam', `/petitions/${petition.id}/hops`)).toBe(404);
    await desk.office.step('motcua.binhminh', atBinhMinh.caseFileId, 'REPORT_TO_HEAD', { reportGround: 'COMPETENCE' });
  });

  it('what was sent on is entered by the desk it was sent to, once', async () => {
    const petition = await desk.ours({ content: 'Khiếu nại gửi nhầm xã' }, false);
    await desk.office.step('lanhdao', petition.caseFileId, 'TRANSFER', {
      receivingBody: 'Ủy ban nhân dân xã Hòa Lộc',
      receivingAgencyId: agencies['XA-HOALOC'],
      documentNumber: '30/PC-UBND',
    });
    const [hop] = await desk.office.get<Hop[]>('motcua.hoaloc', '/incoming-petitions');
    const path = `/incoming-petitions/${hop!.id}/acknowledge`;
    expect((await desk.post('motcua.binhminh', path)).status).toBe(404);
    expect((await desk.post('lanhdao.hoaloc', path)).status).toBe(403);
    const { body } = await desk.post<Entered>('motcua.hoaloc', path);
    expect((await desk.post('motcua.hoaloc', path)).status).toBe(404);
    const there = await desk.office.caseFile(body.caseFileId, 'motcua.hoaloc');
    // The limits of the competent body count from its own receipt.
    const today = (await desk.office.get<{ today: string }>('lanhdao', '/clock')).today;
    expect(desk.clock(there, 'KN.ACCEPT.L1')).toMatchObject({ startOn: today });
  });

  it('a denunciation sent on stays sealed, and its nature is told to nobody on the way', async () => {
    const petition = await desk.ours({ type: 'denunciation', channel: 'post', content: `Tố cáo ${SECRET}` }, false);
    await desk.office.step('lanhdao', petition.caseFileId, 'TRANSFER', {
      receivingBody: 'Ủy ban nhân dân xã Bình Minh',
      receivingAgencyId: agencies['XA-BINHMINH'],
      documentNumber: '31/PC-UBND',
    });
    const waiting = await desk.office.get<Hop[]>('motcua.binhminh', '/incoming-petitions');
    expect(JSON.stringify(waiting)).not.toMatch(/Kwyjibo|denunciation|tố cáo/i);
    const { body } = await desk.post<Entered>(
      'motcua.binhminh',
      `/incoming-petitions/${waiting.at(-1)!.id}/acknowledge`,
    );
    expect(await desk.status('lanhdao.binhminh', `/case-files/${body.caseFileId}`)).toBe(200);
    for (const who of ['chuyenvien.binhminh', 'truongphong.binhminh', 'motcua', 'lanhdao'])
      expect([who, await desk.status(who, `/case-files/${body.caseFileId}`)]).toEqual([who, 404]);
    const { rows } = await desk.system.database.admin.query<{ content: string | null; sealed: boolean }>(
      'SELECT content, sealed IS NOT NULL AS sealed FROM app.petition WHERE id = $1',
      [body.id],
    );
    expect(rows).toEqual([{ content: null, sealed: true }]);
  });

  it('a denunciation of a chairman goes past the head of his own commune, and to the province it is sent to', async () => {
    const content = 'Tố cáo Chủ tịch UBND xã nhận tiền';
    const sent = async (to: string, clerk: string): Promise<Entered> => {
      const petition = await desk.register({ type: 'denunciation', channel: 'post', content });
      await desk.office.step('motcua', petition.caseFileId, 'CLASSIFY', { contentType: 'denunciation' });
      for (const [type, inputs] of [
        ['CHECK_ELIGIBILITY', { eligible: true }],
        ['CHECK_COMPETENCE', { competent: false }],
        ['TRANSFER', { receivingBody: 'Nơi nhận', receivingAgencyId: agencies[to], documentNumber: '33/PC-UBND' }],
      ] as const)
        await desk.office.step('lanhdao.tinh', petition.caseFileId, type, inputs);
      const waiting = await desk.office.get<Hop[]>(clerk, '/incoming-petitions');
      return (await desk.post<Entered>(clerk, `/incoming-petitions/${waiting.at(-1)!.id}/acknowledge`)).body;
    };
    const there = await sent('XA-BINHMINH', 'motcua.binhminh');
    expect(await desk.status('lanhdao.binhminh', `/case-files/${there.caseFileId}`)).toBe(404);
    expect(await desk.status('lanhdao.tinh', `/case-files/${there.caseFileId}`)).toBe(200);
    const above = await sent('TINH-DEMO', 'motcua.tinh');
    expect(await desk.status('lanhdao.tinh', `/case-files/${above.caseFileId}`)).toBe(200);
    expect(await desk.status('lanhdao', `/case-files/${above.caseFileId}`)).toBe(404);
  });

  it('a hop that was keyed by mistake is withdrawn with its act', async () => {
    const petition = await desk.ours({ type: 'feedback', content: 'Kiến nghị chuyển nhầm' }, false);
    await desk.office.step('lanhdao', petition.caseFileId, 'TRANSFER', {
      receivingBody: 'Ủy ban nhân dân phường',
      receivingAgencyId: agencies['PHUONG-NAMCAU'],
      documentNumber: '32/PC-UBND',
    });
    expect(await desk.office.get<Hop[]>('motcua.namcau', '/incoming-petitions')).toHaveLength(1);
    await desk.office.step('lanhdao', petition.caseFileId, 'CORRECT_LAST_STEP', { correction: 'Chọn nhầm nơi nhận' });
    expect(await desk.office.get<Hop[]>('motcua.namcau', '/incoming-petitions')).toEqual([]);
  });
});
