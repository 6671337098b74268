import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BlobStore, type StoredBlob } from './ports.js';

/** A stored file whose bytes are no longer those of its name. */
export class BlobDamaged extends Error {
  constructor(key: string) {
    super(`Blob ${key} does not have the bytes of its name`);
    this.name = 'BlobDamaged';
  }
}

const KEY = /^[0-9a-f]{64}$/;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Blobs in a folder, named by the SHA-256 of their bytes: equal files are kept once, and a read proves that nothing has
 * changed. A blob appears whole or not at all (written aside, flushed, renamed).
 */
export class FolderBlobStore extends BlobStore {
  constructor(private readonly root: string) {
    super();
  }

  override async put(bytes: Buffer): Promise<StoredBlob> {
    const key = sha256(bytes);
    const path = this.pathOf(key);
    const blob = { key, sha256: Buffer.from(key, 'hex'), size: bytes.length };
    if (await this.isWhole(path, bytes.length)) return blob;
    await mkdir(dirname(path), { recursive: true });
    const draft = `${path}.${randomBytes(6).toString('hex')}.part`;
    try {
      const file = await open(draft, 'wx', 0o600);
      try {
        await file.writeFile(bytes);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(draft, path);
    } catch (error) {
      await rm(draft, { force: true });
      throw error;
    }
    return blob;
  }

  override async get(key: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(key));
    if (sha256(bytes) !== key) throw new BlobDamaged(key);
    return bytes;
  }

  override async delete(key: string): Promise<void> {
    await rm(this.pathOf(key), { force: true });
  }

  private async isWhole(path: string, size: number): Promise<boolean> {
    const found = await stat(path).catch(() => null);
    return found !== null && found.size === size;
  }

  private pathOf(key: string): string {
    if (!KEY.test(key)) throw new RangeError('Not a blob key');
    return join(this.root, key.slice(0, 2), key.slice(2, 4), key);
  }
}
