import { Tabs } from 'antd';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { useSession } from '../sign-in/session.js';
import { day, instant } from '../ui/dates.js';
import { Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { WorkbookLink } from '../ui/workbook-link.js';
import { FILTERS, figurePage, type FigureFilters } from './figure-link.js';
import { FlowChart } from './flow-chart.js';
import { ProtectedPanel } from './protected-panel.js';
import { RateFilters } from './rate-filters.js';
import { RateTable } from './rate-table.js';
import { RunChart } from './run-chart.js';
import { TargetsPanel } from '../scorecards/targets-panel.js';
import { useFigures } from './rates-query.js';
import './inspection.css';

type Figures = Dto<'Figures'>;
type Target = Dto<'FigureTarget'>;

/** Rates of a period with both their denominators; every number leads to the list that it counts. */
export function RatesPage() {
  const { user } = useSession();
  const [filters, change] = useFilters(FILTERS);
  const figures = useFigures(filters);
  const roles = (user?.roles ?? []) as readonly string[];
  return (
    <>
      <PageHead
        title="Tỷ lệ giải quyết"
        lead="Mỗi tỷ lệ đi cùng cả hai mẫu số; bấm một con số để xem đúng danh sách của nó."
        actions={figures.data && <WorkbookLink path="reports/figures/export" filters={pinned(filters, figures.data)} />}
      />
      <RateFilters filters={filters} change={change} data={figures.data} />
      <Loaded query={figures}>
        {(data) => (
          <div className="stack" style={{ marginTop: 12 }}>
            <p className="small muted as-known" role="status">
              Kỳ {day(data.from)} – {day(data.to)}. Số liệu biết đến {instant(data.knownAt)}; việc ghi nhận sau đó không
              tính vào đây.
            </p>
            <Rates data={data} filters={pinned(filters, data)} />
            <Counters data={data} filters={pinned(filters, data)} />
            <RunChart data={data} filters={pinned(filters, data)} />
            <Breakdowns data={data} filters={pinned(filters, data)} />
            <FlowChart data={data} filters={pinned(filters, data)} />
            {['inspector', 'provinceChairman'].some((role) => roles.includes(role)) && <ProtectedPanel />}
            <TargetsPanel />
            <p className="small muted">{data.periodSource}</p>
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The period and the instant that were counted, whatever the address leaves open. */
const pinned = (filters: FigureFilters, { from, to, knownAt }: Figures): FigureFilters => ({
  ...filters,
  from,
  to,
  knownAt,
});

const PAIRS = [
  { title: 'Giải quyết', rates: ['resolution', 'resolutionOfDue'] },
  { title: 'Đúng hạn', rates: ['onTime', 'onTimeOfDue'] },
  { title: 'Xử lý đơn', rates: ['handling'] },
] as const;

function Rates({ data, filters }: { data: Figures; filters: FigureFilters }) {
  return (
    <div className="rate-pairs">
      {PAIRS.map((pair) => (
        <section key={pair.title} className="panel" aria-label={`Tỷ lệ ${pair.title.toLowerCase()}`}>
          <h2>{pair.title}</h2>
          {pair.rates.map((id) => {
            const rate = data.rates.find((one) => one.rate === id);
            return rate && <RateCard key={id} rate={rate} target={targetOf(id, data)} filters={filters} />;
          })}
        </section>
      ))}
    </div>
  );
}

const targetOf = (rate: string, data: Figures): Target | null => data.targets.find((one) => one.rate === rate) ?? null;

function RateCard({ rate, target, filters }: { rate: Dto<'Rate'>; target: Target | null; filters: FigureFilters }) {
  const { numerator, denominator } = rate;
  return (
    <article className="rate">
      <div className="rate-figure num">{rate.text}</div>
      <div className="grow">
        <h3>
          {rate.title} {rate.official && <span className="mark">cách tính báo cáo</span>}
        </h3>
        <p className="rate-fraction">
          <Link to={figurePage(numerator.measure, filters)} className="num">
            {count(numerator.value)}
          </Link>{' '}
          {numerator.title.toLowerCase()} <span aria-label="chia cho">÷</span>{' '}
          <Link to={figurePage(denominator.measure, filters)} className="num">
            {count(denominator.value)}
          </Link>{' '}
          {denominator.title.toLowerCase()}
        </p>
        {target && (
          <p className="small">
            Mục tiêu {target.text}: <TargetWords rate={rate.perMille} target={target.perMille} />{' '}
            <span className="muted">{target.source}</span>
          </p>
        )}
        <details className="small">
          <summary>Cách tính</summary>
          <p>{rate.says}</p>
          <p>
            <strong>Tử số:</strong> {numerator.says}
          </p>
          <p>
            <strong>Mẫu số:</strong> {denominator.says}
          </p>
          <p className="muted">Nguồn: {rate.source}.</p>
        </details>
      </div>
    </article>
  );
}

function TargetWords({ rate, target }: { rate: number | null; target: number }) {
  if (rate === null) return <span>chưa có gì để so.</span>;
  return rate >= target ? <span className="good">✓ đạt.</span> : <span className="bad">■ chưa đạt.</span>;
}

const COUNTERS: readonly { title: string; measures: readonly string[] }[] = [
  { title: 'Lượt và người', measures: ['visits', 'visitors', 'petitioners'] },
  { title: 'Đơn', measures: ['petitionsReceived', 'toHandle', 'handled'] },
  {
    title: 'Vụ việc khiếu nại, tố cáo',
    measures: ['carriedOver', 'accepted', 'resolved', 'onTime', 'onTimeRaw', 'late', 'stillOpen'],
  },
];

function Counters({ data, filters }: { data: Figures; filters: FigureFilters }) {
  return (
    <section className="panel" aria-labelledby="counters-title">
      <h2 id="counters-title">Bốn bộ đếm: lượt, người, đơn, vụ việc</h2>
      <div className="counter-groups">
        {COUNTERS.map((group) => (
          <div key={group.title} className="counter-group">
            <h3>{group.title}</h3>
            <ul>
              {group.measures.map((id) => {
                const figure = data.figures.find((one) => one.measure === id);
                return (
                  figure && (
                    <li key={id} title={figure.says}>
                      <span>{figure.title}</span>
                      <span className="nowrap">
                        <Link className="num strong" to={figurePage(id, filters)}>
                          {count(figure.value)}
                        </Link>{' '}
                        <span className="muted">{figure.unitTitle}</span>
                      </span>
                    </li>
                  )
                );
              })}
            </ul>
          </div>
        ))}
      </div>
    </section>
  );
}

function Breakdowns({ data, filters }: { data: Figures; filters: FigureFilters }) {
  const tabs = [
    { key: 'agency', label: 'Theo cơ quan', rows: data.byAgency },
    { key: 'field', label: 'Theo lĩnh vực', rows: data.byField },
    { key: 'procedure', label: 'Theo quy trình', rows: data.byProcedure },
    { key: 'leader', label: 'Theo người giải quyết', rows: data.byLeader },
  ] as const;
  return (
    <section className="panel" aria-labelledby="breakdown-title">
      <h2 id="breakdown-title">So sánh</h2>
      <Tabs
        items={tabs.map(({ key, label, rows }) => ({
          key,
          label,
          children: <RateTable rows={rows} filterName={key} filters={filters} heading={label} />,
        }))}
      />
    </section>
  );
}
