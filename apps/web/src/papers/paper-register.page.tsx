import { useQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { Link } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday, useUser } from '../sign-in/session.js';
import { AgencySelect, useAgencies } from '../ui/agency-select.js';
import { saveCsv } from '../ui/csv.js';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { CLEARABLE } from '../ui/named-icons.js';
import { PageHead } from '../ui/page.js';
import { Status } from '../ui/status.js';
import { CLEARS, count, fold } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { seriesName, seriesOf } from './series.js';
import './papers.css';

type Line = Dto<'RegisterLine'>;
const COLUMNS = ['Số, ký hiệu', 'Ngày', 'Tên văn bản', 'Người ký', 'Nơi nhận', 'Tình trạng, ghi chú'] as const;
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The book of outgoing papers: no number is missing without a word about it. */
export function PaperRegisterPage() {
  const today = useToday();
  const { agency: home } = useUser();
  const [filters, change] = useFilters(['agency', 'nam', 'q', 'loai', 'trang-thai', 'thang']);
  const year = Number(filters.nam) || +today.slice(0, 4);
  const agency = filters.agency ?? home.code;
  const names = useAgencies();
  const book = useQuery({
    queryKey: ['paper-register', agency, year],
    queryFn: () => ok(api.GET('/api/v1/documents/register', { params: { query: { agency, year } } })),
  });
  const of = names.data?.items.find(({ code }) => code === agency)?.name ?? home.name;
  const all = book.data?.items ?? [];
  const rows = all.filter(keeps(filters));
  const years = [1, 0, -1, -2, -3].map((by) => +today.slice(0, 4) + by);
  return (
    <>
      <PageHead
        title="Sổ văn bản đi"
        lead={`${of}, năm ${year}`}
        actions={
          <>
            <Button onClick={() => window.print()} disabled={rows.length === 0}>
              In sổ
            </Button>
            <Button
              disabled={rows.length === 0}
              onClick={() => saveCsv(`Sổ văn bản đi ${of} ${year}`, COLUMNS, rows.map(cellsOf))}
            >
              Tải CSV
            </Button>
          </>
        }
      />
      <search className="row no-print" style={{ marginBottom: 10 }}>
        <AgencySelect value={agency} onChange={(code) => change({ agency: code })} />
        <Select
          aria-label="Năm"
          value={year}
          onChange={(picked: number) => change({ nam: String(picked) })}
          options={years.map((value) => ({ value, label: `Năm ${value}` }))}
        />
        <Select
          aria-label="Tháng"
          allowClear={CLEARS}
          placeholder="Cả năm"
          style={{ minWidth: 110 }}
          value={filters.thang ?? null}
          onChange={(thang: string | null) => change({ thang: thang ?? undefined })}
          options={MONTHS.map((value) => ({ value, label: `Tháng ${+value}` }))}
        />
        <Select
          aria-label="Loạt số"
          allowClear={CLEARS}
          placeholder="Mọi loạt số"
          style={{ minWidth: 130 }}
          value={filters.loai ?? null}
          onChange={(loai: string | null) => change({ loai: loai ?? undefined })}
          options={seriesOf(all).map(({ kind }) => ({ value: kind || 'CV', label: seriesName(kind) }))}
        />
        <Select
          aria-label="Tình trạng"
          allowClear={CLEARS}
          placeholder="Mọi tình trạng"
          style={{ minWidth: 150 }}
          value={filters['trang-thai'] ?? null}
          onChange={(state: string | null) => change({ 'trang-thai': state ?? undefined })}
          options={[
            { value: 'issued', label: 'Đã phát hành' },
            { value: 'voided', label: 'Số đã hủy' },
          ]}
        />
        <Input.Search
          aria-label="Tìm trong sổ"
          placeholder="Số, tên văn bản, người ký"
          defaultValue={filters.q}
          allowClear={CLEARABLE}
          enterButton="Tìm"
          onSearch={(q) => change({ q: q.trim() || undefined })}
          style={{ width: 250 }}
        />
      </search>
      <Loaded query={book}>
        {() => (
          <div className="stack">
            <Gaps
              lines={all}
              toVoided={(kind) =>
                `?${new URLSearchParams({ agency, nam: String(year), 'trang-thai': 'voided', loai: kind || 'CV' }).toString()}`
              }
            />
            <section className="panel flush book" aria-label="Sổ văn bản đi">
              {rows.length === 0 ? <Empty>Chưa có văn bản nào như vậy trong sổ.</Empty> : <Book rows={rows} />}
            </section>
          </div>
        )}
      </Loaded>
    </>
  );
}

type Filters = Partial<Record<'q' | 'loai' | 'trang-thai' | 'thang', string>>;
const keeps = (filters: Filters) => (line: Line) =>
  (!filters.thang || line.issuedOn?.slice(5, 7) === filters.thang) &&
  (!filters.loai || (line.numberKind || 'CV') === filters.loai) &&
  (!filters['trang-thai'] || line.state === filters['trang-thai']) &&
  (!filters.q || fold(`${line.numberLabel} ${line.title} ${line.signedByName ?? ''}`).includes(fold(filters.q)));

/** One sentence for each series of numbers. */
function Gaps({ lines, toVoided }: { lines: readonly Line[]; toVoided: (kind: string) => string }) {
  const series = seriesOf(lines);
  if (series.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="gaps-title">
      <h2 id="gaps-title">Số liên tục</h2>
      <ul className="series">
        {series.map(({ kind, last, voided, missing }) => (
          <li key={kind}>
            <span className="strong">{seriesName(kind)}</span>
            <span className="num">
              từ 1 đến {count(last)}
              {voided > 0 && (
                <>
                  , trong đó <Link to={toVoided(kind)}>{count(voided)} số hủy</Link> có lý do trong sổ
                </>
              )}
            </span>
            {missing.length === 0 ? (
              <Status tone="met">Không khuyết số</Status>
            ) : (
              <Status tone="late">Khuyết số {missing.slice(0, 8).join(', ')}</Status>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Book({ rows }: { rows: readonly Line[] }) {
  return (
    <table className="data cards-on-phone">
      <caption>{count(rows.length)} văn bản, theo ngày và số</caption>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <th key={column}>{column}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((line) => (
          <tr key={line.id ?? line.numberLabel}>
            <td className="num nowrap strong">{line.numberLabel}</td>
            <td className="num nowrap">{day(line.issuedOn)}</td>
            <td>
              {line.caseFileId ? <Link to={`/ho-so/${line.caseFileId}?muc=van-ban`}>{line.title}</Link> : line.title}
            </td>
            <td>{line.signedByName}</td>
            <td>{line.addressees.join('; ')}</td>
            <td>
              {line.state === 'voided' ? (
                <>
                  <Status tone="none">Số đã hủy</Status>
                  <div>{line.reason ?? 'Lý do ghi trong hồ sơ được bảo vệ'}</div>
                </>
              ) : (
                <span>{line.stateTitle}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const cellsOf = (line: Line): string[] => [
  line.numberLabel,
  day(line.issuedOn),
  line.title,
  line.signedByName ?? '',
  line.addressees.join('; '),
  line.state === 'voided' ? `Số đã hủy: ${line.reason ?? 'hồ sơ được bảo vệ'}` : line.stateTitle,
];
