import type { JobProducer } from '#libs/queue';
import type { ProcessPulses } from '#libs/persistence';
import { Gauge, Registry } from 'prom-client';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Relay } from './relay.js';
import type { Timers } from './timers.js';

const COUNTING_MS = 2_000;

export interface HealthParts {
  readonly timers: Timers;
  readonly relay: Relay;
  readonly producer: JobProducer;
  readonly pulses: ProcessPulses;
  /** What never changes while the process runs. */
  readonly about: Pick<Parameters<ProcessPulses['beat']>[0], 'startedAt' | 'version' | 'queue' | 'channels'>;
}

/**
 * How the worker is, in a row for the health page and in two files of the data folder, since it serves no HTTP: `worker-PID.json` for a health check (well
 * while `at` is fresh) and `worker-PID.prom` for a collector that reads text files.
 */
export class Health {
  private readonly registry = new Registry();
  private readonly gauges: Readonly<Record<'fired' | 'handedOut' | 'jobs', Gauge>>;
  private readonly base: string;

  constructor(
    dataDir: string,
    private readonly parts: HealthParts,
  ) {
    const folder = join(dataDir, 'run');
    mkdirSync(folder, { recursive: true });
    this.base = join(folder, `worker-${process.pid}`);
    const registers = [this.registry];
    this.gauges = {
      fired: new Gauge({
        name: 'nghedan_milestones_fired_total',
        help: 'Milestones this worker has looked at',
        registers,
      }),
      handedOut: new Gauge({
        name: 'nghedan_effects_handed_out_total',
        help: 'Effect rows this worker has handed to the queue',
        registers,
      }),
      jobs: new Gauge({
        name: 'nghedan_queue_jobs',
        help: 'Jobs by queue and state',
        labelNames: ['queue', 'state'],
        registers,
      }),
    };
  }

  async write(): Promise<void> {
    const { timers, relay, producer, pulses, about } = this.parts;
    // A queue that does not answer has no counts; the worker is there all the same.
    const counts = await Promise.race([producer.counts(), sleep(COUNTING_MS, {})]).catch(() => ({}));
    this.gauges.fired.set(timers.fired);
    this.gauges.handedOut.set(relay.handedOut);
    for (const [queue, states] of Object.entries(counts))
      for (const [state, count] of Object.entries(states)) this.gauges.jobs.set({ queue, state }, count);
    this.put('.prom', await this.registry.metrics());
    this.put(
      '.json',
      JSON.stringify({
        pid: process.pid,
        at: new Date().toISOString(),
        lastFiredAt: new Date(timers.lastFiredAt).toISOString(),
      }),
    );
    await pulses.beat({ ...about, jobs: counts, fired: timers.fired, handedOut: relay.handedOut });
  }

  async remove(): Promise<void> {
    for (const end of ['.prom', '.json']) rmSync(`${this.base}${end}`, { force: true });
    await this.parts.pulses.stop();
  }

  /** Written beside and renamed: a reader never sees half a file. */
  private put(end: string, text: string): void {
    writeFileSync(`${this.base}${end}.new`, text);
    renameSync(`${this.base}${end}.new`, `${this.base}${end}`);
  }
}
