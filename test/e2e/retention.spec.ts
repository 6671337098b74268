import { call } from './support/call.js';
import { Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Rules {
  items: { procedure: string; years: number | null; basis: string | null; citation: string }[];
  note: string;
}
interface Files {
  items: { caseFileId: string; registerLabel: string; keepUntil: string; years: number; basis: string }[];
}
interface Proposal {
  id: string;
  items: number;
  state: string;
  hidden: number;
  lines: { caseFileId: string }[];
  mayDecide: boolean;
  decisionNo: string | null;
}

const BASIS = 'Quyết định số 12/QĐ-UBND ngày 05/01/2026 về thời hạn lưu trữ';

describe('files past their keeping', () => {
  let system: RunningSystem;
  let office: Office;
  let old: { caseFileId: string };
  let recent: { caseFileId: string };
  let sealed: { caseFileId: string };

  const post = async <Body = Record<string, unknown>>(who: string, path: string, body: unknown) =>
    call<Body>(system.url, 'POST', path, { token: await office.token(who), body });
  const files = (who = 'lanhdao') => office.get<Files>(who, '/retention/files');
  const closed = (id: string, on: string) =>
    system.database.admin.query(
      `UPDATE app.case_file SET closed_on = $2, closed_at = $2::date, procedure = CASE WHEN procedure = 'petition-handling' THEN 'complaint' ELSE procedure END WHERE id = $1`,
      [id, on],
    );

  beforeAll(async () => {
    system = await startSystem();
    office = new Office(system);
    old = await office.register();
    recent = await office.register();
    sealed = await office.register({ type: 'denunciation' });
    await closed(old.caseFileId, '2001-03-10');
    await closed(recent.caseFileId, '2024-03-10');
    await closed(sealed.caseFileId, '2001-03-10');
  });
  afterAll(() => system?.stop());

  it('are none until the province has set a period: what has no rule is kept for good', async () => {
    const { items, note } = await office.get<Rules>('lanhdao', '/retention/rules');
    expect(items.map(({ years }) => years)).toEqual(items.map(() => null));
    expect(items.find(({ procedure }) => procedure === 'complaint')?.citation).toBe('LKN Đ.34 k.2');
    expect(note).toContain('chưa được đối chiếu');
    expect((await files()).items).toEqual([]);
    const none = await post('lanhdao', '/retention/proposals', { note: 'Đề nghị xem xét' });
    expect(none).toMatchObject({ status: 409, body: { code: 'RETENTION.NOTHING' } });
  });

  it('appear with the rule and its paper once a period is set, protected ones only to who may see them', async () => {
    const rule = { procedure: 'complaint', permanent: false, years: 20, basis: BASIS };
    expect((await post('lanhdao', '/retention/rules', rule)).status).toBe(403);
    expect((await post('quantri', '/retention/rules', { ...rule, permanent: true })).status).toBe(422);
    expect((await post('quantri', '/retention/rules', { ...rule, basis: 'x' })).status).toBe(422);
    expect((await post('quantri', '/retention/rules', rule)).status).toBe(200);
    const { items } = await files('truongphong');
    expect(items).toEqual([
      expect.objectContaining({ caseFileId: old.caseFileId, keepUntil: '2021-03-10', years: 20, basis: BASIS }),
    ]);
    expect((await call(system.url, 'GET', '/retention/files', { token: await office.token('motcua') })).status).toBe(
      403,
    );
  });

  it('become a list that a leader decides on once; nothing is deleted', async () => {
    const count = async () =>
      (await system.database.admin.query<{ n: number }>('SELECT count(*)::int AS n FROM app.case_file')).rows[0]?.n;
    const before = await count();
    const made = await post<Proposal>('truongphong', '/retention/proposals', {
      note: 'Hồ sơ năm 2001 đã hết thời hạn',
    });
    expect(made).toMatchObject({ status: 201, body: { items: 1, state: 'proposed', mayDecide: false, hidden: 0 } });
    expect((await files('truongphong')).items).toEqual([]);
    expect((await files()).items.map(({ caseFileId }) => caseFileId)).toEqual([sealed.caseFileId]);
    const path = `/retention/proposals/${made.body.id}/decision`;
    const decision = {
      state: 'approved',
      decisionNo: 'QĐ 88/QĐ-UBND ngày 20/11/2026',
      reason: 'Đã hết giá trị sử dụng',
    };
    expect((await post('truongphong', path, decision)).status).toBe(403);
    const decided = await post<Proposal>('lanhdao', path, decision);
    expect(decided).toMatchObject({ status: 200, body: { state: 'approved', decisionNo: decision.decisionNo } });
    expect(decided.body.lines.map(({ caseFileId }) => caseFileId)).toEqual([old.caseFileId]);
    expect(await post('lanhdao', path, decision)).toMatchObject({ status: 409, body: { code: 'RETENTION.DECIDED' } });
    expect(await count()).toBe(before);
    expect((await office.get<{ id: string }>('lanhdao', `/case-files/${old.caseFileId}`)).id).toBe(old.caseFileId);
    const { items } = await office.get<{ items: { type: string }[] }>('quantri', '/administration/journal');
    expect(items.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['RETENTION_RULE_SET', 'RETENTION_PROPOSED', 'RETENTION_DECIDED']),
    );
  });

  it('go back to the list when the leader does not agree; a protected line is shown to its own people only', async () => {
    await closed(recent.caseFileId, '2002-01-01');
    const { body } = await post<Proposal>('lanhdao', '/retention/proposals', { note: 'Đề nghị lần hai' });
    expect(body).toMatchObject({ items: 2, hidden: 0 });
    const seen = await office.get<Proposal>('truongphong', `/retention/proposals/${body.id}`);
    expect(seen).toMatchObject({ items: 2, hidden: 1, lines: [{ caseFileId: recent.caseFileId }] });
    const decision = {
      state: 'rejected',
      decisionNo: 'CV 9/UBND ngày 21/11/2026',
      reason: 'Còn đang theo dõi thi hành',
    };
    expect((await post('lanhdao', `/retention/proposals/${body.id}/decision`, decision)).status).toBe(200);
    expect((await files('truongphong')).items.map(({ caseFileId }) => caseFileId)).toEqual([recent.caseFileId]);
  });

  it('are never taken away by a runtime role, whatever was approved', async () => {
    const { rows } = await system.database.admin.query<{ may: boolean }>(
      `SELECT bool_or(has_table_privilege(r, t, 'DELETE')) AS may FROM unnest(ARRAY['nghedan_app', 'nghedan_worker']) r,
         unnest(ARRAY['app.case_file', 'app.petition', 'app.attachment', 'app.retention_proposal', 'app.retention_item', 'app.retention_rule']) t`,
    );
    expect(rows[0]?.may).toBe(false);
  });
});
