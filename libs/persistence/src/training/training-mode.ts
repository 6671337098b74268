import type { Pool } from 'pg';
import { query, type Queryable } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

export interface TrainingState {
  readonly on: boolean;
  /** System clock. */
  readonly since: string;
  readonly by: string;
}
export interface TrainingReset {
  readonly state: 'running' | 'done' | 'failed';
  readonly done: number;
  readonly total: number;
  readonly startedAt: string;
  /** Last word of whoever does it; long silent means it was cut off. */
  readonly seenAt: string;
}

const READ = 'SELECT value FROM app.meta WHERE key = $1';
const WRITE = 'INSERT INTO app.meta VALUES ($1, $2::jsonb) ON CONFLICT (key) DO UPDATE SET value = excluded.value';
const CUT_OFF_MS = 120_000;

/** Whether people are only practising, and how far going back to the beginning has come. Two rows that outlive processes. */
export class TrainingMode {
  constructor(
    private readonly pool: Pool,
    /** Only data of a demonstration may be played with. */
    readonly available: boolean,
    /**
     * Tells how far going back has come. Not the pool of the requests: they wait for the tables that are being written, each on a
     * connection, and whoever writes would wait for them.
     */
    private readonly apart: Pool = pool,
  ) {}

  async state(): Promise<TrainingState | null> {
    return this.available ? this.read<TrainingState>('training') : null;
  }

  async isOn(): Promise<boolean> {
    return (await this.state())?.on === true;
  }

  async switch(tx: Tx, state: TrainingState): Promise<void> {
    await query(clientOf(tx), WRITE, ['training', JSON.stringify(state)]);
  }

  async reset(): Promise<TrainingReset | null> {
    if (!this.available) return null;
    const reset = await this.read<TrainingReset>('training-reset');
    const silent = reset?.state === 'running' && Date.now() - Date.parse(reset.seenAt) > CUT_OFF_MS;
    return silent ? { ...reset, state: 'failed' } : reset;
  }

  async tellReset(reset: TrainingReset): Promise<void> {
    await query(this.apart, WRITE, ['training-reset', JSON.stringify(reset)]);
  }

  private async read<T>(key: string, db: Queryable = this.pool): Promise<T | null> {
    return (await query<{ value: T }>(db, READ, [key]))[0]?.value ?? null;
  }
}
