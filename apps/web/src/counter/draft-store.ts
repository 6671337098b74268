/**
 * Drafts live in this browser only, under the account that typed them, and are gone once registered or signed out.
 * A denunciation, or a paper that may hold one, is never written to the browser's disk (domain rule on secrecy).
 */
export interface StoredDraft<T> {
  readonly savedAt: number;
  readonly values: T;
}
const PREFIX = 'nghe-dan.draft.';
const DAY_MS = 86_400_000;
const keyOf = (userId: number) => `${PREFIX}${userId}`;

export function saveDraft<T>(userId: number, values: T): number | null {
  const savedAt = Date.now();
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify({ savedAt, values }));
    return savedAt;
  } catch {
    return null; // a full or forbidden storage: the form says that nothing is kept
  }
}

export function readDraft<T>(userId: number): StoredDraft<T> | null {
  try {
    const text = localStorage.getItem(keyOf(userId));
    if (!text) return null;
    const draft = JSON.parse(text) as StoredDraft<T>;
    if (Date.now() - draft.savedAt < 3 * DAY_MS) return draft;
    localStorage.removeItem(keyOf(userId));
    return null;
  } catch {
    return null;
  }
}

export const hasDraft = (userId: number): boolean => readDraft(userId) !== null;
export function forgetDrafts(userId: number): void {
  try {
    localStorage.removeItem(keyOf(userId));
  } catch {
    // nothing was kept
  }
}
