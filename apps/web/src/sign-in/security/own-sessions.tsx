import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { browserOf } from '../../ui/browser-name.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';
import { Status } from '../../ui/status.js';
import './security.css';

type OwnSession = Dto<'OwnSession'>;

const METHODS: Readonly<Record<OwnSession['method'], string>> = {
  password: 'mật khẩu',
  code: 'mật khẩu và mã xác thực',
  recovery: 'mật khẩu và mã dự phòng',
  provider: 'nhà cung cấp đăng nhập',
};

export function OwnSessions({ idleMinutes }: { idleMinutes: number }) {
  const client = useQueryClient();
  const sessions = useQuery({ queryKey: ['own-sessions'], queryFn: () => ok(api.GET('/api/v1/me/sessions')) });
  const end = useMutation({
    mutationFn: (session: string | null) =>
      session === null
        ? ok(api.POST('/api/v1/me/sessions/end-others'))
        : ok(api.POST('/api/v1/me/sessions/{session}/end', { params: { path: { session } } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['own-sessions'] }),
  });
  return (
    <section className="panel" aria-labelledby="own-sessions">
      <h2 id="own-sessions">Phiên đăng nhập của tôi</h2>
      <p className="muted small">
        Không thao tác {idleMinutes} phút thì phiên tự đóng (quy định nội bộ). Thấy phiên không phải của mình: thu hồi,
        rồi đổi mật khẩu.
      </p>
      <Loaded query={sessions}>
        {({ items }) => (
          <>
            <ul className="session-list">
              {items.map((one) => (
                <SessionLine key={one.id} session={one}>
                  {!one.current && (
                    <Button
                      onClick={() => end.mutate(one.id)}
                      loading={end.isPending && end.variables === one.id}
                      aria-label={`Thu hồi phiên ${browserOf(one.userAgent)} đăng nhập ${instant(one.createdAt)}`}
                    >
                      Thu hồi
                    </Button>
                  )}
                </SessionLine>
              ))}
            </ul>
            {items.length > 1 && (
              <Button danger loading={end.isPending && end.variables === null} onClick={() => end.mutate(null)}>
                Thu hồi mọi phiên khác
              </Button>
            )}
          </>
        )}
      </Loaded>
      <ProblemAlert error={end.error} />
    </section>
  );
}

function SessionLine({ session, children }: { session: OwnSession; children: React.ReactNode }) {
  const { userAgent, current, createdAt, lastSeenAt, address, method } = session;
  return (
    <li className="row">
      <span className="grow">
        <span className="strong">{browserOf(userAgent)}</span> {current && <Status tone="met">Phiên này</Status>}
        <span className="muted small session-when">
          đăng nhập {instant(createdAt)}
          {address ? ` từ ${address}` : ''} bằng {METHODS[method]}; dùng gần nhất {instant(lastSeenAt)}
        </span>
      </span>
      {children}
    </li>
  );
}
