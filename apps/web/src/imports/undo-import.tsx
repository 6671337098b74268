import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';

export function UndoImport({ batch }: { batch: Dto<'ImportProgress'> }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const undo = useMutation({
    mutationFn: (body: { reason: string }) =>
      ok(api.POST('/api/v1/imports/{id}/undo', { params: { path: { id: batch.batchId } }, body })),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries({ queryKey: ['import', batch.batchId] });
    },
  });
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        Hoàn tác đợt nhập…
      </Button>
      <Modal
        open={open}
        title="Hoàn tác cả đợt nhập"
        okText="Hoàn tác"
        cancelText="Không hoàn tác"
        okButtonProps={{ danger: true, loading: undo.isPending }}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <p>
          {batch.registered} số của đợt này sẽ bị hủy, vẫn giữ trong sổ cùng lý do. Không hoàn tác được khi đã có hồ sơ
          đi tiếp.
        </p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => undo.mutate(values)}>
          <Form.Item
            name="reason"
            label="Lý do hoàn tác"
            rules={[{ required: true, min: 5, message: 'Ghi rõ lý do, ít nhất 5 ký tự' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Form.Item>
        </Form>
        {undo.error && <ProblemAlert error={undo.error} />}
      </Modal>
    </>
  );
}
