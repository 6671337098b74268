import { useSyncExternalStore } from 'react';

/**
 * Whether the server can be reached, as the page's own requests find it: a cable that is in says nothing about the server. While it
 * cannot, the page asks now and then.
 */
let online = true;
let probe: ReturnType<typeof setInterval> | undefined;
const watchers = new Set<(online: boolean) => void>();
const PROBE_MS = 2_000;

export const isOnline = (): boolean => online;
export function onConnection(watcher: (online: boolean) => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
export const useOnline = (): boolean => useSyncExternalStore(onConnection, isOnline);

function turn(now: boolean): void {
  if (now === online) return;
  online = now;
  clearInterval(probe);
  if (!now) probe = setInterval(() => void ask(), PROBE_MS);
  watchers.forEach((watcher) => watcher(now));
}

const ask = (): Promise<void> =>
  fetch('/livez', { cache: 'no-store' }).then(
    ({ ok }) => ok && turn(true),
    () => undefined,
  ) as Promise<void>;

/** `fetch` of the whole page: every answer, good or bad, proves the connection; a failure that nobody asked for breaks it. */
export async function watchedFetch(request: Request): Promise<Response> {
  try {
    const answer = await fetch(request);
    // A proxy in front of a stopped server answers for it.
    turn(![502, 503, 504].includes(answer.status));
    return answer;
  } catch (error) {
    if ((error as Error).name !== 'AbortError') turn(false);
    throw error;
  }
}

window.addEventListener('offline', () => turn(false));
window.addEventListener('online', () => void ask());
