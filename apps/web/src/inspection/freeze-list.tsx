import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { useIsInspector } from './inspections.page.js';

export type Frozen = Dto<'NewInspectionList'>;

/** Keeps the list on the screen in an inspection, as it is known now. For inspectors who have one open. */
export function FreezeList({ list }: { list: Frozen }) {
  const inspector = useIsInspector();
  const inspections = useQuery({
    queryKey: ['inspections'],
    queryFn: () => ok(api.GET('/api/v1/inspections')),
    enabled: inspector,
  });
  const items = inspections.data?.items ?? [];
  if (!inspector || items.length === 0) return null;
  return <Freeze list={list} inspections={items} />;
}

function Freeze({ list, inspections }: { list: Frozen; inspections: readonly Dto<'Inspection'>[] }) {
  const client = useQueryClient();
  const [inspection, setInspection] = useState(inspections[0]?.id ?? '');
  const freeze = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/inspections/{id}/lists', { params: { path: { id: inspection } }, body: list })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['inspection', inspection] }),
  });
  return (
    <section className="panel" aria-label="Chốt danh sách vào cuộc kiểm tra">
      <div className="freeze-panel">
        <Select
          aria-label="Cuộc kiểm tra"
          style={{ minWidth: 220, maxWidth: '100%' }}
          value={inspection}
          onChange={setInspection}
          options={inspections.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Button onClick={() => freeze.mutate()} loading={freeze.isPending} disabled={freeze.isSuccess}>
          Chốt vào cuộc kiểm tra
        </Button>
        <span aria-live="polite">
          {freeze.data && <Link to={`/danh-sach-kiem-tra/${freeze.data.id}`}>Đã chốt, mở danh sách</Link>}
        </span>
      </div>
      <ProblemAlert error={freeze.error} />
    </section>
  );
}
