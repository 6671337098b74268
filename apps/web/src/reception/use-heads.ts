import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { useUser } from '../sign-in/session.js';

const HEADS = ['chairman', 'provinceChairman'];

/** Who receives in person for the signed-in person's own agency. */
export function useHeads() {
  const user = useUser();
  const users = useQuery({ queryKey: ['users'], queryFn: () => ok(api.GET('/api/v1/users')), staleTime: 60_000 });
  return (users.data?.items ?? []).filter(
    ({ agencyCode, roles }) => agencyCode === user.agency.code && roles.some((role) => HEADS.includes(role)),
  );
}
