import { Fragment, memo, type ReactNode, useDeferredValue } from 'react';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { markOf } from '../ui/deadline-words.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { DeadlineStatus } from '../ui/status.js';
import { shortAgency } from '../ui/text.js';

type Item = Dto<'PetitionListItem'>;

/** Columns beside the number, which every row has, and the share each asks for of the width that numbers and days leave. */
export const PETITION_COLUMNS = [
  { key: 'received', title: 'Ngày nhận', share: 0 },
  { key: 'petitioner', title: 'Người đứng đơn', share: 19 },
  { key: 'content', title: 'Nội dung', share: 25 },
  { key: 'type', title: 'Loại, lĩnh vực', share: 13 },
  { key: 'agency', title: 'Cơ quan', share: 13 },
  { key: 'stage', title: 'Giai đoạn', share: 14 },
  { key: 'deadline', title: 'Thời hạn', share: 19 },
] as const;
type ColumnKey = (typeof PETITION_COLUMNS)[number]['key'];
const NARROW = { width: 106 };

/**
 * A keyset list, page by page. Columns keep their widths while rows are added, and only the new page is laid out; rows are drawn
 * when the person's own acts have been answered.
 */
export function PetitionTable({
  pages,
  shows,
}: {
  pages: readonly { readonly items: readonly Item[] }[];
  shows: (key: ColumnKey) => boolean;
}) {
  const today = useToday();
  const columns = PETITION_COLUMNS.filter(({ key }) => shows(key));
  const shown = useDeferredValue(pages);
  const keys = useDeferredValue(columns.map(({ key }) => key).join());
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const width = (share: number) => (share === 0 ? NARROW : { width: `${(80 * share) / whole}%` });
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone steady">
        <thead>
          <tr>
            <th style={NARROW}>Số</th>
            {columns.map(({ key, title, share }) => (
              <th key={key} style={width(share)}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        {shown.map(({ items }) => (
          <PetitionPage key={items[0]?.id} rows={items} keys={keys} today={today} />
        ))}
      </table>
    </div>
  );
}

const PetitionPage = memo(function PetitionPage({
  rows,
  keys,
  today,
}: {
  rows: readonly Item[];
  keys: string;
  today: string;
}) {
  const columns = keys.split(',') as ColumnKey[];
  return (
    <tbody>
      {rows.map((row) => (
        <PetitionRow key={row.id} row={row} columns={columns} today={today} />
      ))}
    </tbody>
  );
});

function PetitionRow({ row, columns, today }: { row: Item; columns: readonly ColumnKey[]; today: string }) {
  const cells: Record<ColumnKey, ReactNode> = {
    received: (
      <td className="nowrap num" data-label="Ngày nhận">
        {day(row.receivedOn)}
      </td>
    ),
    petitioner: row.sealed ? (
      <td className="muted">{MASKED}</td>
    ) : (
      <td>
        {row.petitionerName ?? <span className="muted">Không ghi tên</span>}
        {row.petitionerCount > 1 && <span className="muted small"> và {row.petitionerCount - 1} người khác</span>}
        <div className="muted small clamp">{row.address}</div>
      </td>
    ),
    content: row.sealed ? (
      <td className="muted">{columns.includes('petitioner') ? '' : MASKED}</td>
    ) : (
      <td>
        <span className="clamp">{row.excerpt}</span>
        {row.resendOf && <span className="mark">gửi lại</span>}
      </td>
    ),
    type: (
      <td>
        <div>{label(PETITION_TYPE, row.type)}</div>
        <div className="muted small">{row.field}</div>
      </td>
    ),
    agency: <td className="small">{shortAgency(row.agencyName)}</td>,
    stage: <td>{row.voided ? <span className="mark">Số đã hủy</span> : row.stageTitle}</td>,
    deadline: (
      <td>
        {row.deadline ? (
          <DeadlineCell deadline={row.deadline} today={today} />
        ) : (
          !row.voided && <span className="muted small">Không có hạn đang chạy</span>
        )}
      </td>
    ),
  };
  return (
    <tr>
      <td className="nowrap num strong" data-label="Số">
        {row.caseFileId ? <Link to={`/ho-so/${row.caseFileId}`}>{row.registerLabel}</Link> : row.registerLabel}
      </td>
      {columns.map((key) => (
        <Fragment key={key}>{cells[key]}</Fragment>
      ))}
    </tr>
  );
}

function DeadlineCell({ deadline, today }: { deadline: NonNullable<Item['deadline']>; today: string }) {
  return (
    <>
      <DeadlineStatus deadline={deadline} today={today} />
      <div className="muted small">
        {deadline.title}
        {markOf(deadline) && ` · ${markOf(deadline)}`}
      </div>
    </>
  );
}
