import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { CLEARS } from '../ui/text.js';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly shown?: string;
  readonly onPick?: (code: string | undefined, label: string | undefined) => void;
}

type Unit = Dto<'Unit'>;
const RANK: Record<string, string> = { commune: 'Xã', ward: 'Phường', special_zone: 'Đặc khu', province: 'Tỉnh' };
const named = ({ type, name }: Pick<Unit, 'type' | 'name'>): string => `${RANK[type] ?? 'Thành phố'} ${name}`;
export const unitName = (unit: Unit): string =>
  unit.provinceName ? `${named(unit)}, ${unit.provinceName}` : named(unit);
/** What the petition is kept under: the unit as it is today. */
function nowOf(unit: Unit): { readonly code: string; readonly label: string } {
  const now = unit.became[0];
  return { code: now?.code ?? unit.code, label: unitName(now ? { ...unit, ...now } : unit) };
}

const NOTHING_FOUND =
  'Không có tên này từ 01/07/2025. Xã, huyện cũ trước ngày đó: giữ nguyên ở ô địa chỉ, ở đây chọn xã, phường hiện nay.';

/** Commune or ward by a few letters without diacritics; a name or rank that has ended is found too, and says what it is now. */
export function UnitPicker({ id, value, shown, onPick }: Props) {
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const composing = useRef(false);
  useEffect(() => {
    const timer = setTimeout(() => !composing.current && setAsked(typed.trim()), 200);
    return () => clearTimeout(timer);
  }, [typed]);
  const units = useQuery({
    queryKey: ['units', asked],
    queryFn: () =>
      ok(api.GET('/api/v1/administrative-units', { params: { query: { q: asked, limit: 30, past: 'with' } } })),
    enabled: asked.length >= 2,
    staleTime: 600_000,
    placeholderData: (previous) => previous,
  });
  const options = (asked.length >= 2 ? (units.data?.items ?? []) : []).map((unit) => ({
    value: unit.became.length > 0 ? `${unit.code} ${unit.validFrom}` : unit.code,
    label: unitName(unit),
    unit: unit as Unit | null,
  }));
  if (value && shown && !options.some((option) => option.value === value))
    options.unshift({ value, label: shown, unit: null });
  return (
    <div
      onCompositionStart={() => (composing.current = true)}
      onCompositionEnd={() => {
        composing.current = false;
        setAsked(typed.trim());
      }}
    >
      <Select
        {...(id ? { id } : {})}
        value={value ?? null}
        allowClear={CLEARS}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder="Gõ vài chữ, không cần dấu"
        style={{ width: '100%' }}
        popupMatchSelectWidth={360}
        options={options}
        notFoundContent={asked.length < 2 ? 'Gõ ít nhất hai chữ' : units.isFetching ? 'Đang tìm…' : NOTHING_FOUND}
        optionRender={({ data, label }) => (
          <span className="unit-option">
            {label}
            {data.unit?.validTo && data.unit.became.length > 0 && (
              <span className="muted small">
                tên, cấp cũ đến {day(data.unit.validTo)}; nay là {nowOf(data.unit).label}
              </span>
            )}
          </span>
        )}
        onChange={(picked: string | null) => {
          const unit = options.find((option) => option.value === picked)?.unit;
          const now = unit ? nowOf(unit) : null;
          onPick?.(now?.code, now?.label);
        }}
      />
    </div>
  );
}
