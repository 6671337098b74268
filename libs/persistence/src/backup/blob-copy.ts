import { existsSync } from 'node:fs';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { copyFile, hashFile, unlessGone, walk, type CopiedFile } from './copy-files.js';
import { BLOB_LIST, sha256Of } from './manifest.js';

const KEY = /^[0-9a-f]{64}$/;

/** Where a blob lies below its store: two levels of folders by the first letters of its hash. */
export const blobPath = (key: string): string => `${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`;

export interface BlobCopy {
  readonly count: number;
  readonly bytes: number;
  readonly added: number;
  readonly listSha256: string;
  /** Files of the store whose bytes are no longer those of their name: damaged before this backup. */
  readonly damaged: readonly string[];
}

async function* blobsBelow(root: string): AsyncGenerator<string> {
  for await (const { path, folder } of walk(root)) {
    const key = path.split('/').at(-1) ?? '';
    if (!folder && KEY.test(key) && path === blobPath(key)) yield key;
  }
}

async function copyBlob(from: string, to: string, key: string): Promise<'added' | 'gone' | 'damaged'> {
  const draft = `${join(to, blobPath(key))}.draft`;
  await rm(draft, { force: true });
  const copied = await unlessGone(copyFile(join(from, blobPath(key)), draft));
  if (copied === null) return 'gone';
  if (copied.sha256 === key) await rename(draft, join(to, blobPath(key)));
  else await rm(draft, { force: true });
  return copied.sha256 === key ? 'added' : 'damaged';
}

/**
 * Blobs are named by their bytes and never change: the folder of all backups keeps each once, and a later backup adds what is
 * new. The list of this backup says which belong to it.
 */
export async function copyBlobs(from: string, to: string, listFolder: string | null): Promise<BlobCopy> {
  const found: string[] = [];
  const damaged: string[] = [];
  let [bytes, added] = [0, 0];
  for await (const key of blobsBelow(from)) {
    const kept = join(to, blobPath(key));
    const outcome = existsSync(kept) ? 'there' : await copyBlob(from, to, key);
    if (outcome === 'damaged') damaged.push(key);
    if (outcome === 'added') added += 1;
    if (outcome === 'gone' || outcome === 'damaged') continue;
    const size = await sizeOf(kept);
    bytes += size;
    found.push(`${key} ${size}`);
  }
  const list = `${found.join('\n')}\n`;
  if (listFolder !== null) await writeFile(join(listFolder, BLOB_LIST), list, { mode: 0o600, flush: true });
  return { count: found.length, bytes, added, listSha256: sha256Of(list), damaged };
}

const sizeOf = async (path: string): Promise<number> => (await stat(path)).size;

/** Names in the list of a backup, or what is wrong with the list. */
export async function listedBlobs(
  folder: string,
  listSha256: string,
): Promise<{ keys: string[]; fault: string | null }> {
  const text = await unlessGone(readFile(join(folder, BLOB_LIST), 'utf8'));
  if (text === null) return { keys: [], fault: `Thiếu danh sách tệp ${BLOB_LIST}.` };
  const keys = text.split('\n').flatMap((line) => (line === '' ? [] : [line.slice(0, 64)]));
  return { keys, fault: sha256Of(text) === listSha256 ? null : `Danh sách tệp ${BLOB_LIST} không còn đúng mã băm.` };
}

/** What is wrong with blobs of a store, each by its name. */
export async function* blobFaults(root: string, keys: Iterable<string>): AsyncGenerator<string> {
  for (const key of keys) {
    const found = await unlessGone(hashFile(join(root, blobPath(key))));
    if (found === null) yield `Thiếu tệp lưu ${key}.`;
    else if (found.sha256 !== key) yield `Tệp lưu ${key} không còn đúng nội dung lúc lưu.`;
  }
}

/** Small files below a folder, copied one by one. */
export async function copySmall(from: string, to: string): Promise<CopiedFile[]> {
  const files: CopiedFile[] = [];
  for await (const { path, folder } of walk(from)) {
    if (folder || path.endsWith('.part')) continue;
    const copied = await unlessGone(copyFile(join(from, path), join(to, path)));
    if (copied) files.push({ path, ...copied });
  }
  return files;
}
