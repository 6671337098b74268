import { Fragment, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { useToday } from '../sign-in/session.js';
import { day } from '../ui/dates.js';
import { markOf } from '../ui/deadline-words.js';
import { label, MASKED, PETITION_TYPE } from '../ui/labels.js';
import { DeadlineStatus } from '../ui/status.js';
import { shortAgency } from '../ui/text.js';

type Item = Dto<'PetitionListItem'>;

/** Columns beside the number, which every row has. */
export const PETITION_COLUMNS = [
  { key: 'received', title: 'Ngày nhận' },
  { key: 'petitioner', title: 'Người đứng đơn' },
  { key: 'content', title: 'Nội dung' },
  { key: 'type', title: 'Loại, lĩnh vực' },
  { key: 'agency', title: 'Cơ quan' },
  { key: 'stage', title: 'Giai đoạn' },
  { key: 'deadline', title: 'Thời hạn' },
] as const;
type ColumnKey = (typeof PETITION_COLUMNS)[number]['key'];

export function PetitionTable({ rows, shows }: { rows: readonly Item[]; shows: (key: ColumnKey) => boolean }) {
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone">
        <thead>
          <tr>
            <th>Số</th>
            {PETITION_COLUMNS.filter(({ key }) => shows(key)).map(({ key, title }) => (
              <th key={key}>{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <PetitionRow key={row.id} row={row} shows={shows} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PetitionRow({ row, shows }: { row: Item; shows: (key: ColumnKey) => boolean }) {
  const today = useToday();
  const cells: Record<ColumnKey, ReactNode> = {
    received: (
      <td className="nowrap num" data-label="Ngày nhận">
        {day(row.receivedOn)}
      </td>
    ),
    petitioner: row.sealed ? (
      <td className="muted">{MASKED}</td>
    ) : (
      <td style={{ minWidth: 150 }}>
        {row.petitionerName ?? <span className="muted">Không ghi tên</span>}
        {row.petitionerCount > 1 && <span className="muted small"> và {row.petitionerCount - 1} người khác</span>}
        <div className="muted small clamp">{row.address}</div>
      </td>
    ),
    content: row.sealed ? (
      <td className="muted">{shows('petitioner') ? '' : MASKED}</td>
    ) : (
      <td style={{ minWidth: 200, maxWidth: 340 }}>
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
    agency: (
      <td className="small" style={{ minWidth: 110 }}>
        {shortAgency(row.agencyName)}
      </td>
    ),
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
      {PETITION_COLUMNS.filter(({ key }) => shows(key)).map(({ key }) => (
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
