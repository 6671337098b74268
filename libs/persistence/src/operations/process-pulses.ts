import { hostname } from 'node:os';
import type { Pool } from 'pg';
import { query, statement } from '../query.js';

export type JobCounts = Readonly<Record<string, Readonly<Record<string, number>>>>;

/** What a worker says of itself. */
export interface Pulse {
  readonly startedAt: Date;
  readonly version: string;
  readonly queue: 'postgres' | 'redis';
  readonly jobs: JobCounts;
  readonly fired: number;
  readonly handedOut: number;
  /** By channel, whether messages leave the house or are only written down. */
  readonly channels: Readonly<Record<string, boolean>>;
}

const BEAT = statement<object>(
  'pulse.beat',
  `INSERT INTO app.process_pulse (id, started_at, version, queue, jobs, fired, handed_out, channels) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (id) DO UPDATE SET seen_at = now(), jobs = excluded.jobs, fired = excluded.fired, handed_out = excluded.handed_out`,
);
/** Who has been silent for a day has not been seen off. */
const FORGET = statement<object>(
  'pulse.forget',
  `DELETE FROM app.process_pulse WHERE id = $1 OR seen_at < now() - interval '1 day'`,
);

/** Beats of this process, written by the worker, read by the health page wherever it runs. */
export class ProcessPulses {
  private readonly id = `${hostname()}-${process.pid}`;

  constructor(private readonly pool: Pool) {}

  async beat({ startedAt, version, queue, jobs, fired, handedOut, channels }: Pulse): Promise<void> {
    const values = [startedAt, version, queue, JSON.stringify(jobs), fired, handedOut, JSON.stringify(channels)];
    await query(this.pool, BEAT, [this.id, ...values]);
  }

  /** The process stops in good order. */
  async stop(): Promise<void> {
    await query(this.pool, FORGET, [this.id]);
  }
}
