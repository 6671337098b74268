import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';

interface Props {
  readonly id?: string;
  readonly value?: string;
  readonly shown?: string;
  readonly onPick?: (code: string | undefined, label: string | undefined) => void;
}

type Unit = Dto<'Unit'>;
const nameOf = (unit: Unit): string => (unit.provinceName ? `${unit.name}, ${unit.provinceName}` : unit.name);

/** Commune or ward by a few letters without diacritics; names that are no longer in force are found too, and say so. */
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
    queryFn: () => ok(api.GET('/api/v1/administrative-units', { params: { query: { q: asked, limit: 30 } } })),
    enabled: asked.length >= 2,
    staleTime: 600_000,
    placeholderData: (previous) => previous,
  });
  const options = (asked.length >= 2 ? (units.data?.items ?? []) : []).map((unit) => ({
    value: unit.code,
    label: nameOf(unit),
    unit,
  }));
  if (value && shown && !options.some((option) => option.value === value))
    options.unshift({ value, label: shown, unit: null as unknown as Unit });
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
        allowClear
        showSearch={{ filterOption: false, onSearch: setTyped }}
        placeholder="Gõ vài chữ, không cần dấu"
        style={{ width: '100%' }}
        popupMatchSelectWidth={320}
        options={options}
        notFoundContent={
          asked.length < 2 ? 'Gõ ít nhất hai chữ' : units.isFetching ? 'Đang tìm…' : 'Không có đơn vị nào tên như vậy'
        }
        optionRender={(option) => (
          <span>
            {option.label}
            {(option.data.unit as Unit | null)?.validTo && (
              <span className="muted small"> · tên cũ, đến {day(option.data.unit.validTo)}</span>
            )}
          </span>
        )}
        onChange={(code: string | null) => {
          const picked = options.find((option) => option.value === code);
          onPick?.(code ?? undefined, picked?.label);
        }}
      />
    </div>
  );
}
