import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';

/** A task that ends when its person says so; how it was done goes into the ledger of the file. */
export function TaskDone({ task }: { task: Dto<'MyWorkItem'> }) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const client = useQueryClient();
  const finish = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/tasks/{id}/done', { params: { path: { id: task.id } }, body: { note: note.trim() } })),
    onSuccess: async () => {
      setOpen(false);
      await client.invalidateQueries({ queryKey: ['my-work'] });
      void client.invalidateQueries({ queryKey: ['timeline', task.caseFileId] });
    },
  });
  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        aria-label={`Đã làm: ${task.title}, đơn số ${task.registerLabel}`}
      >
        Đã làm
      </Button>
      {open && (
        <Modal
          open
          title="Đánh dấu đã làm"
          okText="Ghi là đã làm"
          cancelText="Thôi"
          onCancel={() => setOpen(false)}
          onOk={() => finish.mutate()}
          okButtonProps={{ disabled: note.trim().length < 5, loading: finish.isPending }}
        >
          <p>
            <strong>{task.title}</strong>, đơn số {task.registerLabel}
          </p>
          <label>
            Đã làm thế nào
            <Input.TextArea
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={2000}
              value={note}
              placeholder="Ví dụ: đã gửi văn bản số 15/UBND-VP"
              onChange={(event) => setNote(event.target.value)}
            />
          </label>
          <p className="muted small">Lời này được ghi vào nhật ký hồ sơ cùng tên bạn.</p>
          <ProblemAlert error={finish.error} />
        </Modal>
      )}
    </>
  );
}
