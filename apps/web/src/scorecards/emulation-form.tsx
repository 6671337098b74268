import { useMutation } from '@tanstack/react-query';
import { Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { ProblemAlert } from '../ui/feedback.js';

type Entry = Dto<'EmulationEntry'>;
type Model = Omit<Dto<'NewEmulation'>, 'agency' | 'decision'> & { decision: string };

const LEVELS: readonly { value: Model['level']; label: string }[] = [
  { value: 'registered', label: 'Mới đăng ký' },
  { value: 'unit', label: 'Cấp cơ quan, đơn vị công nhận' },
  { value: 'commune', label: 'Cấp xã công nhận' },
  { value: 'province', label: 'Cấp tỉnh công nhận' },
  { value: 'national', label: 'Cấp trung ương công nhận' },
];
const started = (entry: Entry | null): Model => ({
  year: entry?.year ?? new Date().getFullYear(),
  ...{ name: entry?.name ?? '', field: entry?.field ?? '', summary: entry?.summary ?? '' },
  ...{ level: (entry?.level ?? 'registered') as Model['level'], decision: entry?.decision ?? '' },
});

/** Enters a model, or corrects one with a reason. */
export function EmulationForm({
  entry,
  onDone,
  onClose,
}: {
  entry: Entry | null;
  onDone: () => void;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState<Model>(() => started(entry));
  const [agency, setAgency] = useState<string | undefined>();
  const [reason, setReason] = useState('');
  const change = (part: Partial<Model>) => setTyped({ ...typed, ...part });
  const saving = useMutation({
    mutationFn: () => {
      const { decision, ...model } = typed;
      const body = { ...model, ...(decision.trim() ? { decision: decision.trim() } : {}) };
      return entry === null
        ? ok(api.POST('/api/v1/emulation-models', { body: { ...body, ...(agency ? { agency } : {}) } }))
        : ok(
            api.POST('/api/v1/emulation-models/{id}/corrections', {
              params: { path: { id: entry.id } },
              body: { ...body, rev: entry.rev, reason: reason.trim() },
            }),
          );
    },
    onSuccess: onDone,
  });
  const ready =
    typed.name.trim().length >= 5 &&
    typed.field.trim() !== '' &&
    typed.summary.trim().length >= 10 &&
    (entry === null || reason.trim().length >= 5);
  return (
    <Modal
      className="sheet"
      open
      title={entry === null ? 'Ghi mô hình thi đua' : 'Sửa mô hình thi đua'}
      okText={entry === null ? 'Ghi vào sổ' : 'Ghi lần sửa'}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={saving.isPending}
      onOk={() => saving.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <div className="row">
          <label>
            Năm{' '}
            <InputNumber
              aria-label="Năm của mô hình"
              min={2000}
              max={2100}
              value={typed.year}
              onChange={(year) => year !== null && change({ year })}
            />
          </label>
          {entry === null && <AgencySelect value={agency} onChange={setAgency} />}
        </div>
        <label>
          Tên mô hình
          <Input
            aria-label="Tên mô hình"
            maxLength={300}
            value={typed.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        </label>
        <label>
          Lĩnh vực
          <Input
            aria-label="Lĩnh vực của mô hình"
            maxLength={100}
            value={typed.field}
            onChange={(event) => change({ field: event.target.value })}
          />
        </label>
        <label>
          Nội dung, cách làm, kết quả (ít nhất 10 ký tự)
          <Input.TextArea
            aria-label="Nội dung, cách làm, kết quả"
            rows={4}
            maxLength={4000}
            value={typed.summary}
            onChange={(event) => change({ summary: event.target.value })}
          />
        </label>
        <label>
          Mức công nhận
          <Select
            aria-label="Mức công nhận"
            style={{ width: '100%' }}
            value={typed.level}
            options={[...LEVELS]}
            onChange={(level) => change({ level })}
          />
        </label>
        <label>
          Văn bản công nhận (nếu có)
          <Input
            aria-label="Văn bản công nhận"
            maxLength={300}
            value={typed.decision}
            onChange={(event) => change({ decision: event.target.value })}
          />
        </label>
        {entry !== null && (
          <label>
            Lý do sửa (ít nhất 5 ký tự)
            <Input
              aria-label="Lý do sửa"
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </label>
        )}
        <ProblemAlert error={saving.error} />
      </div>
    </Modal>
  );
}
