import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readSync, writeSync } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

export interface CopiedFile {
  /** Below the copied folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

const CHUNK = 1 << 20;
type Take = (piece: Buffer) => void;

/**
 * Reads a file to its end, a piece at a time; what is read is hashed and handed on. Without waiting between the pieces: a cluster is
 * thousands of small files, and nothing else happens in an operator's command meanwhile.
 */
function readThrough(path: string, take: Take): Omit<CopiedFile, 'path'> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK);
  const file = openSync(path, 'r');
  try {
    for (let size = 0; ;) {
      const read = readSync(file, buffer, 0, CHUNK, null);
      if (read === 0) return { size, sha256: hash.digest('hex') };
      const piece = buffer.subarray(0, read);
      hash.update(piece);
      take(piece);
      size += read;
    }
  } finally {
    closeSync(file);
  }
}

export const hashFile = async (path: string): Promise<Omit<CopiedFile, 'path'>> => readThrough(path, () => undefined);

/** @param mode Of the new file; it must not be there yet. */
export async function copyFile(from: string, to: string, mode = 0o600): Promise<Omit<CopiedFile, 'path'>> {
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 });
  const target = openSync(to, 'wx', mode);
  try {
    return readThrough(from, (piece) => void writeAll(target, piece));
  } finally {
    closeSync(target);
  }
}

function writeAll(file: number, piece: Buffer): void {
  for (let written = 0; written < piece.length;) written += writeSync(file, piece, written);
}

export interface Entry {
  readonly path: string;
  readonly folder: boolean;
}

const gone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Folders and files below a folder, in order, a folder before what it holds; what vanishes meanwhile is left out. */
export async function* walk(root: string, enter: (path: string) => boolean = () => true): AsyncGenerator<Entry> {
  const names = async (folder: string) =>
    readdir(join(root, folder)).catch((error: unknown) => raiseUnless(gone, error, []));
  async function* below(folder: string): AsyncGenerator<Entry> {
    for (const name of (await names(folder)).sort()) {
      const path = folder === '' ? name : `${folder}/${name}`;
      const found = await lstat(join(root, path)).catch((error: unknown) => raiseUnless(gone, error, null));
      if (found === null) continue;
      if (found.isDirectory()) {
        yield { path, folder: true };
        if (enter(path)) yield* below(path);
      } else if (found.isFile()) yield { path, folder: false };
    }
  }
  yield* below('');
}

function raiseUnless<T>(passes: (error: unknown) => boolean, error: unknown, answer: T): T {
  if (passes(error)) return answer;
  throw error;
}

/** Null where the file is gone before it could be read. */
export const unlessGone = <T>(work: Promise<T>): Promise<T | null> =>
  work.catch((error: unknown) => raiseUnless(gone, error, null));

/** What was written reaches the disk before it is called a backup. */
export async function flushed(folder: string): Promise<void> {
  if (process.platform !== 'linux') return;
  await promisify(execFile)('sync', ['-f', folder]).catch(() => undefined);
}
