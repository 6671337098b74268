import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  Connections,
  isAlive,
  livingIn,
  migrate,
  openEmbedded,
  readMark,
  seedReference,
  writeMark,
  type EmbeddedServer,
} from '#libs/persistence';
import { installQueue } from '#libs/queue';
import { REAPER } from './reaper.js';
import { repository } from './repository.js';

/** A database of its own for one suite, cloned from a migrated and seeded one. */
export interface TestDatabase {
  readonly name: string;
  readonly urls: { readonly app: string; readonly worker: string; readonly admin: string };
  readonly connections: Connections;
  readonly app: pg.Pool;
  readonly worker: pg.Pool;
  readonly admin: pg.Pool;
  drop(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** `migrated` (default): all tables and the demo's reference data; `empty`: nothing at all. */
  readonly template?: 'migrated' | 'empty';
  /** Connections per role. */
  readonly max?: number;
}

const hash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
const home = join(tmpdir(), `nghe-dan-test-${userInfo().uid}-${hash(repository)}`);
/** Tests may lose everything in a power cut. */
const SETTINGS = [
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'max_connections=400',
  'log_min_messages=fatal',
];
const KEPT_TEMPLATES = 6;

let server: Promise<EmbeddedServer> | undefined;

/** One server for all workers and all runs of this checkout; a watching process stops it when its last user is gone. */
async function openServer(): Promise<EmbeddedServer> {
  const open = await openEmbedded({ home, settings: SETTINGS }).catch((error: unknown) => {
    if (livingIn(join(home, 'users')).length > 0) throw error;
    rmSync(home, { recursive: true, force: true });
    return openEmbedded({ home, settings: SETTINGS });
  });
  const watcher = readMark(join(home, 'reaper.json'));
  if (open.started || !watcher || !isAlive(watcher)) {
    const child = spawn(process.execPath, ['-e', REAPER, home, open.cluster], {
      detached: true,
      stdio: 'ignore',
      cwd: '/',
    });
    child.unref();
    if (child.pid !== undefined) writeMark(join(home, 'reaper.json'), child.pid);
  }
  if (open.started) await asAdmin(open, (client) => dropAll(client, `datname LIKE 'test\\_%'`));
  return open;
}

const inDatabase = (url: string, name: string): string =>
  Object.assign(new URL(url), { pathname: `/${name}` }).toString();

async function asAdmin<T>(open: EmbeddedServer, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(inDatabase(open.urls.admin, 'postgres'));
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function dropAll(client: pg.Client, where: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(`SELECT datname FROM pg_database WHERE ${where}`);
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS "${datname}" WITH (FORCE)`);
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.spec.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The template's name changes with whatever it is made of. */
function templateName(): string {
  const parts = [
    'libs/persistence/src/migrations',
    'libs/persistence/src/seeds',
    'libs/persistence/data',
    'node_modules/bullmq/package.json',
  ];
  const files = parts.flatMap((part) =>
    part.endsWith('.json') ? [join(repository, part)] : filesBelow(join(repository, part)),
  );
  return `template_${hash(files.map((file) => `${file}\0${readFileSync(file, 'utf8')}`).join('\0'))}`;
}

async function ensureTemplate(open: EmbeddedServer, client: pg.Client): Promise<string> {
  const name = templateName();
  await client.query(`SELECT pg_advisory_lock(hashtext('template'))`);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (rowCount) return name;
    await dropAll(
      client,
      `datname LIKE 'template\\_%' AND oid NOT IN (SELECT oid FROM pg_database WHERE datname LIKE 'template\\_%' ORDER BY oid DESC LIMIT ${KEPT_TEMPLATES})`,
    );
    const draft = `draft_${name}`;
    await client.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
    await client.query(`CREATE DATABASE ${draft}`);
    const urls = { admin: inDatabase(open.urls.admin, draft) };
    await migrate({ adminUrl: urls.admin, installQueue });
    const connections = new Connections(urls);
    await seedReference(connections.admin, 'demo');
    await connections.end();
    await client.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
    return name;
  } finally {
    await client.query(`SELECT pg_advisory_unlock(hashtext('template'))`);
  }
}

export async function createTestDatabase({
  template = 'migrated',
  max = 4,
}: TestDatabaseOptions = {}): Promise<TestDatabase> {
  server ??= openServer();
  const open = await server;
  const name = `test_${process.pid}_${randomBytes(5).toString('hex')}`;
  await asAdmin(open, async (client) => {
    const source = template === 'empty' ? 'template1' : await ensureTemplate(open, client);
    // Copying through the log needs no checkpoint, which would wait for what all other suites have written.
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY WAL_LOG`);
  });
  const urls = {
    app: inDatabase(open.urls.app, name),
    worker: inDatabase(open.urls.worker, name),
    admin: inDatabase(open.urls.admin, name),
  };
  const connections = new Connections(urls, max);
  return {
    name,
    urls,
    connections,
    app: connections.app,
    worker: connections.worker,
    admin: connections.admin,
    drop: async () => {
      await connections.end();
      await asAdmin(open, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}
