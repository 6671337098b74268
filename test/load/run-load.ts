import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Random } from '#testing/chaos/support/random';
import { repository } from '#testing/support/repository';
import { Day, type Tray } from './support/day.js';
import { growthOf, Stopwatch } from './support/figures.js';
import { flood } from './support/flood.js';
import { Line } from './support/line.js';
import { Premises } from './support/premises.js';
import { hire } from './support/staff.js';

const SAMPLE_MS = 2_000;
/** The first minute of a program is its warming up; shorter loads skip a fifth. */
const WARM_UP_S = 60;

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    staff: { type: 'string', default: '200' },
    cases: { type: 'string', default: '5000' },
    flood: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
  },
});
const [minutes, staff, floodSeconds] = [Number(values.minutes), Number(values.staff), Number(values.flood)];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const premises = await Premises.open(Number(values.cases));
try {
  process.exitCode = (await measure()) ? 0 : 1;
} finally {
  await premises.close();
}

async function measure(): Promise<boolean> {
  say(`${staff} colleagues are hired …`);
  const colleagues = await hire(premises.port, staff);
  const first = Line.of(premises.port, 1, 0);
  const clock = await first.ask({ path: '/api/v1/clock', token: colleagues[0]?.token });
  const { today } = JSON.parse(clock.body) as { today: string };

  let watch = new Stopwatch();
  let over = false;
  const tray: Tray = new Map();
  const seeds = new Random(Number(values.seed));
  const days = colleagues.map((who) => new Day(who, seeds.fork(), () => watch, tray, today).work(() => over));
  const memory: Record<'api' | 'worker', number[]> = { api: [], worker: [] };
  const load: number[] = [];
  const sampling = setInterval(() => {
    for (const name of ['api', 'worker'] as const) memory[name].push(premises.memory(name) ?? 0);
    load.push(loadavg()[0] ?? 0);
  }, SAMPLE_MS);
  say(`${minutes} minutes of work …`);
  const began = performance.now();
  await sleep(minutes * 60_000);
  const calm = watch;
  const seconds = (performance.now() - began) / 1_000;
  const warm = Math.floor(Math.min(WARM_UP_S, seconds / 5) / (SAMPLE_MS / 1_000));
  const growth = { api: growthOf(memory.api.slice(warm)), worker: growthOf(memory.worker.slice(warm)) };
  const perSecond = calm.spreads()['all']!.n / seconds;

  say('The public page is flooded …');
  watch = new Stopwatch();
  const flooded = watch;
  const water = await flood(premises.port, {
    ...{ perSecond: Math.max(100, Math.round(perSecond * 10)), seconds: floodSeconds },
    code: await someCode(colleagues.find(({ kind }) => kind === 'counter')?.token, today),
  });
  over = true;
  clearInterval(sampling);
  await Promise.all(days);
  for (const { line } of colleagues) line.close();
  return report({ calm, flooded, water, growth, perSecond, seconds, load });
}

async function someCode(token: string | undefined, receivedOn: string): Promise<string> {
  const { body } = await Line.of(premises.port, 1, 0).ask({
    ...{ method: 'POST', path: '/api/v1/petitions', token },
    body: {
      ...{ type: 'feedback', channel: 'in_person', receivedOn, content: 'Phản ánh đèn đường thôn 3 hỏng' },
      petitioners: [{ fullName: 'Lê Thị Mận', address: 'Thôn 3' }],
    },
  });
  return (JSON.parse(body) as { lookupCode: string }).lookupCode;
}

interface Measured {
  readonly calm: Stopwatch;
  readonly flooded: Stopwatch;
  readonly water: Awaited<ReturnType<typeof flood>>;
  readonly growth: Readonly<Record<'api' | 'worker', ReturnType<typeof growthOf>>>;
  readonly perSecond: number;
  readonly seconds: number;
  readonly load: readonly number[];
}

function report({ calm, flooded, water, growth, perSecond, seconds, load }: Measured): boolean {
  const mean = load.reduce((sum, one) => sum + one, 0) / Math.max(1, load.length);
  const written = {
    ranAt: new Date().toISOString(),
    machine: { cpu: cpus()[0]?.model ?? '', cores: cpus().length, meanLoad: Math.round(mean * 10) / 10 },
    ...{ staff, seconds: Math.round(seconds), requestsPerSecond: Math.round(perSecond * 10) / 10, memory: growth },
    calm: { errors: calm.errors, operations: calm.spreads() },
    flood: { water, errors: flooded.errors, operations: flooded.spreads() },
  };
  const folder = join(repository, 'test/.artifacts');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `load-${written.ranAt.slice(0, 19).replaceAll(':', '-')}.json`);
  writeFileSync(path, `${JSON.stringify(written, null, 2)}\n`);
  say(
    `\n${written.requestsPerSecond} requests a second over ${written.seconds} s; load of the machine ${written.machine.meanLoad}`,
  );
  for (const [title, of] of [['at work', calm] as const, ['during the flood', flooded] as const]) {
    say(`\n${title}: ${of.errors.length} errors`);
    for (const [operation, { n, p50, p95, p99, max }] of Object.entries(of.spreads()))
      say(`  ${operation.padEnd(16)} n ${String(n).padStart(6)}  p50 ${p50}  p95 ${p95}  p99 ${p99}  max ${max} ms`);
    for (const error of of.errors.slice(0, 5)) say(`  ${error}`);
  }
  say(`\nflood: ${water.perSecond} a second, answers ${JSON.stringify(water.statuses)}, p99 ${water.times.p99} ms`);
  for (const [name, { firstThirdMb, lastThirdMb, highestMb, flat }] of Object.entries(growth))
    say(`${name}: ${firstThirdMb} → ${lastThirdMb} MB (highest ${highestMb}), ${flat ? 'flat' : 'GROWING'}`);
  say(path);
  const limited = (water.statuses['429'] ?? 0) > 0 && water.silentRefusals === 0;
  return calm.errors.length + flooded.errors.length === 0 && limited && growth.api.flat && growth.worker.flat;
}
