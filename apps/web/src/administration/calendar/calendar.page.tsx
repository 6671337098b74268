import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, useNavigate } from 'react-router';
import { api, ok } from '../../api/client.js';
import type { Dto } from '../../api/types.js';
import { useToday, useUser } from '../../sign-in/session.js';
import { day, instant, weekday } from '../../ui/dates.js';
import { Empty, Loaded } from '../../ui/feedback.js';
import { PageHead } from '../../ui/page.js';
import { Status } from '../../ui/status.js';
import { count } from '../../ui/text.js';
import { useFilters } from '../../ui/url-filters.js';
import { useJob } from './use-job.js';
import { isMoving, JOB, KIND, mayPublish, type Entry } from './words.js';
import { YearGrid } from './year-grid.js';

export function CalendarPage() {
  const today = useToday();
  const user = useUser();
  const navigate = useNavigate();
  const [filters, change] = useFilters(['nam']);
  const year = Number(filters.nam) || +today.slice(0, 4);
  const calendar = useQuery({
    queryKey: ['calendar', year],
    queryFn: () => ok(api.GET('/api/v1/calendar', { params: { query: { year } } })),
  });
  return (
    <>
      <PageHead
        title="Lịch làm việc"
        lead="Ngày nghỉ, ngày làm bù và văn bản quyết định từng ngày. Mọi thời hạn đếm theo lịch này."
        actions={
          <>
            <Button aria-label={`Năm ${year - 1}`} onClick={() => change({ nam: String(year - 1) })}>
              ‹ {year - 1}
            </Button>
            <Button aria-label={`Năm ${year + 1}`} onClick={() => change({ nam: String(year + 1) })}>
              {year + 1} ›
            </Button>
            {mayPublish(user.roles) && (
              <Button type="primary" onClick={() => void navigate('/lich-lam-viec/de-xuat')}>
                Đề xuất thay đổi
              </Button>
            )}
          </>
        }
      />
      <Loaded query={calendar}>
        {(data) => (
          <div className="stack">
            <Horizon data={data} mayAnnounce={mayPublish(user.roles)} />
            <section className="panel" aria-labelledby="year-title">
              <h2 id="year-title">Năm {year}</h2>
              <YearGrid year={year} entries={data.entries} today={today} />
            </section>
            <Entries year={year} entries={data.entries} />
            <Publications />
            <p className="muted small num">
              Phiên bản lịch {data.version}; lịch nghỉ đã biết từ {day(data.knownFrom)} đến {day(data.knownTo)}.
            </p>
          </div>
        )}
      </Loaded>
    </>
  );
}

function Horizon({ data, mayAnnounce }: { data: Dto<'CalendarYear'>; mayAnnounce: boolean }) {
  if (!data.warning) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title="Thiếu lịch nghỉ năm sau"
      description={
        <>
          {data.warning}{' '}
          {mayAnnounce && (
            <Link to={`/lich-lam-viec/de-xuat?nam=${+data.knownTo.slice(0, 4) + 1}`}>Nhập lịch nghỉ của năm</Link>
          )}
        </>
      }
    />
  );
}

function Entries({ year, entries }: { year: number; entries: readonly Entry[] }) {
  return (
    <section className="panel flush" aria-label={`Ngày nghỉ, ngày làm bù năm ${year}`}>
      {entries.length === 0 ? (
        <Empty>Chưa có ngày nghỉ, ngày làm bù nào của năm {year}; chỉ biết ngày nghỉ hằng tuần.</Empty>
      ) : (
        <table className="data cards-on-phone">
          <caption>
            {count(entries.length)} ngày khác với ngày thường trong tuần năm {year}
          </caption>
          <thead>
            <tr>
              <th>Ngày</th>
              <th>Loại</th>
              <th>Tên</th>
              <th>Văn bản quyết định</th>
              <th>Xác nhận</th>
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.date}>
                <td className="num nowrap strong">
                  {weekday(entry.date)} {day(entry.date)}
                </td>
                <td>{entry.possible ? 'Ngày nghỉ mới đề xuất' : KIND[entry.kind]}</td>
                <td>{entry.name}</td>
                <td>
                  {entry.basis}
                  {entry.publication && (
                    <>
                      {' · '}
                      <Link to={`/lich-lam-viec/cong-bo/${entry.publication.id}`}>
                        lần công bố {entry.publication.number}
                      </Link>
                    </>
                  )}
                </td>
                <td>
                  {entry.confirmed ? (
                    <Status tone="met">Có văn bản</Status>
                  ) : (
                    <Status tone="soon">Chưa xác nhận</Status>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function Publications() {
  const list = useQuery({
    queryKey: ['calendar-publications'],
    queryFn: () => ok(api.GET('/api/v1/calendar/publications')),
  });
  useJob(list.data?.items.find(({ job }) => isMoving(job.state))?.id, () => void list.refetch());
  return (
    <section className="panel flush" aria-labelledby="publications-title">
      <h2 id="publications-title" style={{ padding: '12px 16px 8px' }}>
        Các lần công bố
      </h2>
      <Loaded query={list}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>Chưa công bố thay đổi nào; đang dùng lịch có sẵn trong chương trình.</Empty>
          ) : (
            <table className="data cards-on-phone">
              <thead>
                <tr>
                  <th>Lần</th>
                  <th>Công bố</th>
                  <th>Thay đổi</th>
                  <th className="r">Thời hạn dời</th>
                  <th>Tính lại</th>
                </tr>
              </thead>
              <tbody>
                {items.map((one) => (
                  <tr key={one.id}>
                    <td className="num">
                      <Link to={`/lich-lam-viec/cong-bo/${one.id}`}>Lần {one.number}</Link>
                    </td>
                    <td className="num">
                      {one.publishedBy}, {instant(one.publishedAt)}
                    </td>
                    <td>{summaryOf(one)}</td>
                    <td className="r num" data-label="Thời hạn dời">
                      <Link to={`/lich-lam-viec/cong-bo/${one.id}`}>{count(one.job.moved)}</Link>
                    </td>
                    <td>{JOB[one.job.state]}</td>
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

const summaryOf = ({ entries, announcesYear }: Dto<'CalendarPublication'>): string =>
  [
    ...entries.slice(0, 3).map(({ date, name }) => `${day(date)}: ${name}`),
    ...(entries.length > 3 ? [`và ${entries.length - 3} ngày khác`] : []),
    ...(announcesYear ? [`lịch nghỉ cả năm ${announcesYear}`] : []),
  ].join('; ');
