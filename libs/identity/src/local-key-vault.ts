import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#libs/shared';
import { decrypt, encrypt, KEY_BYTES, SealBroken } from './aead.js';
import { KeyVault, type HashPurpose, type KeyChecks, type KnownKey } from './ports.js';

const VERSION_BYTES = 4;
const KEY_FILE = 'master.key';

const derive = (master: Buffer, use: string): Buffer =>
  Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `nghe-dan/${use}`, KEY_BYTES));

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 500, title: 'Không mở được khóa chính', detail });

const AAD_ROOT = Buffer.from('nghe-dan/hash-root', 'utf8');

/** What a `KnownKey` remembers of a key: it proves the key and tells nothing of it. */
export const checkOf = (master: Buffer): Buffer =>
  createHmac('sha256', derive(master, 'check')).update('nghe-dan').digest().subarray(0, 16);

/** Master keys by version; the highest wraps, all unwrap. */
interface Ring {
  readonly masters: ReadonlyMap<number, Buffer>;
  /** Of the keyed hashes; it outlives the key that it once was. */
  readonly root: Buffer;
}

/**
 * Master key in this process: given in the configuration, or generated once beside the data (demo, one machine). Keys
 * for wrapping and for each hash are derived from it, so no key has two uses.
 */
export class LocalKeyVault extends KeyVault {
  private wrapping!: ReadonlyMap<number, Buffer>;
  private hashing!: Buffer;
  /** Keys of hashes, derived once each. */
  private hashKeys!: Map<HashPurpose, Buffer>;
  private current!: number;
  /** A newer key is in use elsewhere and this process has not been given it. */
  private outdated: AppError | null = null;

  /**
   * One key, or keys by version: the highest wraps, all unwrap. Hashes stay with the lowest unless their root is given, so that
   * rotation keeps the indexes.
   */
  constructor(keys: Buffer | ReadonlyMap<number, Buffer>, root?: Buffer) {
    super();
    const masters = Buffer.isBuffer(keys) ? new Map([[1, keys]]) : keys;
    const oldest = masters.get(Math.min(...masters.keys()));
    if (oldest === undefined || [...masters.values()].some((key) => key.length !== KEY_BYTES))
      throw refuse('IDENTITY.KEY_MALFORMED', `Khóa chính cần đúng ${KEY_BYTES} byte.`);
    this.take({ masters, root: root ?? oldest });
  }

  /** Goes over to other versions while it is in use: a rotation was announced or has ended. */
  take({ masters, root }: Ring): void {
    this.wrapping = new Map([...masters].map(([version, key]) => [version, derive(key, `wrap/${version}`)]));
    this.hashing = root;
    this.hashKeys = new Map();
    this.current = Math.max(...masters.keys());
    this.outdated = null;
  }

  /** Nothing more is sealed by a key that is on its way out. */
  stopWrapping(why: AppError): void {
    this.outdated = why;
  }

  get version(): number {
    return this.current;
  }

  override async wrap(recordKey: Buffer, aad: Buffer): Promise<Buffer> {
    if (this.outdated) throw this.outdated;
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
    let key = this.hashKeys.get(purpose);
    if (!key) {
      key = derive(this.hashing, `hash/${purpose}`);
      this.hashKeys.set(purpose, key);
    }
    return createHmac('sha256', key).update(message).digest();
  }

  /** The root of the keyed hashes under the newest key: what stays when the first key goes. */
  wrappedRoot(): Promise<Buffer> {
    return this.wrap(this.hashing, AAD_ROOT);
  }

  private keyOf(version: number): Buffer {
    const key = this.wrapping.get(version);
    if (!key) throw new SealBroken();
    return key;
  }
}

/** Where keys come from when none is configured: one a line, made at first use with mode 600. */
export const keyFileOf = (dataDir: string): string => join(dataDir, KEY_FILE);

export async function readKeyFile(dataDir: string): Promise<Buffer[]> {
  try {
    const lines = (await readFile(keyFileOf(dataDir), 'utf8')).split('\n').filter((line) => line.trim() !== '');
    return lines.map((line) => Buffer.from(line.trim(), 'base64'));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Written whole beside the old one and put in its place. */
export async function writeKeyFile(dataDir: string, keys: readonly Buffer[]): Promise<void> {
  const draft = `${keyFileOf(dataDir)}.${randomBytes(6).toString('hex')}`;
  const lines = keys.map((key) => `${key.toString('base64')}\n`).join('');
  await writeFile(draft, lines, { mode: 0o600, flush: true });
  await rename(draft, keyFileOf(dataDir));
}

/** Two processes that start together get the same key. */
async function keysFromFile(dataDir: string): Promise<Buffer[]> {
  const found = await readKeyFile(dataDir);
  if (found.length > 0) return found;
  await mkdir(dataDir, { recursive: true });
  const draft = join(dataDir, `.${KEY_FILE}.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`, { mode: 0o600, flush: true });
  await chmod(draft, 0o600);
  try {
    await link(draft, keyFileOf(dataDir)); // fails where another process was first: its key counts
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
  const kept = await readKeyFile(dataDir);
  if (kept.length === 0)
    throw refuse('IDENTITY.KEY_MISSING', `Không ghi được tệp khóa ${KEY_FILE} trong thư mục dữ liệu.`);
  return kept;
}

export interface OpenKeyOptions {
  /** 32 bytes each, from the configuration; absent: the key file of the data folder. */
  readonly masterKey?: Buffer | readonly Buffer[] | undefined;
  readonly dataDir: string;
  /** Where the key's check value is remembered, beside the data it opens. */
  readonly checks: Pick<KeyChecks, 'known' | 'read' | 'keep'>;
  /** How often a running process looks whether a rotation was announced; 0: never (commands). */
  readonly lookEveryMs?: number;
}

const same = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
const wrong = (): AppError =>
  refuse(
    'IDENTITY.KEY_WRONG',
    'Khóa chính không phải khóa đã dùng để niêm phong dữ liệu này; hãy đặt lại NGHE_DAN_MASTER_KEY hoặc tệp khóa đúng rồi khởi động lại.',
  );

/** The versions that these keys are. @throws AppError where one in use is missing, or all that is given has been retired. */
export async function ringOf(masters: readonly Buffer[], known: readonly KnownKey[]): Promise<Ring> {
  const given = new Map(
    known.flatMap((one) => {
      const master = masters.find((key) => same(checkOf(key), one.check));
      return master ? [[one.version, master] as const] : [];
    }),
  );
  const inUse = known.filter(({ retired }) => !retired);
  if (given.size === 0) throw wrong();
  const missing = inUse.find(({ version }) => !given.has(version));
  if (missing && inUse.every(({ version }) => !given.has(version)))
    throw refuse('IDENTITY.KEY_RETIRED', 'Khóa chính này đã thôi dùng sau lần thay khóa; hãy dùng khóa mới.');
  if (missing)
    throw refuse(
      'IDENTITY.KEY_MISSING',
      `Đang thay khóa chính: còn thiếu khóa phiên bản ${missing.version}. Đặt cả khóa cũ và khóa mới (cách nhau dấu phẩy) rồi khởi động lại.`,
    );
  const masterOf = new Map(inUse.map(({ version }) => [version, given.get(version) as Buffer]));
  const first = known.find(({ hashRoot }) => hashRoot === null);
  const root = first && given.get(first.version);
  if (root) return { masters: masterOf, root };
  const newest = inUse.findLast(({ hashRoot }) => hashRoot !== null);
  if (!newest?.hashRoot) throw wrong();
  return { masters: masterOf, root: await new LocalKeyVault(masterOf).unwrap(newest.hashRoot, AAD_ROOT) };
}

/**
 * Opens the vault and refuses a key other than the one the data was sealed with. With `lookEveryMs` it goes over to a rotated
 * key by itself where it has been given it.
 * @throws AppError `IDENTITY.KEY_WRONG`, `KEY_RETIRED`, `KEY_MISSING`.
 */
export async function openKeyVault(options: OpenKeyOptions): Promise<LocalKeyVault> {
  const { masterKey, dataDir, checks, lookEveryMs = 0 } = options;
  const configured = masterKey === undefined || Buffer.isBuffer(masterKey) ? masterKey && [masterKey] : masterKey;
  const masters = async (): Promise<readonly Buffer[]> => configured ?? keysFromFile(dataDir);
  const vault = await openWith(await masters(), checks);
  if (lookEveryMs > 0) follow(vault, lookEveryMs, async () => ringOf(await masters(), await checks.known()), checks);
  return vault;
}

async function openWith(masters: readonly Buffer[], checks: OpenKeyOptions['checks']): Promise<LocalKeyVault> {
  if (masters.some((key) => key.length !== KEY_BYTES)) return new LocalKeyVault(Buffer.alloc(0)); // says what is wrong
  const known = await checks.known();
  if (known.length > 0) {
    const { masters: byVersion, root } = await ringOf(masters, known);
    return new LocalKeyVault(byVersion, root);
  }
  const [first] = masters;
  if (!first) throw wrong();
  const kept = (await checks.read()) ?? (await checks.keep(checkOf(first)));
  const master = masters.find((key) => same(checkOf(key), kept));
  if (!master) throw wrong();
  return new LocalKeyVault(master);
}

/** Looks in the background; a process that was not given the new key stops sealing and says why, and still opens the old. */
function follow(
  vault: LocalKeyVault,
  everyMs: number,
  load: () => Promise<Ring>,
  checks: OpenKeyOptions['checks'],
): void {
  let seen = '';
  const look = async (): Promise<void> => {
    const known = await checks.known();
    const now = known.map(({ version, retired }) => `${version}${retired ? '-' : ''}`).join();
    if (now === seen) return;
    try {
      vault.take(await load());
      seen = now;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      vault.stopWrapping(error);
    }
  };
  const timer = setInterval(() => {
    look().catch((error: unknown) => {
      // The pool has ended with its process; anything else is tried again.
      if (/after calling end/.test((error as Error).message)) clearInterval(timer);
    });
  }, everyMs);
  timer.unref();
}
