import type { PartialFiles } from '#libs/files';
import type { PostgresLive, PostgresUploads } from '#libs/persistence';
import { log } from './log.js';

export interface Leftovers {
  readonly live: Pick<PostgresLive, 'forget'>;
  readonly uploads: Pick<PostgresUploads, 'known' | 'forget'>;
  readonly files: Pick<PartialFiles, 'ids' | 'lastUsedAt' | 'remove'>;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Drops what open pages have long heard, uploads whose last byte came more than a day ago, and files whose upload nobody knows.
 * A finished upload leaves no file; its row answers a repeated finish for a day.
 */
export async function forgetLeftovers({ live, uploads, files }: Leftovers): Promise<void> {
  await live.forget();
  const known = new Map((await uploads.known()).map((row) => [row.id, row]));
  const isOld = async (id: string): Promise<boolean> => {
    const used = await files.lastUsedAt(id);
    return used === null || Date.now() - used.getTime() > DAY_MS;
  };
  let dropped = 0;
  for (const { id, old } of known.values()) {
    if (!old || !(await isOld(id))) continue;
    await files.remove(id);
    await uploads.forget(id);
    dropped++;
  }
  for (const id of await files.ids()) {
    if (known.has(id) || !(await isOld(id))) continue;
    await files.remove(id);
    dropped++;
  }
  if (dropped > 0) log('info', 'uploads-dropped', { uploads: dropped });
}
