import { useSearchParams } from 'react-router';

/**
 * The address as it stands now. A page that is drawn slowly still shows the one before; a second choice made meanwhile must change
 * what the first has chosen, not undo it.
 */
export const addressNow = (): URLSearchParams => new URLSearchParams(window.location.search);

/** Filters live in the address, so that a list can be kept, sent and walked back to. */
export function useFilters<K extends string>(
  names: readonly K[],
): [Partial<Record<K, string>>, (change: Partial<Record<K, string | undefined>>) => void] {
  const [params, setParams] = useSearchParams();
  const filters: Partial<Record<K, string>> = {};
  for (const name of names) {
    const value = params.get(name);
    if (value) filters[name] = value;
  }
  const change = (next: Partial<Record<K, string | undefined>>) =>
    setParams(
      () => {
        const changed = addressNow();
        for (const [name, value] of Object.entries<string | undefined>(next)) {
          if (value) changed.set(name, value);
          else changed.delete(name);
        }
        return changed;
      },
      { replace: true },
    );
  return [filters, change];
}
