import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { seal } from '#libs/audit';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { Described, isOversight } from './support/described.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

const COMMUNE = 'XA-TANTHANH';
const NOBODY = '018f0000-0000-7000-8000-000000000000';

/** What looks over the house, against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of figures, inspections, checks and operations', () => {
  let system: RunningSystem;
  let office: Office;
  let described: Described;
  let administrator: string;
  let from: string;
  let to: string;
  beforeAll(async () => {
    system = await startSystem({ worker: true, owner: true });
    await seedDemo(system, 60);
    office = new Office(system);
    administrator = await office.token('quantri');
    described = new Described(system.url, await office.token('thanhtra'));
    const told = await office.get<{ from: string; to: string }>('thanhtra', '/reports/figures');
    // A year more than the report: a period that began yesterday has nothing to draw from.
    [from, to] = [`${Number(told.from.slice(0, 4)) - 1}${told.from.slice(4)}`, told.to];
  }, 240_000);
  afterAll(() => system?.stop());

  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);
  const items = ({ body }: { body: Record<string, unknown> }) => body['items'] as Record<string, unknown>[];

  it('figures and the lists behind them', async () => {
    const told = await check('GET', '/api/v1/reports/figures');
    const years = `?from=${from}&to=${to}`;
    await check('GET', '/api/v1/reports/figures', { query: `${years}&agency=${COMMUNE}&procedure=complaint` });
    const path = '/api/v1/reports/figures/{measure}/cases';
    for (const { measure } of told.body['figures'] as { measure: string }[])
      await check('GET', path, { values: { measure }, query: `${years}&limit=20` });
    const counted = await check('GET', path, { values: { measure: 'inCompetence' }, query: `${years}&limit=1` });
    expect(items(counted)).toHaveLength(1);
    await check('GET', path, { values: { measure: 'petitionsReceived' }, query: `${years}&type=complaint` });
    await check('GET', '/api/v1/reports/protected-figures');
    await check('GET', '/api/v1/reports/protected-figures', { query: `?year=${to.slice(0, 4)}` });
  });

  it('scorecards, complex cases, targets and emulation models', async () => {
    const told = await check('GET', '/api/v1/scorecards', { query: `?from=${from}&to=${to}` });
    for (const { measure } of told.body['measures'] as { measure: string }[])
      await check('GET', '/api/v1/scorecards/{score}/rows', {
        ...{ values: { score: measure }, query: `?from=${from}&to=${to}&limit=5` },
      });
    await check('GET', '/api/v1/complex-cases', { query: '?limit=5' });
    for (const list of ['scorecards', 'complex-cases', 'emulation-models', 'reports/figures'])
      await check('GET', `/api/v1/${list}/export`);
    await check('GET', '/api/v1/rate-targets');
    await check('GET', '/api/v1/emulation-models', { query: '?year=2026' });
    const [chairman, at] = [await office.token('lanhdao'), '/api/v1/emulation-models'];
    const model = { year: 2026, name: 'Dân vận khéo thôn 2', field: 'Tiếp công dân', level: 'registered' };
    const body = { ...model, summary: 'Tiếp dân mỗi sáng thứ bảy' };
    const { body: entry } = await check('POST', at, { token: chairman, body });
    const values = { id: String(entry['id']) };
    const reason = 'Ghi lại cho đúng';
    await check('POST', `${at}/{id}/corrections`, { values, token: chairman, body: { ...body, rev: 1, reason } });
    await check('POST', `${at}/{id}/void`, { values, token: chairman, body: { rev: 2, reason } });
    await check('GET', `${at}/{id}/history`, { values });
    const target = { rate: 'resolution', perMille: 900, kind: 'internal', source: 'Chương trình', from: '2026-01-01' };
    const { body: set } = await check('POST', '/api/v1/rate-targets', { token: chairman, body: target });
    const id = String((set['items'] as { id: string }[])[0]?.id);
    await check('POST', '/api/v1/rate-targets/{id}/withdraw', { values: { id }, token: chairman, body: { reason } });
  });

  it('the report forms, their cells and files', async () => {
    await check('GET', '/api/v1/reports/forms');
    const years = `?from=${from}&to=${to}`;
    for (const form of ['TCD01', 'XLD01', 'KQGQ03', 'TT06-XLD02'])
      await check('GET', '/api/v1/reports/{form}', { values: { form }, query: years });
    for (const cell of ['1', '7', '22'])
      await check('GET', '/api/v1/reports/{form}/cells/{cell}', {
        values: { form: 'XLD01', cell },
        query: `${years}&limit=5`,
      });
    for (const format of ['xlsx', 'csv'])
      await check('GET', '/api/v1/reports/{form}/export', {
        values: { form: 'XLD01' },
        query: `${years}&format=${format}`,
      });
  });

  it('reports that are frozen, issued and counted again', async () => {
    const token = await office.token('lanhdao');
    const period = { from: '2025-12-15', to: '2026-06-14' };
    const made = await check('POST', '/api/v1/issued-reports', { token, body: { form: 'XLD02', ...period } });
    const report = { token, values: { id: String(made.body['id']) } };
    await check('POST', '/api/v1/issued-reports/{id}/issue', { ...report, body: {} });
    await check('GET', '/api/v1/issued-reports/{id}', report);
    await check('GET', '/api/v1/issued-reports/{id}/recomputed', report);
    await check('GET', '/api/v1/issued-reports/{id}/cells/{cell}', { token, values: { ...report.values, cell: '1' } });
    await check('GET', '/api/v1/issued-reports/{id}/file', { ...report, query: '?format=zip' });
    const list = await check('GET', '/api/v1/issued-reports', { token, query: '?state=issued&limit=5' });
    expect(items(list)).toHaveLength(1);
  });

  it('packs of reports, and who has not entered what', async () => {
    const token = await office.token('lanhdao');
    const made = await check('POST', '/api/v1/report-packs', { token, body: { key: '2026-Q2' } });
    const pack = { token, values: { id: String(made.body['id']) } };
    await check('GET', '/api/v1/report-packs/{id}', pack);
    await check('GET', '/api/v1/report-packs/{id}/file', pack);
    expect(items(await check('GET', '/api/v1/report-packs'))).toHaveLength(1);
    await check('GET', '/api/v1/data-gaps', { query: `?from=${from}&to=${to}` });
    for (const gap of ['noField', 'noFinding', 'noRecord'])
      await check('GET', '/api/v1/data-gaps/rows', { query: `?gap=${gap}&agency=${COMMUNE}` });
  });

  it('inspections, their samples and findings', async () => {
    const opened = await check('POST', '/api/v1/inspections', {
      body: { name: 'Kiểm tra việc giải quyết khiếu nại', team: 'Đoàn số 3', from, to },
    });
    const inspection = { values: { id: String(opened.body['id']) } };
    const drawn = await check('POST', '/api/v1/inspections/{id}/samples', {
      ...inspection,
      body: { measure: 'inCompetence', strata: 'agency', size: 3, seed: 'doan-so-3' },
    });
    const sample = { id: String(drawn.body['id']) };
    const before = await check('GET', '/api/v1/inspection-samples/{id}', { values: sample });
    const [first] = before.body['cases'] as { caseFileId: string }[];
    await check('POST', '/api/v1/inspection-samples/{id}/cases/{caseFileId}/findings', {
      values: { ...sample, caseFileId: String(first?.caseFileId) },
      body: { verdict: 'minor', note: 'Thiếu biên bản giao nhận quyết định.' },
    });
    const after = await check('GET', '/api/v1/inspection-samples/{id}', { values: sample });
    expect((after.body['cases'] as { findings: unknown[] }[])[0]?.findings).toHaveLength(1);
    const redrawn = await check('GET', '/api/v1/inspection-samples/{id}/redrawn', { values: sample });
    expect(redrawn.body['sameSample']).toBe(true);
    const cell = { form: 'XLD01', cell: 3 };
    const frozen = await check('POST', '/api/v1/inspections/{id}/lists', { ...inspection, body: cell });
    const list = { id: String(frozen.body['id']) };
    const listed = await check('GET', '/api/v1/inspection-lists/{id}', { values: list });
    await check('POST', '/api/v1/inspection-lists/{id}/cases/{caseFileId}/findings', {
      values: { ...list, caseFileId: (listed.body['rows'] as { caseFileId: string }[])[0]!.caseFileId },
      body: { kind: 'dataEntry', verdict: 'minor', note: 'Nhập vào sổ chậm.' },
    });
    await check('GET', '/api/v1/inspections/{id}/evidence', inspection);
    await check('GET', '/api/v1/inspection-findings', { token: await office.token('lanhdao') });
    await check('GET', '/api/v1/inspections/{id}', inspection);
    expect(items(await check('GET', '/api/v1/inspections'))).toHaveLength(1);
  });

  it('who has read whom', async () => {
    const { rows } = await system.database.admin.query<{ id: string }>(
      `SELECT c.id FROM app.case_file c JOIN app.app_user u ON u.id = ANY (c.visible_to)
        WHERE u.username = 'lanhdao' AND c.procedure = 'denunciation' ORDER BY c.id LIMIT 1`,
    );
    const read = await call(system.url, 'POST', `/case-files/${rows[0]?.id}/identity-readings`, {
      token: await office.token('lanhdao'),
      body: { purpose: 'verification' },
    });
    expect(read.status).toBe(200);
    expect(items(await check('GET', '/api/v1/identity-reading-log')).length).toBeGreaterThan(0);
    await check('GET', '/api/v1/identity-reading-log', { query: `?from=${from}&to=${to}` });
  });

  it('checks of the ledger', async () => {
    await check('GET', '/api/v1/audit/standing');
    const { privateKey } = loadSigningKey(system.dataDir);
    const archive = new PostgresLedgerArchive(system.database.connections);
    await eventually('a signed head', async () => (await seal(archive, privateKey, new Date())).head);
    const started = await check('POST', '/api/v1/audit/checks');
    const values = { id: String(started.body['id']) };
    await eventually('the end of the check', async () => {
      const { body } = await check('GET', '/api/v1/audit/checks/{id}', { values });
      return body['state'] === 'running' ? null : body;
    });
    await check('GET', '/api/v1/audit/standing');
    const another = await check('POST', '/api/v1/audit/checks');
    await check('POST', '/api/v1/audit/checks/{id}/cancel', { values: { id: String(another.body['id']) } });
  });

  it('the ladder', async () => {
    const asked = { token: administrator, values: { code: COMMUNE } };
    await check('GET', '/api/v1/escalation-policies', { token: administrator });
    await check('GET', '/api/v1/escalation-policies/{code}', asked);
    const policy = [
      {
        ...{ workStart: '08:00', workEnd: '16:30', makeup: 'ignore', firstReminder: 5, lastReminder: 2 },
        rungs: [{ afterWorkingDays: 1, tell: ['caseOfficer'] }],
      },
    ];
    await check('POST', '/api/v1/escalation-policies/{code}/preview', { ...asked, body: { policy } });
    const body = { policy, seen: 0, reason: 'Theo quy chế làm việc mới' };
    await check('POST', '/api/v1/escalation-policies/{code}', { ...asked, body });
    await check('GET', '/api/v1/escalation-policies/{code}', asked);
    await check('GET', '/api/v1/escalation-policies', { token: administrator });
  });

  it('the health of the system and what failed in it', async () => {
    const asked = { token: administrator };
    await check('GET', '/api/v1/operations/health', asked);
    await check('GET', '/api/v1/operations/stored-files', asked);
    await check('GET', '/api/v1/operations/backups', asked);
    const { caseFileId } = await office.register();
    await system.database.admin.query(
      `INSERT INTO app.effect (case_id, kind, payload) VALUES ($1, 'case.advance', '{"ruleId": "KN.EFFECT.L1", "occurredOn": "2025-01-06"}')`,
      [caseFileId],
    );
    const failed = await eventually('the refusal', async () => {
      const [first] = items(await check('GET', '/api/v1/operations/failed-effects', asked));
      return first;
    });
    await check('GET', '/api/v1/operations/health', asked);
    const body = { reason: 'Đã sửa quy trình của hồ sơ' };
    const path = '/api/v1/operations/failed-effects/{id}/retry';
    await check('POST', path, { ...asked, values: { id: String(failed['id']) }, body });
    await check('POST', path, { ...asked, values: { id: NOBODY }, body, status: 404 });
  });

  it('how long files are kept, and what is proposed of those past it', async () => {
    const leader = { token: await office.token('lanhdao') };
    const { caseFileId } = await office.register();
    await system.database.admin.query(
      `UPDATE app.case_file SET closed_on = '2001-03-10', closed_at = '2001-03-10', procedure = 'complaint' WHERE id = $1`,
      [caseFileId],
    );
    await check('GET', '/api/v1/retention/rules', leader);
    const rule = {
      procedure: 'complaint',
      permanent: false,
      years: 20,
      basis: 'Quyết định 12/QĐ-UBND ngày 05/01/2026',
    };
    await check('POST', '/api/v1/retention/rules', { token: administrator, body: rule });
    expect(items(await check('GET', '/api/v1/retention/files', leader))).toHaveLength(1);
    const made = await check('POST', '/api/v1/retention/proposals', { ...leader, body: { note: 'Hồ sơ năm 2001' } });
    const values = { id: String(made.body['id']) };
    await check('GET', '/api/v1/retention/proposals/{id}', { ...leader, values });
    const body = { state: 'rejected', decisionNo: 'CV 9/UBND', reason: 'Còn theo dõi thi hành' };
    await check('POST', '/api/v1/retention/proposals/{id}/decision', { ...leader, values, body });
    await check('GET', '/api/v1/retention/proposals', leader);
  });

  it('what is done when data got out, each step within its time', async () => {
    const asked = { token: administrator };
    const hours = (n: number) => new Date(Date.now() - n * 3_600_000).toISOString();
    const what = 'Một máy trạm bị lấy mất, khoảng 40 người';
    await check('POST', '/api/v1/breaches', { ...asked, body: { discoveredAt: hours(-5), what }, status: 422 });
    const noted = await check('POST', '/api/v1/breaches', { ...asked, body: { discoveredAt: hours(30), what } });
    const id = String(noted.body['id']);
    const steps = (answer: { body: Record<string, unknown> }) =>
      Object.fromEntries((answer.body['steps'] as { key: string }[]).map((step) => [step.key, step]));
    expect(steps(noted)).toMatchObject({
      contain: { state: 'late', citation: null },
      notify: { state: 'running', hours: 72, citation: 'Luật 91/2025 Đ23.1' },
    });
    const path = '/api/v1/breaches/{id}/steps/{step}';
    const step = (key: string, doneAt: string, applies = true) => ({
      ...{ ...asked, values: { id, step: key } },
      body: { applies, doneAt, note: 'Đã gửi văn bản số 12' },
    });
    const done = await check('POST', path, step('contain', hours(29.5)));
    expect(steps(done)).toMatchObject({ contain: { state: 'done' } });
    expect(steps(await check('POST', path, step('preserve', hours(2))))).toMatchObject({
      preserve: { state: 'doneLate' },
    });
    expect(steps(await check('POST', path, step('denouncer', hours(2), false)))).toMatchObject({
      denouncer: { state: 'notNeeded' },
    });
    await check('POST', path, { ...step('contain', hours(1)), status: 409 });
    await check('POST', path, { ...step('notify', hours(40)), status: 422 });
    await check('POST', path, { ...step('nothing', hours(1)), status: 404 });
    await check('GET', '/api/v1/breaches/{id}', { ...asked, values: { id } });
    expect(items(await check('GET', '/api/v1/breaches', { token: await office.token('lanhdao.tinh') }))).toHaveLength(
      1,
    );
    expect(items(await check('GET', '/api/v1/breaches', { token: await office.token('lanhdao') }))).toEqual([]);
    await check('GET', '/api/v1/breaches', { token: await office.token('chuyenvien'), status: 403 });
  });

  it('the sample of a standard form', async () => {
    const answer = await check('GET', '/api/v1/document-templates/standard/{form}/preview.pdf', {
      token: await office.token('chuyenvien'),
      values: { form: 'ND124.10' },
    });
    expect(answer.headers.get('content-type')).toContain('application/pdf');
  });

  it('practice and the way back to where it began', async () => {
    const asked = { token: administrator };
    await check('GET', '/api/v1/training', asked);
    await check('POST', '/api/v1/training', { ...asked, body: { on: true, reason: 'Tập huấn cho cán bộ xã' } });
    await check('POST', '/api/v1/training/reset', asked);
    await eventually('the way back', async () => {
      const { body } = await check('GET', '/api/v1/training', asked);
      const state = (body['reset'] as { state: string } | null)?.state;
      if (state === 'failed') throw new Error('The way back failed');
      return state === 'done' ? state : null;
    });
    await check('POST', '/api/v1/training', { ...asked, body: { on: false, reason: 'Kết thúc buổi tập huấn' } });
  });

  it('left no operation out', () => {
    expect(described.missed(isOversight)).toEqual([]);
  });
});
