import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
  readonly installQueue?: QueueInstaller | undefined;
}

const OWNER = '-c role=nghedan_owner -c search_path=app,public';
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

async function runFile(runner: QueryRunner, file: string): Promise<void> {
  const text = readMigration(file);
  try {
    await runner.query(text);
  } catch (error) {
    // TypeORM's error repeats the whole text; the place and the server's words are enough.
    const { message, position } = (error as { driverError?: { message: string; position?: string } }).driverError ?? {
      message: String(error),
    };
    const line = position === undefined ? '' : `:${text.slice(0, Number(position)).split('\n').length}`;
    throw new Error(`${file}${line}: ${message}`);
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
export function createMigrationSource(adminUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: adminUrl,
    schema: 'app',
    installExtensions: false,
    migrations: MIGRATION_FILES.map(migrationOf),
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

async function runMigrations(adminUrl: string): Promise<string[]> {
  const source = await createMigrationSource(adminUrl).initialize();
  try {
    const done = await source.runMigrations();
    // readyz compares what has run with what this build knows.
    await source.query('GRANT SELECT ON app.schema_migration TO nghedan_app, nghedan_worker');
    return done.map(({ name }) => name.replace(/-\d{13}$/, ''));
  } finally {
    await source.destroy();
  }
}

/** Brings a database from anywhere to this build's shape; two at once wait for each other. Returns the files that ran. */
export async function migrate({ adminUrl, installQueue }: MigrateOptions): Promise<string[]> {
  const config = poolConfig(adminUrl, 'admin');
  return withClient(config, async (admin) => {
    await admin.query(`SELECT pg_advisory_lock(hashtext('nghedan_migrate'))`);
    await bootstrap(admin);
    const done = await runMigrations(adminUrl);
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
