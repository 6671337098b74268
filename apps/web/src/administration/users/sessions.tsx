import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { browserOf } from '../../ui/browser-name.js';
import { instant } from '../../ui/dates.js';
import { Loaded, ProblemAlert } from '../../ui/feedback.js';

/** Which sessions are open, and the end of one or of all. */
export function Sessions({ account }: { account: Dto<'Account'> }) {
  const client = useQueryClient();
  const { id } = account;
  const sessions = useQuery({
    queryKey: ['account-sessions', account.id],
    queryFn: () => ok(api.GET('/api/v1/administration/users/{id}/sessions', { params: { path: { id } } })),
  });
  const end = useMutation({
    mutationFn: (session: string | null) =>
      session === null
        ? ok(api.POST('/api/v1/administration/users/{id}/sessions/end', { params: { path: { id } } }))
        : ok(
            api.POST('/api/v1/administration/users/{id}/sessions/{session}/end', { params: { path: { id, session } } }),
          ),
    onSuccess: () => {
      void client.invalidateQueries({ queryKey: ['account-sessions', account.id] });
      void client.invalidateQueries({ queryKey: ['account', String(id)] });
    },
  });
  return (
    <section className="panel" aria-labelledby="sessions-title">
      <h2 id="sessions-title">Phiên đăng nhập đang mở</h2>
      <Loaded query={sessions}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="muted">Không có phiên nào đang mở.</p>
          ) : (
            <>
              <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
                {items.map((one) => (
                  <li
                    key={one.id}
                    className="row"
                    style={{ padding: '6px 0', borderBottom: '1px solid var(--line-2)' }}
                  >
                    <span className="grow">
                      <span className="strong">{browserOf(one.userAgent)}</span>
                      <span className="muted small" style={{ display: 'block' }}>
                        đăng nhập {instant(one.createdAt)}, dùng gần nhất {instant(one.lastSeenAt)}
                      </span>
                    </span>
                    <Button
                      onClick={() => end.mutate(one.id)}
                      loading={end.isPending && end.variables === one.id}
                      aria-label={`Thu hồi phiên ${browserOf(one.userAgent)} đăng nhập ${instant(one.createdAt)}`}
                    >
                      Thu hồi
                    </Button>
                  </li>
                ))}
              </ul>
              <Button
                style={{ marginTop: 10 }}
                danger
                loading={end.isPending && end.variables === null}
                onClick={() => end.mutate(null)}
              >
                Thu hồi tất cả
              </Button>
            </>
          )
        }
      </Loaded>
      <ProblemAlert error={end.error} />
    </section>
  );
}
