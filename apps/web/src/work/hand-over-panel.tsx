import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { ProblemAlert } from '../ui/feedback.js';
import { ColleagueSelect, useColleagues } from './colleague-select.js';

type HandOver = Dto<'HandOver'>;

/** Every open file of one officer to another, each journaled in its own file; what the procedure refuses stays and is named. */
export function HandOverPanel() {
  const [form] = Form.useForm<HandOver>();
  const [asked, setAsked] = useState<HandOver | null>(null);
  const colleagues = useColleagues();
  const client = useQueryClient();
  const name = (id: number): string => colleagues.data?.items.find((user) => user.id === id)?.fullName ?? '';
  const handOver = useMutation({
    mutationFn: (body: HandOver) => ok(api.POST('/api/v1/handovers', { body })),
    onSuccess: () => form.resetFields(),
    onSettled: () => {
      setAsked(null);
      void client.invalidateQueries({ queryKey: ['my-work'] });
    },
  });
  return (
    <div className="stack">
      {handOver.data && <Outcome outcome={handOver.data} />}
      <section className="panel" aria-labelledby="hand-over">
        <h2 id="hand-over">Bàn giao mọi hồ sơ đang giữ</h2>
        <p className="muted small">
          Dùng khi công chức nghỉ, chuyển công tác hoặc đi vắng dài ngày. Mỗi hồ sơ ghi một bước giao việc trong nhật ký
          của mình. Bàn giao một hồ sơ: mở hồ sơ, mục Người.
        </p>
        <Form
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(values) => setAsked(values)}
          className="form-grid"
        >
          <Form.Item
            name="fromUserId"
            label="Người bàn giao"
            rules={[{ required: true, message: 'Chọn người bàn giao' }]}
          >
            <ColleagueSelect />
          </Form.Item>
          <Form.Item
            name="toUserId"
            label="Người nhận bàn giao"
            rules={[{ required: true, message: 'Chọn người nhận bàn giao' }]}
          >
            <ColleagueSelect />
          </Form.Item>
          <Form.Item
            className="wide"
            name="reason"
            label="Lý do bàn giao"
            rules={[{ required: true, min: 5, message: 'Nêu lý do, ít nhất 5 ký tự' }]}
          >
            <Input maxLength={500} autoComplete="off" />
          </Form.Item>
          <div className="wide">
            <ProblemAlert error={handOver.error} />
            <Button type="primary" htmlType="submit">
              Bàn giao
            </Button>
          </div>
        </Form>
      </section>
      {asked && (
        <Modal
          open
          title="Bàn giao mọi hồ sơ?"
          okText="Bàn giao tất cả"
          cancelText="Xem lại"
          confirmLoading={handOver.isPending}
          onCancel={() => setAsked(null)}
          onOk={() => handOver.mutate(asked)}
        >
          <p>
            Mọi hồ sơ đang mở do <strong>{name(asked.fromUserId)}</strong> giữ chuyển sang{' '}
            <strong>{name(asked.toUserId)}</strong>. Nhật ký từng hồ sơ ghi tên bạn và lý do.
          </p>
        </Modal>
      )}
    </div>
  );
}

function Outcome({ outcome: { moved, kept } }: { outcome: Dto<'HandedOver'> }) {
  return (
    <Alert
      type={kept.length > 0 ? 'warning' : 'success'}
      showIcon
      role="status"
      title={`Đã bàn giao ${moved.length} hồ sơ${kept.length > 0 ? `; ${kept.length} hồ sơ giữ nguyên` : ''}`}
      description={
        kept.length > 0 && (
          <ul style={{ margin: 0, paddingLeft: 18 }}>
            {kept.map((file) => (
              <li key={file.caseFileId}>
                <Link to={`/ho-so/${file.caseFileId}`}>Mở hồ sơ</Link>: {file.detail}
              </li>
            ))}
          </ul>
        )
      }
    />
  );
}
