import { setTimeout as sleep } from 'node:timers/promises';
import type { House } from './house.js';
import type { Random } from './random.js';

/** One blow. It ends when what it has taken away is back or on its way back. */
export interface Strike {
  readonly name: string;
  /** How often beside the others; 1 where left out. */
  readonly weight?: number;
  /** Left out: possible everywhere. */
  readonly possible?: (house: House) => boolean;
  blow(house: House, random: Random): Promise<void>;
}

const withLauncher = ({ arrangement }: House): boolean => arrangement.keeper === 'launcher';
const withSupervisor = (house: House): boolean => !withLauncher(house);
const withRedis = ({ arrangement, redis }: House): boolean => arrangement.queue === 'redis' && redis !== null;
const HOUR = 3_600_000;

const OURS = `datname = current_database() AND pid <> pg_backend_pid() AND usename LIKE 'nghedan%'`;

function killApi(house: House): void {
  if (withSupervisor(house)) return house.api.signal('SIGKILL');
  const pid = house.pidOf('api');
  if (pid !== null) process.kill(pid, 'SIGKILL');
}

function killWorker(house: House, random: Random): void {
  const theirs = withLauncher(house) ? house.pidOf('worker') : null;
  if (theirs !== null && random.chance(0.4)) process.kill(theirs, 'SIGKILL');
  else random.pick(house.workers.filter(({ isRunning }) => isRunning)).signal('SIGKILL');
}

export const STRIKES: readonly Strike[] = [
  { name: 'kill -9 api', blow: async (house) => killApi(house) },
  { name: 'kill -9 a worker', blow: async (house, random) => killWorker(house, random) },
  {
    name: 'kill -9 all workers',
    weight: 0.25,
    blow: async (house) => {
      const theirs = house.pidOf('worker');
      if (theirs !== null) process.kill(theirs, 'SIGKILL');
      for (const worker of house.workers) worker.signal('SIGKILL');
    },
  },
  {
    name: 'kill -9 everything but the database',
    weight: 0.25,
    possible: withSupervisor,
    blow: async (house) => {
      for (const one of [house.api, ...house.workers]) one.signal('SIGKILL');
    },
  },
  {
    name: 'restart of a worker in order',
    weight: 0.5,
    blow: async (house, random) => random.pick(house.workers).signal('SIGTERM'),
  },
  {
    name: 'a worker frozen for a while',
    blow: async (house, random) => {
      const worker = random.pick(house.workers);
      worker.signal('SIGSTOP');
      await sleep(random.between(300, 2_500));
      worker.signal('SIGCONT');
    },
  },
  {
    name: 'kill -9 postmaster',
    blow: async (house, random) => {
      house.killPostmaster();
      await sleep(random.between(0, 800));
      if (withSupervisor(house) || random.chance(0.5)) await house.raisePostmaster();
    },
  },
  {
    name: 'kill -9 launcher',
    weight: 0.7,
    possible: withLauncher,
    blow: async (house) => house.launcher.signal('SIGKILL'),
  },
  {
    name: 'kill -9 launcher and postmaster',
    weight: 0.4,
    possible: withLauncher,
    blow: async (house) => {
      house.launcher.signal('SIGKILL');
      house.killPostmaster();
    },
  },
  {
    name: 'FLUSHALL',
    possible: withRedis,
    blow: async (house) => void (await house.redis?.command('FLUSHALL').catch(() => '')),
  },
  {
    name: 'Redis killed and empty when it comes back',
    possible: withRedis,
    blow: async (house, random) => {
      await house.redis?.kill();
      await sleep(random.between(200, 2_500));
      await house.redis?.start();
    },
  },
  {
    name: 'the queue in PostgreSQL wiped',
    possible: (house) => !withRedis(house),
    blow: async (house, random) => {
      const tables = random.chance(0.5) ? ['job'] : ['job', 'scheduler', 'event', 'dedup'];
      for (const table of tables) await house.ask(`DELETE FROM bullmq.${table}`);
    },
  },
  {
    name: 'connections ended in the middle of their transactions',
    blow: async (house) =>
      void (await house.ask(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OURS} AND xact_start IS NOT NULL`,
      )),
  },
  {
    name: 'connections ended at random',
    blow: async (house, random) =>
      void (await house.ask(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${OURS} AND random() < $1`, [
        random.next(),
      ])),
  },
  {
    name: 'the line to the database reset',
    blow: async (house, random) => void house.proxy.reset(random, 0.3 + 0.7 * random.next()),
  },
  {
    name: 'the line cut in the middle of answers',
    blow: async (house, random) => house.proxy.cutAnswers(random, 0.2 + 0.6 * random.next()),
  },
  {
    name: 'the database not reachable for a while',
    blow: async (house, random) => {
      house.proxy.refuse(true);
      house.proxy.reset(random, 1);
      await sleep(random.between(200, 1_500));
      house.proxy.refuse(false);
    },
  },
  {
    name: 'the system clock set forward',
    blow: async (house, random) => house.setClock(random.pick([10_000, 90_000, HOUR, 26 * HOUR, 40 * 24 * HOUR])),
  },
  {
    name: 'the system clock set back',
    blow: async (house, random) => house.setClock(-random.pick([10_000, 90_000, HOUR, 26 * HOUR, 40 * 24 * HOUR])),
  },
  {
    name: 'the system clock set right',
    blow: async (house) => house.setClock(0),
  },
  { name: 'days pass at once and nine sweeps look for what is due', weight: 2, blow: passAtOnce },
  {
    name: 'a mail server that hangs up after taking the mail',
    blow: (house, random) => inTemper(house, 'drop', random),
  },
  {
    name: 'a mail server that refuses for now',
    blow: (house, random) => inTemper(house, 'refuse', random),
  },
];

/**
 * Weeks of downtime end like this: all that fell due meanwhile is found by everybody at once, while others hold some of the
 * files.
 */
async function passAtOnce(house: House, random: Random): Promise<void> {
  const holder = await house.connections.admin.connect().catch(() => null);
  try {
    await holder?.query('BEGIN; SELECT FROM app.case_file FOR UPDATE');
    await house.ask('UPDATE app.business_clock SET offset_seconds = offset_seconds + $1', [
      86_400 * random.between(1, 2),
    ]);
    await Promise.race([house.sweepNow('milestones.fire', 9).catch(() => undefined), sleep(2_000)]);
    await sleep(random.between(300, 900));
    await holder?.query('COMMIT');
    holder?.release();
  } catch {
    holder?.release(true);
  }
}

async function inTemper(house: House, temper: 'drop' | 'refuse', random: Random): Promise<void> {
  house.post.temper = temper;
  await sleep(random.between(500, 2_500));
  house.post.temper = 'kind';
}
