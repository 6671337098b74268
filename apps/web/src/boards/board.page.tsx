import { Alert } from 'antd';
import { Link } from 'react-router';
import { useHasRole } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { AgeingCharts } from './ageing-charts.js';
import {
  type Place,
  useAgeing,
  useComingDays,
  useForecast,
  useFunnel,
  useSummary,
  useWaitingPapers,
  useWorkload,
} from './board-queries.js';
import { CalendarChart } from './calendar-chart.js';
import { ForecastWindows } from './forecast-windows.js';
import { FunnelChart } from './funnel-chart.js';
import { PlacesChart } from './places-chart.js';
import { Tiles } from './tiles.js';
import { WorkloadChart } from './workload-chart.js';
import './boards.css';

/** Home of leaders: what is red and in whose hands, at a glance; every number leads to its list. */
export function BoardPage() {
  const [filters, change] = useFilters(['agency', 'procedure'] as const);
  const place: Place = filters.agency ? { agency: filters.agency } : {};
  const summary = useSummary(place);
  const ageing = useAgeing(place);
  const forecast = useForecast(place);
  const workload = useWorkload(place);
  const funnel = useFunnel(place, filters.procedure);
  const coming = useComingDays(place);
  return (
    <div className="leader-board">
      <PageHead
        title="Bảng điều hành"
        lead={summary.data && `Tính đến ${day(summary.data.asOf)}. Bấm một con số để xem đúng danh sách của nó.`}
        actions={<AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />}
      />
      <Loaded query={summary}>
        {(data) => (
          <>
            {data.warnings.map((warning) => (
              <Alert key={warning} type="warning" showIcon title={warning} style={{ marginBottom: 10 }} />
            ))}
            <Tiles tiles={data.tiles} extra={<ApprovalsTile />} />
          </>
        )}
      </Loaded>
      <section className="panel" aria-labelledby="forecast">
        <div className="panel-head">
          <h2 id="forecast">Sẽ quá hạn nếu không làm gì</h2>
          <Link className="after" to={filters.agency ? `/du-bao?agency=${filters.agency}` : '/du-bao'}>
            Từng hồ sơ và ngày phải bắt đầu
          </Link>
        </div>
        <Loaded query={forecast}>{(data) => <ForecastWindows data={data} />}</Loaded>
      </section>
      <Loaded query={summary}>
        {(data) => (data.byAgency.length > 1 ? <PlacesChart rows={data.byAgency} /> : null)}
      </Loaded>
      <Loaded query={ageing}>{(data) => <AgeingCharts data={data} />}</Loaded>
      <div className="board-halves">
        <Loaded query={workload}>{(data) => <WorkloadChart data={data} />}</Loaded>
        <Loaded query={coming}>{(data) => <CalendarChart data={data} />}</Loaded>
      </div>
      <Loaded query={funnel}>
        {(data) => <FunnelChart data={data} onProcedure={(procedure) => change({ procedure })} />}
      </Loaded>
    </div>
  );
}

/** Papers that wait for this leader. */
function ApprovalsTile() {
  const signs = useHasRole('unitHead', 'chairman', 'provinceChairman');
  const papers = useWaitingPapers();
  if (!signs || !papers.data) return null;
  const waiting = papers.data.filter(({ next }) => next === 'sign' || next === 'approve').length;
  return (
    <Link className={`card ${waiting > 0 ? 'amber' : ''}`} to="/trinh-ky" title="Văn bản chờ bạn duyệt hoặc ký">
      <span className="figure">{count(waiting)}</span>
      <div className="caption">Văn bản chờ duyệt, ký</div>
    </Link>
  );
}
