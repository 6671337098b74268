import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { Qr } from '../../counter/qr.js';
import { ProblemAlert } from '../../ui/feedback.js';
import { useUser } from '../session.js';
import './security.css';

/** Password, QR code, first code, codes on paper: `onDone` after the person says that the paper is kept. */
export function EnrolFactor({ onDone }: { onDone: () => void }) {
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const begin = useMutation({
    mutationFn: (body: Dto<'BeginFactor'>) => ok(api.POST('/api/v1/me/second-factor', { body })),
  });
  if (codes) return <RecoveryCodes codes={codes} onKept={onDone} />;
  if (begin.data) return <FirstCode begun={begin.data} onProven={setCodes} />;
  return <PasswordAgain begin={(password) => begin.mutate({ password })} busy={begin.isPending} error={begin.error} />;
}

interface PasswordAgainProps {
  readonly begin: (password: string) => void;
  readonly busy: boolean;
  readonly error: unknown;
}

function PasswordAgain({ begin, busy, error }: PasswordAgainProps) {
  const { username } = useUser();
  return (
    <Form<{ password: string }> layout="vertical" requiredMark={false} onFinish={({ password }) => begin(password)}>
      <input type="text" autoComplete="username" value={username} readOnly hidden aria-hidden="true" />
      <Form.Item
        name="password"
        label="Mật khẩu đang dùng"
        extra="Nhập lại để chắc rằng chính bạn đang ngồi trước máy này."
        rules={[{ required: true, message: 'Nhập mật khẩu đang dùng' }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <ProblemAlert error={error} />
      <Button type="primary" htmlType="submit" loading={busy}>
        Bắt đầu đăng ký
      </Button>
    </Form>
  );
}

function FirstCode({ begun, onProven }: { begun: Dto<'BegunFactor'>; onProven: (codes: readonly string[]) => void }) {
  const confirm = useMutation({
    mutationFn: (body: Dto<'FactorCode'>) => ok(api.POST('/api/v1/me/second-factor/confirm', { body })),
    onSuccess: ({ codes }) => onProven(codes),
  });
  return (
    <>
      <ol className="factor-steps">
        <li>
          Mở ứng dụng tạo mã xác thực trên điện thoại, chọn thêm tài khoản và quét mã này:
          <div className="factor-qr">
            <Qr text={begun.uri} label="Mã QR để thêm tài khoản vào ứng dụng xác thực" />
          </div>
        </li>
        <li>
          Không quét được thì nhập tay khóa:{' '}
          <code className="factor-secret">{begun.secret.match(/.{1,4}/g)?.join(' ')}</code>
        </li>
        <li>Nhập mã 6 số mà ứng dụng đang hiện.</li>
      </ol>
      <Form<{ code: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={({ code }) => confirm.mutate({ code: code.replaceAll(' ', '') })}
      >
        <Form.Item name="code" label="Mã 6 số" rules={[{ required: true, message: 'Nhập mã 6 số' }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={7} autoFocus style={{ maxWidth: 160 }} />
        </Form.Item>
        <ProblemAlert error={confirm.error} />
        <Button type="primary" htmlType="submit" loading={confirm.isPending}>
          Xác nhận
        </Button>
      </Form>
    </>
  );
}

export function RecoveryCodes({ codes, onKept }: { codes: readonly string[]; onKept: () => void }) {
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title="Giữ các mã dự phòng trên giấy"
        description="Mỗi mã dùng một lần, khi không có điện thoại. Mã chỉ hiện lần này: in hoặc chép ra giấy và cất nơi có khóa, không chụp màn hình."
      />
      <ul className="recovery-codes" aria-label="Mã dự phòng">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="row">
        <Button onClick={() => window.print()}>In trang này</Button>
        <Button type="primary" onClick={onKept}>
          Đã cất mã dự phòng
        </Button>
      </div>
    </>
  );
}
