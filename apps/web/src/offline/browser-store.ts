import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

/**
 * What this browser keeps for a signed-in officer: drafts, petitions that wait for the network, files on their way. Everything is
 * sealed with AES-GCM under a key that is made here, cannot be read out and is dropped at sign-out. A denunciation, or a paper that
 * may hold one, never comes here: see `mayHoldDenunciation`.
 */
export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly box: ArrayBuffer;
}
export interface SealedRow extends Sealed {
  readonly id: string;
  readonly userId: number;
  readonly savedAt: number;
}
export type Shelf = 'drafts' | 'outbox' | 'files' | 'uploads';

interface Schema extends DBSchema {
  keys: { key: number; value: { userId: number; key: CryptoKey } };
  drafts: { key: string; value: SealedRow; indexes: { user: number } };
  outbox: { key: string; value: SealedRow; indexes: { user: number } };
  files: { key: string; value: SealedRow; indexes: { user: number } };
  uploads: { key: string; value: SealedRow; indexes: { user: number } };
  plain: { key: string; value: unknown };
}
const SHELVES: readonly Shelf[] = ['drafts', 'outbox', 'files', 'uploads'];

/** Sealing needs a page that came over HTTPS or from this machine; elsewhere nothing is kept, and the screens say so. */
export const canKeep = (): boolean => 'indexedDB' in globalThis && globalThis.crypto?.subtle !== undefined;

let opened: Promise<IDBPDatabase<Schema>> | undefined;
const database = (): Promise<IDBPDatabase<Schema>> =>
  (opened ??= openDB<Schema>('nghe-dan', 2, {
    upgrade(db) {
      if (!db.objectStoreNames.contains('keys')) db.createObjectStore('keys', { keyPath: 'userId' });
      if (!db.objectStoreNames.contains('plain')) db.createObjectStore('plain');
      for (const shelf of SHELVES.filter((name) => !db.objectStoreNames.contains(name)))
        db.createObjectStore(shelf, { keyPath: 'id' }).createIndex('user', 'userId');
    },
    // A page of a newer version wants to change the shelves: this one lets go and opens again when it next needs them.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opened = undefined;
    },
    terminated: () => (opened = undefined),
  }).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));

async function keyOf(userId: number, make: boolean): Promise<CryptoKey | null> {
  const db = await database();
  const known = await db.get('keys', userId);
  if (known || !make) return known?.key ?? null;
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
  const tx = db.transaction('keys', 'readwrite');
  // Another tab may have been quicker; its key is then everybody's.
  const other = await tx.store.get(userId);
  if (!other) await tx.store.put({ userId, key });
  await tx.done;
  return other?.key ?? key;
}

const placeOf = (shelf: Shelf, userId: number, id: string) => new TextEncoder().encode(`${shelf}/${userId}/${id}`);

export async function keep(
  shelf: Shelf,
  row: { userId: number; id: string; savedAt: number },
  bytes: BufferSource,
): Promise<void> {
  const key = await keyOf(row.userId, true);
  if (!key) throw new Error('No key');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = placeOf(shelf, row.userId, row.id);
  const box = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  await (await database()).put(shelf, { ...row, iv, box });
}

/** The row opened, or null where it is gone or its key is. */
export async function take(
  shelf: Shelf,
  userId: number,
  id: string,
): Promise<{ savedAt: number; bytes: ArrayBuffer } | null> {
  const row = await (await database()).get(shelf, id);
  return row && row.userId === userId ? open(shelf, row) : null;
}

async function open(shelf: Shelf, row: SealedRow): Promise<{ savedAt: number; bytes: ArrayBuffer } | null> {
  const key = await keyOf(row.userId, false);
  if (!key) return null;
  const additionalData = placeOf(shelf, row.userId, row.id);
  const bytes = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv: row.iv, additionalData }, key, row.box)
    .catch(() => null);
  return bytes && { savedAt: row.savedAt, bytes };
}

export async function takeAll(
  shelf: Shelf,
  userId: number,
): Promise<{ id: string; savedAt: number; bytes: ArrayBuffer }[]> {
  const rows = await (await database()).getAllFromIndex(shelf, 'user', userId);
  const opened = await Promise.all(rows.map(async (row) => ({ id: row.id, found: await open(shelf, row) })));
  return opened.flatMap(({ id, found }) => (found ? [{ id, ...found }] : []));
}

export async function drop(shelf: Shelf, id: string): Promise<void> {
  await (await database()).delete(shelf, id);
}

/** Sign-out: the key goes first, so that whatever were left could not be opened. */
export async function forgetPerson(userId: number): Promise<void> {
  const db = await database();
  await db.delete('keys', userId);
  for (const shelf of SHELVES)
    for (const id of await db.getAllKeysFromIndex(shelf, 'user', userId)) await db.delete(shelf, id);
}

/**
 * Another officer has signed in. What earlier ones left goes, key and all; only petitions that were handed in and could not yet be
 * sent stay sealed until their officer comes back. Answers how many do.
 */
export async function forgetOthers(userId: number): Promise<number> {
  const db = await database();
  let waiting = 0;
  for (const other of (await db.getAllKeys('keys')).filter((id) => id !== userId)) {
    const left = await db.countFromIndex('outbox', 'user', other);
    if (left === 0) await forgetPerson(other);
    else for (const id of await db.getAllKeysFromIndex('drafts', 'user', other)) await db.delete('drafts', id);
    waiting += left;
  }
  return waiting;
}

/** Words that are nobody's secret: who was signed in last, and that a sign-out is still to be told to the server. */
export const plain = {
  get: async <T>(name: string): Promise<T | undefined> =>
    (await (await database()).get('plain', name)) as T | undefined,
  set: async (name: string, value: unknown): Promise<void> => void (await (await database()).put('plain', value, name)),
  drop: async (name: string): Promise<void> => (await database()).delete('plain', name),
};

export const toBytes = (value: unknown): Uint8Array<ArrayBuffer> => new TextEncoder().encode(JSON.stringify(value));
export const fromBytes = <T>(bytes: ArrayBuffer): T => JSON.parse(new TextDecoder().decode(bytes)) as T;
