import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { Dto } from '../api/types.js';
import { saveCsv } from '../ui/csv.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { More } from '../ui/keyset-more.js';
import { ListFacts } from '../ui/list-facts.js';
import { PageHead } from '../ui/page.js';
import { SCROLLS } from '../ui/scrolls.js';
import { useFilters } from '../ui/url-filters.js';
import { LIST_FILTERS, scorePage, type ScoreFilters, useScoreList } from './score-queries.js';
import './scorecards.css';

type Row = Dto<'ScoreRow'>;

/** The list behind a number of a scorecard, as it was known when the number was counted. */
export function ScoreListPage() {
  const { measure = '' } = useParams();
  const [filters] = useFilters(LIST_FILTERS);
  const list = useScoreList(measure, filters);
  const first = list.data?.pages[0];
  const rows = list.data?.pages.flatMap((one) => one.items) ?? [];
  return (
    <>
      <PageHead
        title={first?.title ?? 'Danh sách của một con số'}
        lead={first?.says}
        actions={
          first && <SaveList measure={measure} filters={{ ...filters, knownAt: first.knownAt }} title={first.title} />
        }
      />
      <Loaded query={{ ...list, data: first }}>
        {(data) => (
          <div className="stack">
            <ListFacts list={data} unit={data.unit} sourceTitle="Căn cứ" />
            {rows.length === 0 ? (
              <Empty>
                {data.value === null ? 'Không có gì ghi lại để đếm.' : 'Danh sách trống: con số này bằng 0.'}
              </Empty>
            ) : (
              <>
                <Rows rows={rows} />
                <More shown={rows.length} hasMore={list.hasNextPage} onMore={() => list.fetchNextPage()} />
              </>
            )}
          </div>
        )}
      </Loaded>
    </>
  );
}

function Rows({ rows }: { rows: readonly Row[] }) {
  const weighed = rows.some(({ weight }) => weight !== 1);
  return (
    <div {...SCROLLS} className="table-scroll panel">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th scope="col">Số vào sổ, buổi, kỳ</th>
            <th scope="col">Cơ quan</th>
            <th scope="col">Ngày</th>
            <th scope="col">Nội dung</th>
            {weighed && <th scope="col">Đếm là</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              <td data-label="Số vào sổ, buổi, kỳ">
                <RowLink row={row} />
              </td>
              <td data-label="Cơ quan">{row.agencyName}</td>
              <td data-label="Ngày" className="num">
                {row.on ? day(row.on) : '—'}
              </td>
              <td data-label="Nội dung">{row.detail}</td>
              {weighed && (
                <td data-label="Đếm là" className="num">
                  {row.weight}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function RowLink({ row: { caseFileId, sessionId, label } }: { row: Row }) {
  const to = caseFileId ? `/ho-so/${caseFileId}` : sessionId ? `/tiep-cong-dan/buoi/${sessionId}` : null;
  return to ? <Link to={to}>{label}</Link> : <>{label}</>;
}

function SaveList({ measure, filters, title }: { measure: string; filters: ScoreFilters; title: string }) {
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const rows: Row[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const next: Dto<'ScoreList'> = await scorePage(measure, filters, cursor, 500);
        rows.push(...next.items);
        cursor = next.nextCursor;
      }
      saveCsv(
        title,
        ['Số vào sổ, buổi, kỳ', 'Cơ quan', 'Ngày', 'Nội dung', 'Đếm là'],
        rows.map((row) => [row.label, row.agencyName, day(row.on), row.detail, row.weight]),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button loading={busy} onClick={() => void save()}>
      Tải CSV
    </Button>
  );
}
