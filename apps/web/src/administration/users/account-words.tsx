import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Status } from '../../ui/status.js';

export const useRoles = () =>
  useQuery({
    queryKey: ['role-guide'],
    queryFn: () => ok(api.GET('/api/v1/administration/roles')),
    staleTime: Infinity,
  });

export const STATE_FILTER = [
  ['active', 'đang dùng'],
  ['waiting', 'chờ đổi mật khẩu lần đầu'],
  ['locked', 'tạm khóa vì nhập sai mật khẩu'],
  ['inactive', 'đã khóa'],
] as const;

export function RoleNames({ roles }: { roles: readonly string[] }) {
  const guide = useRoles().data?.items ?? [];
  return <>{roles.map((role) => guide.find((one) => one.role === role)?.title ?? '…').join('; ')}</>;
}

export function AccountStatus({ account }: { account: Dto<'Account'> }) {
  if (account.state === 'inactive') return <Status tone="none">Đã khóa</Status>;
  if (account.state === 'locked')
    return (
      <Status tone="late" title={`Đến ${instant(account.lockedUntil)}`}>
        Tạm khóa
      </Status>
    );
  if (account.state === 'waiting') return <Status tone="soon">Chờ đổi mật khẩu</Status>;
  return <Status tone="met">Đang dùng</Status>;
}
