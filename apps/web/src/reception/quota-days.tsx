import { Link } from 'react-router';
import { day } from '../ui/dates.js';
import { Empty, Loaded } from '../ui/feedback.js';
import { Status } from '../ui/status.js';
import { shortAgency } from '../ui/text.js';
import { STAGE_TONE, useSessions } from './reception-queries.js';

export const QUOTA_WORDS: Readonly<Record<string, string>> = {
  held: 'Ngày người đứng đầu đã trực tiếp tiếp',
  heldByOther: 'Ngày người khác tiếp thay',
  upcoming: 'Ngày tiếp còn theo lịch',
  postponed: 'Ngày tiếp đang lùi lịch',
};

interface Asked {
  readonly quota: string;
  readonly from: string;
  readonly to: string;
  readonly agency?: string | undefined;
  readonly leader?: string | undefined;
}

/** The sessions behind a number of the panel. Days are counted: two sessions on one day are one. */
export function QuotaDays({ quota, ...asked }: Asked) {
  const sessions = useSessions({ quota, ...asked });
  return (
    <section className="panel" aria-labelledby="quota-days">
      <h2 id="quota-days">{QUOTA_WORDS[quota]}</h2>
      <Loaded query={sessions}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty>
              Không có buổi nào từ {day(asked.from)} đến {day(asked.to)}.
            </Empty>
          ) : (
            <table className="data cards-on-phone">
              <caption className="num">
                {new Set(rows.map(({ heldOn }) => heldOn)).size} ngày, {rows.length} buổi, từ {day(asked.from)} đến{' '}
                {day(asked.to)}
              </caption>
              <thead>
                <tr>
                  <th scope="col">Ngày</th>
                  <th scope="col">Buổi</th>
                  <th scope="col">Người đứng đầu</th>
                  <th scope="col">Tình trạng</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((one) => (
                  <tr key={one.id}>
                    <td data-label="Ngày" className="num">
                      <Link to={`/tiep-cong-dan/buoi/${one.id}`}>{day(one.heldOn)}</Link>
                    </td>
                    <td data-label="Buổi" className="num">
                      {one.startsAt} {one.kindTitle}
                    </td>
                    <td data-label="Người đứng đầu">
                      {one.leader?.fullName}
                      <div className="small muted">{shortAgency(one.agency.name)}</div>
                    </td>
                    <td data-label="Tình trạng">
                      <Status tone={STAGE_TONE[one.stage] ?? 'none'}>{one.stageTitle}</Status>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </section>
  );
}
