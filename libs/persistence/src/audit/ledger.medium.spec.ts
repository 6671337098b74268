import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chainEvents, exportLedger, GENESIS_HASH, proveEvent, seal, verifyLedger, type LedgerDraft } from '#libs/audit';
import { localDate, type CaseEventId, type CaseFileId, type UserId } from '#libs/shared';
import { createTestDatabase, type TestDatabase } from '#testing/support/postgres';
import { PostgresLedgerArchive } from './postgres-ledger-archive.js';
import { loadSigningKey, type SigningKey } from './signing-key.js';

const NOW = new Date('2026-07-10T01:00:00.000Z');
const id = (kind: string, n: number) => `0190${kind}-0000-7000-8000-${String(n).padStart(12, '0')}`;
const caseId = (n: number) => id('c0c0', n) as CaseFileId;
const verifier = join(import.meta.dirname, '../../../audit/verifier/verify.mjs');

function offline(...args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((done) =>
    execFile(process.execPath, [verifier, ...args], (error, output) => done({ code: error ? 1 : 0, output })),
  );
}

describe('ledger in the database', () => {
  let db: TestDatabase;
  let archive: PostgresLedgerArchive;
  let key: SigningKey;
  let folder: string;

  const events = (which: number, count: number): LedgerDraft[] =>
    Array.from({ length: count }, (_, index) => ({
      id: id('e0e0', which * 100 + index) as CaseEventId,
      caseId: caseId(which),
      seq: index + 1,
      kind: 'procedure' as const,
      type: index === 0 ? 'RECEIVE' : 'VERIFY',
      occurredOn: localDate('2026-07-02'),
      recordedAt: '2026-07-02T17:30:00.120Z',
      systemAt: '2026-07-02T17:30:00.007Z',
      actorId: 1 as UserId,
      actorRole: 'receptionist' as const,
      facts: { z: 1.5, a: 'Đơn – “trích”', big: 1e21, tiny: 1e-7, nested: { b: [true, null], a: {} } },
      basis: [{ law: 'LKN', article: 'Đ.27' }],
      fromStage: index === 0 ? null : 'received',
      toStage: 'received',
      subjectId: index === 2 ? id('d0d0', 1) : null,
      corrects: null,
    }));

  async function write(which: number, count: number): Promise<void> {
    const chained = chainEvents(GENESIS_HASH, events(which, count));
    await db.admin.query(
      `WITH who AS (SELECT id FROM app.app_user WHERE username = 'motcua'), place AS (SELECT id, province_id FROM app.agency WHERE code = 'XA-TANTHANH'),
       p AS (INSERT INTO app.petition (agency_id, province_id, type, channel, received_on, registered_at, register_year, register_series, register_number, register_label, lookup_hash, created_by)
             SELECT place.id, province_id, 'complaint', 'in_person', '2026-07-02', now(), 2026, 'main', $1::int, $1::int::text, $2, who.id FROM who, place RETURNING id)
       INSERT INTO app.case_file (id, petition_id, agency_id, province_id, procedure, procedure_version, state, stage, seq, head_hash, opened_on, received_on, last_event_on)
       SELECT $3, p.id, place.id, place.province_id, 'complaint', 1, '"received"', 'received', $4, $5, '2026-07-02', '2026-07-02', '2026-07-02' FROM p, place`,
      [
        which,
        Buffer.from(`lookup ${which}`),
        caseId(which),
        count,
        Buffer.from(chained.at(-1)?.hash.slice(2) ?? '', 'hex'),
      ],
    );
    await db.worker.query(
      `INSERT INTO app.case_event (id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis, from_stage, to_stage, subject_id, corrects, prev_hash, hash)
       SELECT id, "caseId", seq, kind, type, "occurredOn", "recordedAt", "systemAt", "actorId", "actorRole", facts, basis, "fromStage", "toStage", "subjectId", corrects, "prevHash", hash
       FROM jsonb_to_recordset($1) AS e(id uuid, "caseId" uuid, seq int, kind text, type text, "occurredOn" date, "recordedAt" timestamptz, "systemAt" timestamptz, "actorId" int, "actorRole" text,
         facts jsonb, basis jsonb, "fromStage" text, "toStage" text, "subjectId" uuid, corrects uuid, "prevHash" bytea, hash bytea)`,
      [JSON.stringify(chained)],
    );
  }

  const problems = async () => {
    const { findings, tree } = await verifyLedger(archive, key.publicKey);
    return [
      ...findings.map((finding) => `${Number(finding.caseId.slice(-4))}/${finding.seq} ${finding.kind}`),
      ...tree.map(({ kind }) => kind),
    ];
  };
  const tamper = async (text: string, values: unknown[] = []) => {
    await db.admin.query(text, values);
  };

  beforeAll(async () => {
    db = await createTestDatabase();
    archive = new PostgresLedgerArchive(db.connections);
    folder = mkdtempSync(join(tmpdir(), 'nghe-dan-ledger-'));
    key = loadSigningKey(folder);
    for (let which = 1; which <= 7; which += 1) await write(which, 4);
  });
  afterAll(async () => {
    await db.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('re-hashes every stored row to the hash it was written with', async () => {
    expect(await verifyLedger(archive, key.publicKey)).toMatchObject({
      ok: true,
      cases: 7,
      events: 28,
      sealed: 0,
      unsealed: 28,
      heads: 0,
    });
  });

  /** Transactions of other databases on the server hold the horizon back too: a round may find nothing ripe yet. */
  const sealUntil = async (left: number) => {
    while ((await archive.unsealed()) > left) await seal(archive, key.privateKey, NOW);
  };

  it('gives leaf numbers to finished transactions only, and each once', async () => {
    const open = await db.worker.connect();
    await open.query('BEGIN');
    await open.query('SELECT pg_current_xact_id()');
    await write(8, 2);
    await sealUntil(2);
    expect((await archive.heads()).at(-1)).toMatchObject({ treeSize: 28 });
    expect(await archive.unsealed()).toBe(2);
    await open.query('COMMIT');
    open.release();
    await sealUntil(0);
    expect(await seal(archive, key.privateKey, NOW)).toMatchObject({ added: 0, head: { treeSize: 30 } });
    const both = await Promise.all([seal(archive, key.privateKey, NOW), seal(archive, key.privateKey, NOW)]);
    expect(both.map(({ added }) => added)).toEqual([0, 0]);
    expect(await verifyLedger(archive, key.publicKey)).toMatchObject({ ok: true, sealed: 30, unsealed: 0 });
  });

  it('is checked offline from an export, and an event from its proof', async () => {
    const [ledger, pem, proofFile, old] = ['ledger.jsonl', 'key.pem', 'proof.json', 'old.json'].map((name) =>
      join(folder, name),
    ) as [string, string, string, string];
    let text = '';
    expect(
      await archive.readExport((streams) => exportLedger(streams, (line) => Promise.resolve(void (text += line)))),
    ).toEqual({ cases: 8, events: 30 });
    writeFileSync(ledger, text);
    writeFileSync(pem, key.publicPem);
    writeFileSync(old, JSON.stringify((await archive.heads())[0]));
    expect(await offline(ledger, '--key', pem, '--against', old)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Nguyên vẹn: 8 hồ sơ, 30 sự kiện') as string,
    });
    writeFileSync(ledger, text.replace('"type":"VERIFY"', '"type":"DECIDE"'));
    expect(await offline(ledger, '--key', pem)).toMatchObject({
      code: 1,
      output: expect.stringContaining('bước 2 (sự kiện 0190e0e0-0000-7000-8000-000000000101)') as string,
    });

    const ground = { source: archive, head: (await archive.heads()).at(-1)!, keys: await archive.keys() };
    const proof = await proveEvent(ground, (await archive.find(id('e0e0', 302)))!);
    writeFileSync(proofFile, JSON.stringify(proof));
    expect(await offline(proofFile, '--key', pem)).toMatchObject({
      code: 0,
      output: expect.stringContaining('lá 10 của cây 30') as string,
    });
    writeFileSync(proofFile, JSON.stringify({ ...proof, leafNo: 11 }));
    expect((await offline(proofFile, '--key', pem)).code).toBe(1);
    expect(await archive.find(id('e0e0', 9999))).toBeNull();
    expect(readFileSync(join(folder, 'keys/audit-ed25519.pem'), 'utf8')).toContain('PRIVATE KEY');
  });

  // Each on a case of its own; the trees and heads of before stay, so the tree speaks up where a hash changed.
  it('names what was done behind its back', async () => {
    await tamper(`UPDATE app.case_event SET facts = facts || '{"a": "khác"}' WHERE case_id = $1 AND seq = 2`, [
      caseId(1),
    ]);
    expect(await problems()).toEqual(['1/2 changed']);
    await tamper(
      `UPDATE app.case_event SET recorded_at = recorded_at + interval '1 microsecond' WHERE case_id = $1 AND seq = 3`,
      [caseId(2)],
    );
    expect(await problems()).toEqual(['1/2 changed', '2/3 changed']);
    await tamper(`DELETE FROM app.case_event WHERE case_id = $1 AND seq = 2`, [caseId(3)]);
    expect(await problems()).toEqual(['1/2 changed', '2/3 changed', '3/2 missing', 'leaf']);
    await tamper(`DELETE FROM app.case_event WHERE case_id = $1 AND seq = 4`, [caseId(4)]);
    expect((await problems()).slice(3)).toEqual(['4/4 missing', 'leaf', 'leaf']);
    await tamper(`UPDATE app.case_event SET seq = 105 - seq WHERE case_id = $1 AND seq IN (2, 3)`, [caseId(5)]);
    await tamper(`UPDATE app.case_event SET seq = seq - 100 WHERE case_id = $1 AND seq > 100`, [caseId(5)]);
    expect((await problems()).slice(4)).toEqual(['5/2 reordered', '5/3 reordered', '5/4 broken', 'leaf', 'leaf']);
    await tamper(`UPDATE app.case_file SET head_hash = $2 WHERE id = $1`, [caseId(6), Buffer.alloc(32)]);
    expect((await problems()).slice(7)).toEqual(['6/4 head', 'leaf', 'leaf']);
    const rewritten = chainEvents(
      GENESIS_HASH,
      events(7, 4).map((event) => ({ ...event, actorId: 2 as UserId })),
    );
    for (const { seq, hash, prevHash, actorId } of rewritten)
      await tamper(
        `UPDATE app.case_event SET hash = $2::text::bytea, prev_hash = $3::text::bytea, actor_id = $4 WHERE case_id = $1 AND seq = $5`,
        [caseId(7), hash, prevHash, actorId, seq],
      );
    await tamper(`UPDATE app.case_file SET head_hash = $2::text::bytea WHERE id = $1`, [
      caseId(7),
      rewritten.at(-1)?.hash,
    ]);
    // The chain of the seventh case is whole again; the tree that was signed before is not.
    const { findings, tree } = await verifyLedger(archive, key.publicKey);
    expect(findings.filter((finding) => finding.caseId === caseId(7))).toEqual([]);
    expect(tree.filter(({ message }) => message.includes('có mã băm khác'))).toHaveLength(4);
  });
});
