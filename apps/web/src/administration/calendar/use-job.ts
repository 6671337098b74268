import { useEffect, useRef } from 'react';
import type { WorkProgress } from '../../live/use-live.js';
import { isOver, useProgress } from '../../live/use-progress.js';

const AGAIN_MS = 3_000;

/**
 * Follows the recalculation of a publication as the server tells of it; asks every few seconds only where the server does not tell
 * this person. `refetch` is called whenever it has come further.
 */
export function useJob(id: string | undefined, refetch: () => void): WorkProgress | undefined {
  const again = useRef(refetch);
  again.current = refetch;
  const progress = useProgress('calendar', id, () => again.current());
  const told = id !== undefined && progress !== undefined && !isOver(progress);
  const done = progress?.done;
  useEffect(() => {
    if (told) again.current();
  }, [told, done]);
  useEffect(() => {
    if (id === undefined || told) return;
    const timer = setInterval(() => again.current(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [id, told]);
  return told ? progress : undefined;
}
