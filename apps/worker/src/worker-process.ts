import { setTimeout as sleep } from 'node:timers/promises';
import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import type { ReprojectionService } from '#libs/oversight';
import type { PostgresSignals } from '#libs/persistence';
import type { JobItem, JobProducer, QueueConnection, WorkerHarness } from '#libs/queue';
import type { Health } from './health.js';
import { log, logError } from './log.js';
import type { Relay } from './relay.js';
import type { Timers } from './timers.js';

/** Schedules that always stand. The sweeps are the safety net under signals and wake-ups. */
const SCHEDULES: readonly (readonly [id: string, everyMs: number, job: JobItem])[] = [
  ['sweep-milestones', 5_000, { name: 'milestones.fire', data: { cause: 'sweep' } }],
  ['sweep-effects', 10_000, { name: 'effects.relay', data: { cause: 'sweep' } }],
  ['send-messages', 15_000, { name: 'messages.send', data: { cause: 'sweep' } }],
  ['collect-exchange', 5_000, { name: 'exchange.collect', data: { cause: 'sweep' } }],
  ['seal-ledger', 3_600_000, { name: 'ledger.seal', data: { cause: 'sweep' } }],
  ['copy-rows', 60_000, { name: 'reports.copy', data: { cause: 'sweep' } }],
  ['make-packs', 5 * 60_000, { name: 'reports.pack', data: { cause: 'sweep' } }],
  ['forget-leftovers', 10 * 60_000, { name: 'leftovers.forget', data: { cause: 'sweep' } }],
  ['forget-effects', 6 * 3_600_000, { name: 'effects.forget', data: { cause: 'sweep' } }],
];
const PULSE_MS = 2_500;
/** How long a publication that was not heard of can go unnoticed. */
const CALENDAR_MS = 60_000;
const SILENCE_MS = 30_000;

export interface WorkerParts {
  readonly queue: QueueConnection;
  /** Tells long work that the process is being stopped. */
  readonly halt: AbortController;
  readonly producer: JobProducer;
  readonly harness: WorkerHarness;
  readonly signals: PostgresSignals;
  readonly relay: Relay;
  readonly timers: Timers;
  readonly reprojection: ReprojectionService;
  readonly health: Health;
  /** With no look at the deadlines for so long the queue itself is ill: they are then fired without it. Default 30 s. */
  readonly silenceMs?: number;
}

/** Starts and stops the parts in order. Nest calls it. */
export class WorkerProcess implements OnApplicationBootstrap, OnApplicationShutdown {
  private stopping = false;
  private calendarTendedAt = -CALENDAR_MS;
  private pulse: Promise<void> = Promise.resolve();
  /** Work of a pulse that goes on, by name: a queue that does not answer holds up its own tending and nothing else. */
  private readonly going = new Map<string, Promise<void>>();

  constructor(private readonly parts: WorkerParts) {}

  async onApplicationBootstrap(): Promise<void> {
    // First, since the rest waits for the queue to answer.
    this.pulse = this.beat();
    await this.parts.harness.start();
    await this.parts.signals.listen();
    log('info', 'started', { queue: this.parts.queue.kind });
  }

  /** Takes no new work, finishes what runs, then lets go of connections. */
  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    const { halt, signals, harness, producer, queue, health } = this.parts;
    halt.abort();
    await signals.close();
    await harness.stop();
    await Promise.race([this.pulse.then(() => Promise.all(this.going.values())), sleep(PULSE_MS)]);
    await producer.close();
    await queue.close();
    await health.remove().catch((error: unknown) => logError('pulse', error));
    log('info', 'stopped');
  }

  /** The worker's own heartbeat: a queue that was wiped gets its schedules back, one that is silent is done without. */
  private async beat(): Promise<void> {
    while (!this.stopping) {
      this.unlessGoing('pulse', () => this.tend());
      this.unlessGoing('health', () => this.parts.health.write());
      if (this.parts.timers.silence() > (this.parts.silenceMs ?? SILENCE_MS))
        this.unlessGoing('without-queue', () => this.parts.timers.fireWithoutQueue());
      for (let waited = 0; waited < PULSE_MS && !this.stopping; waited += 100) await sleep(100);
    }
  }

  private unlessGoing(name: string, work: () => Promise<void>): void {
    if (this.going.has(name)) return;
    const done = work()
      .catch((error: unknown) => logError(name, error))
      .finally(() => this.going.delete(name));
    this.going.set(name, done);
  }

  private async tend(): Promise<void> {
    const { producer, relay } = this.parts;
    for (const [id, everyMs, job] of SCHEDULES)
      if (await producer.every(id, everyMs, job)) log('info', 'scheduled', { id });
    await relay.run();
    await this.tendCalendar();
  }

  private async tendCalendar(): Promise<void> {
    if (performance.now() - this.calendarTendedAt < CALENDAR_MS) return;
    this.calendarTendedAt = performance.now();
    await this.parts.reprojection.tend();
  }
}
