import { execFileSync } from 'node:child_process';
import { chownSync, cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedHome } from '../database.js';
import { clusterFolder, makeServerFolder, serverAccount, serverPrograms } from '../embedded-files.js';
import { blobFaults, blobPath } from './blob-copy.js';
import { checkKey, type KeySource } from './check-backup.js';
import { copyFile, walk } from './copy-files.js';
import { backupRefused, backupsIn, readManifest, type ClusterCopy, type Manifest } from './manifest.js';
import { recoverCluster, type RecoveryTarget } from './recovery.js';
import { blobFolder, walFolder } from './take-backup.js';
import { unbroken } from './wal-names.js';
import { WalStore } from './wal-store.js';

export interface RestoreOptions {
  /** Folder of all backups. */
  readonly folder: string;
  /** Data folder to be; clean. */
  readonly to: string;
  readonly key: KeySource;
  /** One backup by name; absent: the newest that fits. */
  readonly name?: string | undefined;
  readonly target: RecoveryTarget;
  /** False: the database alone; blobs are then looked at where they lie. */
  readonly withBlobs?: boolean;
  /** Settings of the server while it replays the log. */
  readonly settings?: readonly string[];
  readonly onProgress: (line: string) => void;
}

export interface Restored {
  readonly manifest: Manifest;
  /** Null where the database is the operator's own. */
  readonly cluster: string | null;
  readonly blobs: number;
}

/** The backup a restore begins with: the newest, or the newest that was finished before the moment asked for. */
export function chooseBackup(folder: string, name: string | undefined, target: RecoveryTarget): Manifest {
  const names = backupsIn(folder);
  if (names.length === 0) throw backupRefused('NOTHING_THERE', `Không có bản sao lưu nào trong ${folder}.`);
  if (name !== undefined) {
    if (!names.includes(name))
      throw backupRefused('UNKNOWN', `Không có bản sao lưu ${name} trong ${folder}; đang có: ${names.join(', ')}.`);
    return readManifest(join(folder, name));
  }
  const until = typeof target === 'object' && 'until' in target ? Date.parse(target.until) : Number.POSITIVE_INFINITY;
  for (const candidate of names.toReversed()) {
    const manifest = readManifest(join(folder, candidate));
    if (Date.parse(manifest.finishedAt) <= until) return manifest;
  }
  throw backupRefused('TOO_EARLY', `Không có bản sao lưu nào xong trước thời điểm đó; bản đầu tiên là ${names[0]}.`);
}

/** Never over anything: whoever restores by mistake loses nothing. */
export function refuseUnlessClean(folder: string): void {
  if (existsSync(folder) && readdirSync(folder).some((name) => name !== 'master.key' && name !== 'keys'))
    throw backupRefused('NOT_CLEAN', `Thư mục ${folder} đã có dữ liệu; khôi phục chỉ ghi vào thư mục trống.`);
  const cluster = clusterFolder(embeddedHome({ dataDir: folder }));
  if (existsSync(cluster))
    throw backupRefused('NOT_CLEAN', `Đã có cơ sở dữ liệu ở ${cluster}; khôi phục không ghi đè.`);
}

function refuseOtherProgram({ server }: Manifest): void {
  const own = /\d+/.exec(execFileSync(serverPrograms().postgres, ['--version'], { encoding: 'utf8' }))?.[0];
  const kept = server.version.split('.')[0];
  if (own !== kept)
    throw backupRefused(
      'OTHER_VERSION',
      `Bản sao lưu của PostgreSQL ${server.version} không chạy được trên PostgreSQL ${own} kèm theo.`,
    );
  const here = `${process.platform}-${process.arch}`;
  if (server.platform !== here)
    throw backupRefused(
      'OTHER_MACHINE',
      `Bản sao lưu lấy trên máy ${server.platform}; máy này là ${here}, tệp cơ sở dữ liệu không dùng chung được.`,
    );
}

async function layCluster(from: string, cluster: string, { files, folders }: ClusterCopy): Promise<void> {
  const { uid, gid } = serverAccount();
  const own = (path: string) => uid !== undefined && gid !== undefined && chownSync(path, uid, gid);
  makeServerFolder(cluster, serverAccount());
  await chmod(cluster, 0o700);
  for (const path of folders) {
    mkdirSync(join(cluster, path), { recursive: true, mode: 0o700 });
    own(join(cluster, path));
  }
  for (const { path, sha256 } of files) {
    const copied = await copyFile(join(from, path), join(cluster, path));
    if (copied.sha256 !== sha256)
      throw backupRefused('FILE_BROKEN', `Tệp cơ sở dữ liệu ${path} không còn đúng mã băm.`);
    own(join(cluster, path));
  }
}

/** Segments from the first the copy needs; a gap is named where the log is wanted past it. */
async function layWal(folder: string, copy: ClusterCopy, to: string, target: RecoveryTarget): Promise<void> {
  const store = await WalStore.open(walFolder(folder));
  const { segments, missing } = unbroken(copy.startSegment, store.names, copy.segmentBytes);
  const only = typeof target === 'object' && 'point' in target;
  if (missing !== null && !only)
    throw backupRefused('WAL_MISSING', `Kho WAL thiếu đoạn ${missing}: chỉ khôi phục được tới trước đó bằng --until.`);
  const needed = only ? segments.filter((name) => name.slice(8) <= copy.stopSegment.slice(8)) : segments;
  makeServerFolder(to, serverAccount());
  await store.unpack(needed, to, serverAccount());
}

async function layBlobs(folder: string, to: string): Promise<number> {
  let count = 0;
  for await (const { path, folder: isFolder } of walk(blobFolder(folder))) {
    const key = path.split('/').at(-1) ?? '';
    if (isFolder || path !== blobPath(key)) continue;
    await copyFile(join(blobFolder(folder), path), join(to, path));
    for await (const fault of blobFaults(to, [key])) throw backupRefused('BLOB_BROKEN', fault);
    count += 1;
  }
  return count;
}

/** Database, blobs and what waits for import, into a clean folder. Anything that fails leaves nothing behind. */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { folder, to, key, name, target, withBlobs = true, settings, onProgress } = options;
  refuseUnlessClean(to);
  const manifest = chooseBackup(folder, name, target);
  await checkKey(manifest, key);
  const home = embeddedHome({ dataDir: to });
  const cluster = clusterFolder(home);
  await mkdir(to, { recursive: true, mode: 0o755 });
  try {
    if (manifest.cluster !== null) {
      refuseOtherProgram(manifest);
      onProgress('Đang chép cơ sở dữ liệu');
      await mkdir(home, { recursive: true });
      await layCluster(join(folder, manifest.name, 'cluster'), cluster, manifest.cluster);
      const wal = join(cluster, '..', 'wal-restore');
      await layWal(folder, manifest.cluster, wal, target);
      onProgress('Đang phát lại nhật ký giao dịch (WAL)');
      await recoverCluster({ home, cluster, wal, target, database: manifest.server.database, settings });
      rmSync(wal, { recursive: true, force: true });
    }
    if (withBlobs) onProgress('Đang chép tệp lưu trữ');
    const blobs = withBlobs ? await layBlobs(folder, join(to, 'blobs')) : 0;
    if (manifest.staging.length > 0)
      cpSync(join(folder, manifest.name, 'staging'), join(to, 'staging'), { recursive: true });
    return { manifest, cluster: manifest.cluster === null ? null : cluster, blobs };
  } catch (error) {
    for (const path of ['postgres', 'blobs', 'staging']) rmSync(join(to, path), { recursive: true, force: true });
    rmSync(cluster, { recursive: true, force: true });
    throw error;
  }
}

/** The key that was proven goes with the data where it came from a file. */
export async function layKey(to: string, bytes: Buffer): Promise<void> {
  await writeFile(join(to, 'master.key'), `${bytes.toString('base64')}\n`, { mode: 0o600, flush: true });
}
