import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { api, ok } from '../api/client.js';
import { toProblem } from '../api/problem.js';
import { ProblemAlert } from '../ui/feedback.js';
import { useSession } from './session.js';

interface Credentials {
  readonly username: string;
  readonly password: string;
  readonly code?: string;
}

/** Used by the sign-in page, and by the dialog over a page whose session ended. */
export function SignInForm({ fixedUsername, fill }: { fixedUsername?: string; fill?: Credentials | null }) {
  const { signedIn } = useSession();
  const [form] = Form.useForm<Credentials>();
  const password = useRef<InputRef>(null);
  const signIn = useMutation({
    mutationFn: (body: Credentials) => ok(api.POST('/api/v1/auth/login', { body })),
    meta: { signIn: true },
    onSuccess: ({ user }) => signedIn(user),
    onError: (error) => {
      if (!asksForCode(error)) password.current?.focus({ cursor: 'all' });
    },
  });
  const code = useRef<InputRef>(null);
  const refusal = signIn.error ? toProblem(signIn.error).code : null;
  // Once asked for, the code stays until the person begins anew.
  const withCode = asksForCode(signIn.error) || (signIn.isPending && Boolean(signIn.variables?.code));
  useEffect(() => {
    if (withCode && !signIn.isPending) code.current?.focus({ cursor: 'all' });
  }, [withCode, signIn.isPending, signIn.submittedAt]);
  return (
    <Form<Credentials>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ username: fixedUsername ?? '', ...(fill ?? {}) }}
      onFinish={(values) => signIn.mutate(values)}
    >
      <Form.Item name="username" label="Tên đăng nhập" rules={[{ required: true, message: 'Nhập tên đăng nhập' }]}>
        <Input
          autoComplete="username"
          autoFocus={!fixedUsername}
          readOnly={Boolean(fixedUsername)}
          size="large"
          autoCapitalize="none"
          spellCheck={false}
        />
      </Form.Item>
      <Form.Item name="password" label="Mật khẩu" rules={[{ required: true, message: 'Nhập mật khẩu' }]}>
        <Input.Password
          ref={password}
          autoComplete="current-password"
          autoFocus={Boolean(fixedUsername)}
          size="large"
        />
      </Form.Item>
      {withCode && (
        <Form.Item
          name="code"
          label="Mã xác thực"
          extra="Mã 6 số trên điện thoại, hoặc một mã dự phòng trên giấy"
          rules={[{ required: true, message: 'Nhập mã xác thực' }]}
        >
          <Input ref={code} autoComplete="one-time-code" autoCapitalize="none" maxLength={20} size="large" />
        </Form.Item>
      )}
      {signIn.error && refusal !== 'AUTH.CODE_REQUIRED' && (
        <div style={{ marginBottom: 12 }}>
          <ProblemAlert error={signIn.error} />
        </div>
      )}
      <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
        Đăng nhập
      </Button>
    </Form>
  );
}

const asksForCode = (error: unknown): boolean =>
  error !== null && error !== undefined && ['AUTH.CODE_REQUIRED', 'AUTH.WRONG_CODE'].includes(toProblem(error).code);
