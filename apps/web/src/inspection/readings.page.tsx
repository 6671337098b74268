import { useQuery } from '@tanstack/react-query';
import { Button, Tabs } from 'antd';
import { useState } from 'react';
import { api, ok } from '../api/client.js';
import { keepShown } from '../api/keep-shown.js';
import type { Dto } from '../api/types.js';
import { saveCsv } from '../ui/csv.js';
import { day, instant } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import './inspection.css';
import { SCROLLS } from '../ui/scrolls.js';

type Log = Dto<'ReadingLog'>;
type Sum = Dto<'ReadingSum'>;
type Reading = Dto<'Reading'>;

/** Who read what is protected: by file, by person, by day, and each reading. Nothing of what was read. */
export function ReadingsPage() {
  const [filters, change] = useFilters(['from', 'to', 'file', 'person', 'day'] as const);
  const { from, to } = filters;
  const log = useQuery({
    queryKey: ['identity-reading-log', from, to],
    queryFn: () =>
      ok(
        api.GET('/api/v1/identity-reading-log', {
          params: { query: { ...(from ? { from } : {}), ...(to ? { to } : {}) } },
        }),
      ),
    placeholderData: keepShown,
  });
  return (
    <>
      <PageHead
        title="Ai đã đọc gì"
        lead="Các lượt đọc thông tin người tố cáo và văn bản có thông tin được bảo vệ, lấy từ nhật ký."
      />
      <div className="row filters">
        <DayField label="Từ ngày" value={from ?? log.data?.from} onChange={(value) => change({ from: value })} />
        <DayField label="Đến ngày" value={to ?? log.data?.to} onChange={(value) => change({ to: value })} />
        {log.data && (
          <Button onClick={() => saveReadings(shownOf(log.data, filters))} disabled={log.data.items.length === 0}>
            Tải CSV
          </Button>
        )}
      </div>
      <Loaded query={log}>
        {(data) => (
          <div className="stack" style={{ marginTop: 12 }}>
            <Sums
              log={data}
              pick={(name, key) => change({ file: undefined, person: undefined, day: undefined, [name]: key })}
            />
            <Readings
              log={data}
              filters={filters}
              clear={() => change({ file: undefined, person: undefined, day: undefined })}
            />
            <ul className="small muted reading-notes">
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

type Picked = Partial<Record<'file' | 'person' | 'day', string>>;
const hanoiDay = (at: string): string => new Date(Date.parse(at) + 7 * 3_600_000).toISOString().slice(0, 10);
const shownOf = ({ items }: Log, { file, person, day: on }: Picked): readonly Reading[] =>
  items.filter(
    (one) =>
      (!file || one.caseFileId === file) &&
      (!person || String(one.readerId) === person) &&
      (!on || hanoiDay(one.readAt) === on),
  );

function Sums({ log, pick }: { log: Log; pick: (name: keyof Picked, key: string) => void }) {
  const [tab, setTab] = useState('file');
  const tabs: readonly { key: keyof Picked; label: string; rows: readonly Sum[]; others: string }[] = [
    { key: 'file', label: 'Theo hồ sơ', rows: log.byFile, others: 'Số người đọc' },
    { key: 'person', label: 'Theo người đọc', rows: log.byPerson, others: 'Số hồ sơ' },
    { key: 'day', label: 'Theo ngày', rows: log.byDay, others: 'Số người đọc' },
  ];
  if (log.items.length === 0)
    return (
      <section className="panel" aria-label="Các lượt đọc">
        <Empty>
          Không có lượt đọc nào từ {day(log.from)} đến {day(log.to)}.
        </Empty>
      </section>
    );
  return (
    <section className="panel" aria-label="Tổng hợp lượt đọc">
      <Tabs
        activeKey={tab}
        onChange={setTab}
        items={tabs.map(({ key, label, rows, others }) => ({
          key,
          label,
          children: (
            <div {...SCROLLS} className="table-scroll">
              <table className="data">
                <thead>
                  <tr>
                    <th scope="col">{label.replace('Theo ', '').replace(/^./, (letter) => letter.toUpperCase())}</th>
                    <th scope="col" className="num">
                      Lượt đọc
                    </th>
                    <th scope="col" className="num">
                      Theo đề nghị
                    </th>
                    <th scope="col" className="num">
                      {others}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.key}>
                      <td>{row.name}</td>
                      <td className="num">
                        <Button
                          type="link"
                          size="small"
                          onClick={() => pick(key, row.key)}
                          aria-label={`Xem ${row.readings} lượt đọc: ${row.name}`}
                        >
                          {count(row.readings)}
                        </Button>
                      </td>
                      <td className="num">{count(row.byRelease)}</td>
                      <td className="num">{count(row.others)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          ),
        }))}
      />
    </section>
  );
}

function Readings({ log, filters, clear }: { log: Log; filters: Picked; clear: () => void }) {
  const shown = shownOf(log, filters);
  const narrowed = shown.length !== log.items.length;
  if (log.items.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="readings-title">
      <div className="panel-head">
        <h2 id="readings-title">
          {count(shown.length)} lượt đọc{narrowed && ` trong ${count(log.items.length)}`}
        </h2>
        {narrowed && (
          <Button size="small" className="after" onClick={clear}>
            Xem tất cả
          </Button>
        )}
      </div>
      <div {...SCROLLS} className="table-scroll">
        <table className="data cards-on-phone">
          <thead>
            <tr>
              <th scope="col">Lúc đọc</th>
              <th scope="col">Người đọc</th>
              <th scope="col">Hồ sơ</th>
              <th scope="col">Đã đọc</th>
              <th scope="col">Được đọc vì</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.eventId}>
                <td data-label="Lúc đọc" className="num">
                  {instant(one.readAt)}
                </td>
                <td data-label="Người đọc">
                  {one.readerName}
                  <div className="muted small">{one.readerTitle}</div>
                </td>
                <td data-label="Hồ sơ">
                  {one.registerLabel}
                  <div className="muted small">{one.agencyName}</div>
                </td>
                <td data-label="Đã đọc">{one.what}</td>
                <td data-label="Được đọc vì">
                  {one.right}
                  {one.purpose && <div className="muted small">{one.purpose}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const saveReadings = (readings: readonly Reading[]): void =>
  saveCsv(
    'Ai đã đọc gì',
    ['Mã sự kiện', 'Lúc đọc', 'Người đọc', 'Chức vụ', 'Số vào sổ', 'Cơ quan', 'Đã đọc', 'Được đọc vì', 'Mục đích'],
    readings.map((one) => [
      ...[one.eventId, instant(one.readAt), one.readerName, one.readerTitle ?? '', one.registerLabel],
      ...[one.agencyName, one.what, one.right, one.purpose ?? ''],
    ]),
  );
