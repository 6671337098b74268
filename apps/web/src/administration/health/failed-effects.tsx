import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../../ui/feedback.js';

/** What a rule refused: it is not tried again until somebody has looked. */
export function FailedEffects() {
  const list = useQuery({
    queryKey: ['failed-effects'],
    queryFn: () => ok(api.GET('/api/v1/operations/failed-effects')),
    refetchInterval: 10_000,
  });
  return (
    <section className="panel flush" id="viec-bi-tu-choi" aria-labelledby="failed-title">
      <h2 id="failed-title" style={{ padding: '12px 16px 8px' }}>
        Việc bị từ chối, chờ người xem lại
      </h2>
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Không có việc nào bị từ chối.</Empty>
          ) : (
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th>Việc</th>
                  <th>Hồ sơ</th>
                  <th>Vì sao bị từ chối</th>
                  <th>Từ lúc</th>
                  <th>
                    <span className="visually-hidden">Làm lại</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td>{one.title}</td>
                    <td>
                      <WhichFile effect={one} />
                    </td>
                    <td>
                      {one.reason}
                      {one.code && <div className="muted small num">{one.code}</div>}
                    </td>
                    <td className="num">{instant(one.failedAt)}</td>
                    <td>
                      <Retry effect={one} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}

function WhichFile({ effect }: { effect: Dto<'FailedEffect'> }) {
  if (effect.caseFileId) return <Link to={`/ho-so/${effect.caseFileId}`}>Đơn số {effect.registerLabel}</Link>;
  return <span className="muted">{effect.protected ? 'Hồ sơ được bảo vệ, không nêu' : 'Không gắn hồ sơ'}</span>;
}

/** Done again only by somebody who says why, e.g. because what refused it has been put right. */
function Retry({ effect }: { effect: Dto<'FailedEffect'> }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const retry = useMutation({
    mutationFn: () =>
      ok(
        api.POST('/api/v1/operations/failed-effects/{id}/retry', {
          params: { path: { id: effect.id } },
          body: { reason: reason.trim() },
        }),
      ),
    onSuccess: (left) => {
      setOpen(false);
      client.setQueryData(['failed-effects'], left);
      void client.invalidateQueries({ queryKey: ['system-health'] });
    },
  });
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Làm lại…
      </Button>
      <Modal
        open={open}
        title={`Làm lại: ${effect.title.toLowerCase()}`}
        okText="Làm lại"
        cancelText="Không"
        okButtonProps={{ disabled: reason.trim().length < 5, loading: retry.isPending }}
        onOk={() => retry.mutate()}
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <p className="muted">
          Việc bị từ chối vì: {effect.reason.toLowerCase()}. Làm lại mà nguyên nhân còn đó thì sẽ bị từ chối lần nữa.
        </p>
        <label htmlFor={`retry-${effect.id}`}>Lý do làm lại, ghi vào nhật ký quản trị</label>
        <Input.TextArea
          id={`retry-${effect.id}`}
          value={reason}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
          onChange={(event) => setReason(event.target.value)}
        />
        {retry.error && <ProblemAlert error={retry.error} />}
      </Modal>
    </>
  );
}
