import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';

type Procedure = Dto<'NewRetentionRule'>['procedure'];
interface Values {
  permanent?: boolean;
  years?: number | null;
  basis: string;
}

export function RuleForm({ rule, onDone }: { rule: Dto<'RetentionRule'>; onDone: () => void }) {
  const client = useQueryClient();
  const [form] = Form.useForm<Values>();
  const permanent = Form.useWatch('permanent', form) ?? false;
  const setting = useMutation({
    mutationFn: ({ years, basis }: Values) =>
      ok(
        api.POST('/api/v1/retention/rules', {
          body: {
            procedure: rule.procedure as Procedure,
            permanent,
            basis: basis.trim(),
            ...(permanent || !years ? {} : { years }),
          },
        }),
      ),
    onSuccess: async (rules) => {
      client.setQueryData(['retention-rules'], rules);
      await client.invalidateQueries({ queryKey: ['retention-files'] });
      onDone();
    },
  });
  return (
    <Modal
      open
      title={`Thời hạn lưu giữ: ${rule.title}`}
      okText="Đặt thời hạn"
      cancelText="Không"
      okButtonProps={{ loading: setting.isPending }}
      onOk={() => form.submit()}
      onCancel={onDone}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ permanent: rule.years === null, years: rule.years, basis: rule.basis ?? '' }}
        onFinish={(values) => setting.mutate(values)}
      >
        <Form.Item name="permanent" valuePropName="checked">
          <Checkbox>Giữ vĩnh viễn</Checkbox>
        </Form.Item>
        {!permanent && (
          <Form.Item
            name="years"
            label="Số năm giữ, tính từ ngày kết thúc hồ sơ"
            rules={[{ required: true, message: 'Nhập số năm' }]}
          >
            <InputNumber min={1} max={200} precision={0} controls={false} />
          </Form.Item>
        )}
        <Form.Item
          name="basis"
          label="Căn cứ: số, ngày của văn bản quy định thời hạn"
          rules={[{ required: true, whitespace: true, min: 10, message: 'Nhập căn cứ, ít nhất 10 ký tự' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      <ProblemAlert error={setting.error} />
    </Modal>
  );
}
