import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal, Radio } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { MomentField } from './moment-field.js';

interface Props {
  readonly breachId: string;
  readonly step: Dto<'BreachStep'>;
  /** The server's now: what was just done was done at most then. */
  readonly now: string;
  readonly onDone: () => void;
}

const vietnamMinute = (at: string): string =>
  `${new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 16)}+07:00`;

export function StepForm({ breachId, step, now, onDone }: Props) {
  const client = useQueryClient();
  const [form] = Form.useForm<Dto<'BreachStepDone'>>();
  const writing = useMutation({
    mutationFn: (body: Dto<'BreachStepDone'>) =>
      ok(
        api.POST('/api/v1/breaches/{id}/steps/{step}', {
          params: { path: { id: breachId, step: step.key } },
          body,
        }),
      ),
    onSuccess: async (breach) => {
      client.setQueryData(['breach', breachId], breach);
      await client.invalidateQueries({ queryKey: ['breaches'] });
      onDone();
    },
  });
  return (
    <Modal
      open
      title={step.title}
      okText="Ghi"
      cancelText="Không"
      okButtonProps={{ loading: writing.isPending }}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <p className="muted">Điều đã ghi không sửa được.</p>
      <Form
        form={form}
        layout="vertical"
        initialValues={{ applies: true, doneAt: vietnamMinute(now), note: '' }}
        onFinish={(values) => writing.mutate(values)}
      >
        <Form.Item name="applies" label="Kết quả">
          <Radio.Group
            options={[
              { value: true, label: 'Đã làm' },
              { value: false, label: 'Đã xem xét, không cần' },
            ]}
          />
        </Form.Item>
        <Form.Item name="doneAt" label="Lúc" rules={[{ required: true, message: 'Nhập thời điểm' }]}>
          <MomentField label="Lúc" />
        </Form.Item>
        <Form.Item
          name="note"
          label="Ghi chú: số văn bản, nơi gửi, hoặc vì sao không cần"
          rules={[{ required: true, whitespace: true, min: 3, message: 'Nhập ghi chú' }]}
        >
          <Input.TextArea maxLength={1000} autoSize={{ minRows: 2, maxRows: 8 }} />
        </Form.Item>
      </Form>
      <ProblemAlert error={writing.error} />
    </Modal>
  );
}
