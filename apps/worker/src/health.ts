import type { JobProducer } from '#libs/queue';
import { Gauge, Registry } from 'prom-client';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Relay } from './relay.js';
import type { Timers } from './timers.js';

/**
 * How the worker is, in two files of the data folder, since it serves no HTTP: `worker-PID.json` for a health check (well
 * while `at` is fresh) and `worker-PID.prom` for a collector that reads text files.
 */
export class Health {
  private readonly registry = new Registry();
  private readonly gauges: Readonly<Record<'fired' | 'handedOut' | 'jobs', Gauge>>;
  private readonly base: string;

  constructor(
    dataDir: string,
    private readonly parts: { readonly timers: Timers; readonly relay: Relay; readonly producer: JobProducer },
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
    const { timers, relay, producer } = this.parts;
    const counts = await producer.counts();
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
  }

  remove(): void {
    for (const end of ['.prom', '.json']) rmSync(`${this.base}${end}`, { force: true });
  }

  /** Written beside and renamed: a reader never sees half a file. */
  private put(end: string, text: string): void {
    writeFileSync(`${this.base}${end}.new`, text);
    renameSync(`${this.base}${end}.new`, `${this.base}${end}`);
  }
}
