import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';

export const useCaseFile = (id: string) =>
  useQuery({
    queryKey: ['case-file', id],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}', { params: { path: { id } } })),
    placeholderData: undefined,
  });

export const useTimeline = (id: string) =>
  useQuery({
    queryKey: ['timeline', id],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/timeline', { params: { path: { id } } })),
  });

export const useAvailable = (id: string, rev: number) =>
  useQuery({
    queryKey: ['available', id, rev],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/events/available', { params: { path: { id } } })),
    placeholderData: (previous) => previous,
  });

export const useNotes = (id: string) =>
  useQuery({
    queryKey: ['notes', id],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/notes', { params: { path: { id } } })),
  });

export const usePeople = (id: string) =>
  useQuery({
    queryKey: ['people', id],
    queryFn: () => ok(api.GET('/api/v1/case-files/{id}/people', { params: { path: { id } } })),
  });

export const usePetition = (petitionId: string) =>
  useQuery({
    queryKey: ['petition', petitionId],
    queryFn: () => ok(api.GET('/api/v1/petitions/{id}', { params: { path: { id: petitionId } } })),
  });

export function useRefreshCase(id: string): () => Promise<void> {
  const client = useQueryClient();
  return async () => {
    await Promise.all(
      [
        ['case-file', id],
        ['timeline', id],
        ['available', id],
        ['deadlines', id],
        ['documents', id],
        ['advice', id],
        ['file-index', id],
        ['people', id],
      ].map((queryKey) => client.invalidateQueries({ queryKey })),
    );
    void client.invalidateQueries({ queryKey: ['petitions'] });
    void client.invalidateQueries({ queryKey: ['board'] });
    void client.invalidateQueries({ queryKey: ['my-work'] });
    void client.invalidateQueries({ queryKey: ['waiting-papers'] });
  };
}
