import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import type { paths } from '../api/schema.js';
import type { FigureFilters } from './figure-link.js';

type Asked = NonNullable<paths['/api/v1/reports/figures']['get']['parameters']['query']>;

export const useFigures = (filters: FigureFilters) =>
  useQuery({
    queryKey: ['figures', filters],
    queryFn: () => ok(api.GET('/api/v1/reports/figures', { params: { query: filters as Asked } })),
    placeholderData: (previous) => previous,
  });

export const useProtectedFigures = (year: number | undefined) =>
  useQuery({
    queryKey: ['protected-figures', year ?? 0],
    queryFn: () =>
      ok(api.GET('/api/v1/reports/protected-figures', { params: { query: year === undefined ? {} : { year } } })),
  });
