import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useHasRole, useToday } from '../sign-in/session.js';
import { day, daysBetween } from '../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';

type Hop = Dto<'Hop'>;
type Entered = Dto<'Acknowledged'>;

/** Petitions that other agencies have sent here and nobody has entered yet. */
export function IncomingPage() {
  const [entered, setEntered] = useState<readonly Entered[]>([]);
  const waiting = useQuery({
    queryKey: ['incoming'],
    queryFn: () => ok(api.GET('/api/v1/incoming-petitions')),
    refetchInterval: 60_000,
  });
  return (
    <>
      <PageHead
        title="Đơn chuyển đến"
        lead="Đơn do cơ quan khác trong hệ thống chuyển đến, chờ vào sổ. Vào sổ xong, nơi chuyển được báo lại ngay."
      />
      <div className="stack">
        {entered.map((one) => (
          <EnteredNotice key={one.id} entered={one} />
        ))}
        <Loaded query={waiting}>
          {(hops) => (
            <section className="panel flush" aria-label="Đơn chờ vào sổ">
              {hops.length === 0 ? (
                <Empty>Không có đơn nào đang chờ vào sổ.</Empty>
              ) : (
                <HopTable hops={hops} onEntered={(one) => setEntered([one, ...entered])} />
              )}
            </section>
          )}
        </Loaded>
      </div>
    </>
  );
}

function EnteredNotice({ entered }: { entered: Entered }) {
  return (
    <Alert
      type={entered.earlier ? 'warning' : 'success'}
      showIcon
      role="status"
      title={
        <>
          Đã vào sổ: <Link to={`/ho-so/${entered.caseFileId}`}>đơn số {entered.registerLabel}</Link>, ngày nhận{' '}
          {day(entered.receivedOn)}
        </>
      }
      description={
        entered.earlier
          ? `Đơn này cơ quan đã nhận trước đây rồi chuyển đi: đơn đang đi vòng, đã qua ${entered.hop} lần chuyển.`
          : `Đã qua ${entered.hop} lần chuyển.`
      }
    />
  );
}

function HopTable({ hops, onEntered }: { hops: readonly Hop[]; onEntered: (entered: Entered) => void }) {
  const today = useToday();
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone num">
        <thead>
          <tr>
            <th>Nơi chuyển</th>
            <th>Nhận ở nơi chuyển</th>
            <th>Ngày chuyển</th>
            <th>Đã chờ ở đây</th>
            <th>Lần chuyển</th>
            <th aria-label="Việc làm" />
          </tr>
        </thead>
        <tbody>
          {hops.map((hop) => (
            <tr key={hop.id}>
              <td className="strong">
                {hop.from}
                {hop.kind === 'return' && <div className="small">Trả lại</div>}
              </td>
              <td data-label="Nhận ở nơi chuyển">
                {day(hop.receivedOn)}, nằm lại {hop.daysHeld} ngày
              </td>
              <td data-label="Ngày chuyển">{day(hop.sentOn)}</td>
              <td data-label="Đã chờ ở đây">{daysBetween(hop.sentOn, today)} ngày</td>
              <td data-label="Lần chuyển">
                {hop.hop}
                {hop.hop > 1 && <span className="mark amber"> đã qua nhiều nơi</span>}
              </td>
              <td className="r">
                <Acknowledge hop={hop} onEntered={onEntered} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Acknowledge({ hop, onEntered }: { hop: Hop; onEntered: (entered: Entered) => void }) {
  const client = useQueryClient();
  const may = useHasRole('receptionist', 'caseOfficer', 'unitHead');
  const enter = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/incoming-petitions/{id}/acknowledge', { params: { path: { id: hop.id } } })),
    onSuccess: (entered) => {
      onEntered(entered);
      void client.invalidateQueries({ queryKey: ['petitions'] });
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['incoming'] }),
  });
  return (
    <>
      {may && (
        <Button
          type="primary"
          size="small"
          loading={enter.isPending}
          onClick={() => enter.mutate()}
          aria-label={`Vào sổ đơn từ ${hop.from}`}
        >
          Vào sổ
        </Button>
      )}
      <ProblemAlert error={enter.error} />
    </>
  );
}
