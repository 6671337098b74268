import { query, queryOne, type Queryable } from '../query.js';

export type BackupRunKind = 'backup' | 'wal' | 'drill' | 'restore';

export interface BackupRun {
  readonly kind: BackupRunKind;
  readonly name: string;
  readonly place: string;
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly ok: boolean;
  /** Counts, and what differed, in words. */
  readonly summary: Readonly<Record<string, unknown>>;
}

/** Written as the owner: the serving roles only read what was kept and tried. */
export async function recordRun(db: Queryable, { kind, name, place, ...run }: BackupRun): Promise<void> {
  await queryOne(
    db,
    `INSERT INTO app.backup_run (kind, name, place, started_at, finished_at, ok, summary) VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [kind, name, place, run.startedAt, run.finishedAt, run.ok, JSON.stringify(run.summary)],
  );
}

/** The newest first. */
export const readRuns = (db: Queryable, limit: number): Promise<BackupRun[]> =>
  query<BackupRun>(
    db,
    `SELECT kind, name, place, started_at AS "startedAt", finished_at AS "finishedAt", ok, summary
       FROM app.backup_run ORDER BY finished_at DESC, id LIMIT $1`,
    [limit],
  );
