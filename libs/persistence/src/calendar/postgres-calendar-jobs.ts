import { SYSTEM_ACTOR } from '#libs/access';
import {
  CalendarJobs,
  type JobState,
  type OpenLimit,
  type ReprojectedCase,
  type ReprojectionClaim,
  type ReprojectionWrite,
  type WatchedMilestone,
} from '#libs/oversight';
import type { AgencyId, JsonObject } from '#libs/shared';
import { snakeRows } from '../casework/json-names.js';
import type { Connections } from '../connections.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, TransactionRunner } from '../transaction.js';

interface RawClaim {
  readonly state: JobState;
  readonly now?: string;
  readonly cases?: readonly ReprojectedCase[] | null;
  readonly limits?: readonly OpenLimit[];
  readonly pending?: readonly WatchedMilestone[];
  readonly settings?: Readonly<Record<string, JsonObject>> | null;
}

const CLAIM = statement<{ claimed: RawClaim | null }>(
  'calendar.claim',
  'SELECT app.calendar_job_claim($1, $2, $3) AS claimed',
);
const WRITE = statement<object>('calendar.write', 'SELECT app.calendar_job_write($1, $2)');
const RECONCILE = statement<{ again: boolean }>('calendar.reconcile', 'SELECT app.calendar_reconcile($1) AS again');
const TELL = statement<{ told: number }>('calendar.tell', 'SELECT app.calendar_tell_missing($1) AS told');

const readClaim = ({ now, cases, limits, pending, settings }: RawClaim): ReprojectionClaim => ({
  now: new Date(now ?? 0),
  cases: cases ?? [],
  limits: limits ?? [],
  pending: pending ?? [],
  settings: new Map(Object.entries(settings ?? {}).map(([id, value]) => [Number(id) as AgencyId, value])),
});

const writeCall = (write: ReprojectionWrite): string =>
  JSON.stringify({
    limits: snakeRows(write.limits),
    milestones: snakeRows(write.milestones),
    events: snakeRows(write.events),
    cases: snakeRows(write.cases),
    cancelled: write.cancelled,
    annulled: write.annulled,
    failed: write.failed,
    counts: write.counts,
  });

/** Re-projection in PostgreSQL: one call to claim a set, one to write it, in one transaction of the worker. */
export class PostgresCalendarJobs extends CalendarJobs {
  private readonly runner: TransactionRunner;

  constructor(private readonly connections: Connections) {
    super();
    this.runner = new TransactionRunner(connections);
  }

  override reproject(
    { publicationId, version, limit }: Parameters<CalendarJobs['reproject']>[0],
    decide: (claim: ReprojectionClaim) => ReprojectionWrite,
  ): Promise<JobState | null> {
    return this.runner.run(SYSTEM_ACTOR, async (tx) => {
      const client = clientOf(tx);
      const { claimed } = await queryOne(client, CLAIM, [publicationId, version, limit]);
      if (claimed?.state === 'running')
        await query(client, WRITE, [publicationId, writeCall(decide(readClaim(claimed)))]);
      return claimed?.state ?? null;
    });
  }

  override async reconcile(superseded: readonly string[]): Promise<boolean> {
    return (await queryOne(this.connections.worker, RECONCILE, [superseded])).again;
  }

  override async tellNextYearMissing(year: number): Promise<number> {
    return (await queryOne(this.connections.worker, TELL, [year])).told;
  }
}
