import { call } from './support/call.js';
import { beginOn, eventually, Office, type Refused } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

const TODAY = '2026-11-20';
interface Note {
  id: string;
  rev: number;
  text: string;
  startedByName: string;
  writtenByName: string;
}
interface Notes {
  protected: boolean;
  mayWrite: boolean;
  items: Note[];
}

describe('what the people on a file share', () => {
  let system: RunningSystem;
  let office: Office;
  let open: { id: string; caseFileId: string };
  let sealed: { id: string; caseFileId: string };

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, TODAY);
    office = new Office(system);
    open = await office.register({ receivedOn: TODAY });
    sealed = await office.register({
      ...{ type: 'denunciation', receivedOn: TODAY, content: 'Cán bộ địa chính nhận tiền của dân' },
      petitioners: [{ fullName: 'Triệu Thị Kín', address: 'Thôn 2, xã Tân Thành' }],
    });
  });
  afterAll(() => system?.stop());

  const post = async <Body = Note>(
    username: string,
    path: string,
    { body = {}, headers = {} }: { body?: unknown; headers?: Record<string, string> } = {},
  ) => call<Body & Refused>(system.url, 'POST', path, { token: await office.token(username), body, headers });
  const notes = (username: string, id: string) => office.get<Notes>(username, `/case-files/${id}/notes`);

  describe('notes', () => {
    it('are read by the readers of the file; the ledger says that one was written and not what', async () => {
      const text = 'Đã gọi địa chính, hẹn đo lại thửa đất sáng thứ Ba.';
      const written = await post('chuyenvien', `/case-files/${open.caseFileId}/notes`, { body: { text } });
      expect(written).toMatchObject({ status: 201, body: { rev: 1, text, writtenByName: 'Trần Văn Bình' } });
      expect((await notes('lanhdao', open.caseFileId)).items).toMatchObject([{ id: written.body.id, text }]);
      expect(await notes('thanhtra', open.caseFileId)).toMatchObject({ mayWrite: false });
      const said = (await office.timeline(open.caseFileId)).findLast(({ type }) => type === 'NOTE_WRITTEN');
      expect(said).toMatchObject({ kind: 'record', facts: { noteId: written.body.id, version: 1 }, texts: {} });
      expect(JSON.stringify(said)).not.toContain('địa chính');
    });

    it('sent twice under one key are written once', async () => {
      const headers = { 'idempotency-key': 'note-twice-over' };
      const send = (text: string) =>
        post('chuyenvien', `/case-files/${open.caseFileId}/notes`, { body: { text }, headers });
      const [first, second] = [await send('Gửi hai lần'), await send('Gửi hai lần')];
      expect(second.body.id).toBe(first.body.id);
      expect(
        (await notes('chuyenvien', open.caseFileId)).items.filter(({ text }) => text === 'Gửi hai lần'),
      ).toHaveLength(1);
      expect(await send('Lời khác')).toMatchObject({ status: 422, body: { code: 'IDEMPOTENCY.KEY_REUSED' } });
    });

    it('are changed over what was seen and over nothing else', async () => {
      const { body } = await post('chuyenvien', `/case-files/${open.caseFileId}/notes`, { body: { text: 'Bản một' } });
      const path = `/case-files/${open.caseFileId}/notes/${body.id}`;
      const change = (username: string, rev: string, text: string) =>
        post(username, path, { body: { text }, headers: { 'if-match': rev } });
      expect((await post('truongphong', path, { body: { text: 'x' } })).status).toBe(428);
      const [quick, slow] = await Promise.all([
        change('truongphong', '"1"', 'Bản của trưởng phòng'),
        change('chuyenvien', '"1"', 'Bản của chuyên viên'),
      ]);
      expect([quick.status, slow.status].sort()).toEqual([200, 412]);
      const kept = (await notes('lanhdao', open.caseFileId)).items.find(({ id }) => id === body.id);
      expect(kept).toMatchObject({ rev: 2, text: (quick.status === 200 ? quick : slow).body.text });
      const { rows } = await system.database.admin.query(
        'SELECT text FROM app.case_note WHERE note_id = $1 AND rev = 1',
        [body.id],
      );
      expect(rows).toEqual([{ text: 'Bản một' }]);
    });

    it('on a protected file are sealed, and refuse numbers that name somebody', async () => {
      const path = `/case-files/${sealed.caseFileId}/notes`;
      expect(await notes('lanhdao', sealed.caseFileId)).toMatchObject({ protected: true, mayWrite: true, items: [] });
      expect(await post('lanhdao', path, { body: { text: 'Gọi người gửi: 0912 345 678' } })).toMatchObject({
        ...{ status: 422, body: { code: 'CASEWORK.NOTE_IDENTIFIES' } },
      });
      expect((await post('lanhdao', path, { body: { text: 'Mời làm việc ngày 25/11.' } })).status).toBe(201);
      expect((await notes('lanhdao', sealed.caseFileId)).items[0]?.text).toBe('Mời làm việc ngày 25/11.');
      const { rows } = await system.database.admin.query(
        'SELECT text, length(sealed) > 0 AS sealed FROM app.case_note WHERE case_id = $1',
        [sealed.caseFileId],
      );
      expect(rows).toEqual([{ text: null, sealed: true }]);
    });

    it.each(['chuyenvien', 'thanhtra', 'quantri'])('of a protected file are not there for %s', async (username) => {
      const path = `/case-files/${sealed.caseFileId}/notes`;
      expect((await call(system.url, 'GET', path, { token: await office.token(username) })).status).toBe(404);
      // Whoever writes on no file at all is refused before any file is looked for.
      const refused = username === 'chuyenvien' ? 404 : 403;
      expect((await post(username, path, { body: { text: 'Xem thử' } })).status).toBe(refused);
    });

    it('are not added by who only looks', async () => {
      const answer = await post('thanhtra', `/case-files/${open.caseFileId}/notes`, { body: { text: 'Xem rồi' } });
      expect(answer).toMatchObject({ status: 403, body: { code: 'ACCESS.READ_ONLY' } });
    });
  });

  it('names who has the file, and of a protected one everybody who sees it', async () => {
    await office.step('truongphong', open.caseFileId, 'ASSIGN_OFFICER', {
      assigneeId: await office.userId('chuyenvien'),
    });
    const people = await office.get<{ protected: boolean; people: { fullName: string; assignee: boolean }[] }>(
      'lanhdao',
      `/case-files/${open.caseFileId}/people`,
    );
    expect(people).toMatchObject({ protected: false, people: [{ fullName: 'Trần Văn Bình', assignee: true }] });
    const few = await office.get<{ protected: boolean; people: { id: number }[] }>(
      'lanhdao',
      `/case-files/${sealed.caseFileId}/people`,
    );
    expect(few.protected).toBe(true);
    expect(few.people.map(({ id }) => id)).toContain(await office.userId('lanhdao'));
    expect(few.people.map(({ id }) => id)).not.toContain(await office.userId('chuyenvien'));
  });

  it('lists the papers that wait for each person’s act', async () => {
    const { id } = await office.complaintFile({ receivedOn: TODAY });
    const paper = await post<{ id: string; rev: number }>('chuyenvien', `/case-files/${id}/documents`, {
      body: { form: 'ND124.07' },
    });
    expect(paper.status).toBe(201);
    const next = async (username: string) =>
      (await office.get<{ items: { id: string; next: string }[] }>(username, '/documents/waiting')).items.find(
        (one) => one.id === paper.body.id,
      )?.next;
    expect([await next('chuyenvien'), await next('lanhdao')]).toEqual(['submit', undefined]);
    // Behind a hundred and twenty older ones it is still found, and all are counted.
    await system.database.admin.query(
      `INSERT INTO app.paper SELECT (jsonb_populate_record(p, jsonb_build_object(
           'id', gen_random_uuid(), 'drafted_at', p.drafted_at - interval '1 day'))).*
         FROM app.paper p, generate_series(1, 120) WHERE p.id = $1`,
      [paper.body.id],
    );
    const all = await office.get<{ items: unknown[]; more: boolean }>('chuyenvien', '/documents/waiting');
    expect([all.items.length >= 121, all.more]).toEqual([true, false]);
    expect(await next('chuyenvien')).toBe('submit');
  });

  it('lets a person end a task of theirs, once, with a word on how', async () => {
    await office.advance({ workingDays: 40 });
    const task = await eventually('a letter of urging to write', async () =>
      (
        await office.get<{ tasks: { id: string; caseFileId: string; title: string; markable: boolean }[] }>(
          'truongphong',
          '/my-work',
        )
      ).tasks.find(({ title }) => /đôn đốc/.test(title)),
    );
    expect(task.markable).toBe(true);
    const note = 'Đã gửi văn bản đôn đốc số 15/UBND-VP.';
    const done = (username: string, body: unknown = { note }) => post(username, `/tasks/${task.id}/done`, { body });
    expect((await done('truongphong', { note: '' })).status).toBe(422);
    expect((await done('chuyenvien')).body.code).toBe('TASK.NOT_YOURS');
    expect((await done('truongphong')).status).toBe(204);
    expect(await done('truongphong')).toMatchObject({ status: 409, body: { code: 'TASK.DONE' } });
    const left = await office.get<{ tasks: { id: string }[] }>('truongphong', '/my-work');
    expect(left.tasks.map(({ id }) => id)).not.toContain(task.id);
    const said = (await office.timeline(task.caseFileId)).findLast(({ type }) => type === 'TASK_DONE');
    expect(said).toMatchObject({ kind: 'record', facts: { taskId: task.id }, texts: { note } });
  });

  it('leaves a paper to be ended by the paper', async () => {
    const { rows } = await system.database.admin.query<{ id: string }>(
      `SELECT id FROM app.task WHERE kind LIKE 'issue:%' AND done_at IS NULL LIMIT 1`,
    );
    const answer = await post('lanhdao', `/tasks/${rows[0]?.id}/done`, { body: { note: 'Xong rồi' } });
    expect(answer).toMatchObject({ status: 409, body: { code: 'TASK.BY_PAPER' } });
  });
});
