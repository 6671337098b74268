import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useNavigate } from 'react-router';
import { api, ok } from '../api/client.js';
import { ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { BeforeWork } from './before-work.js';
import { useUser } from './session.js';

interface Passwords {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

function ChangePasswordForm({ onDone }: { onDone: () => void }) {
  const user = useUser();
  const change = useMutation({
    mutationFn: ({ current, next }: Passwords) => ok(api.POST('/api/v1/auth/password', { body: { current, next } })),
    onSuccess: onDone,
  });
  return (
    <Form<Passwords> layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
      <input type="text" autoComplete="username" value={user.username} readOnly hidden aria-hidden="true" />
      <Form.Item
        name="current"
        label={user.mustChangePassword ? 'Mật khẩu dùng một lần' : 'Mật khẩu đang dùng'}
        rules={[{ required: true, message: 'Nhập mật khẩu đang dùng' }]}
      >
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
      <Form.Item
        name="next"
        label="Mật khẩu mới"
        extra="Ít nhất 10 ký tự (quy định nội bộ); một câu ngắn dễ nhớ là tốt nhất. Không chứa tên đăng nhập."
        rules={[{ required: true, min: 10, message: 'Mật khẩu mới phải có ít nhất 10 ký tự' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="Nhập lại mật khẩu mới"
        dependencies={['next']}
        rules={[
          { required: true, message: 'Nhập lại mật khẩu mới' },
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              !value || getFieldValue('next') === value
                ? Promise.resolve()
                : Promise.reject(new Error('Hai lần nhập chưa giống nhau')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <ProblemAlert error={change.error} />
      <Button type="primary" htmlType="submit" size="large" loading={change.isPending} style={{ marginTop: 8 }}>
        Đổi mật khẩu
      </Button>
    </Form>
  );
}

/** For whoever came in with a password that somebody else has set. */
export function MustChangePassword() {
  const client = useQueryClient();
  return (
    <BeforeWork
      title="Đổi mật khẩu"
      why="Bạn đang dùng mật khẩu dùng một lần"
      how="Đặt mật khẩu của riêng bạn rồi bắt đầu làm việc. Người quản trị không biết mật khẩu mới."
    >
      <ChangePasswordForm onDone={() => void client.invalidateQueries()} />
    </BeforeWork>
  );
}

export function ChangePasswordPage() {
  const navigate = useNavigate();
  return (
    <>
      <PageHead
        title="Đổi mật khẩu"
        lead="Đổi xong, phiên đang mở ở máy khác bị đăng xuất; máy này vẫn làm tiếp được."
      />
      <section className="panel" style={{ maxWidth: 460 }} aria-label="Đổi mật khẩu">
        <ChangePasswordForm onDone={() => void navigate('/', { replace: true, state: { passwordChanged: true } })} />
      </section>
    </>
  );
}
