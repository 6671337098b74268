import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import type { paths } from '../api/schema.js';

export const SCORE_FILTERS = ['from', 'to', 'knownOn', 'knownAt', 'agency'] as const;
export const LIST_FILTERS = [...SCORE_FILTERS, 'reach', 'leader'] as const;
export type ScoreFilters = Partial<Record<(typeof LIST_FILTERS)[number], string>>;

type Asked = NonNullable<paths['/api/v1/scorecards']['get']['parameters']['query']>;
type AskedList = NonNullable<paths['/api/v1/scorecards/{score}/rows']['get']['parameters']['query']>;

export const useScorecards = (filters: ScoreFilters) =>
  useQuery({
    queryKey: ['scorecards', filters],
    queryFn: () => ok(api.GET('/api/v1/scorecards', { params: { query: filters as Asked } })),
    placeholderData: (previous) => previous,
  });

export const scorePage = (score: string, filters: ScoreFilters, cursor: string, limit: number) =>
  ok(
    api.GET('/api/v1/scorecards/{score}/rows', {
      params: { path: { score }, query: { ...(filters as AskedList), limit, ...(cursor ? { cursor } : {}) } },
    }),
  );

export const useScoreList = (score: string, filters: ScoreFilters) =>
  useInfiniteQuery({
    queryKey: ['score-list', score, filters],
    queryFn: ({ pageParam }) => scorePage(score, filters, pageParam, 100),
    initialPageParam: '',
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

/** The page with the list behind a number; the instant goes along. */
export function scoreListPage(measure: string, filters: ScoreFilters): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value && name !== 'knownOn') search.set(name, value);
  return `/trach-nhiem/${measure}?${search.toString()}`;
}
