import { canKeep, drop, forgetPerson, fromBytes, keep, take, toBytes } from '../offline/browser-store.js';

/**
 * The petition that is being typed, kept in this browser under the account that types it, sealed, and gone once registered or signed
 * out. A denunciation, or a paper that may hold one, is never written to the browser's disk (domain rule on secrecy): the caller asks
 * `mayHoldDenunciation` first. Read from the disk once, at sign-in; from then on the copy in memory answers.
 */
export interface StoredDraft<T> {
  readonly savedAt: number;
  readonly values: T;
}
const DAY_MS = 86_400_000;
const idOf = (userId: number) => `petition-${userId}`;
const memory = new Map<number, StoredDraft<unknown>>();
/** Saving and forgetting follow one another: what is forgotten must not come back with a save that was on its way. */
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work, work);
  last = mine.catch(() => undefined);
  return mine;
};

export async function openDrafts(userId: number): Promise<void> {
  if (!canKeep()) return;
  const found = await take('drafts', userId, idOf(userId)).catch(() => null);
  if (!found) return;
  if (Date.now() - found.savedAt < 3 * DAY_MS)
    memory.set(userId, { savedAt: found.savedAt, values: fromBytes(found.bytes) });
  else forgetDrafts(userId);
}

/** When it was saved, or null where the browser keeps nothing: the form then says so. */
export async function saveDraft<T>(userId: number, values: T): Promise<number | null> {
  const savedAt = Date.now();
  memory.set(userId, { savedAt, values });
  if (!canKeep()) return null;
  return inTurn(() => keep('drafts', { id: idOf(userId), userId, savedAt }, toBytes(values))).then(
    () => savedAt,
    () => null,
  );
}

export const readDraft = <T>(userId: number): StoredDraft<T> | null =>
  (memory.get(userId) as StoredDraft<T> | undefined) ?? null;

export const hasDraft = (userId: number): boolean => memory.has(userId);

export function forgetDrafts(userId: number): void {
  memory.delete(userId);
  if (canKeep()) void inTurn(() => drop('drafts', idOf(userId))).catch(() => undefined);
}

/** Sign-out: everything of this person leaves the browser, with the key. */
export async function forgetEverything(userId: number): Promise<void> {
  memory.delete(userId);
  if (canKeep()) await inTurn(() => forgetPerson(userId)).catch(() => undefined);
}
