import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { register } from './support/petitions.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Petition {
  content: string | null;
  excerpt: string | null;
  voided: boolean;
  voidReason: string | null;
  petitioners: { id: string; fullName: string | null; personalId: string | null; address: string | null }[];
}
interface Problem {
  code: string;
  errors: { pointer: string; code: string }[];
}
interface Corrections {
  items: {
    reason: string | null;
    correctedBy: string;
    sealed: boolean;
    changes: { field: string; label: string; before: string | null; after: string | null }[];
  }[];
}
interface Answers {
  sealed: boolean;
  registerLabel: string | null;
  files: { procedureTitle: string; stageTitle: string }[];
  nextSteps: { id: string; advice: string; citation: string }[];
}

const REASON = 'Gõ nhầm khi nhập từ đơn giấy';
/** Words of a denunciation that may stand nowhere in the clear. */
const SECRETS = ['Wembley', 'wembley', '079185121212', '079185343434', 'Xanadu', 'xanadu'];
const secretsIn = (text: string): string[] => SECRETS.filter((secret) => text.includes(secret));

describe('putting a registered petition right', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
  });
  afterAll(() => system?.stop());

  const post = async <Body>(path: string, body?: unknown, username = 'motcua') =>
    call<Body>(system.url, 'POST', path, {
      token: await office.token(username),
      ...(body === undefined ? {} : { body }),
    });
  const get = <Body>(path: string, username = 'motcua') => office.get<Body>(username, path);
  const enter = async (over: Record<string, unknown> = {}) => register(system.url, await office.token('motcua'), over);
  const idsFound = async (q: string): Promise<string[]> =>
    (await get<{ items: { id: string }[] }>(`/petitions?q=${encodeURIComponent(q)}`)).items.map(({ id }) => id);
  const factsOf = async (caseFileId: string): Promise<string> => {
    const { rows } = await system.database.admin.query<{ facts: unknown; type: string }>(
      `SELECT type, facts FROM app.case_event WHERE case_id = $1`,
      [caseFileId],
    );
    return JSON.stringify(rows);
  };

  it('writes what is right, keeps what stood there, and is found by the new words alone', async () => {
    const { id, caseFileId } = await enter({
      petitioners: [{ fullName: 'Phùng Thị Gõnhầm', personalId: '001185700001', address: 'Thôn Sai, xã Tân Thành' }],
      content: 'Khiếu nại việc thu hồi thửa đất trồng thanh long sai diện tích của gia đình',
    });
    const before = await get<Petition>(`/petitions/${id}`);
    const answer = await post<Petition>(`/petitions/${id}/corrections`, {
      reason: REASON,
      content: 'Khiếu nại việc thu hồi thửa đất trồng chôm chôm sai diện tích của gia đình',
      petitioners: [{ id: before.petitioners[0]!.id, fullName: 'Phùng Thị Đúngtên', personalId: '001185700002' }],
    });
    expect(answer.status).toBe(200);
    expect(answer.body.petitioners[0]).toMatchObject({
      fullName: 'Phùng Thị Đúngtên',
      personalId: '001185700002',
      address: 'Thôn Sai, xã Tân Thành',
    });
    expect(await idsFound('phung thi dungten')).toEqual([id]);
    expect(await idsFound('phung thi gonham')).toEqual([]);
    expect(await idsFound('chom chom')).toEqual([id]);
    const check = await post<{ possibleResends: { petitionId?: string }[] }>('/petitions/resend-checks', {
      petitioners: [{ personalId: '001185700002', fullName: 'Phùng Thị Đúngtên' }],
      content: 'Khiếu nại việc thu hồi thửa đất trồng chôm chôm sai diện tích của gia đình',
    });
    expect(check.body.possibleResends.map(({ petitionId }) => petitionId)).toContain(id);
    const { items } = await get<Corrections>(`/petitions/${id}/corrections`);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ reason: REASON, correctedBy: 'Nguyễn Thị Mai', sealed: false });
    expect(items[0]!.changes).toEqual(
      expect.arrayContaining([
        {
          field: 'petitioners/1/fullName',
          label: 'Họ và tên (người thứ 1)',
          before: 'Phùng Thị Gõnhầm',
          after: 'Phùng Thị Đúngtên',
        },
        expect.objectContaining({ field: 'content', label: 'Nội dung đơn' }),
      ]),
    );
    const facts = await factsOf(caseFileId);
    expect(facts).toContain('PETITION_CORRECTED');
    expect(facts).toContain('petitioners/1/personalId');
    for (const word of ['Đúngtên', 'Gõnhầm', '001185700001', '001185700002', 'chôm chôm', REASON])
      expect(facts).not.toContain(word);
  });

  it('clears a field with an empty text and says nothing of those not given', async () => {
    const { id } = await enter({ field: 'Đất đai', respondent: 'Ủy ban nhân dân xã Tân Thành' });
    const { body } = await post<{ field: string | null; respondent: string | null }>(`/petitions/${id}/corrections`, {
      reason: REASON,
      field: '',
    });
    expect(body).toMatchObject({ field: null, respondent: 'Ủy ban nhân dân xã Tân Thành' });
  });

  it('needs a reason, a difference, a readable number, a person of this very petition and the right office', async () => {
    const [one, other] = [await enter(), await enter()];
    const stranger = (await get<Petition>(`/petitions/${other.id}`)).petitioners[0]!.id;
    const own = (await get<Petition>(`/petitions/${one.id}`)).petitioners[0]!;
    const path = `/petitions/${one.id}/corrections`;
    expect((await post<Problem>(path, { field: 'Khác' })).status).toBe(422);
    expect((await post<Problem>(path, { reason: REASON, field: 'Đất đai' })).body.code).toBe(
      'INTAKE.NOTHING_CORRECTED',
    );
    const wrong = await post<Problem>(path, { reason: REASON, petitioners: [{ id: own.id, personalId: '12345' }] });
    expect(wrong).toMatchObject({ status: 422, body: { errors: [{ pointer: '/petitioners/0/personalId' }] } });
    const notHere = await post<Problem>(path, { reason: REASON, petitioners: [{ id: stranger, fullName: 'Ai đó' }] });
    expect(notHere.status).toBe(404);
    expect((await post<Problem>(path, { reason: REASON, field: 'Khác' }, 'quantri')).status).toBe(403);
    expect((await post<Problem>(path, { reason: REASON, content: '' })).status).toBe(422);
    expect((await get<Corrections>(path)).items).toEqual([]);
  });

  it('does not move the day of receipt, nor anything once handling is over or the number is void', async () => {
    const { id, caseFileId, receivedOn } = await enter();
    const path = `/petitions/${id}/corrections`;
    const moved = await post<Problem>(path, { reason: REASON, receivedOn: '2026-01-05' });
    expect(moved).toMatchObject({ status: 409, body: { code: 'INTAKE.RECEIVED_ON_FIXED' } });
    expect((await post(path, { reason: REASON, receivedOn, field: 'Môi trường' })).status).toBe(200);
    await office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    expect((await post(path, { reason: REASON, field: 'Y tế' })).status).toBe(200);
    await office.step('chuyenvien', caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    await office.step('chuyenvien', caseFileId, 'CHECK_COMPETENCE', { competent: true });
    await office.step('chuyenvien', caseFileId, 'PROPOSE_ACCEPTANCE');
    const late = await post<Problem>(path, { reason: REASON, field: 'Giáo dục' });
    expect(late).toMatchObject({ status: 409, body: { code: 'INTAKE.HANDLING_OVER' } });
    const voided = await enter();
    await post(`/petitions/${voided.id}/void`, { reasonCode: 'wrong-entry', reason: REASON });
    const gone = await post<Problem>(`/petitions/${voided.id}/corrections`, { reason: REASON, field: 'Y tế' });
    expect(gone).toMatchObject({ status: 409, body: { code: 'INTAKE.PETITION_VOIDED' } });
  });

  it('seals a corrected denunciation anew and leaves nothing of it in the clear, the ledger or the history', async () => {
    const { id, caseFileId } = await enter({
      type: 'denunciation',
      petitioners: [{ fullName: 'Trần Wembley', personalId: '079185121212', address: 'Ngõ Xanadu' }],
      content: 'Tố cáo cán bộ địa chính nhận tiền ở quán Xanadu',
      respondent: 'Cán bộ địa chính xã',
    });
    const { rows: people } = await system.database.admin.query<{ id: string; sealed: Buffer }>(
      'SELECT id, sealed FROM app.petitioner WHERE petition_id = $1',
      [id],
    );
    const asked = {
      reason: 'Nhầm số của bà Wembley',
      content: 'Tố cáo cán bộ địa chính nhận tiền hai lần ở quán Xanadu',
      petitioners: [{ id: people[0]!.id, personalId: '079185343434' }],
    };
    const answer = await post<Petition>(`/petitions/${id}/corrections`, asked);
    expect({ status: answer.status, said: secretsIn(answer.text) }).toEqual({ status: 200, said: [] });
    const { items } = await get<Corrections>(`/petitions/${id}/corrections`);
    expect(items).toMatchObject([{ reason: null, sealed: true }]);
    expect(items[0]!.changes.map(({ field, before, after }) => [field, before, after])).toEqual([
      ['content', null, null],
      ['petitioners/1/personalId', null, null],
    ]);
    expect(secretsIn(await factsOf(caseFileId))).toEqual([]);
    const { rows } = await system.database.admin.query<{ row: string; sealed: Buffer }>(
      `SELECT to_jsonb(p)::text || (SELECT jsonb_agg(to_jsonb(n))::text FROM app.petitioner n WHERE n.petition_id = p.id)
              || (SELECT jsonb_agg(to_jsonb(k))::text FROM app.petition_correction k WHERE k.petition_id = p.id)
              || (SELECT jsonb_agg(to_jsonb(t))::text FROM app.event_text t WHERE t.case_id = p.case_file_id) AS row,
              (SELECT sealed FROM app.petitioner WHERE petition_id = p.id) AS sealed
         FROM app.petition p WHERE p.id = $1`,
      [id],
    );
    expect(secretsIn(rows[0]!.row)).toEqual([]);
    expect(rows[0]!.sealed.equals(people[0]!.sealed)).toBe(false);
    // Found as the same person's by the new number, without saying which petition it is.
    const check = await post<{ possibleResends: { petitionId?: string; score: number }[] }>(
      '/petitions/resend-checks',
      {
        type: 'denunciation',
        petitioners: [{ personalId: '079185343434' }],
        content: asked.content,
      },
    );
    expect(check.body.possibleResends).toHaveLength(1);
    expect(check.body.possibleResends[0]!.petitionId).toBeUndefined();
    const towardsHead = await post<Problem>(`/petitions/${id}/corrections`, {
      reason: REASON,
      respondent: 'Chủ tịch UBND xã Tân Thành',
    });
    expect(towardsHead).toMatchObject({ status: 409, body: { code: 'INTAKE.DENOUNCES_HEAD_NOW' } });
  });

  it('writes each correction into the chain that the verifier walks', async () => {
    const report = await get<{ ok: boolean; events: number }>('/audit/verify', 'thanhtra');
    expect(report).toMatchObject({ ok: true });
  });
});

describe('taking a registration back', () => {
  let system: RunningSystem;
  let office: Office;
  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
  });
  afterAll(() => system?.stop());
  const undo = async (id: string, username = 'motcua') =>
    call<Petition & Problem>(system.url, 'POST', `/petitions/${id}/undo`, { token: await office.token(username) });
  const enter = async (over: Record<string, unknown> = {}) => register(system.url, await office.token('motcua'), over);

  it('voids the number with its reason, once, and the next petition gets the next number', async () => {
    const first = await enter();
    expect(Date.parse(String((first as unknown as { undoUntil: string }).undoUntil))).toBeGreaterThan(Date.now());
    const answer = await undo(first.id);
    expect(answer).toMatchObject({ status: 200, body: { voided: true, voidReason: 'Đăng ký nhầm, hoàn tác' } });
    expect((await enter()).registerNumber).toBe(first.registerNumber + 1);
    expect(await undo(first.id)).toMatchObject({ status: 409, body: { code: 'INTAKE.PETITION_VOIDED' } });
  });

  it('is for whoever registered it, as long as nothing has followed', async () => {
    const { id, caseFileId } = await enter();
    expect(await undo(id, 'motcua2')).toMatchObject({ status: 409, body: { code: 'INTAKE.UNDO_NOT_YOURS' } });
    await office.step('motcua', caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'INTAKE.MOVED_ON' } });
  });

  it('keeps the reason of a denunciation sealed like its other words', async () => {
    const { id } = await enter({
      type: 'denunciation',
      content: 'Tố cáo cán bộ thu tiền sai quy định',
      respondent: '',
    });
    expect(await undo(id)).toMatchObject({ status: 200, body: { voided: true, voidReason: null } });
  });

  it('tells what was answered and what the law has for a resend; of a denunciation only that it was sent', async () => {
    const first = await enter();
    const open = await office.get<Answers>('motcua', `/petitions/${first.id}/answers`);
    expect(open).toMatchObject({
      sealed: false,
      registerLabel: first.registerLabel,
      files: [{ procedureTitle: 'Xử lý đơn' }],
    });
    expect(open.nextSteps.map(({ id }) => id)).toEqual(['SENT_TO_MANY']);
    await office.step('motcua', first.caseFileId, 'CLASSIFY', { contentType: 'complaint' });
    await office.step('chuyenvien', first.caseFileId, 'CHECK_ELIGIBILITY', { eligible: true });
    await office.step('chuyenvien', first.caseFileId, 'CHECK_COMPETENCE', { competent: false });
    const guide = await office.form('chuyenvien', first.caseFileId, 'GUIDE');
    await office.step('chuyenvien', first.caseFileId, 'GUIDE', guide);
    const guided = await office.get<Answers>('motcua', `/petitions/${first.id}/answers`);
    expect(guided.files[0]!.stageTitle).toBe('Đã hướng dẫn');
    expect(guided.nextSteps).toMatchObject([{ id: 'COMPLAINT_GUIDED_BEFORE', citation: 'TT05 Đ.6 k2b, Đ.8 k1' }]);
    const sealed = await enter({
      type: 'denunciation',
      content: 'Tố cáo cán bộ thu tiền sai quy định',
      respondent: '',
    });
    const masked = await office.get<Answers>('motcua', `/petitions/${sealed.id}/answers`);
    expect(masked).toEqual({
      ...{ sealed: true, registerLabel: null, receivedOn: null, files: [], papers: [], nextSteps: [] },
      notes: ['Đã gửi trước.'],
    });
  });

  it('prints the handling day on the receipt, counted out, and none that would tell a denunciation', async () => {
    const open = await enter();
    expect(open.receipt.deadline).toMatchObject({ dueOn: open.handlingDeadline, statutory: false });
    expect(JSON.stringify(open.receipt.deadline)).toMatch(/10 ngày làm việc, đếm từ ngày \d\d\/\d\d\/\d{4}/);
    const sealed = await enter({
      type: 'denunciation',
      content: 'Tố cáo cán bộ thu tiền sai quy định',
      respondent: '',
    });
    expect(sealed.receipt.deadline).toBeNull();
  });

  it('is over after ten minutes', async () => {
    const { id } = await enter();
    await system.database.admin.query('UPDATE app.business_clock SET offset_seconds = offset_seconds + 601');
    expect(await undo(id)).toMatchObject({ status: 409, body: { code: 'INTAKE.UNDO_OVER' } });
  });
});
