import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderBlobStore, NoVirusScanner, SniffingFileInspector } from '#libs/files';
import { LocalKeyVault, openKeyVault } from '#libs/identity';
import {
  AttachFiles,
  CaseworkOpener,
  CheckResends,
  LinkResend,
  lookupHash,
  ReadAttachment,
  RegisterPetition,
  VoidPetition,
  type RegisterPetitionCommand,
} from '#libs/intake';
import type { AttachmentId } from '#libs/shared';
import { World } from '#testing/scenarios/support/world';
import {
  PostgresAttachments,
  PostgresCaseRecords,
  PostgresKeyChecks,
  PostgresPetitions,
  PostgresRegistrationKeys,
} from './index.js';

const COMPLAINT: RegisterPetitionCommand = {
  type: 'complaint',
  channel: 'in_person',
  receivedOn: '2026-07-02',
  content: 'Khiếu nại Quyết định số 358/QĐ-XPHC về xây nhà trên đất vườn 120 m2.',
  petitioners: [
    {
      fullName: 'Nguyễn Thị Lan',
      personalId: '001163036270',
      sex: 'female',
      address: 'thôn Ngọc Trì, xã Tân Thành',
      phone: '0912345678',
    },
  ],
};
const DENUNCIATION: RegisterPetitionCommand = {
  type: 'denunciation',
  channel: 'post',
  receivedOn: '2026-07-02',
  respondent: 'Trưởng thôn Kín Danh',
  content: 'Tố cáo trưởng thôn kê khai khống 12 hộ nhận tiền hỗ trợ thiên tai.',
  petitioners: [
    {
      fullName: 'Bí Mật Tuyệt Đối',
      personalId: '038192136437',
      address: 'ngõ Kín, thôn Ẩn, xã Tân Thành',
      phone: '0987000111',
    },
  ],
};

describe('registration', () => {
  let world: World;
  let dataDir: string;
  const vault = new LocalKeyVault(Buffer.alloc(32, 9));
  const petitions = new PostgresPetitions();
  const records = new PostgresCaseRecords(() => new Date());
  const as = (username: string) => world.person(username);
  const ports = () => ({
    work: world.runner,
    petitions,
    records,
    vault,
    keys: new PostgresRegistrationKeys(),
    cases: new CaseworkOpener(world.casework),
  });
  const register = (command: RegisterPetitionCommand, username = 'motcua') =>
    new RegisterPetition(ports()).execute(as(username), command);
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> =>
    (await world.db.admin.query<T>(sql, values)).rows;

  beforeAll(async () => {
    world = await World.create({ max: 12 });
    await world.clock('2026-07-03');
    dataDir = await mkdtemp(join(tmpdir(), 'register-'));
  });
  afterAll(async () => {
    await world.close();
    await rm(dataDir, { recursive: true });
  });

  it('gives a number, a code, a handling file with its clock and a ledger event, all at once', async () => {
    const made = await register(COMPLAINT);
    expect(made).toMatchObject({
      registerNumber: 1,
      registerLabel: '1/2026',
      lookupSecret: null,
      receivedOn: '2026-07-02',
      warnings: [],
    });
    expect(made.lookupCode).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{5}$/);
    expect(made.handlingDeadline).toMatch(/^2026-07-\d\d$/);
    const [row] = await rows<{ lookup_hash: Buffer; case_file_id: string; content: string }>(
      'SELECT lookup_hash, case_file_id, content FROM app.petition WHERE id = $1',
      [made.id],
    );
    expect(row?.lookup_hash.equals(lookupHash(made.lookupCode.toLowerCase().replaceAll('-', ' ')) as Buffer)).toBe(
      true,
    );
    expect(row?.case_file_id).toBe(made.caseFileId);
    const events = await rows<{ type: string; facts: object }>(
      'SELECT type, facts FROM app.case_event WHERE case_id = $1',
      [made.caseFileId],
    );
    expect(events.map(({ type }) => type)).toEqual(['OPEN']);
    expect(JSON.stringify(events)).not.toMatch(/Lan|0011630|Ngọc Trì|358/);
  });

  it('numbers without a gap under many desks at once, refused ones included', async () => {
    const [before] = await rows<{ last: number }>(
      `SELECT max(register_number) AS last FROM app.petition WHERE register_series = 'main'`,
    );
    const broken = (): Promise<unknown> =>
      new RegisterPetition({ ...ports(), cases: { open: () => Promise.reject(new Error('boom')) } as never })
        .execute(as('motcua'), COMPLAINT)
        .catch(() => null);
    await Promise.all(
      Array.from({ length: 24 }, (_, i) =>
        i % 4 === 3
          ? broken()
          : register({ ...COMPLAINT, content: `Kiến nghị việc số ${1000 + i}` }, i % 2 ? 'motcua' : 'chuyenvien'),
      ),
    );
    const numbers = (
      await rows<{ n: number }>(
        `SELECT register_number AS n FROM app.petition WHERE register_series = 'main' ORDER BY 1`,
      )
    ).map(({ n }) => n);
    expect(numbers).toEqual(Array.from({ length: (before?.last ?? 0) + 18 }, (_, i) => i + 1));
    expect(
      await rows(
        `SELECT FROM app.petition p WHERE NOT EXISTS (SELECT FROM app.case_file c WHERE c.petition_id = p.id)`,
      ),
    ).toEqual([]);
  });

  it('answers a repeated key with the same petition and refuses the key for another one', async () => {
    const first = await register({ ...COMPLAINT, idempotencyKey: 'k1' });
    const again = await Promise.all([
      register({ ...COMPLAINT, idempotencyKey: 'k1' }),
      register({ ...COMPLAINT, idempotencyKey: 'k1' }),
    ]);
    for (const answer of again)
      expect(answer).toMatchObject({
        id: first.id,
        lookupCode: first.lookupCode,
        registerLabel: first.registerLabel,
        caseFileId: first.caseFileId,
        handlingDeadline: first.handlingDeadline,
      });
    await expect(register({ ...COMPLAINT, content: 'khác', idempotencyKey: 'k1' })).rejects.toMatchObject({
      code: 'IDEMPOTENCY.KEY_REUSED',
      status: 422,
    });
    const racing = await Promise.all(Array.from({ length: 6 }, () => register({ ...COMPLAINT, idempotencyKey: 'k2' })));
    expect(new Set(racing.map(({ id }) => id)).size).toBe(1);
    expect(JSON.stringify(await rows('SELECT answer FROM app.idempotency'))).not.toMatch(/Lan|-[0-9A-Z]{5}"/);
  });

  it('keeps identity, number, address, phone and words of a denunciation in sealed columns only', async () => {
    const made = await register(DENUNCIATION);
    expect(made.lookupSecret).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
    const tables = await rows<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables WHERE table_schema IN ('app', 'bullmq') AND table_type = 'BASE TABLE'`,
    );
    expect(tables.length).toBeGreaterThan(25);
    const places: string[] = [];
    for (const { name } of tables) {
      const found = await rows<{ text: string }>(`SELECT to_jsonb(x)::text AS text FROM ${name} x`);
      if (
        found.some(({ text }) =>
          /Bí Mật|038192136437|ngõ Kín|0987000111|kê khai khống|Kín Danh|bi mat tuyet|ke khai khong/i.test(text),
        )
      )
        places.push(name);
    }
    expect(places).toEqual([]);
    const [row] = await rows<{ visible_to: number[]; sealed: Buffer; title_type: null }>(
      'SELECT visible_to, sealed, title_type FROM app.petition WHERE id = $1',
      [made.id],
    );
    const names = await rows<{ username: string }>(
      'SELECT username FROM app.app_user WHERE id = ANY ($1) ORDER BY username',
      [row?.visible_to],
    );
    expect(names.map(({ username }) => username)).toEqual(['baomat', 'baomat2', 'lanhdao', 'motcua']);
    for (const username of ['chuyenvien', 'truongphong', 'thanhtra', 'lanhdao.tinh', 'quantri'])
      expect([username, await world.runner.run(as(username), (tx) => petitions.find(tx, made.id))]).toEqual([
        username,
        null,
      ]);
    expect(await world.runner.run(as('lanhdao'), (tx) => petitions.find(tx, made.id))).toMatchObject({ id: made.id });
  });

  it.each(['Chủ tịch', 'Phó Chủ tịch'])(
    'keeps a denunciation of the commune’s %s from its chairman',
    async (leader) => {
      const made = await register({ ...DENUNCIATION, content: `Tố cáo ${leader} UBND xã Tân Thành bán đất công ích.` });
      expect(made.warnings.map(({ code }) => code)).toContain('PETITION.DENOUNCES_HEAD');
      expect(await world.runner.run(as('lanhdao'), (tx) => petitions.find(tx, made.id))).toBeNull();
      expect(await world.runner.run(as('lanhdao.tinh'), (tx) => petitions.find(tx, made.id))).toMatchObject({
        id: made.id,
      });
    },
  );

  it('finds an earlier petition while typing, explains it, and looks past the scope without telling which', async () => {
    const { id } = await register({
      ...COMPLAINT,
      content: 'Phản ánh trại lợn 14 nghìn con xả thải ra mương thủy lợi, mùi hôi cả ngày.',
      petitioners: [{ fullName: 'Vũ Thị Bình', personalId: '038159023549', address: 'thôn Đoài, xã Tân Thành' }],
    });
    const check = (username: string, draft: object) =>
      new CheckResends({ run: (actor, work) => world.runner.run(actor, work) }, petitions, vault).execute(
        as(username),
        draft,
      );
    const draft = {
      type: 'feedback',
      content: 'Người dân bức xúc vì trại lợn 14 nghìn con xả thải ra mương thủy lợi và mùi hôi cả ngày.',
      petitioners: [{ fullName: 'Vu Thi Binh', address: 'thôn Đoài, xã Tân Thành' }],
    };
    const [mine] = (await check('motcua', draft)).possibleResends;
    expect(mine).toMatchObject({ petitionId: id, petitionerName: 'Vũ Thị Bình' });
    expect(mine?.reasons.map(({ code }) => code)).toEqual([
      'name-unaccented',
      'address-same',
      'id-missing',
      'content-reworded',
    ]);
    const [theirs] = (await check('motcua.hoaloc', { ...draft, petitioners: [{ personalId: '038159023549' }] }))
      .possibleResends;
    expect(theirs?.score).toBeGreaterThan(0.8);
    expect(Object.keys(theirs ?? {}).sort()).toEqual(['reasons', 'score']);
    for (const other of [
      {
        ...draft,
        petitioners: [{ fullName: 'Vũ Thị Bích', personalId: '038160023541', address: 'thôn Đoài, xã Tân Thành' }],
      },
      { ...draft, content: 'Phản ánh trại lợn 20 nghìn con xả thải ra mương thủy lợi, mùi hôi cả ngày.' },
    ])
      expect((await check('motcua', other)).possibleResends).toEqual([]);
  });

  it('says only “sent before” of a denunciation, and only to who has both the person and the words', async () => {
    const check = (draft: object) => new CheckResends(world.runner, petitions, vault).execute(as('motcua'), draft);
    const { content } = DENUNCIATION;
    const { possibleResends } = await check({
      type: 'denunciation',
      content,
      petitioners: [{ personalId: '038192136437' }],
    });
    expect(possibleResends).toEqual([
      { score: 1, reasons: [{ code: 'sent-before', title: 'Đơn này có thể đã được gửi trước đây.' }] },
    ]);
    expect(
      (
        await check({
          content: 'Khiếu nại việc khác hẳn, số 77/QĐ-UBND',
          petitioners: [{ personalId: '038192136437' }],
        })
      ).possibleResends,
    ).toEqual([]);
    expect((await check({ content, petitioners: [{ fullName: 'Người Khác' }] })).possibleResends).toEqual([]);
  });

  it('refuses what cannot be kept, field by field, and writes nothing', async () => {
    const [before] = await rows<{ n: string }>('SELECT count(*) AS n FROM app.petition');
    const bad = {
      ...COMPLAINT,
      receivedOn: '2026-07-09',
      content: 'a\u0000',
      respondent: 'x\u202e',
      petitioners: [{ fullName: '\ud800', personalId: '12345', birthDate: 'hôm qua' }],
    };
    await expect(register(bad)).rejects.toMatchObject({
      status: 422,
      errors: [
        { pointer: '/receivedOn' },
        { pointer: '/content' },
        { pointer: '/petitioners/0/personalId' },
        { pointer: '/petitioners/0/birthDate' },
        { pointer: '/petitioners/0/fullName' },
        { pointer: '/respondent' },
      ],
    });
    await expect(register(COMPLAINT, 'quantri')).rejects.toMatchObject({ status: 403 });
    await expect(register({ ...COMPLAINT, agencyCode: 'XA-HOALOC' })).rejects.toMatchObject({ status: 404 });
    expect(await rows('SELECT count(*) AS n FROM app.petition')).toEqual([before]);
    const sql = { ...COMPLAINT, content: `'); DROP TABLE app.petition; -- <script>alert(1)</script> %_\\` };
    const made = await register(sql);
    expect(await rows('SELECT content FROM app.petition WHERE id = $1', [made.id])).toEqual([{ content: sql.content }]);
  });

  it('links a resend and keeps the officer’s decision in the ledger', async () => {
    const first = await register(COMPLAINT);
    const second = await register({ ...COMPLAINT, resendOf: first.id });
    expect(second.possibleResends.some(({ petitionId }) => petitionId === first.id)).toBe(true);
    const third = await register(COMPLAINT);
    const link = new LinkResend(ports());
    await link.execute(as('motcua'), { from: third.id, to: first.id, kind: 'resend' });
    await expect(link.execute(as('motcua'), { from: first.id, to: third.id, kind: 'resend' })).rejects.toMatchObject({
      code: 'INTAKE.LINK_CIRCLE',
    });
    await expect(
      link.execute(as('motcua.hoaloc'), { from: third.id, to: first.id, kind: 'resend' }),
    ).rejects.toMatchObject({ status: 404 });
    expect(
      await rows('SELECT resend_of FROM app.petition WHERE id = ANY ($1) ORDER BY id', [[second.id, third.id].sort()]),
    ).toEqual([{ resend_of: first.id }, { resend_of: first.id }]);
    const events = await rows<{ type: string; seq: number; chained: boolean }>(
      `SELECT e.type, e.seq, e.hash = c.head_hash AND c.seq = e.seq AS chained FROM app.case_event e JOIN app.case_file c ON c.id = e.case_id WHERE c.id = $1 ORDER BY e.seq`,
      [third.caseFileId],
    );
    expect(events).toEqual([
      { type: 'OPEN', seq: 1, chained: false },
      { type: 'PETITION_LINKED', seq: 2, chained: true },
    ]);
  });

  it('voids a number with its reason, ends the file and its clocks, and never twice', async () => {
    const voiding = new VoidPetition(ports());
    const made = await register(COMPLAINT);
    const sealed = await register(DENUNCIATION);
    await voiding.execute(as('motcua'), {
      petitionId: made.id,
      reasonCode: 'wrong-entry',
      reason: 'Nhập nhầm người gửi',
    });
    await voiding.execute(as('motcua'), { petitionId: sealed.id, reasonCode: 'other', reason: 'Nhầm đơn của Bí Mật' });
    expect(
      await rows(
        'SELECT voided_at IS NOT NULL AS voided, void_reason FROM app.petition WHERE id = ANY ($1) ORDER BY register_number',
        [[made.id, sealed.id]],
      ),
    ).toEqual([
      { voided: true, void_reason: 'Nhập nhầm người gửi' },
      { voided: true, void_reason: null },
    ]);
    expect(
      await rows('SELECT outcome, closed_at IS NOT NULL AS closed FROM app.case_file WHERE id = ANY ($1)', [
        [made.caseFileId, sealed.caseFileId],
      ]),
    ).toEqual([
      { outcome: 'voided', closed: true },
      { outcome: 'voided', closed: true },
    ]);
    expect(await rows(`SELECT FROM app.deadline WHERE case_id = $1 AND state <> 'void'`, [made.caseFileId])).toEqual(
      [],
    );
    expect(await rows(`SELECT FROM app.milestone WHERE case_id = $1 AND state = 'pending'`, [made.caseFileId])).toEqual(
      [],
    );
    expect(JSON.stringify(await rows('SELECT text FROM app.event_text WHERE case_id = $1', [sealed.caseFileId]))).toBe(
      '[{"text":null}]',
    );
    await expect(
      voiding.execute(as('motcua'), { petitionId: made.id, reasonCode: 'other', reason: 'lần nữa' }),
    ).rejects.toMatchObject({ code: 'INTAKE.PETITION_VOIDED' });
    const moved = await register(COMPLAINT);
    await world.db.admin.query('UPDATE app.case_file SET rev = 2 WHERE id = $1', [moved.caseFileId]);
    await expect(
      voiding.execute(as('motcua'), { petitionId: moved.id, reasonCode: 'other', reason: 'đã chuyển tiếp' }),
    ).rejects.toMatchObject({ code: 'INTAKE.MOVED_ON' });
  });

  it('keeps files by their bytes, seals those of a denunciation, refuses a renamed program', async () => {
    const parts = {
      ...ports(),
      attachments: new PostgresAttachments(),
      blobs: new FolderBlobStore(dataDir),
      inspector: new SniffingFileInspector({ scanner: new NoVirusScanner() }),
    };
    const pdf = Buffer.from('%PDF-1.7\nBí Mật Tuyệt Đối ký tên\n%%EOF');
    const sealed = await register(DENUNCIATION);
    const [kept] = await new AttachFiles(parts).execute(as('motcua'), sealed.id, [
      { fileName: 'đơn của Bí Mật.pdf', bytes: pdf },
    ]);
    expect(kept).toMatchObject({ fileName: null, mediaType: 'application/pdf' });
    expect((await parts.blobs.get(kept?.blobKey ?? '')).includes(Buffer.from('Bí Mật'))).toBe(false);
    const id = kept?.id as AttachmentId;
    const reading = new ReadAttachment(parts);
    await expect(reading.execute(as('lanhdao'), sealed.id, id)).rejects.toMatchObject({ status: 409 });
    expect(await reading.original(await reading.find(as('lanhdao'), sealed.id, id))).toEqual({
      fileName: 'đơn của Bí Mật.pdf',
      mediaType: 'application/pdf',
      bytes: pdf,
    });
    await expect(reading.execute(as('chuyenvien'), sealed.id, id)).rejects.toMatchObject({ status: 404 });
    const program = { fileName: 'don.pdf', bytes: Buffer.concat([Buffer.from('MZ'), randomBytes(300)]) };
    await expect(
      new AttachFiles(parts).execute(as('motcua'), sealed.id, [{ fileName: 'a.pdf', bytes: pdf }, program]),
    ).rejects.toMatchObject({ code: 'FILE.PROGRAM', status: 422 });
    expect(await rows('SELECT FROM app.attachment WHERE petition_id = $1', [sealed.id])).toHaveLength(1);
  });

  it('refuses a master key other than the one the data was sealed with', async () => {
    const checks = new PostgresKeyChecks(world.db.app);
    await openKeyVault({ dataDir, masterKey: Buffer.alloc(32, 9), checks });
    await openKeyVault({ dataDir, masterKey: Buffer.alloc(32, 9), checks: new PostgresKeyChecks(world.db.worker) });
    await expect(openKeyVault({ dataDir, masterKey: Buffer.alloc(32, 8), checks })).rejects.toMatchObject({
      code: 'IDENTITY.KEY_WRONG',
    });
  });
});
