import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { DeadlineStatus } from '../ui/status.js';
import { useFilters } from '../ui/url-filters.js';
import './reception.css';

const KIND: Readonly<Record<string, string>> = {
  schedulePosting: 'Niêm yết lịch',
  onlinePreparation: 'Chuẩn bị tiếp trực tuyến',
  refusalNotice: 'Thông báo từ chối',
  reply: 'Trả lời sau khi tiếp',
  reportBack: 'Báo lại kết quả',
  conclusionTask: 'Việc theo kết luận',
  opinionAnswer: 'Trả lời ý kiến đối thoại',
  missingDays: 'Thiếu ngày tiếp',
};

/** Everything reception still owes, the nearest day first. */
export function DutiesPage() {
  const [filters, change] = useFilters(['agency'] as const);
  const duties = useQuery({
    queryKey: ['reception', 'duties', filters.agency],
    queryFn: () =>
      ok(
        api.GET('/api/v1/reception/duties', {
          params: { query: filters.agency ? { agency: filters.agency } : {} },
        }),
      ),
  });
  return (
    <div className="reception">
      <PageHead title="Việc phải làm về tiếp công dân" lead="Gần hạn nhất trước; mỗi việc kèm căn cứ." />
      <search className="row" style={{ marginBottom: 10 }}>
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
      </search>
      <section className="panel flush" aria-label="Danh sách việc">
        <Loaded query={duties}>
          {(items) => (items.length === 0 ? <Empty>Không còn việc nào phải làm.</Empty> : <DutyTable items={items} />)}
        </Loaded>
      </section>
    </div>
  );
}

function DutyTable({ items }: { items: readonly Dto<'Duty'>[] }) {
  const today = useToday();
  return (
    <table className="data cards-on-phone">
      <thead>
        <tr>
          <th scope="col">Việc</th>
          <th scope="col">Chậm nhất</th>
          <th scope="col">Tình trạng</th>
          <th scope="col">Căn cứ</th>
        </tr>
      </thead>
      <tbody>
        {items.map((duty, i) => (
          <tr key={`${duty.kind} ${duty.sessionId} ${duty.visitId} ${i}`}>
            <td data-label="Việc">
              <Link to={placeOf(duty)}>{duty.title}</Link>
              <div className="small muted">{KIND[duty.kind]}</div>
            </td>
            <td data-label="Chậm nhất" className="num">
              {day(duty.dueOn)}
            </td>
            <td data-label="Tình trạng">
              <DeadlineStatus
                deadline={{ state: duty.overdue ? 'overdue' : 'running', dueOn: duty.dueOn }}
                today={today}
              />
            </td>
            <td data-label="Căn cứ" className="small muted">
              {duty.citation}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const placeOf = ({ visitId, sessionId, dueOn }: Dto<'Duty'>): string =>
  visitId
    ? `/tiep-cong-dan/luot/${visitId}`
    : sessionId
      ? `/tiep-cong-dan/buoi/${sessionId}`
      : `/tiep-cong-dan?thang=${dueOn.slice(0, 7)}`;
