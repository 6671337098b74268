import { useQuery } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { api, ok } from '../api/client.js';
import { useLiveUp, WORKS_KEY, type WorkProgress } from './use-live.js';

export const isOver = (progress: WorkProgress): boolean => ['done', 'stopped', 'failed'].includes(progress.state);

/**
 * How far a long piece of work has come: told by the server, asked for where it cannot tell. Survives a refresh of the page, since
 * the work is the server's. `onOver` is called once when it ends.
 *
 * ```tsx
 * const progress = useProgress('calendar', publication.id, () => void query.refetch());
 * return progress && <ProgressBar progress={progress} />;
 * ```
 */
export function useProgress(
  work: 'import' | 'calendar' | (string & {}),
  id: string | undefined,
  onOver?: () => void,
): WorkProgress | undefined {
  const up = useLiveUp();
  const mine = (items: readonly WorkProgress[] | undefined) =>
    items?.find((item) => item.work === work && item.id === id);
  const works = useQuery({
    queryKey: WORKS_KEY,
    queryFn: () => ok(api.GET('/api/v1/live/works')),
    enabled: id !== undefined,
    refetchInterval: ({ state }) => {
      const known = mine(state.data?.items);
      if (known && isOver(known)) return false;
      return up ? 15_000 : 1_000;
    },
  });
  const progress = mine(works.data?.items);
  const over = progress !== undefined && isOver(progress);
  const ended = useRef(onOver);
  ended.current = onOver;
  useEffect(() => {
    if (over) ended.current?.();
  }, [over, id]);
  return progress;
}
