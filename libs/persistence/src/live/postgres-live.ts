import type { Role } from '#libs/shared';
import type { Connections } from '../connections.js';
import { queryOne, statement } from '../query.js';

export type WorkState = 'waiting' | 'running' | 'stopping' | 'done' | 'stopped' | 'failed';

/** A row as it is stored: who may hear of it, and what. No name, no content. */
export interface LiveRow {
  readonly number: number | null;
  readonly kind: 'progress' | 'inbox';
  readonly user_id: number | null;
  readonly agency_id: number | null;
  readonly roles: readonly Role[] | null;
  readonly work: string | null;
  readonly subject_id: string | null;
  readonly state: WorkState | null;
  readonly done: number | null;
  readonly total: number | null;
  readonly started_at: string | null;
  readonly created_at: string;
}

export interface LiveSet {
  /** The last number given to a row that is in sight. */
  readonly head: number;
  /** The first that is still kept; null when none is. */
  readonly oldest: number | null;
  readonly events: readonly (LiveRow & { readonly number: number })[];
}

const READ = statement<{ found: LiveSet }>('live.read', 'SELECT app.live_read($1, $2) AS found');
const WORKS = statement<{ found: readonly LiveRow[] }>('live.works', 'SELECT app.live_works() AS found');
const FORGET = statement<{ gone: number }>('live.forget', 'SELECT app.live_forget() AS gone');

/** What open pages follow, for everybody: the reader tells each person only what is meant for them. */
export class PostgresLive {
  constructor(private readonly connections: Connections) {}

  async read(after: number, limit: number): Promise<LiveSet> {
    return (await queryOne(this.connections.app, READ, [after, limit])).found;
  }

  /** Where each piece of work stands that is under way or has ended within the hour. */
  async works(): Promise<readonly LiveRow[]> {
    return (await queryOne(this.connections.app, WORKS)).found;
  }

  /** For the worker: drops what nobody can ask for any more. */
  async forget(): Promise<number> {
    return (await queryOne(this.connections.worker, FORGET)).gone;
  }
}
