import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { SCROLLS } from '../ui/scrolls.js';
import { ReasonModal } from './reason-modal.js';

type Target = Dto<'Target'>;
type NewTarget = Dto<'NewTarget'>;

const RATES: readonly { value: NewTarget['rate']; label: string }[] = [
  { value: 'resolution', label: 'Tỷ lệ giải quyết trên tổng thuộc thẩm quyền' },
  { value: 'resolutionOfDue', label: 'Tỷ lệ giải quyết trên số đã giải quyết hoặc đến hạn' },
  { value: 'onTime', label: 'Tỷ lệ đúng hạn trên số đã giải quyết' },
  { value: 'onTimeOfDue', label: 'Tỷ lệ đúng hạn trên số đã giải quyết hoặc đến hạn' },
  { value: 'handling', label: 'Tỷ lệ xử lý đơn' },
];
const KINDS: readonly { value: NewTarget['kind']; label: string }[] = [
  { value: 'internal', label: 'Mục tiêu nội bộ' },
  { value: 'plan', label: 'Chỉ tiêu theo kế hoạch' },
];

/** Targets of rates: who set them, by which paper, from when. */
export function TargetsPanel() {
  const targets = useQuery({ queryKey: ['rate-targets'], queryFn: () => ok(api.GET('/api/v1/rate-targets')) });
  const [adding, setAdding] = useState(false);
  const [dropping, setDropping] = useState<Target | null>(null);
  const maySet = useHasRole('chairman', 'provinceChairman');
  return (
    <section className="panel" aria-labelledby="targets-title">
      <div className="row">
        <h2 id="targets-title" className="grow">
          Mục tiêu của các tỷ lệ
        </h2>
        {maySet && <Button onClick={() => setAdding(true)}>Đặt mục tiêu</Button>}
      </div>
      <p className="small muted">
        Mỗi cơ quan so với mục tiêu của mình; chưa đặt thì theo mục tiêu của cấp trên. Mục tiêu tính theo ngày cuối kỳ.
      </p>
      <Loaded query={targets}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Chưa có mục tiêu nào được đặt; tỷ lệ giải quyết đang so với mức đặt sẵn.</Empty>
          ) : (
            <TargetTable items={items} onDrop={setDropping} />
          )
        }
      </Loaded>
      {adding && <NewTargetModal onClose={() => setAdding(false)} />}
      {dropping && <DropTarget target={dropping} onClose={() => setDropping(null)} />}
    </section>
  );
}

function TargetTable({ items, onDrop }: { items: readonly Target[]; onDrop: (target: Target) => void }) {
  return (
    <div {...SCROLLS} className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Cơ quan</th>
            <th scope="col">Tỷ lệ</th>
            <th scope="col" className="num">
              Mục tiêu
            </th>
            <th scope="col">Loại, văn bản</th>
            <th scope="col">Từ ngày</th>
            <th scope="col">Người đặt</th>
            <th scope="col">Tình trạng</th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <tr key={one.id}>
              <td data-label="Cơ quan">{one.agencyName}</td>
              <td data-label="Tỷ lệ">{one.rateTitle}</td>
              <td data-label="Mục tiêu" className="num strong">
                {one.text}
              </td>
              <td data-label="Loại, văn bản">
                {one.kindTitle}
                <div className="small muted">{one.source}</div>
              </td>
              <td data-label="Từ ngày" className="num">
                {day(one.from)}
              </td>
              <td data-label="Người đặt">
                {one.setByName}
                <div className="small muted">{instant(one.setAt)}</div>
              </td>
              <td data-label="Tình trạng">
                {one.withdrawnAt ? (
                  <span className="small">
                    ✕ Đã bỏ {instant(one.withdrawnAt)}: {one.withdrawReason}
                  </span>
                ) : one.mine ? (
                  <Button size="small" onClick={() => onDrop(one)}>
                    Bỏ mục tiêu
                  </Button>
                ) : (
                  '✓ Đang áp dụng'
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const EMPTY = { rate: 'resolution', kind: 'internal', source: '', percent: null } as const;

function NewTargetModal({ onClose }: { onClose: () => void }) {
  const client = useQueryClient();
  const [typed, setTyped] = useState<
    Pick<NewTarget, 'rate' | 'kind' | 'source'> & { percent: number | null; from?: string; agency?: string }
  >(EMPTY);
  const change = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const setting = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/rate-targets', {
          body: {
            ...(typed.agency ? { agency: typed.agency } : {}),
            ...{ rate: typed.rate, kind: typed.kind, source: typed.source.trim(), from: typed.from ?? '' },
            perMille: Math.round((typed.percent ?? 0) * 10),
          },
        }),
      ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['rate-targets'] });
      void client.invalidateQueries({ queryKey: ['figures'] });
      onClose();
    },
  });
  const ready = typed.percent !== null && typed.source.trim().length >= 5 && typed.from !== undefined;
  return (
    <Modal
      className="sheet"
      open
      title="Đặt mục tiêu của một tỷ lệ"
      okText="Ghi mục tiêu"
      okButtonProps={{ disabled: !ready }}
      confirmLoading={setting.isPending}
      onOk={() => setting.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <label>
          Tỷ lệ
          <Select
            aria-label="Tỷ lệ"
            style={{ width: '100%' }}
            value={typed.rate}
            options={[...RATES]}
            onChange={(rate) => change({ rate })}
          />
        </label>
        <div className="row">
          <AgencySelect
            value={typed.agency}
            onChange={(agency) => setTyped(({ agency: _, ...rest }) => (agency ? { ...rest, agency } : rest))}
          />
          <DayField label="Áp dụng từ ngày" value={typed.from} onChange={(from) => change(from ? { from } : {})} />
        </div>
        <label>
          Mục tiêu (%)
          <InputNumber
            aria-label="Mục tiêu, phần trăm"
            style={{ width: '100%' }}
            min={0.1}
            max={100}
            step={1}
            decimalSeparator=","
            value={typed.percent}
            onChange={(percent) => change({ percent })}
          />
        </label>
        <label>
          Loại mục tiêu
          <Select
            aria-label="Loại mục tiêu"
            style={{ width: '100%' }}
            value={typed.kind}
            options={[...KINDS]}
            onChange={(kind) => change({ kind })}
          />
        </label>
        <label>
          Văn bản giao hoặc đặt mục tiêu
          <Input
            aria-label="Văn bản giao hoặc đặt mục tiêu"
            placeholder="Kế hoạch số …/KH-UBND ngày …"
            maxLength={300}
            value={typed.source}
            onChange={(event) => change({ source: event.target.value })}
          />
        </label>
        <ProblemAlert error={setting.error} />
      </div>
    </Modal>
  );
}

function DropTarget({ target, onClose }: { target: Target; onClose: () => void }) {
  const client = useQueryClient();
  return (
    <ReasonModal
      title={`Bỏ mục tiêu ${target.text} của ${target.agencyName}`}
      okText="Bỏ mục tiêu"
      onClose={onClose}
      act={(reason) =>
        ok(api.POST('/api/v1/rate-targets/{id}/withdraw', { params: { path: { id: target.id } }, body: { reason } }))
      }
      onDone={() => {
        void client.invalidateQueries({ queryKey: ['rate-targets'] });
        void client.invalidateQueries({ queryKey: ['figures'] });
        onClose();
      }}
    />
  );
}
