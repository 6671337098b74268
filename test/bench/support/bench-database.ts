import { createHash } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalKeyVault } from '#libs/identity';
import { Connections, migrate, openEmbedded, seedReference, type DatabaseUrls } from '#libs/persistence';
import { installQueue } from '#libs/queue';

/** A server of its own with the product's settings, so that a commit waits for the disk as in production. */
export interface BenchDatabase {
  readonly urls: Required<DatabaseUrls>;
  readonly connections: Connections;
  readonly dataDir: string;
  readonly masterKey: Buffer;
  readonly vault: LocalKeyVault;
  close(): Promise<void>;
}

export const MAX_CONNECTIONS = 16;

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'nghe-dan-bench-'));
  chmodSync(dataDir, 0o755);
  const server = await openEmbedded({
    home: join(dataDir, 'postgres'),
    settings: ['shared_preload_libraries=pg_stat_statements'],
  });
  await migrate({ adminUrl: server.urls.admin, installQueue });
  const connections = new Connections(server.urls, MAX_CONNECTIONS);
  await seedReference(connections.admin, 'demo');
  await countStatements(connections, false);
  const masterKey = createHash('sha256').update('a bench seals nothing of anybody').digest();
  return {
    urls: server.urls,
    connections,
    dataDir,
    masterKey,
    vault: new LocalKeyVault(masterKey),
    close: async () => {
      await connections.end();
      await server.release();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Statements are counted only while somebody wants to know: counting costs. */
export async function countStatements({ admin }: Connections, on: boolean): Promise<void> {
  await admin.query(`ALTER SYSTEM SET pg_stat_statements.track = '${on ? 'top' : 'none'}'`);
  await admin.query('SELECT pg_reload_conf(), pg_sleep(0.3)');
}

/** Opens a database, works, and leaves nothing behind whatever happens. */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const database = await openBenchDatabase();
  const interrupted = (): void => void database.close().finally(() => process.exit(130));
  const signals = ['SIGINT', 'SIGTERM'] as const;
  for (const signal of signals) process.once(signal, interrupted);
  try {
    return await work(database);
  } finally {
    for (const signal of signals) process.off(signal, interrupted);
    await database.close();
  }
}
