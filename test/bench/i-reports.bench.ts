import type { Actor } from '#libs/access';
import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import {
  beginAs,
  boardPage,
  PostgresReportFacts,
  PostgresReportRows,
  PostgresRowCopy,
  TransactionRunner,
} from '#libs/persistence';
import { countForm, formFactsOf, REPORT_FORMS, ReportReader, RowKeeper } from '#libs/reporting';
import { instantOf } from '#libs/shared';
import { procedures } from '#workflows';
import { actorFor, type Reference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import {
  foundNation,
  planNation,
  TODAY,
  writeProvinces,
  YEAR_2025,
  type NationPlan,
} from '../../apps/cli/src/commands/demo/nation/build-nation.js';
import { withBenchDatabase, type BenchDatabase } from './support/bench-database.js';
import { multiply } from './support/multiply.js';
import { bench, median, percentile, ROUNDS, say, timed, type Figure, type Report } from './support/report.js';

const FILES = Number(process.env.BENCH_FILES ?? 1_000_000);
/** The nation that is multiplied: one of so many of the published year. */
const SCALE = 20;
const PUBLISHED_VISITS = 261_566;
const PER_ROUND = 100;
const GOALS = { p50: 3, p99: 5, provinceMs: 500, nationMs: 2000 } as const;
const FORMS = REPORT_FORMS.filter(({ columns }) => columns.length > 0);
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

/** The same form read from the ledger, where it is small enough to wait for. */
async function fromLedger({ connections }: Connected, actor: Actor): Promise<number> {
  const reader = new ReportReader(new PostgresReportFacts(new TransactionRunner(connections)), procedures);
  return timed(async () =>
    countForm(FORMS[0]!, formFactsOf(await reader.forForms(actor, NOW), actor.agencies), YEAR_2025),
  );
}

async function build({ connections, vault }: BenchDatabase): Promise<{ reference: Reference; figures: Figure[] }> {
  const plan: NationPlan = planNation({ seed: 1, scale: SCALE });
  const reference = await foundNation({ connections, vault }, plan);
  const made = await writeProvinces({ connections, vault }, reference, {
    provinces: plan.provinces,
    onWritten: (code, { files }) => say(`${code}: ${files} files`),
  });
  const keeper = new RowKeeper(new PostgresRowCopy(connections.admin), procedures);
  let copied = 0;
  const copying = await timed(async () => (copied = (await keeper.refresh()) ?? 0));
  await connections.admin.query('VACUUM ANALYZE');
  const head = actorFor(reference, plan.provinces[0]!.code, { role: 'chairman', turn: 0 });
  const everywhere: Actor = { ...head, userId: 0 as Actor['userId'], agencies: [...reference.agencies.keys()] };
  const ledger = await fromLedger({ connections }, everywhere);
  await multiply(connections.admin, {
    files: Math.round(FILES / made.files),
    visits: Math.round(PUBLISHED_VISITS / made.visits),
  });
  return {
    reference,
    figures: [
      {
        ...{ what: 'petitions, visits and sessions copied from the ledger a second', unit: '/s' },
        value: (copied / copying) * 1000,
      },
      { what: `a nation's form read from the ledger, ${made.files} files`, value: ledger, unit: 'ms' },
    ],
  };
}

if (process.argv[1] === import.meta.filename)
  bench(() =>
    withBenchDatabase(async (database) => {
      const { reference, figures } = await build(database);
      const report = await measureReports({ database, reference });
      return { ...report, figures: [...figures, ...report.figures] };
    }),
  );
