import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form } from 'antd';
import { Link, useParams } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { AccountFields } from './account-fields.js';
import { AccountStatus } from './account-words.js';
import { ResetPassword, SwitchState } from './account-acts.js';
import type { RoleName } from './role-choice.js';
import { Sessions } from './sessions.js';
import { WaysIn } from './ways-in.js';
import './users.css';

type Account = Dto<'Account'>;
interface Change {
  fullName: string;
  title?: string;
  agency: string;
  roles: RoleName[];
}

export function UserPage() {
  const { id = '' } = useParams();
  const account = useQuery({
    queryKey: ['account', id],
    queryFn: () => ok(api.GET('/api/v1/administration/users/{id}', { params: { path: { id: Number(id) } } })),
  });
  return (
    <>
      <PageHead
        title={account.data?.fullName ?? 'Tài khoản'}
        lead={account.data && `${account.data.username} · ${account.data.agencyName}`}
        actions={
          <>
            <Link to={`/quan-tri/nhat-ky?user=${id}`}>Nhật ký của tài khoản này</Link>
            <Link to="/quan-tri/tai-khoan">Về danh sách</Link>
          </>
        }
      />
      <Loaded query={account}>
        {(data) => (
          <div className="two-columns">
            <Details account={data} key={`${data.id}`} />
            <div className="stack">
              <State account={data} />
              <Sessions account={data} />
              <WaysIn account={data} />
            </div>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Details({ account }: { account: Account }) {
  const client = useQueryClient();
  const path = { id: account.id };
  const save = useMutation({
    mutationFn: (body: Change) => ok(api.POST('/api/v1/administration/users/{id}', { params: { path }, body })),
    onSuccess: (after) => {
      client.setQueryData(['account', String(account.id)], after);
      void client.invalidateQueries({ queryKey: ['accounts'] });
    },
  });
  return (
    <section className="panel" aria-labelledby="details-title">
      <h2 id="details-title">Thông tin, vai trò</h2>
      {account.self && (
        <Alert
          type="info"
          showIcon
          title="Đây là tài khoản của bạn"
          description="Không ai tự đổi vai trò hoặc cơ quan của mình; hãy nhờ một người quản trị khác."
          style={{ marginBottom: 12 }}
        />
      )}
      <Form<Change>
        layout="vertical"
        requiredMark={false}
        initialValues={{
          fullName: account.fullName,
          title: account.title ?? '',
          agency: account.agencyCode,
          roles: account.roles,
        }}
        onFinish={(values) => save.mutate(values)}
      >
        <AccountFields ownAccount={account.self} />
        <ProblemAlert error={save.error} />
        {save.isSuccess && <Alert type="success" showIcon role="status" title="Đã lưu" style={{ marginBottom: 8 }} />}
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          Lưu thay đổi
        </Button>
      </Form>
    </section>
  );
}

function State({ account }: { account: Account }) {
  const client = useQueryClient();
  const refresh = (after: Account) => {
    client.setQueryData(['account', String(account.id)], after);
    void client.invalidateQueries({ queryKey: ['accounts'] });
    void client.invalidateQueries({ queryKey: ['account-sessions', account.id] });
  };
  const reread = () => {
    void client.invalidateQueries({ queryKey: ['account', String(account.id)] });
    void client.invalidateQueries({ queryKey: ['account-sessions', account.id] });
  };
  const unlock = useMutation({
    mutationFn: () =>
      ok(api.POST('/api/v1/administration/users/{id}/unlock', { params: { path: { id: account.id } } })),
    onSuccess: refresh,
  });
  return (
    <section className="panel" aria-labelledby="state-title">
      <h2 id="state-title">Tình trạng</h2>
      <p>
        <AccountStatus account={account} />
      </p>
      {account.state === 'locked' && (
        <p className="muted">Nhập sai mật khẩu nhiều lần; tự mở lúc {instant(account.lockedUntil)}.</p>
      )}
      {account.state === 'waiting' && <p className="muted">Chưa đăng nhập lần đầu để đổi mật khẩu dùng một lần.</p>}
      <div className="row">
        {account.state === 'locked' && (
          <Button loading={unlock.isPending} onClick={() => unlock.mutate()}>
            Mở tạm khóa
          </Button>
        )}
        {!account.self && <ResetPassword account={account} onDone={reread} />}
        {!account.self && <SwitchState account={account} onDone={refresh} />}
      </div>
      <ProblemAlert error={unlock.error} />
      {account.openCases > 0 && (
        <p className="muted" style={{ marginTop: 8 }}>
          Đang giữ <Link to={`/ho-so?assignee=${account.id}`}>{account.openCases} hồ sơ</Link>; bàn giao trước khi khóa.
        </p>
      )}
    </section>
  );
}
