import { Button, Radio, Select } from 'antd';
import type { Dto } from '../api/types.js';
import { useHasRole } from '../sign-in/session.js';
import { AgencySelect } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { PROCEDURE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { CLEARS, count, placeOf } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { Bars } from './bars.js';
import { pageOf, useSummary, useWorkload } from './board-queries.js';
import { FileActs, useMayLead } from './file-acts.js';
import { LimitTable } from './limit-table.js';
import { LIMIT_FILTERS, useLimits } from './use-limits.js';
import { usePicked } from './use-picked.js';
import './boards.css';

type Scope = 'overdue' | 'dueSoon' | 'all';
const SCOPES: { value: Scope; label: string }[] = [
  { value: 'overdue', label: 'Đã quá hạn' },
  { value: 'dueSoon', label: 'Còn 3 ngày làm việc' },
  { value: 'all', label: 'Đang chạy' },
];
const PROCEDURES = Object.entries(PROCEDURE).filter(([name]) => name !== 'deadline');

/** The list behind every number about limits: the same filters, in the address. */
export function OverduePage() {
  const [filters, change] = useFilters(LIMIT_FILTERS);
  const scope = (filters.scope as Scope | undefined) ?? 'overdue';
  const places = useSummary({}).data?.byAgency ?? [];
  const list = useLimits({ ...filters, scope });
  const mayLead = useMayLead();
  const picked = usePicked();
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  const first = list.data?.pages[0];
  const labels = new Map(rows.map((row) => [row.caseFileId, `Đơn số ${row.registerLabel}`]));
  return (
    <>
      <PageHead
        title="Quá hạn"
        lead={first && `Tính đến ${day(first.asOf)}. Chỉ gồm thời hạn theo luật; mỗi thời hạn là một dòng.`}
      />
      <div className={places.length > 1 ? 'board' : ''}>
        <div className="stack">
          <search className="row">
            <Radio.Group
              optionType="button"
              buttonStyle="solid"
              options={SCOPES}
              value={scope}
              onChange={(event) =>
                change({ scope: event.target.value === 'overdue' ? undefined : (event.target.value as Scope) })
              }
              aria-label="Phạm vi"
            />
            <AgencySelect value={filters.agency} onChange={(agency) => change({ agency, reach: undefined })} />
            <Select
              aria-label="Quy trình"
              allowClear={CLEARS}
              placeholder="Mọi quy trình"
              style={{ width: 220 }}
              value={filters.procedure ?? null}
              onChange={(next: string | null) => change({ procedure: next ?? undefined })}
              options={PROCEDURES.map(([value, label]) => ({ value, label }))}
            />
            <Officers value={filters.assignee} onChange={(assignee) => change({ assignee })} />
            <Narrowed filters={filters} change={change} />
          </search>
          <section className="panel flush" aria-label="Danh sách thời hạn">
            <Loaded query={list}>
              {() =>
                rows.length === 0 ? (
                  <Empty>
                    {scope === 'overdue'
                      ? 'Không có thời hạn nào quá hạn trong phạm vi này.'
                      : 'Không có thời hạn nào trong phạm vi này.'}
                  </Empty>
                ) : (
                  <>
                    <LimitTable
                      rows={rows}
                      asOf={first?.asOf ?? ''}
                      {...(scope === 'overdue' ? {} : { stepDays: 1 })}
                      caption={`${count(first?.total ?? rows.length)} thời hạn, trễ nhất ở trên. Nấc: đã báo cáo lên cấp lãnh đạo thứ mấy (quy định nội bộ).`}
                      {...(mayLead ? { picked } : {})}
                    />
                    <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
                  </>
                )
              }
            </Loaded>
          </section>
          {mayLead && <FileActs picked={picked} nameOf={(id) => labels.get(id) ?? 'Hồ sơ'} />}
        </div>
        {places.length > 1 && (
          <aside className="side only-wide">
            <ByAgency rows={places} agency={filters.agency} />
          </aside>
        )}
      </div>
    </>
  );
}

type Filters = Partial<Record<(typeof LIMIT_FILTERS)[number], string>>;

/** Conditions that came with a link and have no control of their own: said in words, each can be dropped. */
function Narrowed({
  filters,
  change,
}: {
  filters: Filters;
  change: (next: Partial<Record<(typeof LIMIT_FILTERS)[number], string | undefined>>) => void;
}) {
  const { dueFrom, dueTo, reach } = filters;
  return (
    <>
      {(dueFrom ?? dueTo) && (
        <Button onClick={() => change({ dueFrom: undefined, dueTo: undefined })}>
          Bỏ lọc: hạn {dueFrom === dueTo ? `ngày ${day(dueFrom)}` : spanOf(dueFrom, dueTo)}
        </Button>
      )}
      {reach === 'own' && <Button onClick={() => change({ reach: undefined })}>Bỏ lọc: riêng cơ quan này</Button>}
    </>
  );
}

const spanOf = (from: string | undefined, to: string | undefined): string =>
  [from && `từ ${day(from)}`, to && `đến ${day(to)}`].filter(Boolean).join(' ');

function Officers({ value, onChange }: { value: string | undefined; onChange: (who: string | undefined) => void }) {
  const workload = useWorkload({});
  const leads = useHasRole('unitHead', 'chairman', 'provinceChairman', 'inspector');
  if (!leads) return null;
  return (
    <Select
      aria-label="Đang ở ai"
      allowClear={CLEARS}
      placeholder="Mọi người"
      style={{ width: 190 }}
      value={value ?? null}
      onChange={(who: string | null) => onChange(who ?? undefined)}
      options={(workload.data?.officers ?? []).map(({ userId, name }) => ({
        value: userId === null ? 'nobody' : String(userId),
        label: name,
      }))}
    />
  );
}

function ByAgency({ rows, agency }: { rows: readonly Dto<'AgencyRow'>[]; agency: string | undefined }) {
  return (
    <section className="panel" aria-labelledby="by-agency">
      <h2 id="by-agency">Quá hạn theo cơ quan</h2>
      <Bars
        labelledBy="by-agency"
        unit="thời hạn quá hạn"
        bars={rows.map((row) => ({
          ...{ key: row.agencyCode, name: placeOf(row.agencyName), value: row.overdue },
          ...{ link: pageOf(row.lists.overdue), current: row.agencyCode === agency },
        }))}
      />
    </section>
  );
}
