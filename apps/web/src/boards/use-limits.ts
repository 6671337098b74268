import { useInfiniteQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';

export const LIMIT_FILTERS = ['agency', 'reach', 'procedure', 'scope', 'dueFrom', 'dueTo', 'assignee'] as const;
export type LimitFilters = Partial<Record<(typeof LIMIT_FILTERS)[number] | 'stepDays', string>>;

/** Limits as the list of a board shows them, page by page. */
export const useLimits = (filters: LimitFilters) =>
  useInfiniteQuery({
    queryKey: ['board', 'limits', filters],
    queryFn: ({ pageParam }) =>
      ok(
        api.GET('/api/v1/boards/overdue', {
          params: { query: { ...(filters as object), limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepShown,
  });
