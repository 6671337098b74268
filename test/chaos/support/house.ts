import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  Connections,
  isAlive,
  migrate,
  openEmbedded,
  readMark,
  seedReference,
  stopPostmaster,
  type EmbeddedServer,
} from '#libs/persistence';
import { installQueue, JobProducer, QueueConnection } from '#libs/queue';
import { freePort } from '#testing/support/redis';
import { repository } from '#testing/support/repository';
import { PostOffice } from './post-office.js';
import { RedisHost } from './redis-host.js';
import { ServiceProcess } from './service-process.js';
import { TcpProxy } from './tcp-proxy.js';

/** Who keeps the product running: the suite, as a supervisor of servers does, or `npm start`. */
export type Keeper = 'supervisor' | 'launcher';
export interface Arrangement {
  readonly keeper: Keeper;
  readonly queue: 'postgres' | 'redis';
}

const READY_MS = 240_000;
const PROGRAM = (name: string): string => join(repository, `dist/apps/${name}/src/main.js`);
const CLOCK = pathToFileURL(join(repository, 'dist/test/chaos/support/skewed-clock.js')).href;

/** One installation of the built product with everything around it, each part of which can be broken. */
export class House {
  readonly dataDir: string;
  readonly url: string;
  readonly log: string;
  readonly connections: Connections;
  readonly workers: ServiceProcess[];
  readonly api: ServiceProcess;
  readonly launcher: ServiceProcess;
  arrangement: Arrangement = { keeper: 'supervisor', queue: 'postgres' };

  private constructor(
    private readonly folder: string,
    private server: EmbeddedServer,
    private readonly port: number,
    readonly proxy: TcpProxy,
    readonly redis: RedisHost | null,
    readonly post: PostOffice,
  ) {
    this.dataDir = join(folder, 'data');
    mkdirSync(join(repository, 'test/.artifacts'), { recursive: true });
    this.log = join(repository, 'test/.artifacts', `${basename(folder)}.log`);
    writeFileSync(this.log, '');
    this.url = `http://127.0.0.1:${port}`;
    this.connections = new Connections({ admin: server.urls.admin }, 4);
    this.setClock(0);
    this.api = this.service('api', 'api', 'app');
    this.workers = [1, 2, 3].map((n) => this.service(`worker${n}`, 'worker', 'worker'));
    this.launcher = new ServiceProcess(
      'launcher',
      [join(repository, 'tools/start.mjs')],
      () => this.environment(),
      this.log,
    );
  }

  static async open(): Promise<House> {
    const folder = mkdtempSync(join(tmpdir(), 'nghe-dan-chaos-'));
    chmodSync(folder, 0o755);
    const server = await openEmbedded({ home: join(folder, 'data/postgres') });
    await migrate({ adminUrl: server.urls.admin, installQueue });
    const house: House = new House(
      ...([folder, server, await freePort()] as const),
      await TcpProxy.open(() => house.server.port),
      await RedisHost.open(),
      await PostOffice.open(),
    );
    process.once('exit', house.killAll);
    await seedReference(house.connections.admin, 'demo');
    return house;
  }

  private service(name: string, program: 'api' | 'worker', role: 'app' | 'worker'): ServiceProcess {
    const url = () => {
      const through = new URL(this.server.urls[role]);
      through.port = String(this.proxy.port);
      return through.toString();
    };
    return new ServiceProcess(
      name,
      [PROGRAM(program)],
      () => ({ ...this.environment(), DATABASE_URL: url() }),
      this.log,
    );
  }

  private environment(): NodeJS.ProcessEnv {
    return {
      PATH: process.env['PATH'],
      NODE_OPTIONS: `--import ${CLOCK}`,
      CHAOS_CLOCK_FILE: join(this.folder, 'clock'),
      PORT: String(this.port),
      NGHE_DAN_DATA: this.dataDir,
      NGHE_DAN_SMTP_URL: `smtp://127.0.0.1:${this.post.port}`,
      NGHE_DAN_MAIL_FROM: 'nghedan@tinh.example',
      ...(this.arrangement.queue === 'redis' && this.redis ? { REDIS_URL: this.redis.url } : {}),
    };
  }

  /** Moves the system clock of every process of the product, also under those that run. */
  setClock(offsetMs: number): void {
    writeFileSync(join(this.folder, 'clock'), String(offsetMs));
  }

  /** Three workers at once, whoever keeps them. */
  async arrange(arrangement: Arrangement): Promise<void> {
    await this.stopProduct();
    this.arrangement = arrangement;
    await this.redis?.start();
    const [first, ...others] = this.workers;
    if (arrangement.keeper === 'launcher') this.launcher.start();
    else {
      this.api.start();
      first?.start();
    }
    for (const worker of others) worker.start();
    await this.ready();
  }

  async ready(): Promise<void> {
    for (const until = performance.now() + READY_MS; performance.now() < until; await sleep(100)) {
      const answer = await fetch(`${this.url}/readyz`, { signal: AbortSignal.timeout(3_000) }).catch(() => null);
      if (answer?.ok) return;
    }
    throw new Error(`The api was not ready:\n${this.lastLog()}`);
  }

  lastLog(): string {
    return readFileSync(this.log, 'utf8').slice(-4_000);
  }

  /** What the launcher has started, as it wrote it down. */
  pidOf(name: 'api' | 'worker' | 'launcher'): number | null {
    const mark = readMark(join(this.dataDir, 'run', `${name}.json`));
    return mark && isAlive(mark) ? mark.pid : null;
  }

  killPostmaster(): void {
    const pid = Number(readFileSync(join(this.server.cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
    if (pid <= 1) return;
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      // An earlier blow has felled it and nobody has raised it yet.
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** The launcher looks after its server by itself; without one the operator does. */
  async raisePostmaster(): Promise<void> {
    const again = await openEmbedded({ home: join(this.dataDir, 'postgres') });
    const before = this.server;
    this.server = again;
    await before.release();
  }

  /** A question to the database that is asked until it is answered. */
  async ask<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    for (let tries = 0; ; tries += 1)
      try {
        return (await this.connections.admin.query<Row>(sql, [...values])).rows;
      } catch (error) {
        if (tries > 1_200 || /^(22|42|23)/.test((error as { code?: string }).code ?? '')) throw error;
        await sleep(100);
      }
  }

  /** The sweep of a schedule, at once and as many times as asked: several workers take one each. */
  async sweepNow(name: 'messages.send' | 'milestones.fire', times: number): Promise<void> {
    const queue = QueueConnection.open({
      redisUrl: this.arrangement.queue === 'redis' ? this.redis?.url : undefined,
      databaseUrl: this.server.urls.worker,
      databaseRole: 'nghedan_worker',
    });
    const producer = new JobProducer(queue);
    for (let n = 0; n < times; n += 1)
      await producer.add({ name, data: { cause: 'sweep' } }, { id: `chaos-${name}-${n}` });
    await producer.close();
    await queue.close();
  }

  /** Programs that ended though nobody struck them, since the last time this was asked. */
  crashes(): string[] {
    return [this.launcher, this.api, ...this.workers].flatMap(({ crashes }) => crashes.splice(0));
  }

  async stopProduct(): Promise<void> {
    await Promise.all([this.launcher, this.api, ...this.workers].map((one) => one.stop()));
    this.killOrphans();
  }

  private killOrphans(): void {
    for (const name of ['api', 'worker'] as const) {
      const pid = this.pidOf(name);
      if (pid !== null) process.kill(pid, 'SIGKILL');
    }
  }

  private readonly killAll = (): void => {
    for (const one of [this.launcher, this.api, ...this.workers]) one.killNow();
    this.killOrphans();
    this.redis?.killNow();
    try {
      this.killPostmaster();
    } catch {
      // Already gone.
    }
  };

  async close(): Promise<void> {
    await this.stopProduct();
    await this.proxy.close();
    await this.redis?.kill();
    await this.post.close();
    await this.connections.end();
    await stopPostmaster(this.server.cluster);
    process.off('exit', this.killAll);
    if (!this.server.cluster.startsWith(this.folder))
      rmSync(dirname(this.server.cluster), { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }
}
