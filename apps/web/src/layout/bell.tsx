import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useUser } from '../sign-in/session.js';
import { instant } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { count } from '../ui/text.js';
import { Icons } from '../ui/icons.js';

/** Where what a notice is about is to be seen. */
const target = ({ caseFileId, packId, topic }: Dto<'InboxItem'>): string => {
  if (caseFileId) return `/ho-so/${caseFileId}`;
  if (packId) return `/goi-bao-cao/${packId}`;
  return PAGES[topic] ?? '.';
};
const PAGES: Readonly<Record<string, string>> = {
  'report.packReady': '/goi-bao-cao',
  'calendar.missing': '/lich-lam-viec',
  'emergency.opened': '/truy-cap-khan-cap',
};

export function Bell() {
  const { unread } = useUser();
  const [open, setOpen] = useState(false);
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title="Thông báo"
      content={
        <div style={{ width: 'min(380px, 86vw)', maxHeight: '62vh', overflowY: 'auto' }}>
          {open && <Inbox onFollow={() => setOpen(false)} />}
        </div>
      }
    >
      <span className="bell">
        <Button
          type="text"
          icon={Icons.bell}
          aria-label={unread ? `Thông báo: ${unread} chưa đọc` : 'Thông báo'}
          aria-expanded={open}
        />
        {unread > 0 && <span aria-hidden="true">{unread > 99 ? '99+' : unread}</span>}
      </span>
    </Popover>
  );
}

function Inbox({ onFollow }: { onFollow: () => void }) {
  const client = useQueryClient();
  const inbox = useQuery({
    queryKey: ['inbox'],
    queryFn: () => ok(api.GET('/api/v1/inbox', { params: { query: { show: 'all', limit: 30 } } })),
  });
  const refresh = () =>
    void Promise.all([
      client.invalidateQueries({ queryKey: ['inbox'] }),
      client.invalidateQueries({ queryKey: ['me'] }),
    ]);
  const read = useMutation({
    mutationFn: (id: string) => api.POST('/api/v1/inbox/{id}/read', { params: { path: { id } } }),
    onSettled: refresh,
  });
  const readAll = useMutation({ mutationFn: () => api.POST('/api/v1/inbox/read-all'), onSettled: refresh });
  return (
    <Loaded query={inbox}>
      {(page) =>
        page.items.length === 0 ? (
          <Empty>Chưa có thông báo nào.</Empty>
        ) : (
          <>
            {page.unread > 0 && (
              <Button
                size="small"
                loading={readAll.isPending}
                onClick={() => readAll.mutate()}
                style={{ marginBottom: 8 }}
              >
                Đánh dấu {count(page.unread)} thông báo là đã đọc
              </Button>
            )}
            <ul style={{ listStyle: 'none', margin: 0, padding: 0 }}>
              {page.items.map((item) => (
                <li key={item.id} style={{ padding: '8px 0', borderTop: '1px solid var(--line-2)' }}>
                  <Link
                    to={target(item)}
                    onClick={() => {
                      if (!item.readAt) read.mutate(item.id);
                      onFollow();
                    }}
                    style={{ fontWeight: item.readAt ? 400 : 600 }}
                  >
                    {item.title}
                  </Link>
                  <div className="muted small num">
                    {item.registerLabel && <>Đơn số {item.registerLabel} · </>}
                    {instant(item.createdAt)}
                    {!item.readAt && ' · chưa đọc'}
                  </div>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}
