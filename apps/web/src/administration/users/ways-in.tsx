import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { Status } from '../../ui/status.js';

/** How an account comes in, beside its password: the code of a phone, the provider of the province. */
export function WaysIn({ account }: { account: Dto<'Account'> }) {
  const client = useQueryClient();
  const path = { id: account.id };
  const key = ['account-security', account.id];
  const security = useQuery({
    queryKey: key,
    queryFn: () => ok(api.GET('/api/v1/administration/users/{id}/security', { params: { path } })),
  });
  const keep = (after: Dto<'AccountSecurity'>) => {
    client.setQueryData(key, after);
    void client.invalidateQueries({ queryKey: ['account-sessions', account.id] });
  };
  const reset = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/administration/users/{id}/second-factor/reset', { params: { path } })),
    onSuccess: keep,
  });
  const link = useMutation({
    mutationFn: (body: Dto<'OutsideIdentity'>) =>
      ok(api.POST('/api/v1/administration/users/{id}/outside-identity', { params: { path }, body })),
    onSuccess: keep,
  });
  return (
    <section className="panel" aria-labelledby="ways-in">
      <h2 id="ways-in">Cách đăng nhập</h2>
      <Loaded query={security}>
        {({ secondFactorAt, outsideSubject, issuer }) => (
          <>
            <p>
              {secondFactorAt ? (
                <Status tone="met">Có mã xác thực từ {instant(secondFactorAt)}</Status>
              ) : (
                <Status tone="none">Chưa có mã xác thực</Status>
              )}
            </p>
            {secondFactorAt && !account.self && (
              <p>
                <Button loading={reset.isPending} onClick={() => reset.mutate()}>
                  Xóa mã xác thực (mất điện thoại)
                </Button>
              </p>
            )}
            {issuer ? (
              <Form<Dto<'OutsideIdentity'>>
                layout="vertical"
                requiredMark={false}
                initialValues={{ subject: outsideSubject ?? '' }}
                onFinish={(values) => link.mutate(values)}
              >
                <Form.Item
                  name="subject"
                  label="Mã người dùng tại nhà cung cấp đăng nhập"
                  extra={`Nhà cung cấp: ${issuer}. Bỏ trống rồi lưu để bỏ gắn.`}
                >
                  <Input maxLength={255} autoComplete="off" />
                </Form.Item>
                <Button htmlType="submit" loading={link.isPending}>
                  Lưu
                </Button>
              </Form>
            ) : (
              <p className="muted small">Hệ thống chưa dùng nhà cung cấp đăng nhập ngoài.</p>
            )}
          </>
        )}
      </Loaded>
      <ProblemAlert error={reset.error ?? link.error} />
    </section>
  );
}
