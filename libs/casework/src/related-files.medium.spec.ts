import { verifyAll } from '#libs/audit';
import { CaseSurroundingsReader, PostgresLedgerArchive } from '#libs/persistence';
import type { CaseFileId, UserId } from '#libs/shared';
import { toyProcedures } from '#testing/scenarios/support/toy-procedures';
import { World } from '#testing/scenarios/support/world';
import { EffectRunner } from './use-cases/carry-out-effect/carry-out-effect.js';

const RECEIVED = '2026-07-20';
let world: World;
beforeAll(async () => {
  world = await World.create({ registry: toyProcedures() });
  await world.clock(RECEIVED);
});
afterAll(() => world.close());

const secret = (visibleTo: readonly string[] = ['lanhdao', 'baomat']): Promise<CaseFileId> =>
  world.open({
    ...{ receivedOn: RECEIVED, type: 'denunciation', procedure: 'denunciation', assignee: 'chuyenvien' },
    visibleTo: visibleTo.map((name) => world.person(name).userId),
  });
const openFile = (): Promise<CaseFileId> =>
  world.open({ receivedOn: RECEIVED, type: 'feedback', procedure: 'feedback', assignee: 'chuyenvien' });
const id = (name: string): UserId => world.person(name).userId;
const sees = (name: string, file: CaseFileId): Promise<boolean> =>
  world.casework.get(world.person(name), file).then(
    () => true,
    () => false,
  );
const rows = async <Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> =>
  (await world.db.admin.query<Row>(sql, [...values])).rows;
const childOf = async (file: CaseFileId): Promise<CaseFileId> =>
  (await rows<{ id: CaseFileId }>('SELECT id FROM app.case_file WHERE parent_case_id = $1', [file]))[0]!.id;
const records = (file: CaseFileId) =>
  rows<{ type: string; facts: Record<string, unknown> }>(
    `SELECT type, facts - 'orderedBy' AS facts FROM app.case_event WHERE case_id = $1 AND kind = 'record' ORDER BY seq`,
    [file],
  );
const effects = (file: CaseFileId) =>
  rows<{ kind: string; last_error: string | null }>(
    'SELECT kind, last_error FROM app.effect WHERE case_id = $1 ORDER BY created_at, ordinal',
    [file],
  );
/** Rows of a table that a person sees through row security. */
const visible = async (name: string, sql: string, values: readonly unknown[]): Promise<number> => {
  const client = await world.db.app.connect();
  const { userId, agencies } = world.person(name);
  try {
    await client.query('BEGIN');
    await client.query('SELECT app.act_as($1, $2)', [userId, agencies]);
    return (await client.query(sql, [...values])).rows.length;
  } finally {
    await client.query('ROLLBACK');
    client.release();
  }
};
const SECRETS = 'SELECT FROM app.petition WHERE id = $1';
const petitionOf = async (file: CaseFileId): Promise<string> =>
  (await rows<{ id: string }>('SELECT petition_id AS id FROM app.case_file WHERE id = $1', [file]))[0]!.id;
const PETITION = 'SELECT FROM app.petition p JOIN app.case_file c ON c.petition_id = p.id WHERE c.id = $1';

describe('an extension', () => {
  const due = async (file: CaseFileId) => {
    const [deadline] = await world.casework.deadlines(world.person('lanhdao'), file);
    return deadline!;
  };

  it('continues from the raw end, once when complex, twice when specially complex, and is shown', async () => {
    const file = await secret();
    expect(await due(file)).toMatchObject({ rawEnd: '2026-08-19', extensions: [] });
    await world.act('lanhdao', file, { type: 'EXTEND', class: 'complex' });
    expect(await due(file)).toMatchObject({ rawEnd: '2026-09-18', dueOn: '2026-09-18', state: 'running' });
    await world.act('lanhdao', file, { type: 'EXTEND', class: 'specially_complex' });
    const twice = await due(file);
    expect(twice).toMatchObject({ rawEnd: '2026-10-18', dueOn: '2026-10-19' });
    expect(twice.extensions.map(({ variant, days }) => [variant, days])).toEqual([
      ['complex', null],
      ['specially_complex', null],
    ]);
    expect(twice.explanation?.notes.join()).toContain('Gia hạn 2 lần');
    const pending = await rows<{ due: string }>(
      `SELECT (due_at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS due FROM app.milestone
        WHERE case_id = $1 AND state = 'pending' AND kind = 'overdue'`,
      [file],
    );
    expect(pending).toEqual([{ due: '2026-10-20' }]);
  });

  it('past the law is refused with the article and writes nothing', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'EXTEND', class: 'complex' });
    const before = await world.casework.get(world.person('lanhdao'), file);
    const again = world.act('lanhdao', file, { type: 'EXTEND', class: 'complex' });
    await expect(again).rejects.toMatchObject({ code: 'STATUTE.EXTENSION_NOT_ALLOWED', status: 422 });
    await expect(again).rejects.toThrow('LTC Đ30');
    await expect(
      world.act('lanhdao', file, { type: 'EXTEND', class: 'specially_complex', days: 31 }),
    ).rejects.toMatchObject({ code: 'STATUTE.EXTENSION_NOT_ALLOWED' });
    await world.act('lanhdao', file, { type: 'EXTEND', class: 'specially_complex', days: 10 });
    await expect(world.act('lanhdao', file, { type: 'EXTEND', class: 'specially_complex' })).rejects.toMatchObject({
      code: 'STATUTE.EXTENSION_NOT_ALLOWED',
    });
    const after = await world.casework.get(world.person('lanhdao'), file);
    expect([before.rev, after.rev]).toEqual([2, 3]);
    expect(after.deadlines[0]).toMatchObject({ rawEnd: '2026-09-28', dueOn: '2026-09-28' });
  });

  it('of a limit that stands still is refused', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'PAUSE' });
    await expect(world.act('lanhdao', file, { type: 'EXTEND', class: 'complex' })).rejects.toMatchObject({
      ...{ code: 'STATUTE.EXTENSION_NOT_ALLOWED', status: 409 },
      detail: expect.stringContaining('đang tạm dừng') as string,
    });
  });

  it('is taken back with the step that ordered it', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'EXTEND', class: 'complex' });
    await world.act('lanhdao', file, { type: 'EXTEND', class: 'specially_complex', days: 5 });
    await world.act('lanhdao', file, { type: 'CORRECT', correction: 'Nhầm' });
    expect(await due(file)).toMatchObject({
      rawEnd: '2026-09-18',
      extensions: [{ variant: 'complex' }],
    });
    await world.act('lanhdao', file, { type: 'CORRECT', correction: 'Nhầm' });
    expect(await due(file)).toMatchObject({ rawEnd: '2026-08-19', extensions: [] });
  });
});

describe('a file opened elsewhere', () => {
  it('is received there on the day of the act, with what it carries, linked, and its petition can be read', async () => {
    const file = await openFile();
    await world.act('lanhdao', file, {
      ...{ type: 'SEND', agencyId: world.agency('XA-SONLAM'), words: 'bí mật' },
    });
    expect(await sees('chuyenvien', file)).toBe(true);
    await world.settle();
    const child = await childOf(file);
    const [row] = await rows<Record<string, unknown>>(
      'SELECT agency_id, remote, visible_to, received_on::text, known_facts FROM app.case_file WHERE id = $1',
      [child],
    );
    expect(row).toMatchObject({
      ...{ agency_id: world.agency('XA-SONLAM'), remote: true, visible_to: null, received_on: RECEIVED },
      known_facts: { groupSize: 1, words: true },
    });
    expect(JSON.stringify(row)).not.toContain('bí mật');
    expect(await rows('SELECT from_case, to_case, kind FROM app.case_link WHERE to_case = $1', [file])).toEqual([
      { from_case: child, to_case: file, kind: 'protects' },
    ]);
    expect(await sees('lanhdao.sonlam', child)).toBe(true);
    expect(await sees('lanhdao', child)).toBe(false);
    expect(await visible('lanhdao.sonlam', PETITION, [child])).toBe(1);
    expect(await sees('lanhdao.sonlam', file)).toBe(false);
  });

  it('of a protected petition is seen by the resolver there and the keepers of identities, nobody else', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'SEND', agencyId: world.agency('XA-SONLAM') });
    await world.settle();
    const child = await childOf(file);
    const [row] = await rows<{ visible_to: number[] }>('SELECT visible_to FROM app.case_file WHERE id = $1', [child]);
    expect([...row!.visible_to].sort((a, b) => a - b)).toEqual(
      [id('lanhdao.sonlam'), id('baomat'), id('baomat2')].sort((a, b) => a - b),
    );
    expect(await visible('lanhdao.sonlam', PETITION, [child])).toBe(1);
    expect(await visible('lanhdao', PETITION, [file])).toBe(1);
    expect(await sees('lanhdao.sonlam', file)).toBe(false);
  });
});

describe('files that are told', () => {
  it('take the act where their procedure allows it and are passed over where not, once', async () => {
    const file = await openFile();
    await world.act('lanhdao', file, { type: 'OPEN_CHILD' });
    await world.settle();
    const child = await childOf(file);
    await world.act('lanhdao', file, { type: 'TELL_CHILDREN', toldOn: '2026-07-19' });
    const [told] = await rows<{ id: never }>(`SELECT id FROM app.effect WHERE case_id = $1 AND kind = 'case.tell'`, [
      file,
    ]);
    await world.settle();
    expect((await world.casework.get(world.person('lanhdao'), child)).rev).toBe(2);
    const [row] = await rows<{ facts: object }>('SELECT known_facts AS facts FROM app.case_file WHERE id = $1', [
      child,
    ]);
    expect(row?.facts).toMatchObject({ toldOn: '2026-07-19' });
    // The worker died after the act and before the row was marked: it is handed out again.
    await world.db.admin.query('UPDATE app.effect SET done_at = NULL WHERE id = $1', [told!.id]);
    await world.settle();
    expect((await world.casework.get(world.person('lanhdao'), child)).rev).toBe(2);

    await world.act('lanhdao', child, { type: 'CLOSE' });
    await world.act('lanhdao', file, { type: 'TELL_CHILDREN', toldOn: '2026-07-20' });
    await world.settle();
    expect((await effects(file)).at(-1)).toEqual({ kind: 'case.tell', last_error: 'PROCEDURE.EVENT_NOT_ALLOWED' });
  });

  it('keep the order of one act: granted, then opened with the grant, then told', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'GRANT_AND_OPEN', team: [id('truongphong')] });
    const ordered = await rows<{ id: never; kind: string }>(
      'SELECT id, kind FROM app.effect WHERE case_id = $1 ORDER BY ordinal',
      [file],
    );
    expect(ordered.map(({ kind }) => kind)).toEqual(['case.grant', 'case.spawn', 'case.tell']);
    // The last is asked for first.
    const { PostgresOutbox } = await import('#libs/persistence');
    const runner = new EffectRunner(new PostgresOutbox(world.db.connections), world.casework);
    expect(await runner.run(ordered[2]!.id)).toBe(true);
    const child = await childOf(file);
    expect(await sees('truongphong', child)).toBe(true);
    expect(await rows('SELECT user_id, capacity FROM app.case_grant WHERE case_id = $1', [child])).toEqual([
      { user_id: id('truongphong'), capacity: 'verifier' },
    ]);
    expect((await world.casework.get(world.person('truongphong'), child)).rev).toBe(2);
  });
});

describe('a link', () => {
  it('needs a file that the actor sees', async () => {
    const [older, younger] = [await secret(['lanhdao.tinh']), await openFile()];
    const refused = world.act('chuyenvien', younger, { type: 'LINK', otherFile: older });
    await expect(refused).rejects.toMatchObject({ code: 'CASEWORK.INPUT_INVALID', errors: [{ code: 'NOT_FOUND' }] });
    const seen = await openFile();
    await world.act('chuyenvien', younger, { type: 'LINK', otherFile: seen });
    await world.settle();
    expect(await visible('chuyenvien', 'SELECT FROM app.case_link WHERE from_case = $1', [younger])).toBe(1);
    expect(await visible('chuyenvien.hoaloc', 'SELECT FROM app.case_link WHERE from_case = $1', [younger])).toBe(0);
  });
});

describe('both ends of a link', () => {
  it('are told what the other is to them; of a file they do not see, the kind alone', async () => {
    const [older, younger] = [await openFile(), await openFile()];
    await world.act('chuyenvien', younger, { type: 'LINK', otherFile: older });
    await world.act('lanhdao', younger, { type: 'SEND', agencyId: world.agency('XA-SONLAM') });
    await world.settle();
    const reader = new CaseSurroundingsReader(world.runner);
    const links = async (name: string, file: CaseFileId) =>
      (await reader.get(world.person(name), file))?.links.map(({ kind, direction, id: other, agency_name }) => [
        ...[kind, direction, other, agency_name],
      ]);
    const child = await childOf(younger);
    const home = 'Ủy ban nhân dân xã Tân Thành';
    expect(await links('chuyenvien', younger)).toEqual([
      ['renewedOf', 'to', older, home],
      ['protects', 'from', null, null],
    ]);
    expect(await links('chuyenvien', older)).toEqual([['renewedOf', 'from', younger, home]]);
    expect(await links('lanhdao.sonlam', child)).toEqual([['protects', 'to', null, null]]);
    expect(await links('lanhdao.tinh', child)).toEqual([['protects', 'to', younger, home]]);
  });

  it('of a protected file nothing, not even that there is one', async () => {
    const [older, younger] = [await secret(['lanhdao', 'lanhdao.sonlam']), await openFile()];
    await world.act('lanhdao', younger, { type: 'LINK', otherFile: older });
    await world.settle();
    const reader = new CaseSurroundingsReader(world.runner);
    const links = async (name: string, file: CaseFileId) =>
      (await reader.get(world.person(name), file))?.links.map(({ kind, direction, id: other }) => [
        ...[kind, direction, other],
      ]);
    const both = 'SELECT FROM app.case_link WHERE from_case = $1 AND to_case = $2';
    expect([await sees('chuyenvien', younger), await links('chuyenvien', younger)]).toEqual([true, []]);
    expect(await visible('chuyenvien', both, [younger, older])).toBe(0);
    expect(await visible('chuyenvien', 'SELECT WHERE app.link_shown($1, $2)', [younger, older])).toBe(0);
    expect(await links('lanhdao', younger)).toEqual([['renewedOf', 'to', older]]);
    expect(await links('lanhdao', older)).toEqual([['renewedOf', 'from', younger]]);
    // Who is named on the protected file hears of an open one of another agency, as of any.
    expect(await links('lanhdao.sonlam', older)).toEqual([['renewedOf', 'from', null]]);
    expect(await visible('chuyenvien.hoaloc', both, [younger, older])).toBe(0);
  });
});

describe('a standing grant', () => {
  it('shows the file, its clocks and its petition to exactly the named, and is in the ledger', async () => {
    const file = await secret();
    expect(await sees('truongphong', file)).toBe(false);
    await world.act('lanhdao', file, { type: 'GRANT', team: [id('truongphong'), 999_999 as UserId] });
    await world.settle();
    expect(await sees('truongphong', file)).toBe(true);
    expect(await sees('chuyenvien', file)).toBe(false);
    expect(await visible('truongphong', 'SELECT FROM app.deadline WHERE case_id = $1', [file])).toBe(1);
    expect(await visible('truongphong', PETITION, [file])).toBe(1);
    expect(await records(file)).toEqual([
      { type: 'GRANT', facts: { userId: id('truongphong'), capacity: 'verifier' } },
    ]);

    await world.act('lanhdao', file, { type: 'REVOKE', team: [id('truongphong')] });
    await world.settle();
    expect(await sees('truongphong', file)).toBe(false);
    expect(await visible('truongphong', SECRETS, [await petitionOf(file)])).toBe(0);
    expect((await records(file)).map(({ type }) => type)).toEqual(['GRANT', 'REVOKE']);
    expect(await rows('SELECT revoked_at IS NOT NULL AS gone FROM app.case_grant WHERE case_id = $1', [file])).toEqual([
      { gone: true },
    ]);
  });

  it('taken back takes its sight with it, and nobody else’s', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'GRANT', team: [id('truongphong'), id('lanhdao')] });
    await world.settle();
    await world.act('lanhdao', file, { type: 'CORRECT', correction: 'Nhầm người' });
    await world.settle();
    expect([await sees('truongphong', file), await sees('lanhdao', file)]).toEqual([false, true]);
  });

  it('never leaves a file without readers and is not for files that an agency reads anyway', async () => {
    const file = await secret(['lanhdao']);
    await world.act('lanhdao', file, { type: 'REVOKE', team: [id('lanhdao')] });
    const open = await openFile();
    await world.act('lanhdao', open, { type: 'GRANT', team: [id('lanhdao.sonlam')] });
    await world.settle();
    expect((await effects(file)).at(-1)?.last_error).toBe('GRANT.LAST_READER');
    expect((await effects(open)).at(-1)?.last_error).toBe('GRANT.FILE_NOT_PROTECTED');
    expect(await sees('lanhdao', file)).toBe(true);
  });
});

describe('a file that passes to another agency', () => {
  it('takes its clocks along; where it was it can still be read, and nothing done', async () => {
    const file = await openFile();
    await world.act('lanhdao', file, { type: 'MOVE', agencyId: world.agency('XA-SONLAM') });
    await world.settle();
    expect(await rows('SELECT agency_id, assignee_id FROM app.deadline WHERE case_id = $1', [file])).toEqual([
      { agency_id: world.agency('XA-SONLAM'), assignee_id: null },
    ]);
    const there = await world.casework.get(world.person('lanhdao.sonlam'), file);
    expect(there).toMatchObject({ agencyId: world.agency('XA-SONLAM'), assigneeId: null });
    const here = await world.casework.get(world.person('chuyenvien'), file);
    expect(here.deadlines.map(({ ruleId }) => ruleId)).toEqual(['TC.RESOLVE']);
    await expect(world.act('lanhdao', file, { type: 'PAUSE' })).rejects.toMatchObject({
      ...{ code: 'CASEWORK.READ_ONLY', status: 403 },
    });
    const events = await world.casework.available(world.person('lanhdao'), file);
    expect(events.every(({ allowed }) => !allowed)).toBe(true);
    expect(await visible('lanhdao.sonlam', PETITION, [file])).toBe(1);
    expect(await records(file)).toEqual([
      {
        type: 'MOVED',
        facts: { fromAgencyId: world.agency('XA-TANTHANH'), toAgencyId: world.agency('XA-SONLAM') },
      },
    ]);
    await world.act('lanhdao.sonlam', file, { type: 'PAUSE' });
  });

  it('leaves nothing of a protected file in sight where it was, grants included', async () => {
    const file = await secret();
    await world.act('lanhdao', file, { type: 'GRANT', team: [id('truongphong')] });
    await world.act('lanhdao', file, { type: 'MOVE', agencyId: world.agency('TINH-DEMO') });
    await world.settle();
    for (const name of ['lanhdao', 'truongphong', 'chuyenvien', 'motcua']) {
      expect(await sees(name, file)).toBe(false);
      expect(await visible(name, 'SELECT FROM app.deadline WHERE case_id = $1', [file])).toBe(0);
      expect(await visible(name, SECRETS, [await petitionOf(file)])).toBe(0);
    }
    expect([await sees('lanhdao.tinh', file), await sees('baomat', file)]).toEqual([true, true]);
    expect(await rows('SELECT 1 FROM app.case_grant WHERE case_id = $1 AND revoked_at IS NULL', [file])).toEqual([]);
  });

  it('stays past the heads of its rank where the petition went past one, and reaches the head above', async () => {
    const file = await secret();
    await rows('UPDATE app.petition SET past_head = true WHERE id = $1', [await petitionOf(file)]);
    await world.act('lanhdao', file, { type: 'MOVE', agencyId: world.agency('XA-SONLAM') });
    await world.settle();
    expect([await sees('lanhdao.sonlam', file), await sees('lanhdao.tinh', file)]).toEqual([false, true]);
    await world.act('lanhdao.tinh', file, { type: 'MOVE', agencyId: world.agency('TINH-DEMO') });
    await world.settle();
    expect([await sees('lanhdao', file), await sees('lanhdao.tinh', file)]).toEqual([false, true]);
  });

  it('does not go where only keepers of identities would have it', async () => {
    const file = await secret();
    await rows('UPDATE app.petition SET past_head = true, agency_id = $2 WHERE id = $1', [
      await petitionOf(file),
      world.agency('TINH-DEMO'),
    ]);
    await world.act('lanhdao', file, { type: 'MOVE', agencyId: world.agency('TINH-DEMO') });
    await world.settle();
    expect(await effects(file)).toContainEqual({ kind: 'case.move', last_error: 'EFFECT.NO_RESOLVER' });
    expect(await records(file)).toEqual([]);
    expect(await sees('lanhdao', file)).toBe(true);
  });
});

it('leaves a ledger whose chains hold', async () => {
  const report = await new PostgresLedgerArchive(world.db.connections).read(verifyAll);
  expect(report.findings).toEqual([]);
});
