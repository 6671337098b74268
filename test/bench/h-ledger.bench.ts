import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chainEvents, exportLedger, GENESIS_HASH, proveEvent, proveGrowth, seal, verifyLedger } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { localDate, type CaseEventId, type CaseFileId, type UserId } from '#libs/shared';
import { repository } from '#testing/support/repository';
import { type BenchDatabase, withBenchDatabase } from './support/bench-database.js';
import { bench, type Figure, median, say, timed } from './support/report.js';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
const PER_CASE = 10;
const CASES = Math.ceil(EVENTS / PER_CASE);
const BATCH = 2_000;
const run = promisify(execFile);
const idOf = (kind: string, n: number): string => `0190${kind}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;

/** A chain as ten steps of a file leave it. */
function chainOf(which: number) {
  return chainEvents(
    GENESIS_HASH,
    Array.from({ length: PER_CASE }, (_, at) => ({
      ...{
        id: idOf('e0e0', which * PER_CASE + at) as CaseEventId,
        caseId: idOf('c0c0', which) as CaseFileId,
        seq: at + 1,
      },
      ...{ kind: 'procedure' as const, type: at === 0 ? 'OPEN' : 'RECORD_STEP', occurredOn: localDate('2026-07-02') },
      ...{ recordedAt: '2026-07-02T02:00:00.120Z', systemAt: '2026-07-02T02:00:00.130Z', actorId: 1 as UserId },
      actorRole: 'caseOfficer' as const,
      facts: { step: at, note: 'Xác minh tại thực địa', decision: { number: `${which}/QĐ-UBND`, day: '2026-07-02' } },
      basis: [{ mark: 'V', text: 'LKN Đ.29' }],
      ...{ fromStage: at === 0 ? null : 'verifying', toStage: 'verifying', subjectId: null, corrects: null },
    })),
  );
}

async function fill({ connections: { admin } }: BenchDatabase): Promise<void> {
  for (let from = 1; from <= CASES; from += BATCH) {
    const chains = Array.from({ length: Math.min(BATCH, CASES - from + 1) }, (_, at) => chainOf(from + at));
    await admin.query(
      `WITH who AS (SELECT id FROM app.app_user WHERE username = 'motcua'), place AS (SELECT id, province_id FROM app.agency WHERE code = 'XA-TANTHANH'),
       wanted AS (SELECT * FROM jsonb_to_recordset($1) AS w(n int, id uuid, hash text)),
       p AS (INSERT INTO app.petition (agency_id, province_id, type, channel, received_on, registered_at, register_year, register_series, register_number, register_label, lookup_hash, created_by)
             SELECT place.id, province_id, 'complaint', 'in_person', '2026-07-02', now(), 2026, 'main', n, n::text, sha256(n::text::bytea), who.id FROM wanted, who, place RETURNING id, register_number)
       INSERT INTO app.case_file (id, petition_id, agency_id, province_id, procedure, procedure_version, state, stage, seq, head_hash, opened_on, received_on, last_event_on)
       SELECT w.id, p.id, place.id, place.province_id, 'complaint', 1, '"verifying"', 'verifying', $2, w.hash::bytea, '2026-07-02', '2026-07-02', '2026-07-02'
         FROM wanted w JOIN p ON p.register_number = w.n, place`,
      [
        JSON.stringify(chains.map((chain, at) => ({ n: from + at, id: chain[0]?.caseId, hash: chain.at(-1)?.hash }))),
        PER_CASE,
      ],
    );
    await admin.query(
      `INSERT INTO app.case_event (id, case_id, seq, kind, type, occurred_on, recorded_at, system_at, actor_id, actor_role, facts, basis, from_stage, to_stage, subject_id, corrects, prev_hash, hash)
       SELECT id, "caseId", seq, kind, type, "occurredOn", "recordedAt", "systemAt", "actorId", "actorRole", facts, basis, "fromStage", "toStage", "subjectId", corrects, "prevHash"::bytea, hash::bytea
       FROM jsonb_to_recordset($1) AS e(id uuid, "caseId" uuid, seq int, kind text, type text, "occurredOn" date, "recordedAt" timestamptz, "systemAt" timestamptz, "actorId" int, "actorRole" text,
         facts jsonb, basis jsonb, "fromStage" text, "toStage" text, "subjectId" uuid, corrects uuid, "prevHash" text, hash text)`,
      [JSON.stringify(chains.flat())],
    );
    if (from % 20_000 === 1) say(`${(from - 1) * PER_CASE} events`);
  }
  await admin.query('ANALYZE app.case_event, app.case_file');
}

bench(() =>
  withBenchDatabase(async (database) => {
    const figures: Figure[] = [];
    let highest = 0;
    const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().rss)), 200);
    const measure = async (what: string, work: () => Promise<unknown>): Promise<void> => {
      const value = (await timed(work)) / 1_000;
      say(`${what}: ${value.toFixed(2)} s`);
      figures.push({ what, value, unit: 's' });
    };
    await fill(database);
    const archive = new PostgresLedgerArchive(database.connections);
    const key = loadSigningKey(database.dataDir);
    await measure('number and sign all at once', () => seal(archive, key.privateKey, new Date()));
    highest = 0;
    await measure('verify chains, tree, heads in the database', async () => {
      const { ok, events, sealed } = await verifyLedger(archive, key.publicKey);
      if (!ok || events !== CASES * PER_CASE || sealed !== events) throw new Error(`Not whole: ${events} ${sealed}`);
    });
    figures.push({ what: 'highest memory of the check', value: highest / 2 ** 20, unit: 'MiB' });
    const ground = { source: archive, head: (await archive.heads()).at(-1)!, keys: await archive.keys() };
    const waits: number[] = [];
    for (let n = 0; n < 20; n += 1) {
      const found = await archive.find(idOf('e0e0', PER_CASE + ((n * 7919) % EVENTS)));
      waits.push(await timed(() => proveEvent(ground, found!)));
      waits.push(
        await timed(() => proveGrowth(ground, { fromSize: 1 + ((n * 104_729) % ground.head.treeSize), from: null })),
      );
    }
    figures.push({ what: 'proof of one event or of growth, p50', value: median(waits), unit: 'ms' });
    const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-ledger-'));
    const path = join(folder, 'nhat-ky.jsonl');
    highest = 0;
    await measure('export to a file', async () => {
      const file = createWriteStream(path);
      await archive.readExport((streams) =>
        exportLedger(streams, async (line) => {
          if (!file.write(line)) await once(file, 'drain');
        }),
      );
      file.end();
      await once(file, 'finish');
    });
    figures.push({ what: 'highest memory of the export', value: highest / 2 ** 20, unit: 'MiB' });
    figures.push({ what: 'size of the file', value: statSync(path).size / 2 ** 20, unit: 'MiB' });
    const verifier = join(repository, 'libs/audit/verifier/verify.mjs');
    const program = `import('${verifier}')`;
    const script = `process.argv[1] = ${JSON.stringify(verifier)}; process.argv[2] = ${JSON.stringify(path)};
      process.on('exit', () => console.error(process.resourceUsage().maxRSS)); await ${program};`;
    let said = { stdout: '', stderr: '' };
    await measure('verify the file offline', async () => {
      said = await run(process.execPath, ['--input-type=module', '-e', script], { maxBuffer: 1e7 });
    });
    figures.push({
      what: 'highest memory of the offline verifier',
      value: Number(said.stderr.trim()) / 1_024,
      unit: 'MiB',
    });
    clearInterval(watch);
    rmSync(folder, { recursive: true, force: true });
    return { figures, notes: [`${CASES * PER_CASE} events of ${CASES} files. ${said.stdout.trim()}`] };
  }),
);
