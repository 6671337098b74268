import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { api, ok } from '../api/client.js';

/** What the server keeps for one person about the screens (`/me/settings`). */
export type SettingKey = 'views' | 'theme' | 'tour' | 'receipt' | 'columns';

const KEY = ['settings'];

/** The person's choice, or `fallback` while none is known; the choice shows at once and is kept by the server. */
export function useSetting<T>(key: SettingKey, fallback: T): [T, (value: T) => void, boolean] {
  const client = useQueryClient();
  const all = useQuery({
    queryKey: KEY,
    queryFn: () => ok(api.GET('/api/v1/me/settings')),
    staleTime: Infinity,
  });
  const { mutate } = useMutation({
    mutationFn: (value: T) =>
      ok(api.PUT('/api/v1/me/settings/{key}', { params: { path: { key } }, body: { value: value as never } })),
    onMutate: (value) => {
      client.setQueryData<typeof all.data>(KEY, (known) => ({
        items: [...(known?.items ?? []).filter((item) => item.key !== key), { key, value: value as never }],
      }));
    },
    onError: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const found = all.data?.items.find((item) => item.key === key);
  const set = useCallback((value: T) => mutate(value), [mutate]);
  return [found === undefined ? fallback : (found.value as T), set, all.isSuccess];
}
