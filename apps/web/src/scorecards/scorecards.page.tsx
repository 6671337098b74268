import { Button, Segmented, Select, Tabs } from 'antd';
import { useState } from 'react';
import type { Dto } from '../api/types.js';
import { AgencySelect } from '../ui/agency-select.js';
import { saveCsv } from '../ui/csv.js';
import { WorkbookLink } from '../ui/workbook-link.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { useFilters } from '../ui/url-filters.js';
import { ScoreTable } from './score-table.js';
import { SCORE_FILTERS, type ScoreFilters, useScorecards } from './score-queries.js';
import './scorecards.css';

type Cards = Dto<'Scorecards'>;
type Whose = 'agency' | 'leader';

/** What each agency and each leader did with what the law and the office ask of them; every number leads to its list. */
export function ScorecardsPage() {
  const [filters, change] = useFilters(SCORE_FILTERS);
  const [whose, setWhose] = useState<Whose>('agency');
  const cards = useScorecards(filters);
  return (
    <>
      <PageHead
        title="Trách nhiệm người đứng đầu"
        lead="Theo cơ quan và theo người lãnh đạo; bấm một con số để xem đúng danh sách của nó."
        actions={
          cards.data && (
            <>
              <WorkbookLink path="scorecards/export" filters={pinned(filters, cards.data)} />
              <SaveCards data={cards.data} whose={whose} />
            </>
          )
        }
      />
      <ScoreFilterBar filters={filters} change={change} data={cards.data} />
      <Loaded query={cards}>
        {(data) => (
          <div className="stack" style={{ marginTop: 12 }}>
            <p className="small muted" role="status">
              Kỳ {day(data.from)} – {day(data.to)}. Số liệu biết đến {instant(data.knownAt)}; việc ghi nhận sau đó không
              tính vào đây.
            </p>
            <Segmented<Whose>
              aria-label="Xem theo"
              value={whose}
              onChange={setWhose}
              options={[
                { value: 'agency', label: 'Theo cơ quan' },
                { value: 'leader', label: 'Theo người lãnh đạo' },
              ]}
            />
            <Groups data={data} whose={whose} filters={filters} />
            <ul className="small muted score-notes">
              {data.notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </div>
        )}
      </Loaded>
    </>
  );
}

/** The period and the instant that were counted, whatever the address leaves open. */
const pinned = (filters: ScoreFilters, { from, to, knownAt }: Cards): ScoreFilters => ({
  ...filters,
  from,
  to,
  knownAt,
});

function Groups({ data, whose, filters }: { data: Cards; whose: Whose; filters: ScoreFilters }) {
  const counted = pinned(filters, data);
  const rows = whose === 'agency' ? data.byAgency : data.byLeader;
  return (
    <section className="panel" aria-label="Chỉ tiêu trách nhiệm">
      <Tabs
        items={data.groups.map(({ group, title }) => ({
          key: group,
          label: title,
          children: (
            <ScoreTable
              heading={title}
              whose={whose}
              measures={data.measures.filter((one) => one.group === group)}
              total={whose === 'agency' && rows.length > 1 ? data.total : null}
              rows={rows}
              filters={counted}
            />
          ),
        }))}
      />
    </section>
  );
}

function ScoreFilterBar({
  filters,
  change,
  data,
}: {
  filters: ScoreFilters;
  change: (change: ScoreFilters) => void;
  data: Cards | undefined;
}) {
  const periods = data?.periods ?? [];
  const chosen = filters.from ? periods.find(({ from, to }) => from === filters.from && to === filters.to) : periods[0];
  return (
    <div className="row filters">
      <Select
        aria-label="Kỳ báo cáo"
        style={{ width: 190 }}
        value={chosen?.key ?? 'own'}
        options={[
          ...periods.map(({ key, title }) => ({ value: key, label: title })),
          { value: 'own', label: 'Kỳ tự chọn' },
        ]}
        onChange={(key: string) => {
          const period = periods.find((one) => one.key === key);
          change({ from: period?.from ?? data?.from, to: period?.to ?? data?.to, knownAt: undefined } as ScoreFilters);
        }}
      />
      <DayField
        label="Từ ngày"
        value={filters.from ?? data?.from}
        onChange={(from) => change({ from, to: filters.to ?? data?.to } as ScoreFilters)}
      />
      <DayField
        label="Đến ngày"
        value={filters.to ?? data?.to}
        onChange={(to) => change({ to, from: filters.from ?? data?.from } as ScoreFilters)}
      />
      <DayField
        label="Biết đến hết ngày"
        value={filters.knownOn ?? filters.knownAt?.slice(0, 10)}
        onChange={(knownOn) => change({ knownOn, knownAt: undefined } as ScoreFilters)}
      />
      <AgencySelect value={filters.agency} onChange={(agency) => change({ agency } as ScoreFilters)} />
    </div>
  );
}

/** All measures of all rows, as the screen has them by groups. */
function SaveCards({ data, whose }: { data: Cards; whose: Whose }) {
  const rows = whose === 'agency' ? data.byAgency : data.byLeader;
  return (
    <Button
      onClick={() =>
        saveCsv(
          `Trách nhiệm ${whose === 'agency' ? 'cơ quan' : 'người lãnh đạo'} ${data.from} ${data.to}`,
          [
            whose === 'agency' ? 'Cơ quan' : 'Người lãnh đạo',
            whose === 'agency' ? 'Người đứng đầu' : 'Cơ quan',
            ...data.measures.map(({ title, unit }) => `${title} (${unit})`),
            ...data.total.shares.map(({ title }) => title),
          ],
          rows.map((row) => [
            ...[row.name, row.beside ?? ''],
            ...row.values.map(({ value }) => value ?? '—'),
            ...row.shares.map(({ text }) => text),
          ]),
        )
      }
    >
      Tải CSV
    </Button>
  );
}
