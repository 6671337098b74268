import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { Status } from '../../ui/status.js';
import { EnrolFactor } from './enrol-factor.js';

export function FactorPanel() {
  const client = useQueryClient();
  const [enrolling, setEnrolling] = useState(false);
  const factor = useQuery({ queryKey: ['second-factor'], queryFn: () => ok(api.GET('/api/v1/me/second-factor')) });
  const refresh = () => client.invalidateQueries({ queryKey: ['second-factor'] });
  const done = () => {
    setEnrolling(false);
    void refresh();
  };
  return (
    <section className="panel" aria-labelledby="second-factor">
      <h2 id="second-factor">Mã xác thực thứ hai</h2>
      <Loaded query={factor}>
        {(data) => {
          if (enrolling) return <EnrolFactor onDone={done} />;
          if (data.enrolledAt) return <Enrolled factor={data} enrolledAt={data.enrolledAt} onChange={refresh} />;
          return (
            <>
              <p>
                <Status tone={data.required ? 'late' : 'none'}>Chưa đăng ký</Status>
              </p>
              <p className="muted">
                Biết mật khẩu thôi thì chưa vào được: mỗi lần đăng nhập cần thêm mã 6 số trên điện thoại của bạn. Không
                cần mạng, không tốn tin nhắn. Cần có để đăng nhập từ ngoài mạng cơ quan.
              </p>
              <Button type="primary" onClick={() => setEnrolling(true)}>
                Đăng ký mã xác thực…
              </Button>
            </>
          );
        }}
      </Loaded>
    </section>
  );
}

interface EnrolledProps {
  readonly factor: Dto<'SecondFactor'>;
  readonly enrolledAt: string;
  readonly onChange: () => void;
}

function Enrolled({ factor, enrolledAt, onChange }: EnrolledProps) {
  const [removing, setRemoving] = useState(false);
  const remove = useMutation({
    mutationFn: (body: Dto<'RemoveFactor'>) => ok(api.POST('/api/v1/me/second-factor/remove', { body })),
    onSuccess: onChange,
  });
  return (
    <>
      <p>
        <Status tone="met">Đã đăng ký {instant(enrolledAt)}</Status>
      </p>
      <p className="muted">
        Còn <strong>{factor.recoveryLeft} mã dự phòng</strong> trên giấy.
        {factor.recoveryLeft < 3 && ' Sắp hết: bỏ mã đang dùng rồi đăng ký lại để có mười mã mới.'}
      </p>
      {factor.required ? (
        <p className="muted small">
          Tài khoản quản trị phải giữ mã xác thực (quy định nội bộ). Mất điện thoại: nhờ quản trị khác xóa mã cũ.
        </p>
      ) : !removing ? (
        <Button onClick={() => setRemoving(true)}>Bỏ mã xác thực…</Button>
      ) : (
        <Form<Dto<'RemoveFactor'>>
          layout="vertical"
          requiredMark={false}
          onFinish={({ code, password }) => remove.mutate({ code: code.trim(), password })}
        >
          <Form.Item
            name="password"
            label="Mật khẩu đang dùng"
            rules={[{ required: true, message: 'Nhập mật khẩu đang dùng' }]}
          >
            <Input.Password autoComplete="current-password" autoFocus style={{ maxWidth: 320 }} />
          </Form.Item>
          <Form.Item
            name="code"
            label="Mã 6 số đang hiện, hoặc một mã dự phòng"
            rules={[{ required: true, message: 'Nhập mã để xác nhận' }]}
          >
            <Input autoComplete="one-time-code" maxLength={20} style={{ maxWidth: 200 }} />
          </Form.Item>
          <ProblemAlert error={remove.error} />
          <div className="row">
            <Button onClick={() => setRemoving(false)}>Thôi</Button>
            <Button danger htmlType="submit" loading={remove.isPending}>
              Bỏ mã xác thực
            </Button>
          </div>
        </Form>
      )}
    </>
  );
}
