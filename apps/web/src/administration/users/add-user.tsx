import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Form, Input } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import { useUser } from '../../sign-in/session.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { AccountFields } from './account-fields.js';
import { OneTimePassword } from './one-time-password.js';
import type { RoleName } from './role-choice.js';

interface NewAccount {
  username: string;
  fullName: string;
  title?: string;
  agency: string;
  roles: RoleName[];
}

export function AddUser({ open, onClose }: { open: boolean; onClose: () => void }) {
  const client = useQueryClient();
  const { agency } = useUser();
  const [form] = Form.useForm<NewAccount>();
  const add = useMutation({
    mutationFn: (body: NewAccount) => ok(api.POST('/api/v1/administration/users', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['accounts'] }),
  });
  const close = () => {
    add.reset();
    onClose();
  };
  return (
    <Drawer open={open} onClose={close} title="Thêm tài khoản" size={560} destroyOnHidden>
      {add.data ? (
        <div className="stack">
          <OneTimePassword issued={add.data} />
          <div className="row">
            <Button
              type="primary"
              onClick={() => {
                add.reset();
                form.resetFields();
              }}
            >
              Thêm người nữa
            </Button>
            <Link to={`/quan-tri/tai-khoan/${add.data.id}`}>Mở tài khoản vừa tạo</Link>
          </div>
        </div>
      ) : (
        <Form<NewAccount>
          form={form}
          layout="vertical"
          requiredMark={false}
          initialValues={{ agency: agency.code, roles: [] }}
          onFinish={(values) => add.mutate(values)}
        >
          <Form.Item
            name="username"
            label="Tên đăng nhập"
            extra="Chữ thường không dấu, chữ số, dấu chấm, gạch ngang."
            normalize={(value: string) => value.toLowerCase()}
            rules={[
              {
                required: true,
                pattern: /^[a-z0-9][a-z0-9._-]{2,39}$/,
                message: 'Từ 3 đến 40 chữ thường không dấu, chữ số, dấu chấm, gạch ngang',
              },
            ]}
          >
            <Input maxLength={40} autoComplete="off" spellCheck={false} />
          </Form.Item>
          <AccountFields />
          <ProblemAlert error={add.error} />
          <div className="row" style={{ marginTop: 12 }}>
            <Button type="primary" htmlType="submit" loading={add.isPending}>
              Tạo tài khoản
            </Button>
            <Button onClick={close}>Thôi</Button>
          </div>
        </Form>
      )}
    </Drawer>
  );
}
