import { useQuery } from '@tanstack/react-query';
import { api, ok } from '../api/client.js';
import { unitName } from './unit-picker.js';

/** What a unit is called today; its code until that is known. */
export function useUnitName(code: string | null | undefined): string | undefined {
  const units = useQuery({
    queryKey: ['unit', code],
    queryFn: () =>
      ok(api.GET('/api/v1/administrative-units', { params: { query: { province: code ?? '', limit: 1 } } })),
    enabled: Boolean(code),
    staleTime: 600_000,
  });
  const unit = units.data?.items.find((one) => one.code === code);
  return unit ? unitName(unit) : (code ?? undefined);
}
