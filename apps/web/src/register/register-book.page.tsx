import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { Link, useLocation } from 'react-router';
import { api, ok } from '../api/client.js';
import type { Dto } from '../api/types.js';
import { useToday, useUser } from '../sign-in/session.js';
import { AgencySelect, useAgencies } from '../ui/agency-select.js';
import { day } from '../ui/dates.js';
import { DayField } from '../ui/day-field.js';
import { Loaded } from '../ui/feedback.js';
import { CHANNEL, label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { PageHead } from '../ui/page.js';
import { count } from '../ui/text.js';
import { useFilters } from '../ui/url-filters.js';
import { inBookOrder, unseenBetween } from './book-rows.js';
import './register-book.css';
import { SCROLLS } from '../ui/scrolls.js';

type Item = Dto<'PetitionListItem'>;
type PetitionType = 'complaint' | 'denunciation' | 'feedback' | 'mixed';
const NAMES = ['q', 'agency', 'type', 'state', 'from', 'to'] as const;
const MOST = 3000;
const PAGE = 200;

/** Every petition of a period, page after page; stops where a book would be too thick to print at once. */
async function readBook(query: Record<string, string | undefined>): Promise<{ rows: Item[]; more: boolean }> {
  const rows: Item[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: Dto<'PetitionPage'> = await ok(
      api.GET('/api/v1/petitions', {
        params: {
          query: { ...query, type: query['type'] as PetitionType, limit: PAGE, ...(cursor ? { cursor } : {}) },
        },
      }),
    );
    rows.push(...page.items);
    cursor = page.nextCursor;
    if (rows.length >= MOST && cursor !== null) return { rows, more: true };
  }
  return { rows, more: false };
}

/** Sổ tiếp nhận as the paper book: A4 across, the head on each page, signed off at the end. */
export function RegisterBookPage() {
  const user = useUser();
  const today = useToday();
  const [filters, change] = useFilters(NAMES);
  const agencies = useAgencies();
  const agency = filters.agency ?? user.agency.code;
  const from = filters.from ?? `${today.slice(0, 7)}-01`;
  const to = filters.to ?? today;
  const book = useQuery({
    queryKey: ['register-book', agency, from, to, filters.q, filters.type, filters.state],
    queryFn: () => readBook({ ...filters, agency, from, to }),
  });
  const name = agencies.data?.items.find(({ code }) => code === agency)?.name ?? user.agency.name;
  const { search } = useLocation();
  return (
    <>
      <div className="no-print">
        <PageHead
          title="In sổ tiếp nhận"
          lead="Bản in khổ A4 ngang, mỗi trang có đầu cột; số đã hủy vẫn in cùng lý do."
          actions={
            <>
              <Link to={`/so-tiep-nhan${search}`}>Về sổ tiếp nhận</Link>
              <Button type="primary" onClick={() => window.print()} disabled={!book.data}>
                In sổ
              </Button>
            </>
          }
        />
        <search className="row" style={{ marginBottom: 10 }}>
          <AgencySelect value={agency} onChange={(value) => change({ agency: value })} />
          <DayField label="Nhận từ ngày" value={from} max={to} onChange={(value) => change({ from: value })} />
          <DayField label="Nhận đến ngày" value={to} min={from} onChange={(value) => change({ to: value })} />
          {(filters.q || filters.type || filters.state) && (
            <Button type="link" onClick={() => change({ q: undefined, type: undefined, state: undefined })}>
              In cả kỳ, không lọc
            </Button>
          )}
        </search>
      </div>
      <Loaded query={book}>
        {({ rows, more }) => (
          <>
            {more && (
              <Alert
                type="warning"
                showIcon
                className="no-print"
                title={`Kỳ này có hơn ${count(MOST)} đơn`}
                description="Thu hẹp ngày để in từng tập."
                style={{ marginBottom: 10 }}
              />
            )}
            <Book
              rows={inBookOrder(rows.filter((row) => row.agencyCode === agency))}
              whole={!filters.q && !filters.type && !filters.state && !more}
              {...{ name, from, to, today }}
            />
          </>
        )}
      </Loaded>
    </>
  );
}

interface BookProps {
  readonly rows: readonly Item[];
  /** Nothing was filtered out: the numbers of the period must run without a hole. */
  readonly whole: boolean;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly today: string;
}
const HEADS = [
  'Số tiếp nhận',
  'Ngày nhận',
  'Họ tên, địa chỉ người gửi đơn',
  'Tóm tắt nội dung đơn',
  'Loại đơn, lĩnh vực',
  'Nguồn đơn',
  'Số người',
  'Kết quả xử lý, giai đoạn',
  'Hạn',
  'Ghi chú',
];

/** The signing-off never stands on a page of its own: this many last rows go with it. */
const WITH_END = 2;

function Book({ rows, whole, name, from, to, today }: BookProps) {
  return (
    <div {...SCROLLS} className="table-scroll">
      <article className="register-book" aria-label="Sổ tiếp nhận đơn">
        <header>
          <div className="book-agency">{name}</div>
          <h2>SỔ TIẾP NHẬN ĐƠN</h2>
          <div className="num">
            Từ ngày {day(from)} đến ngày {day(to)}
            {!whole && ' (trích theo điều kiện lọc)'}
          </div>
        </header>
        <table>
          <thead>
            <tr>
              {HEADS.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
            <tr className="book-columns" aria-hidden="true">
              {HEADS.map((head, i) => (
                <td key={head}>({i + 1})</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, -WITH_END).map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </tbody>
          <tbody className="book-close">
            {rows.slice(-WITH_END).map((row) => (
              <Row key={row.id} row={row} />
            ))}
            {rows.length === 0 && (
              <tr>
                <td colSpan={HEADS.length}>Không có đơn nào trong kỳ.</td>
              </tr>
            )}
            <tr className="book-end">
              <td colSpan={HEADS.length}>
                <SignOff rows={rows} whole={whole} today={today} />
              </td>
            </tr>
          </tbody>
        </table>
      </article>
    </div>
  );
}

function Row({ row }: { row: Item }) {
  const notes = [
    row.resendOf && 'Đơn gửi lại',
    row.voided && `Số đã hủy${row.voidReason ? `: ${row.voidReason}` : ''}`,
  ];
  return (
    <tr className={row.voided ? 'voided' : ''}>
      <td className="num">{row.registerLabel}</td>
      <td className="num">{day(row.receivedOn)}</td>
      {row.sealed ? (
        <td colSpan={2}>{MASKED}</td>
      ) : (
        <>
          <td>
            {row.petitionerName ?? 'Không ghi tên'}
            {row.address && <div>{row.address}</div>}
          </td>
          <td className="book-content">{row.excerpt}</td>
        </>
      )}
      <td>
        {label(PETITION_TYPE, row.type)}
        {row.field && <div>{row.field}</div>}
      </td>
      <td>{label(CHANNEL, row.channel)}</td>
      <td className="num r">{row.petitionerCount}</td>
      <td>{row.voided ? '' : row.stageTitle}</td>
      <td className="num">{row.voided ? '' : day(row.deadline?.dueOn)}</td>
      <td>{notes.filter(Boolean).join('. ')}</td>
    </tr>
  );
}

function SignOff({ rows, whole, today }: Pick<BookProps, 'rows' | 'whole' | 'today'>) {
  const [first, last] = [rows[0], rows.at(-1)];
  const voided = rows.filter((row) => row.voided).length;
  const unseen = whole ? unseenBetween(rows) : 0;
  return (
    <>
      {first && last && (
        <p className="num">
          Cộng {count(rows.length)} số, từ số {first.registerLabel} đến số {last.registerLabel}; trong đó{' '}
          {count(voided)} số đã hủy.
          {unseen > 0 &&
            ` ${count(unseen)} số trong khoảng này không in vì thuộc hồ sơ mà tài khoản in sổ không được xem.`}
        </p>
      )}
      <div className="book-sign">
        <div>
          <div className="strong">NGƯỜI GHI SỔ</div>
          <div>(ký, ghi rõ họ tên)</div>
        </div>
        <div>
          <div className="num">Ngày {day(today)}</div>
          <div className="strong">THỦ TRƯỞNG CƠ QUAN</div>
          <div>(ký, đóng dấu)</div>
        </div>
      </div>
    </>
  );
}
