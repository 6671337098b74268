import { randomUUID } from 'node:crypto';
import { beginOn, eventually, Office } from './support/cases.js';
import { Described, isDesks } from './support/described.js';
import { type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-11-20';
const TUS = { 'tus-resumable': '1.0.0' };

/** Operations of an officer's desk, against the running product: the answer holds what is described, and nothing else. */
describe('the described contract of what an officer has on the desk', () => {
  let system: RunningSystem;
  let office: Office;
  let described: Described;
  let petition: { id: string; caseFileId: string };
  let sealed: { id: string; caseFileId: string };
  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, TODAY);
    office = new Office(system);
    described = new Described(system.url, await office.token('motcua'));
    petition = await office.register({ receivedOn: TODAY });
    sealed = await office.register({
      ...{ type: 'denunciation', receivedOn: TODAY, content: 'Cán bộ địa chính nhận tiền của dân' },
      petitioners: [{ fullName: 'Triệu Thị Kín', address: 'Thôn 2, xã Tân Thành' }],
    });
  });
  afterAll(() => system?.stop());

  const check = (...asked: Parameters<Described['check']>) => described.check(...asked);

  it('notes of a file, open and protected', async () => {
    const token = await office.token('lanhdao');
    for (const id of [petition.caseFileId, sealed.caseFileId]) {
      const file = { token, values: { id } };
      const written = await check('POST', '/api/v1/case-files/{id}/notes', { ...file, body: { text: 'Bản một' } });
      await check('POST', '/api/v1/case-files/{id}/notes/{noteId}', {
        token,
        values: { id, noteId: String(written.body['id']) },
        headers: { 'if-match': `"${String(written.body['rev'])}"` },
        body: { text: 'Bản hai' },
      });
      const notes = await check('GET', '/api/v1/case-files/{id}/notes', file);
      expect(notes.body).toMatchObject({ items: [{ rev: 2, text: 'Bản hai' }] });
    }
  });

  it('people on a file, open and protected', async () => {
    await office.step('truongphong', petition.caseFileId, 'ASSIGN_OFFICER', {
      assigneeId: await office.userId('chuyenvien'),
    });
    const token = await office.token('lanhdao');
    for (const id of [petition.caseFileId, sealed.caseFileId]) {
      const { body } = await check('GET', '/api/v1/case-files/{id}/people', { token, values: { id } });
      expect((body['people'] as unknown[]).length).toBeGreaterThan(0);
    }
  });

  it('what one box finds', async () => {
    for (const q of ['khieu nai', 'dang', '1']) await check('POST', '/api/v1/search', { body: { q } });
    const { items } = (await check('POST', '/api/v1/search', { body: { q: 'thua dat' } })).body;
    expect((items as unknown[]).length).toBeGreaterThan(0);
  });

  it('choices about the screens', async () => {
    const kinds = ['contrast', true, 15, ['number', 'deadline'], { files: ['number'] }];
    for (const value of kinds) {
      const values = { key: 'views' };
      await check('PUT', '/api/v1/me/settings/{key}', { values, body: { value } });
      const kept = await check('GET', '/api/v1/me/settings');
      expect(kept.body).toEqual({ items: [{ key: 'views', value }] });
      await check('DELETE', '/api/v1/me/settings/{key}', { values });
    }
  });

  it('the open stream and the works it tells of', async () => {
    const subject = randomUUID();
    await system.database.admin.query(
      `SELECT app.live_progress('import', $1, 'running', 1, 100, now() - interval '10 s', id, NULL)
         FROM app.agency WHERE code = 'XA-TANTHANH'`,
      [subject],
    );
    expect(await described.stream('/api/v1/live')).not.toBe('');
    const { items } = (await check('GET', '/api/v1/live/works')).body;
    expect((items as { id: string }[]).map(({ id }) => id)).toContain(subject);
  });

  it('files that come a piece at a time', async () => {
    const bytes = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF');
    const begun = async () => {
      const { headers } = await check('POST', '/api/v1/uploads', {
        headers: {
          ...TUS,
          'upload-length': String(bytes.length),
          'upload-metadata': `petitionId ${Buffer.from(petition.id).toString('base64')}`,
        },
      });
      return { id: (headers.get('location') ?? '').split('/').at(-1) ?? '' };
    };
    const values = await begun();
    const send = (from: number, to: number) =>
      check('PATCH', '/api/v1/uploads/{id}', {
        values,
        headers: { ...TUS, 'upload-offset': String(from) },
        raw: { type: 'application/offset+octet-stream', body: bytes.subarray(from, to) },
      });
    await send(0, 10);
    const { headers } = await check('HEAD', '/api/v1/uploads/{id}', { values, headers: TUS });
    expect(headers.get('upload-offset')).toBe('10');
    const open = await check('GET', '/api/v1/uploads');
    expect(open.body).toMatchObject({ items: [{ id: values.id }] });
    expect((await send(10, bytes.length)).headers.get('upload-offset')).toBe(String(bytes.length));
    await check('POST', '/api/v1/uploads/{id}/finish', { values, body: { fileName: 'đơn.pdf' } });
    await check('DELETE', '/api/v1/uploads/{id}', { values: await begun() });
  });

  it('papers that wait, and a task ended by its person', async () => {
    const { id } = await office.complaintFile({ receivedOn: TODAY });
    const officer = await office.token('chuyenvien');
    await described.check('POST', '/api/v1/case-files/{id}/documents', {
      ...{ token: officer, values: { id } },
      body: { form: 'ND124.07' },
    });
    const waiting = await check('GET', '/api/v1/documents/waiting', { token: officer });
    expect((waiting.body['items'] as unknown[]).length).toBeGreaterThan(0);
    await office.advance({ workingDays: 40 });
    const task = await eventually('a task to end', async () =>
      (await office.get<{ tasks: { id: string; markable: boolean }[] }>('truongphong', '/my-work')).tasks.find(
        ({ markable }) => markable,
      ),
    );
    await check('POST', '/api/v1/tasks/{id}/done', {
      ...{ token: await office.token('truongphong'), values: { id: task.id } },
      body: { note: 'Đã gửi văn bản đôn đốc số 15/UBND-VP.' },
    });
  });

  it('left no operation out', () => {
    expect(described.missed(isDesks)).toEqual([]);
  });
});
