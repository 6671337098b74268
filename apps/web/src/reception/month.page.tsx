import { Button } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { useToday, useUser } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { useFilters } from '../ui/url-filters.js';
import { LinkButton } from '../ui/link-button.js';
import { ActDrawer, type Fields } from './act-drawer.js';
import { MonthGrid } from './month-grid.js';
import { QUOTA_WORDS, QuotaDays } from './quota-days.js';
import { QuotaPanel } from './quota-panel.js';
import { lastOf, type Session, useSessions } from './reception-queries.js';
import './reception.css';

const POSTING: Fields = [
  { name: 'onSite', label: 'Đã niêm yết tại trụ sở, địa điểm tiếp công dân', kind: 'boolean', required: true },
  { name: 'onPortal', label: 'Đã công bố trên cổng, trang thông tin điện tử', kind: 'boolean', required: true },
  { name: 'noPortal', label: 'Cơ quan chưa có trang thông tin điện tử', kind: 'boolean', required: false },
  { name: 'lateReason', label: 'Lý do niêm yết muộn', kind: 'text', required: false },
];

const shift = (month: string, by: number): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);

const NO_QUOTA = { quota: undefined, tu: undefined, den: undefined };

/** The month: what the law asks of each leader, what is planned, what is missing. */
export function MonthPage() {
  const today = useToday();
  const user = useUser();
  const [filters, change] = useFilters(['thang', 'agency', 'leader', 'quota', 'tu', 'den'] as const);
  const month = /^\d{4}-\d{2}$/.test(filters.thang ?? '') ? (filters.thang as string) : today.slice(0, 7);
  const sessions = useSessions({ from: `${month}-01`, to: lastOf(month), agency: filters.agency });
  const [posting, setPosting] = useState<string | null>(null);
  const mayWrite = !user.roles.every((role) => role === 'inspector');
  const shown = (all: readonly Session[]) =>
    all.filter((one) => !filters.leader || String(one.leader?.id) === filters.leader);
  const { quota, tu, den } = filters;
  return (
    <div className="reception">
      <PageHead
        title="Lịch tiếp công dân"
        lead="Số ngày người đứng đầu phải tiếp theo luật, lịch đã lập, niêm yết và còn thiếu."
        actions={
          mayWrite && (
            <>
              <LinkButton primary to={`/tiep-cong-dan/lap-lich?thang=${month}`}>
                Lập lịch tháng
              </LinkButton>
              <LinkButton to="/tiep-cong-dan/mo-buoi">Mở buổi tiếp</LinkButton>
            </>
          )
        }
      />
      <search className="row steps" style={{ marginBottom: 10 }}>
        <Button onClick={() => change({ thang: shift(month, -1), ...NO_QUOTA })}>‹ Tháng trước</Button>
        <strong className="num" aria-live="polite">
          Tháng {month.slice(5)}/{month.slice(0, 4)}
        </strong>
        <Button onClick={() => change({ thang: shift(month, 1), ...NO_QUOTA })}>Tháng sau ›</Button>
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        {(filters.leader || quota) && (
          <Button type="link" onClick={() => change({ leader: undefined, ...NO_QUOTA })}>
            Bỏ lọc người, loại ngày
          </Button>
        )}
      </search>
      <div className="stack">
        <QuotaPanel month={month} agency={filters.agency} />
        {quota && quota in QUOTA_WORDS && (
          <QuotaDays
            {...{ quota, agency: filters.agency, leader: filters.leader }}
            from={tu ?? `${month}-01`}
            to={den ?? lastOf(month)}
          />
        )}
        <section className="panel" aria-labelledby="month-title">
          <h2 id="month-title">Các buổi tiếp trong tháng</h2>
          <Loaded query={sessions}>
            {(all) => (
              <>
                <ToPost sessions={all} onPost={mayWrite ? setPosting : null} />
                {shown(all).length === 0 ? (
                  <Empty>
                    {all.length > 0 ? 'Không có buổi nào khớp bộ lọc.' : 'Tháng này chưa có buổi tiếp nào.'}
                  </Empty>
                ) : (
                  <MonthGrid month={month} today={today} sessions={shown(all)} />
                )}
              </>
            )}
          </Loaded>
        </section>
      </div>
      {posting && (
        <ActDrawer
          title="Niêm yết lịch tiếp công dân"
          lead="Mọi buổi tiếp đang chờ của lịch này; chậm nhất 05 ngày làm việc trước ngày tiếp (LTCD Đ.24 k4)."
          fields={POSTING}
          send={(values, key) =>
            ok(
              api.POST('/api/v1/reception/schedules/{id}/postings', {
                params: { path: { id: posting }, header: { 'Idempotency-Key': key } },
                body: values as never,
              }),
            )
          }
          onClose={() => setPosting(null)}
        />
      )}
    </div>
  );
}

/** Schedules of which something still waits to be posted. */
function ToPost({ sessions, onPost }: { sessions: readonly Session[]; onPost: ((id: string) => void) | null }) {
  const waiting = sessions.filter(({ stage, scheduleId }) => stage === 'planned' && scheduleId);
  const schedules = [...new Set(waiting.map(({ scheduleId }) => scheduleId as string))];
  return schedules.map((id) => (
    <div key={id} className="row waits">
      <strong>▲ {waiting.filter(({ scheduleId }) => scheduleId === id).length} buổi tiếp chưa niêm yết</strong>
      {onPost && (
        <Button size="small" onClick={() => onPost(id)}>
          Ghi niêm yết lịch
        </Button>
      )}
    </div>
  ));
}
