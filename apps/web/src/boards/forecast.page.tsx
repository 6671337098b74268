import { Radio, Select } from 'antd';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { type Place, useForecast } from './board-queries.js';
import { FileActs, useMayLead } from './file-acts.js';
import { ForecastWindows } from './forecast-windows.js';
import { LoadAhead } from './load-ahead.js';
import { LimitTable } from './limit-table.js';
import { useLimits } from './use-limits.js';
import { usePicked } from './use-picked.js';
import './boards.css';

const WINDOWS = [3, 5, 10] as const;
const STEPS = [0, 1, 2, 3, 5, 10] as const;

/** What turns overdue in the coming days if nothing is done, and by when the next step must start. */
export function ForecastPage() {
  const [filters, change] = useFilters(['agency', 'ngay', 'buoc'] as const);
  const place: Place = filters.agency ? { agency: filters.agency } : {};
  const window = WINDOWS.find((days) => String(days) === filters.ngay) ?? 10;
  const stepDays = filters.buoc ?? '1';
  const forecast = useForecast(place, Number(stepDays));
  return (
    <>
      <PageHead
        title="Dự báo quá hạn"
        lead={forecast.data && `Tính đến ${day(forecast.data.asOf)}: thời hạn theo luật sẽ hết nếu không làm gì.`}
      />
      <section className="panel" aria-label="3, 5 và 10 ngày làm việc tới" style={{ marginBottom: 12 }}>
        <Loaded query={forecast}>{(data) => <ForecastWindows data={data} all />}</Loaded>
      </section>
      <search className="row" style={{ marginBottom: 10 }}>
        <Radio.Group
          optionType="button"
          buttonStyle="solid"
          aria-label="Khoảng thời gian"
          value={window}
          options={WINDOWS.map((days) => ({ value: days, label: `${days} ngày làm việc` }))}
          onChange={(event) => change({ ngay: String(event.target.value) })}
        />
        <AgencySelect value={filters.agency} onChange={(agency) => change({ agency })} />
        <Select
          aria-label="Bước kế tiếp cần bao lâu"
          style={{ width: 260 }}
          value={stepDays}
          onChange={(buoc: string) => change({ buoc })}
          options={STEPS.map((days) => ({
            value: String(days),
            label: days === 0 ? 'Bước kế tiếp xong trong ngày' : `Bước kế tiếp cần ${days} ngày làm việc`,
          }))}
        />
      </search>
      <Loaded query={forecast}>
        {(data) => {
          const until = data.windows.find((one) => one.workingDays === window)?.until ?? data.asOf;
          return (
            <>
              <p className="muted small">{data.note}</p>
              <Coming place={place} from={data.asOf} until={until} stepDays={stepDays} />
              <LoadAhead rows={data.ahead} />
            </>
          );
        }}
      </Loaded>
    </>
  );
}

function Coming({ place, from, until, stepDays }: { place: Place; from: string; until: string; stepDays: string }) {
  const list = useLimits({ ...place, scope: 'all', dueFrom: from, dueTo: until, stepDays });
  const mayLead = useMayLead();
  const picked = usePicked();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const labels = new Map(rows.map((row) => [row.caseFileId, `Đơn số ${row.registerLabel}`]));
  return (
    <>
      <section className="panel flush" aria-label="Danh sách thời hạn">
        <Loaded query={list}>
          {(data) =>
            rows.length === 0 ? (
              <Empty>Không có thời hạn nào hết trong khoảng này.</Empty>
            ) : (
              <>
                <LimitTable
                  rows={rows}
                  asOf={from}
                  stepDays={Number(stepDays)}
                  caption={`${count(data.pages[0]?.total ?? rows.length)} thời hạn hết đến ${day(until)}, hết trước ở trên.`}
                  {...(mayLead ? { picked } : {})}
                />
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )
          }
        </Loaded>
      </section>
      {mayLead && <FileActs picked={picked} nameOf={(id) => labels.get(id) ?? 'Hồ sơ'} />}
    </>
  );
}
