import type { Pool } from 'pg';
import { query } from '../query.js';

const REQUEST = `INSERT INTO app.effect (kind, payload) VALUES ('clock.advance', jsonb_build_object('to', $1::text))`;
const PENDING = `SELECT max(payload ->> 'to') AS "to" FROM app.effect WHERE kind = 'clock.advance' AND done_at IS NULL`;

/**
 * Asks the worker to walk the demo clock forward. It stops at every due instant on the way, so that each reminder happens at
 * its own time; the API only asks and looks.
 */
export class ClockRequests {
  constructor(private readonly pool: Pool) {}

  async ask(to: Date): Promise<void> {
    await query(this.pool, REQUEST, [to.toISOString()]);
  }

  /** Where the clock is still going; null when it has arrived. */
  async goingTo(): Promise<Date | null> {
    const to = (await query<{ to: string | null }>(this.pool, PENDING))[0]?.to;
    return to ? new Date(to) : null;
  }
}
