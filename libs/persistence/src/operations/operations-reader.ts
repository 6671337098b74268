import { access, readdir, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Actor } from '#libs/access';
import type { Pool } from 'pg';
import { type BackupRun, readRuns } from '../backup/backup-runs.js';
import { blobPath } from '../backup/blob-copy.js';
import { pendingMigrations } from '../migrations/migrate.js';
import { MIGRATION_FILES } from '../migrations/index.js';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import type { JobCounts } from './process-pulses.js';

export interface PulseRow {
  readonly id: string;
  readonly startedAt: Date;
  readonly seenAt: Date;
  readonly silentSeconds: number;
  readonly version: string;
  readonly queue: 'postgres' | 'redis';
  readonly jobs: JobCounts;
  readonly fired: number;
  readonly handedOut: number;
  readonly channels: Readonly<Record<string, boolean>>;
}
export interface OperationsState {
  readonly now: string;
  readonly businessNow: string;
  readonly databaseBytes: number;
  readonly serverVersion: string;
  readonly effects: { pending: number; failed: number; retried: number; oldestSeconds: number };
  readonly milestones: { pending: number; late: number; lateSeconds: number };
  readonly messages: Readonly<Partial<Record<'waiting' | 'sent' | 'dryRun' | 'failed' | 'withdrawn', number>>>;
  readonly ledger: { signedAt: string; size: number } | null;
  readonly unsealed: number;
}
/** One effect that was refused, without what it carries. Of a file the reader does not see, not even which. */
export interface FailedEffectRow {
  readonly id: string;
  readonly kind: string;
  readonly code: string | null;
  readonly attempts: number;
  readonly createdAt: Date;
  readonly failedAt: Date;
  readonly caseFileId: string | null;
  readonly registerLabel: string | null;
  readonly hasFile: boolean;
}
export interface ArchiveState {
  readonly mode: string;
  /** The last segment could not be put away: the disk fills. */
  readonly failing: boolean;
  readonly failedAt: string | null;
  readonly archivedAt: string | null;
}

export interface StrayBlobs {
  readonly files: number;
  readonly withoutRow: number;
  /** Files that rows name, and those of them that are not there. */
  readonly named: number;
  readonly withoutFile: number;
  /** Names of some that are not there, to be looked for in a backup. */
  readonly missing: readonly string[];
  /** The count stopped at its limit. */
  readonly partial: boolean;
}

const PULSES = `SELECT id, started_at AS "startedAt", seen_at AS "seenAt", extract(epoch FROM now() - seen_at)::int AS "silentSeconds", version, queue,
    jobs, fired, handed_out AS "handedOut", channels FROM app.process_pulse ORDER BY seen_at DESC`;
const FAILED = `
  SELECT e.id, e.kind, e.last_error AS code, e.attempts, e.created_at AS "createdAt", e.failed_at AS "failedAt", c.id AS "caseFileId",
         p.register_label AS "registerLabel", e.case_id IS NOT NULL AS "hasFile"
    FROM app.effect e LEFT JOIN app.case_file c ON c.id = e.case_id LEFT JOIN app.petition p ON p.id = c.petition_id
   WHERE e.done_at IS NULL AND e.failed_at IS NOT NULL ORDER BY e.failed_at DESC, e.id LIMIT 200`;
const RETRY = `
  WITH again AS (UPDATE app.effect SET failed_at = NULL, sent_at = NULL, attempts = 0 WHERE id = $1 AND done_at IS NULL AND failed_at IS NOT NULL
                 RETURNING id, kind, last_error AS code)
  SELECT id, kind, code, pg_notify('effect', '') FROM again`;
/** By kind and ending the newest: when a backup last came to a good end, and whether one failed since. */
const LAST_RUNS = `SELECT DISTINCT ON (kind, ok) kind, name, place, started_at AS "startedAt", finished_at AS "finishedAt", ok, summary
  FROM app.backup_run ORDER BY kind, ok, finished_at DESC`;
const KEYS_AT_ONCE = 2_000;
const MOST_FILES = 200_000;
const MOST_NAMED = 20;

/** How the system is, as its administrators see it: counts, instants and codes, never whose. */
export class OperationsReader {
  constructor(
    private readonly pool: Pool,
    private readonly transactions: TransactionRunner,
    private readonly dataDir: string,
  ) {}

  async state(): Promise<OperationsState> {
    return (await queryOne<{ state: OperationsState }>(this.pool, 'SELECT app.operations_state() AS state')).state;
  }

  pulses(): Promise<PulseRow[]> {
    return query<PulseRow>(this.pool, PULSES);
  }

  async migrations(): Promise<{ readonly total: number; readonly pending: readonly string[] }> {
    return { total: MIGRATION_FILES.length, pending: await pendingMigrations(this.pool) };
  }

  lastRuns(): Promise<BackupRun[]> {
    return query<BackupRun>(this.pool, LAST_RUNS);
  }

  /** What was kept and tried lately, the newest first. */
  runs(limit: number): Promise<BackupRun[]> {
    return readRuns(this.pool, limit);
  }

  async archive(): Promise<ArchiveState> {
    return (await queryOne<{ state: ArchiveState }>(this.pool, 'SELECT app.archive_state() AS state')).state;
  }

  /** Bytes of the disk that holds the data folder. */
  async disk(): Promise<{ readonly total: number; readonly free: number }> {
    const { blocks, bavail, bsize } = await statfs(this.dataDir);
    return { total: blocks * bsize, free: bavail * bsize };
  }

  failed(actor: Actor): Promise<FailedEffectRow[]> {
    return this.transactions.run(actor, (tx) => query<FailedEffectRow>(clientOf(tx), FAILED));
  }

  /** Handed out again at once; null where it is not waiting for a person. */
  async retry(tx: Tx, id: string): Promise<{ readonly kind: string; readonly code: string | null } | null> {
    const [row] = await query<{ kind: string; code: string | null }>(clientOf(tx), RETRY, [id]);
    return row ?? null;
  }

  /**
   * Stored files that no row names, left behind by a registration that did not come to its end, and rows whose file is gone. Reads
   * folder by folder.
   */
  async strayBlobs(): Promise<StrayBlobs> {
    const named = await this.namedBlobs();
    let [files, withoutRow] = [0, 0];
    for await (const keys of blobKeys(this.blobs)) {
      files += keys.length;
      withoutRow += (await query(this.pool, 'SELECT app.blobs_without_rows($1)', [keys])).length;
      if (files >= MOST_FILES) return { files, withoutRow, ...named, partial: true };
    }
    return { files, withoutRow, ...named };
  }

  private get blobs(): string {
    return join(this.dataDir, 'blobs');
  }

  private async namedBlobs(): Promise<Pick<StrayBlobs, 'named' | 'withoutFile' | 'missing' | 'partial'>> {
    const missing: string[] = [];
    let [named, withoutFile] = [0, 0];
    for (let after = ''; named < MOST_FILES;) {
      const rows = await query<{ key: string }>(this.pool, 'SELECT app.known_blobs($1, $2) AS key', [
        after,
        KEYS_AT_ONCE,
      ]);
      for (const { key } of rows) {
        if (await isThere(join(this.blobs, blobPath(key)))) continue;
        withoutFile += 1;
        if (missing.length < MOST_NAMED) missing.push(key);
      }
      named += rows.length;
      if (rows.length < KEYS_AT_ONCE) return { named, withoutFile, missing, partial: false };
      after = rows.at(-1)?.key ?? after;
    }
    return { named, withoutFile, missing, partial: true };
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

const KEY = /^[0-9a-f]{64}$/;

async function* blobKeys(root: string): AsyncGenerator<string[]> {
  let keys: string[] = [];
  for (const first of await namesIn(root))
    for (const second of await namesIn(join(root, first))) {
      keys.push(...(await namesIn(join(root, first, second))).filter((name) => KEY.test(name)));
      if (keys.length < KEYS_AT_ONCE) continue;
      yield keys;
      keys = [];
    }
  if (keys.length > 0) yield keys;
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);
