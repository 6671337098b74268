import { Button, Checkbox, Input, Select } from 'antd';
import type { Dto } from '../api/types.js';
import { PROCEDURE } from '../ui/labels.js';
import { CLEARABLE } from '../ui/named-icons.js';
import { CLEARS, fold } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';

type Item = Dto<'MyWorkItem'>;

export interface WorkFilter {
  readonly q?: string;
  readonly 'quy-trinh'?: string;
  readonly cua?: string;
}
export const useWorkFilters = () => useFilters(['q', 'quy-trinh', 'cua'] as const);

/** Words in the number, the name, the step; the kind of file; only what is given to oneself by name. */
export function passes({ q, cua, ...filter }: WorkFilter): (item: Item) => boolean {
  const words = fold(q ?? '');
  const procedure = filter['quy-trinh'];
  return (item) =>
    (!procedure || item.procedure === procedure) &&
    (cua !== 'toi' || item.mine) &&
    (words === '' ||
      fold([item.registerLabel, item.petitionerName, item.title, item.stageTitle].join(' ')).includes(words));
}

interface Props {
  readonly filter: WorkFilter;
  readonly onChange: ReturnType<typeof useWorkFilters>[1];
  readonly procedures: readonly string[];
}

export function WorkFilters({ filter, onChange, procedures }: Props) {
  const any = filter.q || filter['quy-trinh'] || filter.cua;
  return (
    <div className="row" role="search" aria-label="Lọc việc của tôi" style={{ marginBottom: 12 }}>
      <Input
        aria-label="Tìm trong việc của tôi"
        placeholder="Số tiếp nhận, tên, việc"
        allowClear={CLEARABLE}
        style={{ width: 230 }}
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value })}
      />
      <Select
        aria-label="Quy trình"
        style={{ width: 250 }}
        placeholder="Mọi quy trình"
        allowClear={CLEARS}
        value={filter['quy-trinh'] ?? null}
        onChange={(value: string | null) => onChange({ 'quy-trinh': value ?? undefined })}
        options={procedures.map((value) => ({ value, label: PROCEDURE[value] ?? 'Quy trình khác' }))}
      />
      <Checkbox
        checked={filter.cua === 'toi'}
        onChange={(event) => onChange({ cua: event.target.checked ? 'toi' : undefined })}
      >
        Chỉ việc giao đích danh tôi
      </Checkbox>
      {any && (
        <Button type="link" onClick={() => onChange({ q: undefined, 'quy-trinh': undefined, cua: undefined })}>
          Bỏ lọc
        </Button>
      )}
    </div>
  );
}
