import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { pageOfList } from '../ui/api-link.js';

/** Where a board looks: an agency and what is below it, or the agency alone. */
export interface Place {
  readonly agency?: string;
  readonly reach?: 'own' | 'below';
}

const keep = { placeholderData: <T>(previous: T) => previous };

export const useSummary = (place: Place) =>
  useQuery({
    queryKey: ['board', 'summary', place],
    queryFn: () => ok(api.GET('/api/v1/boards/summary', { params: { query: place } })),
    ...keep,
  });
export const useAgeing = (place: Place) =>
  useQuery({
    queryKey: ['board', 'ageing', place],
    queryFn: () => ok(api.GET('/api/v1/boards/ageing', { params: { query: place } })),
    ...keep,
  });
export const useForecast = (place: Place, stepDays?: number) =>
  useQuery({
    queryKey: ['board', 'forecast', place, stepDays ?? null],
    queryFn: () =>
      ok(
        api.GET('/api/v1/boards/forecast', {
          params: { query: { ...place, ...(stepDays === undefined ? {} : { stepDays }) } },
        }),
      ),
    ...keep,
  });
export const useWorkload = (place: Place) =>
  useQuery({
    queryKey: ['board', 'workload', place],
    queryFn: () => ok(api.GET('/api/v1/boards/workload', { params: { query: place } })),
    ...keep,
  });
export const useFunnel = (place: Place, procedure: string | undefined) =>
  useQuery({
    queryKey: ['board', 'funnel', place, procedure ?? null],
    queryFn: () =>
      ok(
        api.GET('/api/v1/boards/funnel', {
          params: { query: { ...place, ...(procedure ? { procedure: procedure as 'complaint' } : {}) } },
        }),
      ),
    ...keep,
  });
export const useComingDays = (place: Place) =>
  useQuery({
    queryKey: ['board', 'coming-days', place],
    queryFn: () => ok(api.GET('/api/v1/boards/coming-days', { params: { query: place } })),
    ...keep,
  });
/** Papers that wait for this person: to sign, to approve, and own drafts to submit. */
export const useWaitingPapers = () =>
  useQuery({
    queryKey: ['documents', 'waiting'],
    queryFn: async () => (await ok(api.GET('/api/v1/documents/waiting'))).items,
  });

/** The page behind a number; the API names the list. */
export const pageOf = (list: string): string => pageOfList(list) ?? '/qua-han';
