import { AsyncLocalStorage } from 'node:async_hooks';
import { type Cipher, createCipheriv } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pipeline, type Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { Server } from '@tus/server';
import { isUuid } from '#libs/shared';

const BLOCK = 16;
/** The upload that the request in hand is for. */
const current = new AsyncLocalStorage<string>();

/** AES-256-CTR from any byte on: a cut upload goes on in the middle. Each key enciphers one file only. */
function cipherAt(key: Buffer, offset: number): Cipher {
  const counter = Buffer.alloc(BLOCK);
  counter.writeBigUInt64BE(BigInt(Math.floor(offset / BLOCK)), BLOCK - 8);
  const cipher = createCipheriv('aes-256-ctr', key, counter);
  cipher.update(Buffer.alloc(offset % BLOCK));
  return cipher;
}

/** Partial files in a folder, never in plain text: bytes are enciphered on their way to the disk. */
class EncipheredStore extends FileStore {
  private readonly keys = new Map<string, { readonly key: Buffer; users: number }>();

  override write(readable: Readable, id: string, offset: number): Promise<number> {
    const key = this.keys.get(id)?.key;
    if (!key) return Promise.reject(new Error('No key for this upload'));
    return super.write(
      pipeline(readable, cipherAt(key, offset), () => undefined),
      id,
      offset,
    );
  }

  /** The key is here while a request that needs it is. */
  async withKey(id: string, key: Buffer, work: () => Promise<void>): Promise<void> {
    const held = this.keys.get(id) ?? { key, users: 0 };
    held.users++;
    this.keys.set(id, held);
    try {
      await work();
    } finally {
      if (--held.users === 0) this.keys.delete(id);
    }
  }
}

export interface PartialFilesOptions {
  readonly folder: string;
  /** Where uploads are reached, without a slash at its end. */
  readonly path: string;
  readonly maxBytes: number;
}

/**
 * Files that arrive a piece at a time (tus 1.0): how much has come is the length of the file, so that a process that dies
 * loses nothing it has answered for. Who may touch which upload, and its key, is the caller's to say, request by request.
 */
export class PartialFiles {
  private readonly store: EncipheredStore;
  private readonly server: Server;

  constructor(private readonly options: PartialFilesOptions) {
    const { folder, path, maxBytes } = options;
    this.store = new EncipheredStore({ directory: folder });
    this.store.extensions = ['creation', 'creation-with-upload'];
    this.server = new Server({
      path,
      datastore: this.store,
      maxSize: maxBytes,
      allowedOrigins: [],
      namingFunction: () => current.getStore() ?? '',
      // Names of files say what they are about: they come at the end, with the right to seal them.
      onUploadCreate: () => Promise.resolve({ metadata: {} }),
      generateUrl: (_request, { id }) => `${path}/${id}`,
    });
  }

  /** Carries out one request of the protocol for the upload with this id and key. */
  async handle(upload: { readonly id: string; readonly key: Buffer }, exchange: Exchange): Promise<void> {
    await mkdir(this.options.folder, { recursive: true, mode: 0o700 });
    await this.store.withKey(upload.id, upload.key, () =>
      current.run(upload.id, async () => void (await this.server.handle(exchange.request, exchange.response))),
    );
  }

  /** How many bytes have come; null where there is no such file. */
  async sizeOf(id: string): Promise<number | null> {
    return (await this.look(id))?.size ?? null;
  }

  /** System clock; null where there is no such file. */
  async lastUsedAt(id: string): Promise<Date | null> {
    return (await this.look(id))?.mtime ?? null;
  }

  async read(id: string, key: Buffer): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(id));
    return cipherAt(key, 0).update(bytes);
  }

  async remove(id: string): Promise<void> {
    for (const path of [this.pathOf(id), `${this.pathOf(id)}.json`]) await rm(path, { force: true });
  }

  /** Every upload that has left something in the folder. */
  async ids(): Promise<readonly string[]> {
    const names = await readdir(this.options.folder).catch(() => []);
    return [...new Set(names.map((name) => name.replace(/\.json$/, '')))].filter(isUuid);
  }

  private async look(id: string): Promise<{ size: number; mtime: Date } | null> {
    return stat(this.pathOf(id)).catch(() => null);
  }

  private pathOf(id: string): string {
    if (!isUuid(id)) throw new RangeError('Not an upload id');
    return join(this.options.folder, id);
  }
}

export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}
