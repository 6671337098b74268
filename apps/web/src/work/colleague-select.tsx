import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { fold } from '../ui/text.js';

export const useColleagues = () =>
  useQuery({ queryKey: ['users'], queryFn: () => ok(api.GET('/api/v1/users')), staleTime: 60_000 });

interface Props {
  readonly id?: string;
  readonly value?: number;
  readonly onChange?: (id: number) => void;
  readonly placeholder?: string;
  readonly disabled?: boolean;
  readonly only?: (user: Dto<'UserRef'>) => boolean;
}

/** One person of the accounts this user sees, by name or title. */
export function ColleagueSelect({ only, placeholder = 'Chọn người', ...given }: Props) {
  const users = useColleagues();
  const people = (users.data?.items ?? []).filter((user) => only?.(user) ?? true);
  return (
    <Select
      {...given}
      placeholder={placeholder}
      loading={users.isPending}
      showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
      options={people.map((user) => ({
        value: user.id,
        label: `${user.fullName}${user.title ? `, ${user.title}` : ''}${user.absent ? ' (đang vắng)' : ''}`,
      }))}
    />
  );
}
