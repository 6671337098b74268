import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from './config.js';
import { Connections, databaseIsAway, type DatabaseUrls } from './connections.js';
import { openEmbedded } from './embedded.js';

export interface Database {
  readonly urls: DatabaseUrls;
  readonly connections: Connections;
  readonly embedded: boolean;
  /** Ends the pools; the last user of an embedded server stops it. */
  close(): Promise<void>;
}

export interface OpenOptions {
  /** Connections per role. */
  readonly max?: number;
  readonly onProgress?: (line: string) => void;
}

/** Folder of the embedded server under the data folder. */
export const embeddedHome = (config: Pick<Config, 'dataDir'>): string => join(config.dataDir, 'postgres');

/**
 * The database of the configuration: DATABASE_URL where it is set (one login; the role follows the pool), otherwise the
 * embedded server of the data folder, started or taken over. Every program opens it this way and so meets the same one.
 */
export async function openDatabase(config: Config, { max = 10, onProgress }: OpenOptions = {}): Promise<Database> {
  if (config.databaseUrl !== undefined) {
    const urls = { app: config.databaseUrl, worker: config.databaseUrl, admin: config.databaseAdminUrl };
    const connections = new Connections(urls, max);
    return { urls, connections, embedded: false, close: () => connections.end() };
  }
  const server = await openEmbedded({ home: embeddedHome(config), ...(onProgress ? { onProgress } : {}) });
  const connections = new Connections(server.urls, max);
  return {
    urls: server.urls,
    connections,
    embedded: true,
    close: async () => {
      await connections.end();
      await server.release();
    },
  };
}

const COMES_UP_MS = 60_000;
const LOOK_MS = 500;

/**
 * For programs that stay: opens the database and makes what stands on it. While the server is only coming up (the box was just
 * switched on, the server restarts) it begins anew, for a minute; any other error, and that one afterwards, is thrown.
 */
export async function openStanding<T>(
  config: Config,
  options: OpenOptions,
  make: (database: Database) => Promise<T>,
): Promise<{ readonly database: Database; readonly made: T }> {
  for (const began = performance.now(); ; await sleep(LOOK_MS)) {
    let database: Database | undefined;
    try {
      database = await openDatabase(config, options);
      return { database, made: await make(database) };
    } catch (error) {
      await database?.close();
      if (!databaseIsAway(error) || performance.now() - began > COMES_UP_MS) throw error;
    }
  }
}

/** For commands: opens, works, closes whatever happens. */
export async function withDatabase<T>(
  config: Config,
  options: OpenOptions,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = await openDatabase(config, options);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
