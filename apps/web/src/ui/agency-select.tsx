import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { api, ok } from '../api/client.js';
import { CLEARS, fold } from './text.js';

export const useAgencies = () =>
  useQuery({ queryKey: ['agencies'], queryFn: () => ok(api.GET('/api/v1/agencies')), staleTime: 600_000 });

export function AgencySelect({
  value,
  onChange,
  id,
}: {
  value: string | undefined;
  onChange: (code: string | undefined) => void;
  id?: string;
}) {
  const agencies = useAgencies();
  const items = agencies.data?.items ?? [];
  if (items.length < 2) return null;
  return (
    <Select
      {...(id ? { id } : {})}
      aria-label="Cơ quan"
      value={value ?? null}
      onChange={(code: string | null) => onChange(code ?? undefined)}
      allowClear={CLEARS}
      placeholder="Mọi cơ quan"
      style={{ width: 180 }}
      popupMatchSelectWidth={320}
      showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
      options={items.map((agency) => ({ value: agency.code, label: agency.name }))}
    />
  );
}
