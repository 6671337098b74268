import type { Actor } from '#libs/access';
import { addWorkingDays, vietnamCalendar } from '#libs/calendar';
import { AgencyDirectory, Boards, LeaderBoards, TransactionRunner } from '#libs/persistence';
import { addDays, localDate } from '#libs/shared';
import { withBenchDatabase } from './support/bench-database.js';
import { bulkInParallel } from './support/bulk-lanes.js';
import { actorFor, readReference } from '../../apps/cli/src/commands/demo/bulk/reference.js';
import { bench, type Figure, median, percentile, ROUNDS, say, timed } from './support/report.js';

/** What it takes to come to 100,000 case files, complaint files included. */
const PETITIONS = Number(process.env.BENCH_PETITIONS ?? 84_000);
const HISTORY = {
  petitions: PETITIONS,
  seed: 31,
  from: localDate('2026-01-05'),
  today: localDate('2026-06-26'),
  acts: 6,
};
const PER_ROUND = 12;
/** A board is read at a glance: each of its figures in the tens of milliseconds. */
const GOAL_MS = 50;

bench(() =>
  withBenchDatabase(async (database) => {
    const { connections } = database;
    await bulkInParallel(database, { ...HISTORY, plan: 'demo' });
    const reference = await readReference(connections);
    const transactions = new TransactionRunner(connections);
    const directory = new AgencyDirectory(connections.app);
    const lists = new Boards(transactions, directory);
    const figures = new LeaderBoards(transactions, directory);
    const { today } = HISTORY;
    const days = { today, soonUntil: addWorkingDays(vietnamCalendar(), { from: today, days: 3 }) };
    const until = addWorkingDays(vietnamCalendar(), { from: today, days: 10 });
    const reads: Readonly<Record<string, (actor: Actor) => Promise<unknown>>> = {
      summary: (actor) => lists.summary(actor, {}, days),
      'overdue list, first page': (actor) => lists.overdue(actor, {}, days),
      'overdue list of one officer': (actor) => lists.overdue(actor, { assignee: 'nobody' }, days),
      'ages of overdue limits': (actor) => figures.dueDays(actor, {}, { to: addDays(today, -1) }),
      'ages of open files': (actor) => figures.receivedDays(actor, {}),
      'forecast by hand': (actor) => figures.handDays(actor, {}, { from: today, to: until }),
      'files by hand': (actor) => figures.filesByHand(actor, {}),
      'limits by hand': (actor) => figures.handDays(actor, {}, { to: days.soonUntil }),
      'coming days': (actor) => figures.dueDays(actor, {}, { from: today, to: addDays(today, 55) }),
      stages: (actor) => figures.stages(actor, {}),
      'medians of stages': (actor) => figures.stageMedians(actor, {}, 'petition-handling'),
    };
    const who: Readonly<Record<string, Actor>> = {
      commune: actorFor(reference, 'XA-TANTHANH', { role: 'chairman', turn: 0 }),
      province: reference.actors.find(({ roles }) => roles.includes('provinceChairman'))!,
    };
    const measured: Figure[] = [];
    for (const [scope, actor] of Object.entries(who))
      for (const [name, read] of Object.entries(reads)) {
        const waits: number[] = [];
        for (let n = 0; n <= ROUNDS * PER_ROUND; n += 1) {
          const wait = await timed(() => read(actor));
          if (n > 0) waits.push(wait);
        }
        const value = median(waits);
        say(`${scope}, ${name}: ${value.toFixed(1)} ms (p99 ${percentile(waits, 0.99).toFixed(1)})`);
        measured.push({
          what: `${scope}, ${name}, p50`,
          value,
          unit: 'ms',
          goal: `≤ ${GOAL_MS} ms`,
          met: value <= GOAL_MS,
        });
      }
    const { rows } = await connections.admin.query<{ files: string; open: string; late: string }>(
      `SELECT count(*) AS files, count(*) FILTER (WHERE closed_at IS NULL) AS open,
              (SELECT count(*) FROM app.deadline WHERE closed_at IS NULL AND statutory AND due_on < $1) AS late FROM app.case_file`,
      [today],
    );
    if (process.env.BENCH_HOLD) {
      say(`held at ${database.urls.app} and ${database.urls.admin}`);
      await new Promise((done) => setTimeout(done, Number(process.env.BENCH_HOLD) * 1000));
    }
    const counted = rows[0]!;
    return {
      figures: measured,
      notes: [`${counted.files} files, ${counted.open} open, ${counted.late} overdue limits`],
    };
  }),
);
