import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { ProblemAlert } from '../ui/feedback.js';

type Values = Dto<'VoidPetition'>;
const REASONS = [
  { value: 'wrong-entry', label: 'Nhập sai' },
  { value: 'registered-twice', label: 'Đăng ký hai lần' },
  { value: 'not-a-petition', label: 'Không phải đơn' },
  { value: 'other', label: 'Lý do khác' },
];

/** The number stays in the book with its reason: the series has no gap. */
export function VoidNumber({ petition }: { petition: Dto<'Petition'> }) {
  const mayVoid = useHasRole('receptionist');
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<Values>();
  const voiding = useMutation({
    mutationFn: (body: Values) =>
      ok(api.POST('/api/v1/petitions/{id}/void', { params: { path: { id: petition.id } }, body })),
    onSuccess: () => {
      setOpen(false);
      void client.invalidateQueries();
    },
  });
  if (!mayVoid || petition.voided) return null;
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Hủy số này…
      </Button>
      <Modal
        open={open}
        title={`Hủy số ${petition.registerLabel}`}
        okText="Hủy số"
        cancelText="Không hủy"
        okButtonProps={{ danger: true, loading: voiding.isPending }}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <p className="muted">Số đã hủy vẫn nằm trong sổ cùng lý do và không cấp lại cho đơn khác.</p>
        <Form<Values>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ reasonCode: 'wrong-entry' }}
          onFinish={(values) => voiding.mutate(values)}
        >
          <Form.Item name="reasonCode" label="Loại lý do">
            <Select options={REASONS} />
          </Form.Item>
          <Form.Item
            name="reason"
            label="Lý do"
            rules={[{ required: true, min: 5, message: 'Ghi rõ lý do, ít nhất 5 ký tự' }]}
          >
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
          </Form.Item>
        </Form>
        {voiding.error && <ProblemAlert error={voiding.error} />}
      </Modal>
    </>
  );
}
