import { useMutation } from '@tanstack/react-query';
import { App, Button, Form, Input, InputNumber, Select } from 'antd';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import type { Dto } from '../api/types.js';
import { Notes } from '../counter/notes.js';
import { useUser } from '../sign-in/session.js';
import { useAgencies } from '../ui/agency-select.js';
import { ProblemAlert } from '../ui/feedback.js';
import { fold } from '../ui/text.js';
import { PURPOSES } from './purposes.js';
import { useRefreshReleases } from './releases-query.js';

/** The request names a number of a register; whether a protected petition stands under it, the requester is not told. */
export function ReleaseForm({ onDone }: { onDone: () => void }) {
  const user = useUser();
  const agencies = useAgencies();
  const { notification } = App.useApp();
  const refresh = useRefreshReleases();
  const file = useMutation({
    mutationFn: (body: Dto<'ReleaseRequest'>) => ok(api.POST('/api/v1/identity-releases', { body })),
    onSuccess: async () => {
      await refresh();
      notification.success({
        title: 'Đã gửi đề nghị',
        description: 'Người được giao quản lý thông tin người tố cáo sẽ quyết định.',
        role: 'status',
      });
      onDone();
    },
  });
  const problem = file.error ? toProblem(file.error) : null;
  const notes = new Notes(problem?.faults ?? []);
  return (
    <section className="panel" aria-labelledby="request-title">
      <h2 id="request-title">Đề nghị mới</h2>
      <Form<Dto<'ReleaseRequest'>>
        layout="vertical"
        requiredMark={false}
        initialValues={{ agency: user.agency.code, hours: 24 }}
        onFinish={(values) => file.mutate(values)}
        style={{ maxWidth: 640 }}
      >
        <Form.Item name="agency" label="Cơ quan tiếp nhận đơn" rules={[{ required: true }]} {...notes.at('agency')}>
          <Select
            loading={agencies.isPending}
            showSearch={{
              filterOption: (typed, option) => fold(String(option?.label ?? '')).includes(fold(typed)),
            }}
            options={(agencies.data?.items ?? []).map((agency) => ({ value: agency.code, label: agency.name }))}
          />
        </Form.Item>
        <Form.Item
          name="registerNumber"
          label="Số tiếp nhận"
          extra="Ví dụ 12/2026. Hệ thống không cho biết số này có phải đơn tố cáo hay không."
          rules={[{ required: true, message: 'Nhập số tiếp nhận' }]}
          {...notes.at('registerNumber')}
        >
          <Input maxLength={30} autoComplete="off" style={{ width: 160 }} />
        </Form.Item>
        <Form.Item name="purpose" label="Mục đích" rules={[{ required: true, message: 'Chọn mục đích' }]}>
          <Select options={[...PURPOSES]} placeholder="Chọn mục đích" />
        </Form.Item>
        <Form.Item
          name="reason"
          label="Lý do, văn bản làm căn cứ"
          rules={[{ required: true, min: 10, message: 'Nêu lý do, ít nhất 10 ký tự' }]}
          {...notes.at('reason')}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="hours"
          label="Được đọc trong bao nhiêu giờ"
          extra="Nhiều nhất 72 giờ (quy định nội bộ)."
          rules={[{ required: true, message: 'Nhập số giờ' }]}
          {...notes.at('hours')}
        >
          <InputNumber min={1} max={72} />
        </Form.Item>
        <ProblemAlert error={problem} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={file.isPending}>
            Gửi đề nghị
          </Button>
          <Button onClick={onDone}>Thôi</Button>
        </div>
      </Form>
    </section>
  );
}
