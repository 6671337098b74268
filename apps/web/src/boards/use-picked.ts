import { useMemo, useState } from 'react';

/** Files or papers picked in a list. */
export interface Picked {
  readonly ids: readonly string[];
  readonly has: (id: string) => boolean;
  readonly set: (ids: readonly string[], on: boolean) => void;
  readonly clear: () => void;
}

export function usePicked(): Picked {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  return useMemo(
    () => ({
      ids: [...ids],
      has: (id: string) => ids.has(id),
      set: (changed: readonly string[], on: boolean) =>
        setIds((now) => {
          const next = new Set(now);
          for (const id of changed) {
            if (on) next.add(id);
            else next.delete(id);
          }
          return next;
        }),
      clear: () => setIds(new Set()),
    }),
    [ids],
  );
}
