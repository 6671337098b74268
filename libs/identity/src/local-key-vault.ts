import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#libs/shared';
import { decrypt, encrypt, KEY_BYTES, SealBroken } from './aead.js';
import { KeyVault, type HashPurpose, type KeyChecks } from './ports.js';

const VERSION_BYTES = 4;
const KEY_FILE = 'master.key';

const derive = (master: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `nghe-dan/${use}`, KEY_BYTES));

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 500, title: 'Không mở được khóa chính', detail });

/**
 * Master key in this process: given in the configuration, or generated once beside the data (demo, one machine). Keys
 * for wrapping and for each hash are derived from it, so no key has two uses.
 */
export class LocalKeyVault extends KeyVault {
  private readonly wrapping: ReadonlyMap<number, Buffer>;
  private readonly hashing: Buffer;
  private readonly hashKeys = new Map<HashPurpose, Buffer>();
  private readonly current: number;

  /**
   * One key, or keys by version: the highest wraps, all unwrap. Hashes stay with the lowest, so that rotation keeps the
   * indexes.
   */
  constructor(keys: Buffer | ReadonlyMap<number, Buffer>) {
    super();
    const masters = Buffer.isBuffer(keys) ? new Map([[1, keys]]) : keys;
    const versions = [...masters.keys()].sort((a, b) => a - b);
    const [oldest] = versions;
    const newest = versions.at(-1);
    if (oldest === undefined || newest === undefined || [...masters.values()].some((key) => key.length !== KEY_BYTES))
      throw refuse('IDENTITY.KEY_MALFORMED', `Khóa chính cần đúng ${KEY_BYTES} byte.`);
    this.wrapping = new Map([...masters].map(([version, key]) => [version, derive(key, `wrap/${version}`)]));
    this.hashing = masters.get(oldest) as Buffer;
    this.current = newest;
  }

  override async wrap(recordKey: Buffer, aad: Buffer): Promise<Buffer> {
    const version = Buffer.alloc(VERSION_BYTES);
    version.writeUInt32BE(this.current);
    return Buffer.concat([version, encrypt(this.keyOf(this.current), recordKey, Buffer.concat([version, aad]))]);
  }

  override async unwrap(wrapped: Buffer, aad: Buffer): Promise<Buffer> {
    if (wrapped.length <= VERSION_BYTES) throw new SealBroken();
    const version = wrapped.subarray(0, VERSION_BYTES);
    return decrypt(this.keyOf(version.readUInt32BE()), wrapped.subarray(VERSION_BYTES), Buffer.concat([version, aad]));
  }

  override async keyedHash(purpose: HashPurpose, message: Buffer): Promise<Buffer> {
    return createHmac('sha256', derive(this.hashing, `hash/${purpose}`))
      .update(message)
      .digest();
  }

  /** What `KeyChecks` remembers: it proves the key and tells nothing of it. */
  async checkValue(): Promise<Buffer> {
    return createHmac('sha256', derive(this.hashing, 'check')).update('nghe-dan').digest().subarray(0, 16);
  }

  private keyOf(version: number): Buffer {
    const key = this.wrapping.get(version);
    if (!key) throw new SealBroken();
    return key;
  }
}

/** The key file of a data folder, made at first use with mode 600. Two processes that start together get the same key. */
async function keyFromFile(dataDir: string): Promise<Buffer> {
  const path = join(dataDir, KEY_FILE);
  const read = async (): Promise<Buffer | null> => {
    try {
      return Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
  };
  const found = await read();
  if (found) return found;
  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.${KEY_FILE}.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  await chmod(draft, 0o600);
  try {
    await link(draft, path); // fails where another process was first: its key counts
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const kept = await read();
  if (!kept) throw refuse('IDENTITY.KEY_MISSING', `Không ghi được tệp khóa ${KEY_FILE} trong thư mục dữ liệu.`);
  return kept;
}

export interface OpenKeyOptions {
  /** 32 bytes from the configuration; absent: the key file of the data folder. */
  readonly masterKey?: Buffer | undefined;
  readonly dataDir: string;
  /** Where the key's check value is remembered, beside the data it opens. */
  readonly checks: KeyChecks;
}

/** Opens the vault and refuses a key other than the one the data was sealed with. @throws AppError `IDENTITY.KEY_WRONG`. */
export async function openKeyVault({ masterKey, dataDir, checks }: OpenKeyOptions): Promise<LocalKeyVault> {
  const vault = new LocalKeyVault(masterKey ?? (await keyFromFile(dataDir)));
  const mine = await vault.checkValue();
  const kept = (await checks.read()) ?? (await checks.keep(mine));
  if (kept.length !== mine.length || !timingSafeEqual(kept, mine))
    throw refuse(
      'IDENTITY.KEY_WRONG',
      'Khóa chính không phải khóa đã dùng để niêm phong dữ liệu này; hãy đặt lại NGHE_DAN_MASTER_KEY hoặc tệp khóa đúng rồi khởi động lại.',
    );
  return vault;
}
