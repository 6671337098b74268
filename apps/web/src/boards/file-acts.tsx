import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { ProblemAlert } from '../ui/feedback.js';
import { randomKey } from '../ui/random-key.js';
import { fold } from '../ui/text.js';
import { ActBar } from './act-bar.js';
import { LineResults } from './line-results.js';
import type { Picked } from './use-picked.js';

const MOST = 100;

export const useMayLead = (): boolean => useHasRole('unitHead', 'chairman', 'provinceChairman');

/** Urging and giving the picked files to an officer: one confirmation, each file an act of its own. */
export function FileActs({ picked, nameOf }: { picked: Picked; nameOf: (id: string) => string }) {
  const [open, setOpen] = useState<'urge' | 'assign' | null>(null);
  const [results, setResults] = useState<Dto<'LineResults'> | null>(null);
  const client = useQueryClient();
  const done = (answer: Dto<'LineResults'>) => {
    setOpen(null);
    setResults(answer);
    picked.clear();
    void client.invalidateQueries({ queryKey: ['board'] });
    void client.invalidateQueries({ queryKey: ['case-files'] });
    void client.invalidateQueries({ queryKey: ['documents'] });
  };
  const tooMany = picked.ids.length > MOST;
  return (
    <>
      <ActBar picked={picked} what="hồ sơ">
        <Button type="primary" disabled={tooMany} onClick={() => setOpen('urge')}>
          Đôn đốc
        </Button>
        <Button disabled={tooMany} onClick={() => setOpen('assign')}>
          Giao việc
        </Button>
      </ActBar>
      {open === 'urge' && <Urge ids={picked.ids} onDone={done} onClose={() => setOpen(null)} />}
      {open === 'assign' && <Assign ids={picked.ids} onDone={done} onClose={() => setOpen(null)} />}
      <LineResults results={results} nameOf={nameOf} onClose={() => setResults(null)} />
    </>
  );
}

interface ActProps {
  readonly ids: readonly string[];
  readonly onDone: (results: Dto<'LineResults'>) => void;
  readonly onClose: () => void;
}

function Urge({ ids, onDone, onClose }: ActProps) {
  const [key] = useState(randomKey);
  const urging = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/case-files/urgings', {
          params: { header: { 'Idempotency-Key': key } },
          body: { caseFileIds: [...ids] },
        }),
      ),
    onSuccess: onDone,
  });
  return (
    <Modal
      className="sheet"
      open
      title={`Đôn đốc ${ids.length} hồ sơ`}
      okText={`Đôn đốc ${ids.length} hồ sơ`}
      okButtonProps={{ size: 'large' }}
      cancelButtonProps={{ size: 'large' }}
      confirmLoading={urging.isPending}
      onOk={() => urging.mutate()}
      onCancel={onClose}
    >
      <p>
        Người đang giữ từng hồ sơ được nhắc ngay trong hộp thông báo, việc đôn đốc được ghi vào nhật ký của hồ sơ. Hồ sơ
        đã quá hạn của cơ quan bạn có thêm dự thảo văn bản đôn đốc, chờ trình ký.
      </p>
      <p className="muted">
        Đôn đốc là quy định nội bộ; hạn báo cáo là mục tiêu nội bộ, 3 ngày làm việc. Mỗi hồ sơ chỉ đôn đốc một lần trong
        ngày. Hồ sơ được bảo mật không soạn văn bản.
      </p>
      <ProblemAlert error={urging.error} />
    </Modal>
  );
}

function Assign({ ids, onDone, onClose }: ActProps) {
  const [key] = useState(randomKey);
  const [officer, setOfficer] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const people = useQuery({
    queryKey: ['users', 'all'],
    queryFn: () => ok(api.GET('/api/v1/users')),
    staleTime: 60_000,
  });
  const assigning = useMutation({
    mutationFn: (assigneeId: number) =>
      ok(
        api.POST('/api/v1/case-files/assignments', {
          params: { header: { 'Idempotency-Key': `${key}-${assigneeId}` } },
          body: { caseFileIds: [...ids], assigneeId, ...(note.trim() ? { note: note.trim() } : {}) },
        }),
      ),
    onSuccess: onDone,
  });
  const officers = (people.data?.items ?? []).filter(({ roles }) =>
    roles.some((role) => ['caseOfficer', 'receptionist', 'unitHead'].includes(role)),
  );
  return (
    <Modal
      className="sheet"
      open
      title={`Giao ${ids.length} hồ sơ`}
      okText={`Giao ${ids.length} hồ sơ`}
      okButtonProps={{ size: 'large', disabled: officer === null }}
      cancelButtonProps={{ size: 'large' }}
      confirmLoading={assigning.isPending}
      onOk={() => officer !== null && assigning.mutate(officer)}
      onCancel={onClose}
    >
      <div className="stack">
        <label>
          Người được giao
          <Select
            aria-label="Người được giao"
            size="large"
            style={{ width: '100%' }}
            placeholder="Chọn hoặc gõ tên, không cần dấu"
            value={officer}
            onChange={setOfficer}
            loading={people.isPending}
            showSearch={{ filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)) }}
            options={officers.map(({ id, fullName, title, agencyCode, absent }) => ({
              value: id,
              label: `${[fullName, title, agencyCode].filter(Boolean).join(', ')}${absent ? ' (đang vắng)' : ''}`,
            }))}
          />
        </label>
        <label>
          Ghi chú (không bắt buộc)
          <Input.TextArea
            autoSize={{ minRows: 2 }}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <p className="muted" style={{ margin: 0 }}>
          Mỗi hồ sơ được ghi một lần riêng; hồ sơ nào chưa giao được sẽ nói rõ vì sao.
        </p>
        <ProblemAlert error={assigning.error ?? people.error} />
      </div>
    </Modal>
  );
}
