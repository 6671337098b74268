import { SYSTEM_ACTOR } from '#libs/access';
import { CaseworkService, computeColumns, EffectRunner } from '#libs/casework';
import { type KeyVault, openKeyVault } from '#libs/identity';
import { DryRunGateway, exchangeFolders, HttpGateway, HttpPlatform, PartialFiles, SmtpGateway } from '#libs/files';
import { IdentityTextSeal } from '#libs/intake';
import { OversightService, ReprojectionService } from '#libs/oversight';
import {
  CalendarKeeper,
  loadSigningKey,
  PostgresCalendarJobs,
  PostgresAgencyChanges,
  PostgresAxisBook,
  PostgresCaseFiles,
  PostgresClock,
  KEY_LOOK_MS,
  PostgresKeyChecks,
  PostgresLedgerArchive,
  PostgresLive,
  PostgresMessages,
  PostgresRowCopy,
  PostgresMilestones,
  PostgresOutbox,
  PostgresPackageBook,
  PostgresSignals,
  PostgresUploads,
  ProcessPulses,
  TransactionRunner,
  projectRoot,
  readPublished,
  type Config,
  type Database,
} from '#libs/persistence';
import { dayOf } from '#libs/shared';
import { bindHandlers, JobProducer, QueueConnection, WorkerHarness } from '#libs/queue';
import { RowKeeper } from '#libs/reporting';
import { procedures } from '#workflows';
import { jobHandlers } from './handlers.js';
import { Health } from './health.js';
import { log, logError } from './log.js';
import { Relay } from './relay.js';
import { packMaking } from './pack-making.js';
import { Timers } from './timers.js';
import type { Gateways } from '#libs/notifications';
import type { ExchangeParts } from './exchange.js';
import type { WorkerParts } from './worker-process.js';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Effects carried out at once; each may hold two database connections. */
const EFFECTS_AT_ONCE = 4;

/** The one place where ports meet their adapters. */
export async function assemble(config: Config, { connections, urls }: Database): Promise<WorkerParts> {
  const systemNow = () => new Date();
  const halt = new AbortController();
  const calendar = await new CalendarKeeper(connections, 'worker').read();
  const checks = new PostgresKeyChecks(connections.worker);
  const vault = await openKeyVault({
    ...{ masterKey: config.masterKeys, dataDir: config.dataDir },
    ...{ checks, lookEveryMs: KEY_LOOK_MS },
  });
  const outbox = new PostgresOutbox(connections);
  const oversight = new OversightService({
    ...{ milestones: new PostgresMilestones(connections), calendar, systemNow },
    stop: halt.signal,
  });
  const casework = new CaseworkService({
    files: new PostgresCaseFiles(connections),
    seal: new IdentityTextSeal(vault),
    procedures,
    calendar,
    systemNow,
  });
  const clock = new PostgresClock(connections, 'worker');
  const reprojection = new ReprojectionService({
    jobs: new PostgresCalendarJobs(connections),
    published: () => readPublished(connections.worker),
    businessNow: () => clock.now(),
    reckon: computeColumns,
    calendar,
    systemNow,
  });
  const onError = (error: Error) => logError('queue', error);
  const queue = QueueConnection.open({
    redisUrl: config.redisUrl,
    databaseUrl: urls.worker ?? '',
    databaseRole: 'nghedan_worker',
    onError,
  });
  const producer = new JobProducer(queue, onError);
  const relay = new Relay(outbox, producer);
  const timers = new Timers(oversight, producer);
  const packs = packMaking(connections, clock);
  // Packs are drawn up of what ends from the first day on; earlier ones are made by hand.
  await packs.schedule.since(dayOf(await clock.now()));
  const handlers = bindHandlers(
    jobHandlers({
      succession: { outbox, casework, changes: new PostgresAgencyChanges() },
      sending: {
        messages: new PostgresMessages(new TransactionRunner(connections)),
        gateways: gatewaysOf(config),
        stop: halt.signal,
      },
      leftovers: {
        live: new PostgresLive(connections),
        uploads: new PostgresUploads(connections),
        files: new PartialFiles({ folder: join(config.dataDir, 'uploads'), path: '/', maxBytes: 0 }),
      },
      rows: new RowKeeper(new PostgresRowCopy(connections.worker), procedures),
      ...{ packs, timers, relay, outbox, oversight, reprojection },
      exchange: exchangeParts(config, new TransactionRunner(connections), vault),
      effects: new EffectRunner(outbox, casework),
      archive: new PostgresLedgerArchive(connections),
      signingKey: () => loadSigningKey(config.dataDir).privateKey,
      demo: config.mode === 'demo',
    }),
  );
  const harness = new WorkerHarness(queue, handlers, {
    concurrency: { 'nghe-dan-timers': 2, 'nghe-dan-effects': EFFECTS_AT_ONCE },
    onFailed: (job, error) => logError('job-failed', error, { job }),
    onError,
  });
  const signals = new PostgresSignals(connections, {
    effect: () => void relay.run(),
    calendar: () => void reprojection.refresh().catch((error: unknown) => logError('calendar', error)),
    business_clock: () => {
      void timers.wake().catch((error: unknown) => logError('wake', error));
      void producer
        .add({ name: 'reports.pack', data: { cause: 'wake' } }, { id: 'packs-now' })
        .catch((error: unknown) => logError('wake', error));
    },
  });
  log('info', 'assembled', { mode: config.mode });
  return {
    ...{ queue, halt },
    producer,
    harness,
    signals,
    relay,
    timers,
    reprojection,
    health: new Health(config.dataDir, {
      ...{ timers, relay, producer, pulses: new ProcessPulses(connections.worker) },
      about: { startedAt: systemNow(), version: version(), queue: queue.kind, channels: channelsOf(config) },
    }),
  };
}

function exchangeParts({ dataDir, gateways }: Config, runner: TransactionRunner, vault: KeyVault): ExchangeParts {
  const folders = exchangeFolders(dataDir);
  const packages = new PostgresPackageBook(runner);
  const book = new PostgresAxisBook(runner);
  return {
    national: {
      book: packages,
      platform: gateways.national === undefined ? folders.platform : new HttpPlatform(gateways.national),
    },
    axis: { book, axis: folders.axis },
    receiving: { axis: book, refusals: packages, vault },
    inTransaction: (work) => runner.run(SYSTEM_ACTOR, work),
  };
}

const version = (): string =>
  (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version;

const channelsOf = ({ gateways: { smtp, mailFrom, sms, zalo } }: Config) => ({
  email: smtp !== undefined && mailFrom !== undefined,
  sms: sms !== undefined,
  zalo: zalo !== undefined,
});

/** A channel without an address of its own is only written down. */
function gatewaysOf({ dataDir, gateways: { smtp, mailFrom, sms, zalo } }: Config): Gateways {
  const written = (channel: keyof Gateways) => new DryRunGateway(join(dataDir, 'outgoing.jsonl'), channel);
  return {
    email: smtp !== undefined && mailFrom !== undefined ? new SmtpGateway(smtp, mailFrom) : written('email'),
    sms: sms === undefined ? written('sms') : new HttpGateway(sms),
    zalo: zalo === undefined ? written('zalo') : new HttpGateway(zalo),
  };
}
