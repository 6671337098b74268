import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';
import { day } from '../ui/dates.js';
import { CLEARS } from '../ui/text.js';

interface Props {
  readonly label: string;
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** Another file, found by the number in the register, by a name or by words of the petition. */
export function CaseFilePick({ label, ...given }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const found = useQuery({
    queryKey: ['case-file-pick', q],
    queryFn: () => ok(api.GET('/api/v1/case-files', { params: { query: { q, state: 'all', limit: 20 } } })),
    enabled: q.length > 0,
    placeholderData: keepShown,
  });
  return (
    <Select
      {...(given as object)}
      allowClear={CLEARS}
      aria-label={label}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      placeholder="Gõ số tiếp nhận, ví dụ 12/2026"
      notFoundContent={q ? 'Không có hồ sơ nào khớp' : 'Gõ số tiếp nhận để tìm'}
      options={(found.data?.items ?? []).map((file) => ({
        value: file.id,
        label: `${file.registerLabel}, ${file.procedureTitle.toLowerCase()}, nhận ${day(file.receivedOn)} (${file.agencyName})`,
      }))}
    />
  );
}
