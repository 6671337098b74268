import { randomUUID } from 'node:crypto';
import { call } from './support/call.js';
import { beginOn, Office } from './support/cases.js';
import { type RunningSystem, startSystem } from './support/system.js';

interface Line {
  readonly id: string;
  readonly done: boolean;
  readonly code: string | null;
  readonly detail: string | null;
  readonly paperId: string | null;
  readonly told: string[];
}
interface Results {
  readonly done: number;
  readonly refused: number;
  readonly lines: Line[];
  readonly code?: string;
}

describe('acts of leaders on several files', () => {
  let system: RunningSystem;
  let office: Office;
  let files: string[];
  let hidden: string;
  let officer: number;

  const post = async (who: string, path: string, body: object, key?: string) =>
    call<Results>(system.url, 'POST', path, {
      token: await office.token(who),
      body,
      headers: key ? { 'idempotency-key': key } : {},
    });
  const count = async (sql: string, values: unknown[]): Promise<number> =>
    Number((await system.database.admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${sql}`, values)).rows[0]!.n);
  const events = (id: string, type: string) => count('app.case_event WHERE case_id = $1 AND type = $2', [id, type]);
  const total = () => count('app.case_event', []);

  beforeAll(async () => {
    system = await startSystem({ worker: true });
    await beginOn(system, '2026-07-06');
    office = new Office(system);
    files = [];
    for (let i = 0; i < 4; i += 1) files.push((await office.register({ receivedOn: '2026-07-06' })).caseFileId);
    hidden = (
      await office.register({
        ...{ type: 'denunciation', receivedOn: '2026-07-06', content: 'Tố cáo Chủ tịch xã nhận tiền' },
        respondent: 'Chủ tịch UBND xã Tân Thành',
      })
    ).caseFileId;
    officer = await office.userId('chuyenvien');
  });
  afterAll(() => system?.stop());

  describe('giving files to an officer', () => {
    it('each file has an act of its own; what cannot be given is told by line and nothing of it is written', async () => {
      const gone = await office.register({ receivedOn: '2026-07-06' });
      const closed = gone.caseFileId;
      const voided = await call(system.url, 'POST', `/petitions/${gone.id}/void`, {
        token: await office.token('motcua'),
        body: { reasonCode: 'registered-twice', reason: 'Đã vào sổ hai lần' },
      });
      expect(voided.status).toBe(200);
      const nobodys = randomUUID();
      const before = await total();
      const { status, body } = await post('truongphong', '/case-files/assignments', {
        ...{ caseFileIds: [files[0], nobodys, hidden, closed, files[1]], assigneeId: officer },
        note: 'Làm ngay trong tuần',
      });
      expect(status).toBe(200);
      expect(body.lines.map(({ id, done }) => ({ id, done }))).toEqual([
        { id: files[0], done: true },
        { id: nobodys, done: false },
        { id: hidden, done: false },
        { id: closed, done: false },
        { id: files[1], done: true },
      ]);
      expect([body.done, body.refused]).toEqual([2, 3]);
      expect(body.lines[1]!.code).toBe(body.lines[2]!.code);
      expect(body.lines[1]!.detail).toBe(body.lines[2]!.detail);
      expect(await total()).toBe(before + 2);
      for (const id of [files[0]!, files[1]!]) {
        expect(await events(id, 'ASSIGN_OFFICER')).toBe(1);
        expect((await office.caseFile(id)).assigneeId).toBe(officer);
      }
    });

    it('the same request sent again is answered and not done again', async () => {
      const body = { caseFileIds: [files[2], files[3]], assigneeId: officer };
      const first = await post('truongphong', '/case-files/assignments', body, 'assign-once-1');
      const again = await post('truongphong', '/case-files/assignments', body, 'assign-once-1');
      expect(again.body).toEqual(first.body);
      expect([first.body.done, await events(files[2]!, 'ASSIGN_OFFICER')]).toEqual([2, 1]);
      const other = await post('truongphong', '/case-files/assignments', { ...body, note: 'Khác' }, 'assign-once-1');
      expect(other.body).toMatchObject({ done: 0, refused: 2 });
      expect(await events(files[2]!, 'ASSIGN_OFFICER')).toBe(1);
    });

    it('is for leaders, and to people who handle files', async () => {
      const body = { caseFileIds: [files[0]], assigneeId: officer };
      expect((await post('chuyenvien', '/case-files/assignments', body)).status).toBe(403);
      const keeper = await office.userId('baomat');
      for (const assigneeId of [keeper, 999_999])
        expect((await post('truongphong', '/case-files/assignments', { ...body, assigneeId })).status).toBe(422);
      expect((await post('truongphong', '/case-files/assignments', { ...body, caseFileIds: [] })).status).toBe(422);
      expect((await post('truongphong', '/case-files/assignments', { ...body, caseFileIds: ['x'] })).status).toBe(422);
    });
  });

  describe('urging', () => {
    it('before the last day: a message to the officer and a line in the ledger, and no letter', async () => {
      const { body } = await post('lanhdao', '/case-files/urgings', { caseFileIds: [files[3]] });
      expect(body.lines[0]).toMatchObject({ done: true, paperId: null });
      const inbox = await office.get<{ items: { caseFileId: string; topic: string; title: string }[] }>(
        'chuyenvien',
        '/inbox',
      );
      const told = inbox.items.filter(({ topic }) => topic === 'urged');
      expect(told.map(({ caseFileId }) => caseFileId)).toEqual([files[3]]);
      expect(told[0]!.title).toMatch(/^Lãnh đạo đôn đốc \(quy định nội bộ\): .+, hạn \d\d\/\d\d\/2026$/);
      expect((await office.timeline(files[3]!)).at(-1)).toMatchObject({
        ...{ type: 'URGED', title: 'Đôn đốc (quy định nội bộ)', actorName: 'Phạm Quốc Cường' },
      });
    });

    it('overdue: the letter is drafted whole, for people to submit, approve and sign', async () => {
      await office.advance({ to: '2026-07-30' });
      const { body } = await post('truongphong', '/case-files/urgings', { caseFileIds: [files[0], files[1]] });
      expect(body).toMatchObject({ done: 2, refused: 0 });
      for (const line of body.lines) {
        const paper = await office.get<{ state: string; missing: string[]; form: string }>(
          'truongphong',
          `/documents/${line.paperId}`,
        );
        expect(paper).toMatchObject({ state: 'draft', missing: [], form: 'URGING.LETTER' });
        expect(line.told).toEqual(['Trần Văn Bình']);
      }
    });

    it('once a day and file; what is refused leaves no message, no letter and no event', async () => {
      const before = [await total(), await count('app.inbox', []), await count('app.paper', [])];
      const again = await post('truongphong', '/case-files/urgings', { caseFileIds: [files[0], hidden, randomUUID()] });
      expect(again.body.lines.map(({ code }) => code)).toEqual(['URGING.TODAY', 'URGING.UNKNOWN', 'URGING.UNKNOWN']);
      expect([await total(), await count('app.inbox', []), await count('app.paper', [])]).toEqual(before);
      expect((await post('thanhtra', '/case-files/urgings', { caseFileIds: [files[0]] })).status).toBe(403);
    });

    it('the same request sent again is answered and not done again', async () => {
      const first = await post('lanhdao', '/case-files/urgings', { caseFileIds: [files[2]] }, 'urge-once-1');
      const again = await post('lanhdao', '/case-files/urgings', { caseFileIds: [files[2]] }, 'urge-once-1');
      expect(first.body.lines[0]!.paperId).toMatch(/^[0-9a-f-]{36}$/);
      expect(again.body).toEqual(first.body);
      expect(await events(files[2]!, 'URGED')).toBe(1);
    });

    it('of a denunciation its named persons hear, and no letter is drafted', async () => {
      const { rows } = await system.database.admin.query<{ username: string }>(
        `SELECT u.username FROM app.app_user u JOIN app.case_file c ON u.id = ANY (c.visible_to)
          WHERE c.id = $1 AND u.roles && '{unitHead,chairman,provinceChairman}'`,
        [hidden],
      );
      const resolver = rows[0]!.username;
      const papers = await count('app.paper', []);
      const { body } = await post(resolver, '/case-files/urgings', { caseFileIds: [hidden] });
      expect(body.lines[0]).toMatchObject({ done: true, paperId: null });
      const { rows: told } = await system.database.admin.query<{ named: boolean }>(
        `SELECT i.user_id = ANY (c.visible_to) AS named FROM app.inbox i JOIN app.case_file c ON c.id = i.case_id
          WHERE i.case_id = $1 AND i.topic = 'urged'`,
        [hidden],
      );
      expect(told.length).toBeGreaterThan(0);
      expect(told.every(({ named }) => named)).toBe(true);
      expect(await count('app.paper', [])).toBe(papers);
    });
  });

  describe('approving and signing', () => {
    const drafts = async () =>
      (
        await system.database.admin.query<{ id: string; rev: number; state: string }>(
          `SELECT id, rev, state FROM app.paper WHERE form = 'URGING.LETTER' ORDER BY drafted_at, id`,
        )
      ).rows;
    const submit = async (id: string, rev: number) =>
      expect(
        (
          await call(system.url, 'POST', `/documents/${id}/submit`, {
            token: await office.token('truongphong'),
            headers: { 'if-match': `"${rev}"` },
          })
        ).status,
      ).toBe(200);

    it('several papers, each its own act; a refused one is told by line and stays as it was', async () => {
      const [first, second, third] = await drafts();
      await submit(first!.id, first!.rev);
      await submit(second!.id, second!.rev);
      const submitted = await drafts();
      const refs = submitted.map(({ id, rev }) => ({ id, rev }));
      const stale = { id: randomUUID(), rev: 1 };
      const approved = await post('lanhdao', '/approvals', { act: 'approve', items: [...refs, stale] });
      expect(approved.body.lines.map(({ done, code }) => [done, code])).toEqual([
        [true, null],
        [true, null],
        [false, 'PAPER.STATE'],
        [false, 'PAPER.NOT_FOUND'],
      ]);
      expect((await drafts()).map(({ state }) => state)).toEqual(['approved', 'approved', 'draft']);
      expect((await drafts())[2]!.rev).toBe(third!.rev);

      const ready = (await drafts()).slice(0, 2).map(({ id, rev }) => ({ id, rev }));
      const old = await post('lanhdao', '/approvals', { act: 'sign', items: [{ ...ready[0]!, rev: 1 }, ready[1]!] });
      expect(old.body.lines.map(({ code }) => code)).toEqual(['HTTP.PRECONDITION_FAILED', null]);
      expect((await drafts()).map(({ state }) => state)).toEqual(['approved', 'signed', 'draft']);
    });

    it('a paper goes back with a word for whoever drafted it, and never without', async () => {
      const [first] = await drafts();
      const item = { id: first!.id, rev: first!.rev };
      expect((await post('lanhdao', '/approvals', { act: 'return', items: [item] })).status).toBe(422);
      const back = await post('lanhdao', '/approvals', { act: 'return', items: [item], comment: 'Ghi rõ việc' });
      expect(back.body.done).toBe(1);
      expect(await office.get('truongphong', `/documents/${first!.id}`)).toMatchObject({
        ...{ state: 'draft', comment: 'Ghi rõ việc' },
      });
    });

    it('who may not approve or sign is told so, line by line', async () => {
      const [first] = await drafts();
      await submit(first!.id, first!.rev);
      const [again] = await drafts();
      const item = { id: again!.id, rev: again!.rev };
      const { body } = await post('motcua', '/approvals', { act: 'approve', items: [item] });
      expect(body).toMatchObject({ done: 0, lines: [{ code: 'PAPER.ROLE' }] });
      expect((await post('chuyenvien', '/approvals', { act: 'sign', items: [item] })).body).toMatchObject({
        ...{ done: 0, lines: [{ code: 'PAPER.NOT_SIGNER' }] },
      });
    });
  });
});
