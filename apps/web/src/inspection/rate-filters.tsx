import { Button, Select } from 'antd';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { DayField } from '../ui/day-field.js';
import { FIELDS, PROCEDURE } from '../ui/labels.js';
import type { FigureFilters } from './figure-link.js';
import { CLEARS } from '../ui/text.js';

const PROCEDURES = ['petition-handling', 'complaint', 'disciplinary-complaint', 'denunciation'] as const;

export function RateFilters({
  filters,
  change,
  data,
}: {
  filters: FigureFilters;
  change: (next: FigureFilters & Record<string, string | undefined>) => void;
  data: Dto<'Figures'> | undefined;
}) {
  const periods = data?.periods ?? [];
  const chosen = filters.from
    ? periods.find((period) => period.from === filters.from && period.to === filters.to)
    : periods[0];
  const narrowed = Object.values(filters).some(Boolean);
  return (
    <div className="row rate-filters filters">
      <Select
        aria-label="Kỳ báo cáo"
        style={{ width: 190 }}
        value={chosen?.key ?? 'own'}
        options={[
          ...periods.map(({ key, title }) => ({ value: key, label: title })),
          { value: 'own', label: 'Kỳ tự chọn' },
        ]}
        onChange={(key: string) => {
          const period = periods.find((one) => one.key === key);
          change({
            from: period?.from ?? data?.from,
            to: period?.to ?? data?.to,
            knownAt: undefined,
          });
        }}
      />
      <DayField
        label="Từ ngày"
        value={filters.from ?? data?.from}
        onChange={(from) => change({ from, to: filters.to ?? data?.to })}
      />
      <DayField
        label="Đến ngày"
        value={filters.to ?? data?.to}
        onChange={(to) => change({ to, from: filters.from ?? data?.from })}
      />
      <DayField
        label="Biết đến hết ngày"
        value={filters.knownOn ?? filters.knownAt?.slice(0, 10)}
        onChange={(knownOn) => change({ knownOn, knownAt: undefined })}
      />
      <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
      <Select
        aria-label="Lĩnh vực"
        allowClear={CLEARS}
        placeholder="Mọi lĩnh vực"
        style={{ width: 170 }}
        popupMatchSelectWidth={260}
        value={filters.field ?? null}
        options={fieldsOf(data).map((field) => ({ value: field.key, label: field.name }))}
        onChange={(field: string | null) => change({ field: field ?? undefined })}
      />
      <Select
        aria-label="Quy trình"
        allowClear={CLEARS}
        placeholder="Khiếu nại, tố cáo"
        style={{ width: 200 }}
        popupMatchSelectWidth={260}
        value={filters.procedure ?? null}
        options={PROCEDURES.map((value) => ({ value, label: PROCEDURE[value] }))}
        onChange={(procedure: string | null) => change({ procedure: procedure ?? undefined })}
      />
      <Select
        aria-label="Người giải quyết"
        allowClear={CLEARS}
        placeholder="Mọi người giải quyết"
        style={{ width: 190 }}
        popupMatchSelectWidth={260}
        value={filters.leader ?? null}
        options={(data?.byLeader ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(leader: string | null) => change({ leader: leader ?? undefined })}
      />
      {narrowed && (
        <Button
          onClick={() =>
            change(Object.fromEntries(Object.keys(filters).map((name) => [name, undefined])) as FigureFilters)
          }
        >
          Bỏ lọc
        </Button>
      )}
    </div>
  );
}

/** Those that occur, then those that the counter offers. */
function fieldsOf(data: Dto<'Figures'> | undefined): { key: string; name: string }[] {
  const found = (data?.byField ?? []).map(({ key, name }) => ({ key, name }));
  const others = FIELDS.filter((field) => !found.some(({ key }) => key === field));
  return [...found, ...others.map((field) => ({ key: field, name: field }))];
}
