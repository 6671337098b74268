import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { exportLedger, proveEvent, proveGrowth, seal, verifyLedger } from '#libs/audit';
import { loadSigningKey, PostgresLedgerArchive } from '#libs/persistence';
import { localDate } from '#libs/shared';
import { repository } from '#testing/support/repository';
import { withBenchDatabase } from './support/bench-database.js';
import { bulkInParallel } from './support/bulk-lanes.js';
import { bench, type Figure, median, say, timed } from './support/report.js';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 1_000_000);
/** Every act that the plan holds is done: about so many events come of a petition. */
const PER_PETITION = 15;
const HISTORY = { seed: 61, from: localDate('2025-01-06'), today: localDate('2026-06-26'), acts: 24 };
const run = promisify(execFile);

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
    const { admin } = database.connections;
    await bulkInParallel(database, { ...HISTORY, petitions: Math.ceil(EVENTS / PER_PETITION), plan: 'demo' });
    const count = async (table: string): Promise<number> =>
      (await admin.query<{ n: number }>(`SELECT count(*)::int AS n FROM app.${table}`)).rows[0]?.n ?? 0;
    const [made, files] = [await count('case_event'), await count('case_file')];
    if (made < EVENTS) throw new Error(`${made} events where at least ${EVENTS} were meant`);
    const { rows: some } = await admin.query<{ id: string }>(
      'SELECT id::text FROM app.case_event ORDER BY hashtext(id::text) LIMIT 20',
    );
    const archive = new PostgresLedgerArchive(database.connections);
    const key = loadSigningKey(database.dataDir);
    await measure('number and sign all at once', () => seal(archive, key.privateKey, new Date()));
    highest = 0;
    await measure('verify chains, tree, heads in the database', async () => {
      const { ok, events, sealed } = await verifyLedger(archive, key.publicKey);
      if (!ok || events !== made || sealed !== events) throw new Error(`Not whole: ${events} ${sealed}`);
    });
    figures.push({ what: 'highest memory of the check', value: highest / 2 ** 20, unit: 'MiB' });
    const ground = { source: archive, head: (await archive.heads()).at(-1)!, keys: await archive.keys() };
    const waits: number[] = [];
    for (const [n, { id }] of some.entries()) {
      const found = await archive.find(id);
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
    return { figures, notes: [`${made} events of ${files} files. ${said.stdout.trim()}`] };
  }),
);
