import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { instant } from '../../ui/dates.js';
import { Empty, Loaded, ProblemAlert } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { OpenEmergency } from './open-emergency.js';

type Emergency = Dto<'Emergency'>;
const KEY = ['emergencies'];

/** Roles lent for hours, who opened them and why, and what was done under each. */
export function EmergencyPage() {
  const emergencies = useQuery({ queryKey: KEY, queryFn: () => ok(api.GET('/api/v1/emergency-accesses')) });
  const [opening, setOpening] = useState(false);
  return (
    <>
      <PageHead
        title="Truy cập khẩn cấp"
        lead="Mở tạm một vai trò cho một công chức khi người giữ vai trò ấy không liên lạc được (quy định nội bộ). Người thứ hai được báo ngay; mọi việc làm trong lúc mở nằm trong nhật ký."
        actions={
          emergencies.data?.mayOpen &&
          !opening && (
            <Button type="primary" onClick={() => setOpening(true)}>
              Mở truy cập khẩn cấp…
            </Button>
          )
        }
      />
      <div className="stack">
        {opening && <OpenEmergency onClose={() => setOpening(false)} />}
        <Loaded query={emergencies}>
          {({ items, mayOpen }) =>
            items.length === 0 ? (
              <Empty>Chưa có lần mở nào.</Empty>
            ) : (
              items.map((one) => <EmergencyCard key={one.id} emergency={one} mayEnd={mayOpen} />)
            )
          }
        </Loaded>
      </div>
    </>
  );
}

function EmergencyCard({ emergency, mayEnd }: { emergency: Emergency; mayEnd: boolean }) {
  const client = useQueryClient();
  const [shown, setShown] = useState(false);
  const end = useMutation({
    mutationFn: () => ok(api.POST('/api/v1/emergency-accesses/{id}/end', { params: { path: { id: emergency.id } } })),
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
  const { id, userName, roleTitle, agencyName, running, uses } = emergency;
  return (
    <section className="panel" aria-labelledby={`emergency-${id}`}>
      <div className="panel-head">
        <h2 id={`emergency-${id}`}>
          {userName}: {roleTitle}
        </h2>
        <Status tone={running ? 'soon' : 'met'}>{standing(emergency)}</Status>
        {running && mayEnd && (
          <Button className="after" danger loading={end.isPending} onClick={() => end.mutate()}>
            Kết thúc ngay
          </Button>
        )}
      </div>
      <p>{emergency.reason}</p>
      <p className="muted small">
        {agencyName} · mở {instant(emergency.openedAt)} bởi {emergency.openedByName} · đã báo {emergency.witnessName}
      </p>
      <ProblemAlert error={end.error} />
      {uses === 0 ? (
        <p className="muted">Chưa ghi việc nào bằng vai trò này, trong các hồ sơ bạn được xem.</p>
      ) : (
        <Button type="link" style={{ padding: 0 }} aria-expanded={shown} onClick={() => setShown(!shown)}>
          {uses} việc đã làm bằng vai trò này
        </Button>
      )}
      {shown && <Uses id={id} />}
    </section>
  );
}

function Uses({ id }: { id: string }) {
  const uses = useQuery({
    queryKey: [...KEY, id],
    queryFn: () => ok(api.GET('/api/v1/emergency-accesses/{id}/uses', { params: { path: { id } } })),
  });
  return (
    <Loaded query={uses}>
      {({ items }) => (
        <ul>
          {items.map((one) => (
            <li key={one.eventId}>
              {instant(one.recordedAt)}: {one.title},{' '}
              <Link to={`/ho-so/${one.caseFileId}`}>hồ sơ {one.registerLabel ?? 'không ghi số'}</Link>
            </li>
          ))}
        </ul>
      )}
    </Loaded>
  );
}

function standing({ running, endsAt, endedAt }: Emergency): string {
  if (running) return `Đang mở đến ${instant(endsAt)}`;
  return endedAt ? `Kết thúc sớm ${instant(endedAt)}` : `Hết giờ ${instant(endsAt)}`;
}
