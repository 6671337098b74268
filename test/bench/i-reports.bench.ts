import type { Actor } from '#libs/access';
import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { openKeyVault } from '#libs/identity';
import {
  beginAs,
  boardPage,
  PostgresKeyChecks,
  PostgresReportFacts,
  PostgresReportRows,
  PostgresRowCopy,
  TransactionRunner,
} from '#libs/persistence';
import { countForm, formFactsOf, REPORT_FORMS, ReportReader, RowKeeper } from '#libs/reporting';
import { instantOf } from '#libs/shared';
import { procedures } from '#workflows';
import { actorFor, type Reference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import { foundNation, planNation, TODAY, YEAR_2025 } from '../../apps/cli/src/commands/demo/nation/build-nation.js';
import type { Written } from '../../apps/cli/src/commands/demo/nation/replay-province.js';
import { runLanes } from '../../apps/cli/src/commands/demo/nation/run-lanes.js';
import { withBenchDatabase, type BenchDatabase } from './support/bench-database.js';
import { bench, median, percentile, ROUNDS, say, timed, type Figure, type Report } from './support/report.js';

const FILES = Number(process.env.BENCH_FILES ?? 1_000_000);
/** What a nation of the published totals comes to: each matter in competence has a file of its own beside that of its petition. */
const FILES_OF_A_NATION = 483_000;
const LANES = 2;
const PER_ROUND = 100;
const GOALS = { p50: 3, p99: 5, provinceMs: 500, nationMs: 2000 } as const;
const FORMS = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
const XLD01 = FORMS.find(({ id }) => id === 'XLD01')!;
const NOW = instantOf(TODAY, '23:00');

export interface Measured {
  readonly database: Pick<BenchDatabase, 'connections'>;
  readonly reference: Reference;
}

/** Boards and forms where a nation's files lie, against a key lookup of the same run. */
export async function measureReports({ database: { connections }, reference }: Measured): Promise<Report> {
  const count = async (text: string): Promise<number> =>
    Number((await connections.admin.query<{ n: string }>(`SELECT count(*) AS n FROM ${text}`)).rows[0]!.n);
  const files = await count('app.case_file');
  const visits = await count('app.reception_visit');
  const largest = await connections.admin.query<{ code: string; n: string }>(
    `SELECT a.code, count(*) AS n FROM app.case_file c JOIN app.agency a ON a.id = c.province_id GROUP BY 1 ORDER BY 2 DESC LIMIT 1`,
  );
  const { code, n } = largest.rows[0]!;
  say(`${files} files, ${visits} visits; the largest province, ${code}, has ${n} files`);
  const head = actorFor(reference, code, { role: 'chairman', turn: 0 });
  const commune = actorFor(reference, `XA-${code.slice(-2)}-1`, { role: 'caseOfficer', turn: 0 });
  const everywhere: Actor = { ...head, userId: 0 as Actor['userId'], agencies: [...reference.agencies.keys()] };
  const figures: Figure[] = await boards({ connections }, { head, commune });
  figures.push(...(await forms({ connections }, { head, everywhere })));
  figures.push({
    what: `01/XLD of a province read from the ledger`,
    value: await fromLedger({ connections }, head),
    unit: 'ms',
  });
  return { figures, notes: [`${files} files, ${visits} visits; the largest province has ${n} files`] };
}

type Connected = Pick<BenchDatabase, 'connections'>;

async function boards(
  { connections }: Connected,
  { head, commune }: { readonly head: Actor; readonly commune: Actor },
): Promise<Figure[]> {
  const { rows } = await connections.admin.query<{ id: string }>(
    'SELECT id FROM app.case_file WHERE agency_id = $1 AND visible_to IS NULL ORDER BY hashtext(id::text) LIMIT $2',
    [commune.agencyId, PER_ROUND],
  );
  const days = { today: TODAY, soonUntil: addWorkingDays(vietnamCalendar(), { from: TODAY, days: 3 }) };
  const times = async (
    actor: Actor,
    what: { name: string; text: string; reading?: 'plannedOnce'; values: (n: number) => unknown[] },
  ) => {
    const client = await connections.app.connect();
    const waits: number[] = [];
    try {
      for (let n = 0; n < PER_ROUND; n += 1) {
        const began = performance.now();
        await client.query(beginAs(actor, what.reading));
        await client.query({ name: what.name, text: what.text, values: what.values(n) });
        await client.query('COMMIT');
        waits.push(performance.now() - began);
      }
      return waits;
    } finally {
      client.release();
    }
  };
  const key = {
    ...{ name: 'bench.key', text: 'SELECT * FROM app.case_file WHERE id = $1' },
    values: (n: number) => [rows[n % rows.length]?.id],
  };
  const board = (actor: Actor) => {
    const scope = actor.agencies.includes(actor.provinceId)
      ? ({ kind: 'province', id: actor.provinceId } as const)
      : ({ kind: 'agencies', ids: actor.agencies } as const);
    const page = boardPage(scope, {}, { days, limit: 50 });
    return {
      ...{ name: `bench.board-${actor.userId}`, text: page.text, values: () => page.values },
      reading: 'plannedOnce' as const,
    };
  };
  const rounds: { key: number[]; commune: number[]; province: number[] }[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const one = {
      key: await times(commune, key),
      commune: await times(commune, board(commune)),
      province: await times(head, board(head)),
    };
    if (round > 0) rounds.push(one);
  }
  const ratio = (which: 'commune' | 'province', share: number): number =>
    median(rounds.map((one) => percentile(one[which], share) / percentile(one.key, share)));
  const figure = (which: 'commune' | 'province', [what, share, goal]: readonly [string, number, number]): Figure => {
    const value = ratio(which, share);
    return {
      what: `overdue board of a ${which}, ${what} against a key lookup`,
      value,
      unit: '×',
      goal: `≤ ${goal} ×`,
      met: value <= goal,
    };
  };
  return (['commune', 'province'] as const).flatMap((which) => [
    figure(which, ['p50', 0.5, GOALS.p50]),
    figure(which, ['p99', 0.99, GOALS.p99]),
  ]);
}

async function forms(
  { connections }: Connected,
  { head, everywhere }: { readonly head: Actor; readonly everywhere: Actor },
): Promise<Figure[]> {
  const runner = new TransactionRunner(connections);
  const reader = new ReportReader(new PostgresReportFacts(runner), procedures, new PostgresReportRows(runner));
  const figures: Figure[] = [];
  for (const { who, actor, goal, byAgency } of [
    { who: 'province, by agency', actor: head, goal: GOALS.provinceMs, byAgency: true },
    { who: 'nation', actor: everywhere, goal: GOALS.nationMs, byAgency: false },
    { who: 'nation, by agency', actor: everywhere, goal: null, byAgency: true },
  ])
    for (const form of FORMS) {
      const waits: number[] = [];
      const asked = { knownAt: NOW, agencies: actor.agencies, period: YEAR_2025, of: form, byAgency };
      for (let n = 0; n <= ROUNDS; n += 1) {
        const wait = await timed(async () => countForm(form, await reader.forFigures(actor, asked), YEAR_2025));
        if (n > 0) waits.push(wait);
      }
      const value = median(waits);
      say(`${form.code} of a ${who}: ${value.toFixed(0)} ms (${waits.map((wait) => wait.toFixed(0)).join(', ')})`);
      const what = `${form.code} of a ${who}`;
      figures.push({
        ...{ what, value, unit: 'ms' },
        ...(goal === null ? {} : { goal: `≤ ${goal} ms`, met: value <= goal }),
      });
    }
  return figures;
}

/** A form of the largest province read from the ledger. */
async function fromLedger({ connections }: Connected, head: Actor): Promise<number> {
  const reader = new ReportReader(new PostgresReportFacts(new TransactionRunner(connections)), procedures);
  return timed(async () => countForm(XLD01, formFactsOf(await reader.forForms(head, NOW), head.agencies), YEAR_2025));
}

/** A nation of so many files, every one of them replayed; rows beside the ledger as the worker makes them. */
async function build({ connections, urls, vault, dataDir, masterKey }: BenchDatabase): Promise<Built> {
  // The lanes open the same keys by themselves.
  Object.assign(process.env, { NGHE_DAN_DATA: dataDir, NGHE_DAN_MASTER_KEY: masterKey.toString('hex') });
  await openKeyVault({ masterKey: [masterKey], dataDir, checks: new PostgresKeyChecks(connections.app) });
  const nation = { seed: 1, scale: FILES_OF_A_NATION / FILES };
  const plan = planNation(nation);
  const reference = await foundNation({ connections, vault }, plan);
  const sum = { files: 0, events: 0 };
  const onWritten = (code: string, { files, events }: Written): void => {
    sum.files += files;
    sum.events += events;
    say(`${code}: ${files} files`);
  };
  const writing = await timed(async () => void (await runLanes(plan, { urls, nation, lanes: LANES, onWritten })));
  const keeper = new RowKeeper(new PostgresRowCopy(connections.admin), procedures);
  let copied = 0;
  const copying = await timed(async () => (copied = (await keeper.refresh()) ?? 0));
  await connections.admin.query('VACUUM ANALYZE');
  const figures: Figure[] = [
    {
      what: `files replayed and written a second, ${sum.events} events`,
      value: sum.files / (writing / 1000),
      unit: '/s',
    },
    {
      what: 'petitions, visits and sessions copied from the ledger a second',
      value: copied / (copying / 1000),
      unit: '/s',
    },
  ];
  return { reference, figures };
}

interface Built {
  readonly reference: Reference;
  readonly figures: readonly Figure[];
}

if (process.argv[1] === import.meta.filename)
  bench(() =>
    withBenchDatabase(async (database) => {
      const { reference, figures } = await build(database);
      const report = await measureReports({ database, reference });
      return { ...report, figures: [...figures, ...report.figures] };
    }),
  );
