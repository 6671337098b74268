import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import type { Dto } from '../api/types.js';
import { joinLive, type LiveMessage } from './live-feed.js';

export type WorkProgress = Dto<'WorkProgress'>;
export const WORKS_KEY = ['live-works'] as const;

let up = false;
const watchers = new Set<() => void>();
const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** True while the server tells by itself; false: ask every now and then. */
export const useLiveUp = (): boolean => useSyncExternalStore(watch, () => up);

/** Once, in the shell: what the server tells goes where the screens read it. */
export function useLive(userId: number | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (userId === undefined) return;
    const leave = joinLive(userId, (message) => take(client, message));
    return () => {
      leave();
      turn(false);
    };
  }, [userId, client]);
}

function turn(now: boolean): void {
  up = now;
  watchers.forEach((watcher) => watcher());
}

function take(client: QueryClient, { event, data }: LiveMessage): void {
  if (event === 'up' || event === 'down') turn(event === 'up');
  if (event === 'progress') keep(client, data as WorkProgress);
  if (event === 'ready' || event === 'reset') void client.invalidateQueries({ queryKey: WORKS_KEY });
  if (event === 'inbox' || event === 'reset') {
    void client.invalidateQueries({ queryKey: ['inbox'] });
    void client.invalidateQueries({ queryKey: ['me'] });
  }
}

/** An answer that was on its way may be older than what has been told since. */
function keep(client: QueryClient, told: WorkProgress): void {
  client.setQueryData<{ items: WorkProgress[] }>(WORKS_KEY, (known) => {
    const others = (known?.items ?? []).filter(({ id }) => id !== told.id);
    const same = known?.items.find(({ id }) => id === told.id);
    return { items: [...others, same && same.at > told.at ? same : told] };
  });
}
