import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import PizZip from 'pizzip';
import { seal } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { drawSample } from '#libs/reporting';
import { call } from './support/call.js';
import { eventually, Office } from './support/cases.js';
import { seedDemo } from './support/seed.js';
import { type RunningSystem, startSystem } from './support/system.js';

const PERIOD = { from: '2025-12-15', to: '2026-12-14' };
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

interface List {
  id: string;
  count: number;
  hash: string;
  value: number | null;
}
interface ListDetail extends List {
  rows: { id: string; caseFileId: string | null; findings: { id: string; note: string; corrected: boolean }[] }[];
}

/** The machine of somebody outside: an unpacked archive, and no product. */
class Unpacked {
  readonly folder = mkdtempSync(join(tmpdir(), 'nghe-dan-evidence-'));
  readonly names: string[];

  constructor(bytes: Buffer) {
    const zip = new PizZip(bytes);
    this.names = Object.keys(zip.files).filter((name) => !zip.files[name]!.dir);
    for (const name of this.names) {
      mkdirSync(dirname(join(this.folder, name)), { recursive: true });
      writeFileSync(join(this.folder, name), zip.file(name)!.asNodeBuffer());
    }
  }

  text(name: string): string {
    return readFileSync(join(this.folder, name), 'utf8');
  }
  json<T>(name: string): T {
    return JSON.parse(this.text(name)) as T;
  }
  /** Changes one byte in the middle of a file. */
  spoil(name: string): () => void {
    const before = readFileSync(join(this.folder, name));
    const after = Buffer.from(before);
    const at = Math.floor(after.length / 2);
    after[at] = after[at] === 0x61 ? 0x62 : 0x61;
    writeFileSync(join(this.folder, name), after);
    return () => writeFileSync(join(this.folder, name), before);
  }

  run(command: string, ...args: string[]): Promise<{ code: number; output: string }> {
    return new Promise((done) =>
      execFile(command, args, { cwd: this.folder, env: { PATH: '/usr/bin:/bin' }, maxBuffer: 1e7 }, (error, out, err) =>
        done({ code: error ? Number(error.code) : 0, output: out + err }),
      ),
    );
  }
  sums = () => this.run('sha256sum', '-c', '--quiet', 'SHA256SUMS');
  verify = (...args: string[]) => this.run(process.execPath, 'verify.mjs', ...args);

  leave(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

describe('the evidence of an inspection', () => {
  let system: RunningSystem;
  let office: Office;
  let inspection: string;
  let list: List;
  let sample: string;
  let evidence: Unpacked;
  beforeAll(async () => {
    system = await startSystem();
    await seedDemo(system, 120);
    office = new Office(system);
    const opened = await post<{ id: string }>('thanhtra', '/inspections', {
      ...{ name: 'Kiểm tra trách nhiệm giải quyết', team: 'Đoàn số 5', ...PERIOD },
    });
    inspection = opened.body.id;
  }, 240_000);
  afterAll(async () => {
    evidence?.leave();
    await system?.stop();
  });

  const post = async <Body>(username: string, path: string, body: object) =>
    call<Body>(system.url, 'POST', path, { token: await office.token(username), body });
  const detail = (id: string, username = 'thanhtra') => office.get<ListDetail>(username, `/inspection-lists/${id}`);
  async function archive(): Promise<Unpacked> {
    const answer = await fetch(`${system.url}/api/v1/inspections/${inspection}/evidence`, {
      headers: { authorization: `Bearer ${await office.token('thanhtra')}` },
    });
    expect(answer.status).toBe(200);
    return new Unpacked(Buffer.from(await answer.arrayBuffer()));
  }

  it('an inspector freezes the list behind a cell, and it stays when more is recorded', async () => {
    const counted = await office.get<{ knownAt: string; cells: { no: number; value: number }[] }>(
      'thanhtra',
      `/reports/XLD01?from=${PERIOD.from}&to=${PERIOD.to}&agency=XA-TANTHANH`,
    );
    const cell = { form: 'XLD01', cell: 3, agency: 'XA-TANTHANH', knownAt: counted.knownAt };
    const frozen = await post<List>('thanhtra', `/inspections/${inspection}/lists`, cell);
    expect([frozen.status, frozen.body.value]).toEqual([201, counted.cells.find(({ no }) => no === 3)?.value]);
    list = frozen.body;
    await office.register();
    expect((await detail(list.id)).rows).toHaveLength(list.count);
    const again = await post<List>('thanhtra', `/inspections/${inspection}/lists`, { ...cell, knownAt: undefined });
    expect(again.body.count).toBe(list.count + 1);
    expect(again.body.hash).not.toBe(list.hash);
    const figure = await post<List>('thanhtra', `/inspections/${inspection}/lists`, { measure: 'resolved' });
    expect(figure.body.count).toBeGreaterThan(3);
    expect((await post('thanhtra', `/inspections/${inspection}/lists`, {})).status).toBe(422);
    expect((await post('lanhdao', `/inspections/${inspection}/lists`, { measure: 'resolved' })).status).toBe(403);
  });

  it('a figure narrowed by agency, field, type, procedure or leader is frozen as it was narrowed, and says so in words', async () => {
    const narrowed = `from=${PERIOD.from}&to=${PERIOD.to}&agency=XA-TANTHANH&reach=own`;
    const told = await office.get<{
      knownAt: string;
      byField: { key: string; name: string }[];
      byLeader: { key: string; name: string }[];
    }>('thanhtra', `/reports/figures?${narrowed}`);
    const [field, leader] = [told.byField[0]!, told.byLeader.find(({ key }) => /^\d+$/.test(key))!];
    const one = { agency: 'XA-TANTHANH', reach: 'own', ...PERIOD, knownAt: told.knownAt };
    for (const [measure, filter, words] of [
      ['inCompetence', { field: field.key }, `Lĩnh vực: ${field.name}`],
      ['inCompetence', { leader: leader.key }, `Người giải quyết: ${leader.name}`],
      ['inCompetence', { procedure: 'complaint' }, 'Quy trình: '],
      ['petitionsReceived', { type: 'complaint' }, 'Loại đơn: khiếu nại'],
    ] as const) {
      const query = new URLSearchParams({ ...one, ...filter, limit: '500' }).toString();
      const shown = await office.get<{ count: number; listHash: string; filters: string[] }>(
        ...(['thanhtra', `/reports/figures/${measure}/cases?${query}`] as const),
      );
      const frozen = await post<List & { filters: string[] }>('thanhtra', `/inspections/${inspection}/lists`, {
        ...{ measure, ...one, ...filter },
      });
      expect([words, frozen.status, frozen.body.hash]).toEqual([words, 201, shown.listHash]);
      expect([words, frozen.body.count > 0]).toEqual([words, true]);
      expect(frozen.body.filters).toEqual(shown.filters);
      expect(frozen.body.filters.join('; ')).toContain('UBND xã Tân Thành (riêng cơ quan này)');
      expect(frozen.body.filters.join('; ')).toContain(words);
      const { rows } = await system.database.admin.query<{ address: object }>(
        'SELECT address FROM app.inspection_list WHERE id = $1',
        [frozen.body.id],
      );
      expect(rows[0]?.address).toMatchObject({ ...filter, reach: 'own', filters: shown.filters });
    }
  });

  it('a finding is put right by another one, never changed; the head reads it, the case stays as it is', async () => {
    const { rows } = await detail(list.id);
    const caseFileId = rows.find((row) => row.caseFileId !== null)!.caseFileId!;
    const before = await office.get<{ rev: number }>('lanhdao', `/case-files/${caseFileId}`);
    const path = `/inspection-lists/${list.id}/cases/${caseFileId}/findings`;
    const finding = { kind: 'timeLimit', verdict: 'serious', note: 'Quá hạn xử lý đơn 12 ngày.' };
    expect((await post('thanhtra', path, finding)).status).toBe(204);
    const of = async () => (await detail(list.id)).rows.find((row) => row.caseFileId === caseFileId)!.findings;
    const [first] = await of();
    const right = { ...finding, verdict: 'minor', note: 'Quá hạn xử lý đơn 2 ngày, đã tính lại.', corrects: first!.id };
    expect((await post('thanhtra', path, right)).status).toBe(204);
    // What has been put right once is not put right a second time.
    expect((await post('thanhtra', path, right)).status).toBe(404);
    expect((await of()).map(({ note, corrected }) => [note, corrected])).toEqual([
      [finding.note, true],
      [right.note, false],
    ]);
    const { items } = await office.get<{ items: { note: string; corrected: boolean }[] }>(
      'lanhdao',
      '/inspection-findings',
    );
    expect(items.map(({ note }) => note).sort()).toEqual([right.note, finding.note].sort());
    expect(
      (await call(system.url, 'GET', '/inspection-findings', { token: await office.token('motcua') })).status,
    ).toBe(403);
    expect((await office.get<{ rev: number }>('lanhdao', `/case-files/${caseFileId}`)).rev).toBe(before.rev);
    await expect(
      system.database.admin.query(`UPDATE app.inspection_finding SET note = 'khác' WHERE id = $1`, [first!.id]),
    ).rejects.toThrow(/written once/);
  });

  it('somebody outside checks the archive with sha256sum and verify.mjs alone', async () => {
    const drawn = await post<{ id: string }>('thanhtra', `/inspections/${inspection}/samples`, {
      ...{ measure: 'resolved', strata: 'agency', size: 5, seed: 'doan-so-5' },
    });
    sample = drawn.body.id;
    const store = new PostgresLedgerArchive(system.database.connections);
    const { privateKey } = loadSigningKey(system.dataDir);
    await eventually('a signed head', async () => (await seal(store, privateKey, new Date())).head);
    evidence = await archive();
    expect(await evidence.sums()).toEqual({ code: 0, output: '' });
    const ledger = await evidence.verify('nhat-ky.jsonl');
    expect(ledger.output).toContain('Nguyên vẹn');
    expect(ledger.code).toBe(0);
    const proofs = evidence.names.filter((name) => name.startsWith('chung-minh/'));
    expect(proofs.length).toBeGreaterThan(5);
    for (const proof of proofs.slice(0, 3)) {
      const said = await evidence.verify(proof, '--key', 'khoa-cong-khai.pem');
      expect([proof, said.code, said.output.includes('Nguyên vẹn')]).toEqual([proof, 0, true]);
    }
  });

  it('frozen lists and the sample come out again from what is in the archive', async () => {
    const frozen = evidence.json<{ sha256: string; count: number; value: number }>('danh-sach/01.json');
    const ids = evidence.text('danh-sach/01.txt');
    expect([sha256(ids), ids.trimEnd().split('\n').length]).toEqual([frozen.sha256, frozen.count]);
    expect(frozen.sha256).toBe(list.hash);
    const recipe = evidence.json<{
      id: string;
      seed: string;
      size: number;
      populationHash: string;
      samePopulation: boolean;
      cases: { caseId: string; ordinal: number; stratum: string }[];
    }>('mau/01.json');
    expect([recipe.id, recipe.samePopulation]).toEqual([sample, true]);
    expect(sha256(evidence.text('mau/01-danh-sach.txt'))).toBe(recipe.populationHash);
    const candidates = evidence
      .text('mau/01-tang.csv')
      .trimEnd()
      .split('\n')
      .map((line) => ({ id: line.split(',')[0]!, stratum: line.split(',')[1]! }));
    const again = drawSample(candidates, recipe).map(({ id, ...one }) => ({ caseId: id, ...one }));
    expect(again).toEqual(recipe.cases.map(({ caseId, ordinal, stratum }) => ({ caseId, stratum, ordinal })));
    const findings = evidence.json<{ note: string; corrects: string | null }[]>('ghi-nhan.json');
    expect(findings).toHaveLength(2);
    const manifest = evidence.json<{ files: { name: string; sha256: string; bytes: number }[] }>('manifest.json');
    expect(manifest.files.map(({ name }) => name).sort()).toEqual(
      evidence.names.filter((name) => name !== 'manifest.json' && name !== 'SHA256SUMS').sort(),
    );
    for (const { name, sha256: sum } of manifest.files)
      expect([name, sha256(readFileSync(join(evidence.folder, name)))]).toEqual([name, sum]);
  });

  it('a changed byte is found in whatever file it is', async () => {
    for (const name of evidence.names.filter((one) => one !== 'SHA256SUMS' && !one.startsWith('chung-minh/'))) {
      const mend = evidence.spoil(name);
      const { code, output } = await evidence.sums();
      expect([name, code, output.includes(name)]).toEqual([name, 1, true]);
      mend();
    }
    // Whoever also writes the sums anew is found by the chain and the signed tree.
    const mend = evidence.spoil('nhat-ky.jsonl');
    const { code, output } = await evidence.verify('nhat-ky.jsonl');
    expect([code, output.includes('Nguyên vẹn')]).toEqual([1, false]);
    mend();
    const proof = evidence.names.find((name) => name.startsWith('chung-minh/'))!;
    const restore = evidence.spoil(proof);
    expect((await evidence.verify(proof, '--key', 'khoa-cong-khai.pem')).code).not.toBe(0);
    restore();
    expect((await evidence.sums()).code).toBe(0);
  });

  it('no name, number, address or word of a petition is in it', async () => {
    const all = evidence.names.map((name) => evidence.text(name)).join('\n');
    const { rows } = await system.database.admin.query<{ word: string }>(
      `SELECT full_name AS word FROM app.petitioner WHERE full_name IS NOT NULL UNION SELECT personal_id FROM app.petitioner WHERE personal_id IS NOT NULL
       UNION SELECT address FROM app.petitioner WHERE address IS NOT NULL UNION SELECT content FROM app.petition WHERE content IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter(({ word }) => word.length > 3 && all.includes(word))).toEqual([]);
  });
});
