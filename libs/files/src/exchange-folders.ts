import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  DocumentAxis,
  NationalPlatform,
  type AnsweredItem,
  type DeliveryReceipt,
  type Parcel,
  type PlatformAnswer,
  type UnreadableAnswer,
} from '#libs/interchange';

const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;
const MAX_ANSWER_BYTES = 16 * 1024 * 1024;

async function written(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
const there = async (path: string): Promise<boolean> => (await stat(path).catch(() => null)) !== null;
const listed = async (folder: string, ending: string): Promise<string[]> =>
  (await readdir(folder).catch(() => [])).filter((name) => name.endsWith(ending)).sort();

/** Where things of one kind go and come: `di` out, `den` in, `da-doc` what was taken in, `tu-choi` what was not. */
class Folders {
  constructor(readonly root: string) {}

  path(part: 'di' | 'den' | 'da-doc' | 'tu-choi', name = ''): string {
    return join(this.root, part, name);
  }

  /** A name is only moved; taken in, it may also be left out altogether. */
  async settle(name: string, how: 'taken' | 'refused', keep: boolean): Promise<void> {
    if (how === 'taken' && !keep) return rm(this.path('den', name), { force: true });
    const to = how === 'taken' ? 'da-doc' : 'tu-choi';
    await mkdir(this.path(to), { recursive: true });
    await rename(this.path('den', name), this.path(to, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

const READY = '.san-sang';
/** Names laid ready below a folder; what was being written when a process died is taken away. */
async function readyIn(folder: string): Promise<string[]> {
  return (await listed(folder, READY)).map((name) => name.slice(0, -READY.length)).filter((id) => UUID.test(id));
}
/** Drafts of this id that nobody finishes any more: who writes now has the row locked. */
async function clearDrafts(folder: string, id: string): Promise<void> {
  const drafts = (await listed(folder, '.part')).filter((name) => name.startsWith(id));
  await Promise.all(drafts.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
/** A name stands after a power cut only when its folder was written too. */
async function settled(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
const gone = (error: NodeJS.ErrnoException): boolean => error.code === 'ENOENT';

interface Manifest {
  readonly packageId: string;
  readonly items: DeliveryReceipt['items'];
}

/**
 * The national platform by folder: each package is a folder that is laid ready whole (`di/<id>.san-sang/`, with `manifest.json`
 * beside its files) and becomes `di/<id>/` when the book has it, by one rename: carried off or not, it comes once. Answers are
 * JSON files in `den/`. Nothing is sent anywhere; whoever carries the files is outside.
 */
export class FolderPlatform extends NationalPlatform {
  private readonly folders: Folders;

  constructor(root: string) {
    super();
    this.folders = new Folders(root);
  }

  override async deliver({ packageId, agencyCode, mapping, items, files }: Parcel): Promise<DeliveryReceipt> {
    if (!UUID.test(packageId)) throw new RangeError('Not a package id');
    const folder = this.folders.path('di');
    const ready = join(folder, `${packageId}${READY}`);
    if (!(await there(ready))) {
      await clearDrafts(folder, packageId);
      const draft = `${join(folder, packageId)}.${randomBytes(6).toString('hex')}.part`;
      await mkdir(draft, { recursive: true, mode: 0o700 });
      const sums = files.map(({ name, bytes }) => ({ name, bytes: bytes.length, sha256: sha256(bytes) }));
      const manifest = { packageId, agencyCode, mapping, files: sums, items };
      for (const { name, bytes } of files) await written(join(draft, name), bytes);
      await written(join(draft, 'manifest.json'), Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`, 'utf8'));
      await rename(draft, ready);
      await settled(folder);
    }
    const bytes = await readFile(join(ready, 'manifest.json'));
    return { items: (JSON.parse(bytes.toString('utf8')) as Manifest).items, manifestHash: sha256(bytes) };
  }

  override async release(packageId: string): Promise<void> {
    const place = this.folders.path('di', packageId);
    await rename(`${place}${READY}`, place).catch((error: NodeJS.ErrnoException) => {
      if (!gone(error)) throw error;
    });
  }

  override laidReady(): Promise<string[]> {
    return readyIn(this.folders.path('di'));
  }

  override async discard(packageId: string): Promise<void> {
    await clearDrafts(this.folders.path('di'), packageId);
    await rm(this.folders.path('di', `${packageId}${READY}`), { recursive: true, force: true });
  }

  override async answers(): Promise<{ read: PlatformAnswer[]; unreadable: UnreadableAnswer[] }> {
    const read: PlatformAnswer[] = [];
    const unreadable: UnreadableAnswer[] = [];
    for (const key of await listed(this.folders.path('den'), '.json')) {
      const bytes = await readFile(this.folders.path('den', key));
      const answer = bytes.length > MAX_ANSWER_BYTES ? null : answerIn(key, bytes.toString('utf8'));
      if (answer) read.push(answer);
      else unreadable.push({ key, hash: sha256(bytes) });
    }
    return { read, unreadable };
  }

  override settle(key: string, how: 'taken' | 'refused'): Promise<void> {
    return this.folders.settle(key, how, true);
  }
}

interface RawAnswer {
  readonly packageId?: unknown;
  readonly items?: unknown;
}

/** `{packageId, items: [{id, kind, hash, outcome, error?}]}`; null where it is anything else. */
export function answerIn(key: string, text: string): PlatformAnswer | null {
  try {
    const { packageId, items } = JSON.parse(text) as RawAnswer;
    if (typeof packageId !== 'string' || !UUID.test(packageId) || !Array.isArray(items)) return null;
    const read = items.map(itemOf);
    return read.every((item) => item !== null) ? { key, packageId, items: read } : null;
  } catch {
    return null;
  }
}
function itemOf(raw: unknown): AnsweredItem | null {
  const { id, kind, hash, outcome, error } = (raw ?? {}) as Record<string, unknown>;
  if (typeof id !== 'string' || !UUID.test(id) || typeof hash !== 'string' || !HASH.test(hash)) return null;
  if ((kind !== 'case' && kind !== 'reception') || (outcome !== 'accepted' && outcome !== 'rejected')) return null;
  // A code, never a sentence: what another system writes may hold anything.
  const code = typeof error === 'string' && /^[\w.-]{1,40}$/.test(error) ? error : null;
  return { id, kind, hash, outcome, error: outcome === 'rejected' ? (code ?? 'UNSAID') : null };
}

/**
 * The axis by folder: `di/<id>.edxml` out, laid ready as `di/<id>.san-sang` until the book has it; `den/*.edxml` in. A message
 * taken in is gone: what it holds is sealed in the database.
 */
export class FolderAxis extends DocumentAxis {
  private readonly folders: Folders;

  constructor(root: string) {
    super();
    this.folders = new Folders(root);
  }

  override async prepare(id: string, bytes: Buffer): Promise<void> {
    if (!UUID.test(id)) throw new RangeError('Not a message id');
    const folder = this.folders.path('di');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await clearDrafts(folder, id);
    const draft = `${join(folder, id)}.${randomBytes(6).toString('hex')}.part`;
    await written(draft, bytes);
    await rename(draft, join(folder, `${id}${READY}`));
    await settled(folder);
  }

  override async release(id: string): Promise<void> {
    const place = this.folders.path('di', id);
    await rename(`${place}${READY}`, `${place}.edxml`).catch((error: NodeJS.ErrnoException) => {
      if (!gone(error)) throw error;
    });
  }

  override laidReady(): Promise<string[]> {
    return readyIn(this.folders.path('di'));
  }

  override async discard(id: string): Promise<void> {
    await clearDrafts(this.folders.path('di'), id);
    await rm(this.folders.path('di', `${id}${READY}`), { force: true });
  }

  override arrived(): Promise<string[]> {
    return listed(this.folders.path('den'), '.edxml');
  }

  override read(key: string): Promise<Buffer> {
    return readFile(this.folders.path('den', key));
  }

  override settle(key: string, how: 'taken' | 'refused'): Promise<void> {
    return this.folders.settle(key, how, false);
  }
}

/** Where both lie below the data. */
export const exchangeFolders = (dataDir: string) => ({
  platform: new FolderPlatform(join(dataDir, 'lien-thong', 'csdl-quoc-gia')),
  axis: new FolderAxis(join(dataDir, 'lien-thong', 'truc')),
});
