import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';

export const useReleases = () =>
  useQuery({
    queryKey: ['releases'],
    queryFn: () => ok(api.GET('/api/v1/identity-releases')),
    refetchInterval: 30_000,
  });

export function useRefreshReleases(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['releases'] });
}
