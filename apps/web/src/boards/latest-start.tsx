import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { day } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';

/** The last day to start the next step; pressed, it tells how it was counted back. */
export function LatestStart({ on, today, due, days }: { on: string; today: string; due: string; days: number }) {
  const [open, setOpen] = useState(false);
  const words = on < today ? `${day(on)}, không còn kịp` : on === today ? 'Hôm nay' : day(on);
  return (
    <>
      <Button
        type="link"
        size="small"
        className={`start-by status ${on < today ? 'late' : on === today ? 'soon' : ''}`}
        aria-label={`${words}: xem cách đếm ngược`}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {open && <Explained due={due} days={days} onClose={() => setOpen(false)} />}
    </>
  );
}

function Explained({ due, days, onClose }: { due: string; days: number; onClose: () => void }) {
  const counted = useQuery({
    queryKey: ['latest-start', due, days],
    queryFn: () => ok(api.GET('/api/v1/boards/latest-start', { params: { query: { due, days } } })),
  });
  return (
    <Modal
      className="sheet"
      open
      title={`Đếm ngược từ ngày hết hạn ${day(due)}`}
      footer={<Button onClick={onClose}>Đóng</Button>}
      onCancel={onClose}
    >
      <Loaded query={counted}>
        {(data) => (
          <>
            <p>
              Muộn nhất bắt đầu ngày <strong className="num">{day(data.startBy)}</strong>.
            </p>
            <p className="small muted">{data.note}</p>
            <table className="data">
              <thead>
                <tr>
                  <th scope="col">Ngày</th>
                  <th scope="col">Đếm</th>
                </tr>
              </thead>
              <tbody>
                {data.explanation.map(({ date, counted: isCounted, why }) => (
                  <tr key={date}>
                    <td className="num nowrap">{day(date)}</td>
                    <td>
                      {isCounted ? '✓ ' : '· '}
                      {why}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Loaded>
    </Modal>
  );
}
