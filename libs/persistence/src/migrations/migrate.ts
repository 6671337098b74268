import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { DataSource, type Logger, type MigrationInterface, type QueryRunner } from 'typeorm';
import { poolConfig } from '../connections.js';
import type { Queryable } from '../query.js';
import { bootstrap, grantQueueSchema } from './bootstrap.js';
import { MIGRATION_FILES } from './index.js';

/** Installs a schema of its own (BullMQ's) on a connection that acts as the owner. */
export type QueueInstaller = (owner: pg.Client) => Promise<unknown>;

export interface MigrateOptions {
  readonly adminUrl: string;
  /** An earlier shape, for tests of the way from there; absent: all this build knows. */
  readonly files?: readonly string[];
  readonly installQueue?: QueueInstaller | undefined;
}

/**
 * A statement that needs a table to itself waits behind whoever works on it, and everybody else behind that statement. So it waits for
 * a moment only, then lets the others through and tries the file again.
 */
const LOCK_WAIT_MS = 1_000;
const LOCK_PAUSE_MS = 400;
const LOCK_PATIENCE_MS = 300_000;
const LOCK_NOT_AVAILABLE = '55P03';
const OWNER = `-c role=nghedan_owner -c search_path=app,public -c lock_timeout=${LOCK_WAIT_MS}`;
/** TypeORM orders migrations by the thirteen digits at the end of their name. */
const FIRST = 1_767_200_000_000;

/** A failure is thrown and said once by whoever called; standard output belongs to results. */
const nothing = () => undefined;
const SILENT: Logger = {
  logQuery: nothing,
  logQueryError: nothing,
  logQuerySlow: nothing,
  logSchemaBuild: nothing,
  logMigration: nothing,
  log: nothing,
};

type MigrationClass = new () => MigrationInterface;

export const readMigration = (file: string): string => readFileSync(join(import.meta.dirname, 'sql', file), 'utf8');

interface Failure {
  readonly message: string;
  readonly position?: string;
  readonly code?: string;
}

async function runFile(runner: QueryRunner, file: string): Promise<void> {
  const text = readMigration(file);
  try {
    await runner.query(text);
  } catch (error) {
    // TypeORM's error repeats the whole text; the place and the server's words are enough.
    const { message, position, code } = (error as { driverError?: Failure }).driverError ?? { message: String(error) };
    const line = position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`;
    throw Object.assign(new Error(`${file}${line}: ${message}`), { code });
  }
}

function migrationOf(file: string): MigrationClass {
  const name = `${file.replace(/\.sql$/, '')}-${FIRST + Number.parseInt(file, 10)}`;
  return class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      await runFile(runner, file);
    }
    down(): Promise<void> {
      throw new Error('Migrations run forward only; restore a backup instead');
    }
  };
}

/** Migrations with TypeORM, as the owner: what is created belongs to nghedan_owner, so do definer functions. */
export function createMigrationSource(adminUrl: string, files: readonly string[] = MIGRATION_FILES): DataSource {
  return new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema: 'app',
    installExtensions: false,
    migrations: files.map(migrationOf),
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'each',
    poolSize: 2,
    logger: SILENT,
    extra: { options: OWNER },
  });
}

async function withClient<T>(config: pg.ClientConfig, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(config);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Each file is a transaction of its own: what has run stays, and the one that gave way is tried again from its beginning. */
async function runPatiently(source: DataSource): Promise<string[]> {
  const before = new Set(await namesRun(source));
  for (const until = Date.now() + LOCK_PATIENCE_MS; ; await sleep(LOCK_PAUSE_MS))
    try {
      await source.runMigrations();
      return (await namesRun(source)).filter((name) => !before.has(name));
    } catch (error) {
      if ((error as Failure).code !== LOCK_NOT_AVAILABLE || Date.now() > until) throw error;
    }
}

async function namesRun(source: DataSource): Promise<string[]> {
  const [{ present }] = (await source.query(`SELECT to_regclass('app.schema_migration') IS NOT NULL AS present`)) as [
    { present: boolean },
  ];
  if (!present) return [];
  const rows = (await source.query('SELECT name FROM app.schema_migration ORDER BY id')) as { name: string }[];
  return rows.map(({ name }) => name);
}

async function runMigrations(adminUrl: string, files?: readonly string[]): Promise<string[]> {
  const source = await createMigrationSource(adminUrl, files).initialize();
  try {
    const done = await runPatiently(source);
    // readyz compares what has run with what this build knows.
    await source.query('GRANT SELECT ON app.schema_migration TO nghedan_app, nghedan_worker');
    return done.map((name) => name.replace(/-\d{13}$/, ''));
  } finally {
    await source.destroy();
  }
}

/** Brings a database from anywhere to this build's shape; two at once wait for each other. Returns the files that ran. */
export async function migrate({ adminUrl, installQueue, files }: MigrateOptions): Promise<string[]> {
  const config = poolConfig(adminUrl, 'admin');
  return withClient(config, async (admin) => {
    await admin.query(`SELECT pg_advisory_lock(hashtext('nghedan_migrate'))`);
    await bootstrap(admin);
    const done = await runMigrations(adminUrl, files);
    if (installQueue)
      await withClient({ ...config, options: '-c role=nghedan_owner' }, async (owner) => {
        await installQueue(owner);
        await grantQueueSchema(owner);
      });
    return done;
  });
}

/** Files this build knows and the database has not run. Empty: ready. */
export async function pendingMigrations(db: Queryable): Promise<string[]> {
  const table = await db.query<{ present: boolean }>(
    `SELECT to_regclass('app.schema_migration') IS NOT NULL AS present`,
  );
  const done = table.rows[0]?.present
    ? (await db.query<{ name: string }>('SELECT name FROM app.schema_migration')).rows
    : [];
  const names = new Set(done.map(({ name }) => name.replace(/-\d{13}$/, '.sql')));
  return MIGRATION_FILES.filter((file) => !names.has(file));
}
