import { existsSync, readdirSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadSigningKey } from '../audit/signing-key.js';
import type { Config } from '../config.js';
import type { Database } from '../database.js';
import { MIGRATION_FILES } from '../migrations/index.js';
import { withLock } from '../process-lock.js';
import { queryOne } from '../query.js';
import { recordRun } from './backup-runs.js';
import { copyBlobs, copySmall, type BlobCopy } from './blob-copy.js';
import { copyCluster } from './cluster-copy.js';
import { flushed, unlessGone } from './copy-files.js';
import {
  backupRefused,
  backupsIn,
  writeManifest,
  type ClusterCopy,
  type Manifest,
  type StillPoint,
} from './manifest.js';
import { takeStillPoint } from './still-point.js';
import { archiveFolder, openArchive } from './wal-archive.js';
import { fetchArchive, WalStore } from './wal-store.js';

export interface BackupOptions {
  readonly config: Pick<Config, 'dataDir'>;
  readonly database: Database;
  /** Folder of all backups of this installation. */
  readonly folder: string;
  readonly version: string;
  readonly onProgress: (line: string) => void;
}

export interface BackupResult {
  readonly name: string;
  readonly manifestSha256: string;
  readonly manifest: Manifest;
  readonly blobs: BlobCopy;
  readonly bytes: number;
}

const SET = 'backup-set.json';
const LOCK_WAIT_MS = 1_000;
const ARCHIVED_WAIT_MS = 60_000;
const platform = `${process.platform}-${process.arch}`;

export const walFolder = (folder: string): string => join(folder, 'wal');
export const blobFolder = (folder: string): string => join(folder, 'blobs');

/** The folder belongs to one database for good: WAL of two would be mixed up. */
async function claim(folder: string, id: string): Promise<void> {
  const kept = await unlessGone(readFile(join(folder, SET), 'utf8'));
  if (kept !== null) {
    if ((JSON.parse(kept) as { id: string }).id === id) return;
    throw backupRefused('OTHER_DATABASE', `Thư mục ${folder} đang giữ bản sao lưu của một cơ sở dữ liệu khác.`);
  }
  if (existsSync(folder) && readdirSync(folder).some((name) => !name.startsWith('.')))
    throw backupRefused(
      'NOT_EMPTY',
      `Thư mục ${folder} không trống và không phải thư mục sao lưu: hãy chọn thư mục khác.`,
    );
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, SET), `${JSON.stringify({ format: 'nghe-dan-backups/1', id })}\n`, { mode: 0o600 });
}

function outside(folder: string, dataDir: string): void {
  const way = relative(dataDir, folder);
  if (way === '' || !way.startsWith('..'))
    throw backupRefused(
      'INSIDE_DATA',
      `Thư mục sao lưu ${folder} nằm trong thư mục dữ liệu ${dataDir}: mất đĩa là mất cả hai.`,
    );
}

const stamp = (now: Date): string => now.toISOString().replaceAll(/[-:]|\.\d+/g, '');

function freeName(folder: string): string {
  const name = stamp(new Date());
  const taken = new Set(existsSync(folder) ? readdirSync(folder) : []);
  for (let n = 1; ; n++) {
    const candidate = n === 1 ? name : `${name}-${n}`;
    if (!taken.has(candidate)) return candidate;
  }
}

/** Of the embedded server its number; of an own one its address without the login. */
async function identityOf({ embedded, connections, urls }: Database): Promise<string> {
  if (!embedded) {
    const { host, pathname } = new URL(urls.admin ?? urls.app ?? 'postgresql://unknown');
    return `own-server:${host}${pathname}`;
  }
  return (
    await queryOne<{ id: string }>(connections.admin, `SELECT system_identifier::text AS id FROM pg_control_system()`)
  ).id;
}

function withFolder<T>({ config, database, folder }: BackupOptions, work: () => Promise<T>): Promise<T> {
  outside(resolve(folder), config.dataDir);
  return (async () => {
    await claim(folder, await identityOf(database));
    return withLock(join(folder, '.lock'), LOCK_WAIT_MS, work).catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith('locked by'))
        throw backupRefused('BUSY', `Một lần sao lưu khác đang ghi vào ${folder}.`, error);
      throw error;
    });
  })();
}

/** Blobs, database and manifest, while people go on working. The folder appears under its name once it is whole. */
export function takeBackup(options: BackupOptions): Promise<BackupResult> {
  return withFolder(options, async () => {
    const { folder, database } = options;
    const startedAt = new Date();
    const name = freeName(folder);
    const draft = join(folder, `.${name}.draft`);
    await mkdir(draft, { recursive: true, mode: 0o700 });
    try {
      const taken = await take(options, { name, draft, startedAt });
      await flushed(folder);
      await rename(draft, join(folder, name));
      await record(options, taken, startedAt);
      return taken;
    } catch (error) {
      await rm(draft, { recursive: true, force: true });
      await recordRun(database.connections.admin, {
        ...{ kind: 'backup', name, place: folder, startedAt, finishedAt: new Date(), ok: false },
        summary: { reason: error instanceof Error ? error.message : String(error) },
      }).catch(() => undefined);
      throw error;
    }
  });
}

interface Draft {
  readonly name: string;
  readonly draft: string;
  readonly startedAt: Date;
}

async function take(options: BackupOptions, { name, draft, startedAt }: Draft): Promise<BackupResult> {
  const { config, database, folder, version, onProgress } = options;
  const store = await WalStore.open(walFolder(folder));
  const { cluster, point } = database.embedded
    ? await copyEmbedded(options, { name, draft, store })
    : { cluster: null, point: await takeStillPoint({ open: () => open(database), embedded: false }, name) };
  // After the rows: a blob is stored before the row that names it, so none is missing.
  onProgress('Đang chép tệp lưu trữ');
  const blobs = await copyBlobs(join(config.dataDir, 'blobs'), blobFolder(folder), draft);
  const staging = await copySmall(join(config.dataDir, 'staging'), join(draft, 'staging'));
  const server = await queryOne<{ version: string; database: string }>(
    database.connections.admin,
    `SELECT current_setting('server_version') AS version, current_database() AS database`,
  );
  const manifest: Manifest = {
    ...{ format: 'nghe-dan-backup/1', name, startedAt: startedAt.toISOString(), finishedAt: new Date().toISOString() },
    product: { version, lastMigration: MIGRATION_FILES.at(-1) ?? '' },
    server: { ...server, platform },
    ...{ cluster, point, signingKey: loadSigningKey(config.dataDir).publicPem },
    blobs: { count: blobs.count, bytes: blobs.bytes, listSha256: blobs.listSha256 },
    staging,
  };
  const manifestSha256 = await writeManifest(draft, manifest);
  const bytes = blobs.bytes + (cluster?.files.reduce((sum, { size }) => sum + size, 0) ?? 0);
  return { name, manifestSha256, manifest, blobs, bytes };
}

async function open({ connections }: Database) {
  const client = connections.client('admin');
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

async function copyEmbedded(
  { database, onProgress }: BackupOptions,
  { name, draft, store }: { readonly name: string; readonly draft: string; readonly store: WalStore },
): Promise<{ cluster: ClusterCopy; point: StillPoint }> {
  const archive = archiveFolder(await dataDirectory(database));
  openArchive(await dataDirectory(database));
  const client = await open(database);
  let point: StillPoint | undefined;
  try {
    onProgress('Đang chép cơ sở dữ liệu');
    const cluster = await copyCluster({
      ...{ client, to: join(draft, 'cluster'), label: name },
      afterStop: async () => {
        onProgress('Đang đếm và ghi điểm khôi phục');
        point = await takeStillPoint({ open: () => open(database), embedded: true }, name);
      },
      keepSegment: (segment, path) => store.keep(segment, path),
    });
    await fetchArchive(archive, store, cluster.startSegment);
    return { cluster, point: point as unknown as StillPoint };
  } finally {
    await client.end().catch(() => undefined);
  }
}

const dataDirectory = async ({ connections }: Database): Promise<string> =>
  (await queryOne<{ folder: string }>(connections.admin, `SELECT current_setting('data_directory') AS folder`)).folder;

async function record({ database, folder }: BackupOptions, taken: BackupResult, startedAt: Date): Promise<void> {
  const { manifest, manifestSha256, blobs, bytes, name } = taken;
  await recordRun(database.connections.admin, {
    ...{ kind: 'backup', name, place: folder, startedAt, finishedAt: new Date(), ok: blobs.damaged.length === 0 },
    summary: {
      ...{
        manifestSha256,
        bytes,
        blobs: blobs.count,
        damagedBlobs: blobs.damaged.length,
        embedded: manifest.cluster !== null,
      },
      ...{ tables: manifest.point.tables.length, events: manifest.point.ledger.events, exact: manifest.point.exact },
    },
  });
}

/**
 * Between two backups: the WAL written since and the new blobs, so that a restore reaches this moment. Cheap enough for every
 * few minutes.
 */
export function fetchWal(options: BackupOptions): Promise<{ readonly segments: number; readonly blobs: number }> {
  return withFolder(options, async () => {
    const { config, database, folder } = options;
    if (!database.embedded)
      throw backupRefused('OWN_SERVER', 'Máy chủ PostgreSQL riêng tự lưu WAL theo cấu hình của nó (docs/runbook.md).');
    if (backupsIn(folder).length === 0)
      throw backupRefused('NO_BACKUP', `Thư mục ${folder} chưa có bản sao lưu nào để nối tiếp: hãy chạy backup trước.`);
    const startedAt = new Date();
    const archive = archiveFolder(await dataDirectory(database));
    const store = await WalStore.open(walFolder(folder));
    const last = await switchSegment(database);
    const arrived = () => existsSync(join(archive, last)) || store.names.includes(last);
    for (const until = Date.now() + ARCHIVED_WAIT_MS; !arrived(); await sleep(50))
      if (Date.now() > until)
        throw backupRefused(
          'NOT_ARCHIVED',
          `Máy chủ không cất được đoạn WAL ${last} vào ${archive}: xem quyền ghi và chỗ trống.`,
        );
    const segments = await fetchArchive(archive, store, null);
    const { added } = await copyBlobs(join(config.dataDir, 'blobs'), blobFolder(folder), null);
    await flushed(folder);
    await recordRun(database.connections.admin, {
      ...{
        kind: 'wal',
        name: backupsIn(folder).at(-1) ?? '',
        place: folder,
        startedAt,
        finishedAt: new Date(),
        ok: true,
      },
      summary: { segments, blobs: added },
    });
    return { segments, blobs: added };
  });
}

/** The segment that was being written, now complete; the one before it where nothing had been written into it. */
async function switchSegment({ connections }: Database): Promise<string> {
  const { segment } = await queryOne<{ segment: string }>(
    connections.admin,
    `SELECT pg_walfile_name(pg_switch_wal() - 1) AS segment`,
  );
  return segment;
}
