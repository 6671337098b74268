import { join } from 'node:path';
import { openKeyVault } from '#libs/identity';
import { AppError } from '#libs/shared';
import { blobFaults, listedBlobs } from './blob-copy.js';
import { hashFile, unlessGone, type CopiedFile } from './copy-files.js';
import { backupRefused, type Manifest } from './manifest.js';
import { blobFolder, walFolder } from './take-backup.js';
import { segmentsBetween } from './wal-names.js';
import { WalStore } from './wal-store.js';

export interface KeySource {
  readonly masterKey: Buffer | undefined;
  /** Folder whose key file is used where no key is given; it is never made. */
  readonly keyFolder: string;
}

/** The key must be the one the data was sealed with: a restored house whose sealed files nobody can open is no house. */
export async function checkKey(manifest: Manifest, { masterKey, keyFolder }: KeySource): Promise<void> {
  const { keyCheck } = manifest.point;
  if (keyCheck === null) return;
  const there = masterKey !== undefined || (await unlessGone(hashFile(join(keyFolder, 'master.key')))) !== null;
  if (!there)
    throw backupRefused(
      'KEY_MISSING',
      'Bản sao lưu không chứa khóa chính. Hãy đặt NGHE_DAN_MASTER_KEY, hoặc chỉ tệp khóa bằng --key-file, là khóa đã dùng khi sao lưu.',
    );
  const kept = Buffer.from(keyCheck, 'hex');
  try {
    await openKeyVault({
      masterKey,
      dataDir: keyFolder,
      checks: { known: async () => [], read: async () => kept, keep: async () => kept },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw backupRefused(
      'KEY_WRONG',
      'Khóa chính đưa vào không phải khóa đã niêm phong dữ liệu của bản sao lưu này: đơn tố cáo và thông tin bảo mật sẽ không mở được. Không khôi phục gì cả.',
      error,
    );
  }
}

async function* fileFaults(root: string, files: readonly CopiedFile[], what: string): AsyncGenerator<string> {
  for (const { path, size, sha256 } of files) {
    const found = await unlessGone(hashFile(join(root, path)));
    if (found === null) yield `Thiếu tệp ${what} ${path}.`;
    else if (found.size !== size || found.sha256 !== sha256) yield `Tệp ${what} ${path} không còn đúng mã băm.`;
  }
}

async function* walFaults(
  folder: string,
  { startSegment, stopSegment, segmentBytes }: NonNullable<Manifest['cluster']>,
) {
  const store = await WalStore.open(walFolder(folder));
  for (const name of segmentsBetween(startSegment, stopSegment, segmentBytes)) {
    const fault = await store.faultOf(name);
    if (fault !== null) yield fault;
  }
}

export const collect = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** Every file of a backup read again and compared with what was written down when it was taken. */
export async function checkFiles(folder: string, manifest: Manifest) {
  const own = join(folder, manifest.name);
  const { keys, fault } = await listedBlobs(own, manifest.blobs.listSha256);
  const { cluster } = manifest;
  return {
    cluster: cluster ? await collect(fileFaults(join(own, 'cluster'), cluster.files, 'cơ sở dữ liệu')) : [],
    wal: cluster ? await collect(walFaults(folder, cluster)) : [],
    blobs: [...(fault === null ? [] : [fault]), ...(await collect(blobFaults(blobFolder(folder), keys)))],
    staging: await collect(fileFaults(join(own, 'staging'), manifest.staging, 'nhập sổ')),
  };
}
