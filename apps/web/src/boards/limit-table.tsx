import { Checkbox } from 'antd';
import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { day } from '../ui/dates.js';
import { MASKED } from '../ui/labels.js';
import { DeadlineStatus } from '../ui/status.js';
import { capital, shortAgency } from '../ui/text.js';
import { LatestStart } from './latest-start.js';
import type { Picked } from './use-picked.js';

type Item = Dto<'OverdueItem'>;

interface Props {
  readonly rows: readonly Item[];
  readonly asOf: string;
  readonly caption: string;
  /** Files may be picked for an act on several at once. */
  readonly picked?: Picked;
  /** Shows the last day to start a next step of so many working days. */
  readonly stepDays?: number;
}

/** Limits of files, the one that ends first on top. */
export function LimitTable({ rows, asOf, caption, picked, stepDays }: Props) {
  const files = [...new Set(rows.map(({ caseFileId }) => caseFileId))];
  return (
    <div className="table-scroll">
      <table className="data cards-on-phone limits">
        <caption className="num" role="status">
          {caption}
        </caption>
        <thead>
          <tr>
            {picked && (
              <th className="pick">
                <Checkbox
                  aria-label="Chọn mọi hồ sơ đang hiện"
                  checked={files.length > 0 && files.every((id) => picked.has(id))}
                  onChange={({ target }) => picked.set(files, target.checked)}
                />
              </th>
            )}
            <th>Tình trạng</th>
            <th>Đơn</th>
            <th>Thời hạn</th>
            {stepDays !== undefined && <th>Bắt đầu muộn nhất</th>}
            <th>Đang ở ai</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.deadlineId} className={picked?.has(row.caseFileId) ? 'picked' : ''}>
              {picked && (
                <td className="pick">
                  <Checkbox
                    aria-label={`Chọn hồ sơ ${row.registerLabel}`}
                    checked={picked.has(row.caseFileId)}
                    onChange={({ target }) => picked.set([row.caseFileId], target.checked)}
                  />
                </td>
              )}
              <td className="nowrap">
                <DeadlineStatus deadline={row} today={asOf} />
                <div className="muted small num">hạn {day(row.dueOn)}</div>
                {row.workingDaysLate > 0 && (
                  <div className="muted small num">
                    {row.workingDaysLate} ngày làm việc{row.rung > 0 && `, nấc ${row.rung}`}
                  </div>
                )}
              </td>
              <td style={{ minWidth: 150 }}>
                <Link className="strong num" to={`/ho-so/${row.caseFileId}`}>
                  {row.registerLabel}
                </Link>{' '}
                {row.sealed ? <span className="muted">{MASKED}</span> : row.petitionerName}
                <div className="muted small">
                  {row.procedureTitle}: {row.stageTitle}
                </div>
              </td>
              <td style={{ minWidth: 160 }}>
                {row.title}
                <div className="muted small">{row.citation}</div>
              </td>
              {stepDays !== undefined && (
                <td className="num nowrap" data-label="Bắt đầu muộn nhất">
                  {row.startBy ? (
                    <LatestStart on={row.startBy} today={asOf} due={row.dueOn} days={stepDays} />
                  ) : (
                    <span className="muted">–</span>
                  )}
                </td>
              )}
              <td>
                {capital(row.inHandsOf)}
                <div className="muted small">{shortAgency(row.agencyName)}</div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
