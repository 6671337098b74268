import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { required } from '../words.js';
import { OneTimePassword } from './one-time-password.js';

type Account = Dto<'Account'>;
const pathOf = (account: Account) => ({ params: { path: { id: account.id } } });

export function ResetPassword({ account, onDone }: { account: Account; onDone: () => void }) {
  const [open, setOpen] = useState(false);
  const reset = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/administration/users/{id}/password', pathOf(account))),
    onSuccess: onDone,
  });
  const close = () => {
    setOpen(false);
    reset.reset();
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>Đặt lại mật khẩu…</Button>
      <Modal
        open={open}
        title="Đặt lại mật khẩu"
        onCancel={close}
        destroyOnHidden
        footer={
          reset.data ? (
            <Button type="primary" onClick={close}>
              Đã trao mật khẩu, đóng lại
            </Button>
          ) : (
            <>
              <Button onClick={close}>Thôi</Button>
              <Button type="primary" loading={reset.isPending} onClick={() => reset.mutate()}>
                Đặt lại
              </Button>
            </>
          )
        }
      >
        {reset.data ? (
          <OneTimePassword issued={reset.data} />
        ) : (
          <p>
            {account.fullName} sẽ nhận một mật khẩu dùng một lần; mật khẩu cũ và mọi phiên đang mở hết hiệu lực ngay.
          </p>
        )}
        <ProblemAlert error={reset.error} />
      </Modal>
    </>
  );
}

export function SwitchState({ account, onDone }: { account: Account; onDone: (after: Account) => void }) {
  const [open, setOpen] = useState(false);
  const [form] = Form.useForm<{ reason: string }>();
  const active = account.state === 'inactive';
  const words = active ? 'Mở lại tài khoản' : 'Khóa tài khoản';
  const change = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      ok(api.POST('/api/v1/administration/users/{id}/state', { ...pathOf(account), body: { active, reason } })),
    onSuccess: (after) => {
      setOpen(false);
      onDone(after);
    },
  });
  return (
    <>
      <Button danger={!active} onClick={() => setOpen(true)}>
        {words}…
      </Button>
      <Modal
        open={open}
        title={words}
        okText={words}
        cancelText="Thôi"
        okButtonProps={{ danger: !active, loading: change.isPending }}
        onCancel={() => setOpen(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <p>
          {active
            ? `${account.fullName} đăng nhập lại được với mật khẩu cũ.`
            : `${account.fullName} bị đăng xuất ngay và không đăng nhập được nữa. Việc đã làm, hồ sơ đang giữ vẫn còn nguyên.`}
        </p>
        <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
          <Form.Item name="reason" label="Lý do" rules={[required('lý do', 5)]}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
          </Form.Item>
        </Form>
        <ProblemAlert error={change.error} />
      </Modal>
    </>
  );
}
