import { Qr } from '../counter/qr.js';
import type { Dto } from '../api/types.js';
import { day, daysBetween, weekday } from '../ui/dates.js';
import { RatingQuestion } from './rating-question.js';

type Status = Dto<'PublicStatus'>;

/** Where the petition is, until when, what comes next and what its sender may do: as much as the API says and no more. */
export function StatusAnswer({ code, status, onRated }: { code: string; status: Status; onRated: () => void }) {
  const { next, mayDo, rating } = status;
  return (
    <>
      <section className="answer" aria-labelledby="stage">
        <p className="label">Hiện nay</p>
        <h2 id="stage">{status.stage}</h2>
        <dl>
          {status.agencyName && (
            <>
              <dt>Nơi nhận đơn</dt>
              <dd>{status.agencyName}</dd>
            </>
          )}
          {status.registerLabel && (
            <>
              <dt>Số tiếp nhận</dt>
              <dd className="num">{status.registerLabel}</dd>
            </>
          )}
          <dt>Cơ quan nhận đơn ngày</dt>
          <dd className="num">{day(status.receivedOn)}</dd>
          {status.closedOn && (
            <>
              <dt>Xong ngày</dt>
              <dd className="num">{day(status.closedOn)}</dd>
            </>
          )}
          <Limit status={status} />
        </dl>
        {status.explanation && <p className="why">{status.explanation}</p>}
        {status.paused && <p className="why">Việc giải quyết đang tạm dừng; những ngày tạm dừng không tính vào hạn.</p>}
        <Days status={status} />
        {next && (
          <>
            <h3>Tiếp theo</h3>
            <p>{next}</p>
          </>
        )}
        {mayDo.length > 0 && (
          <>
            <h3>Ông/bà có thể</h3>
            <ul>
              {mayDo.map(({ text, citation }) => (
                <li key={text}>
                  {text} {citation && <span className="law">({citation})</span>}
                </li>
              ))}
            </ul>
          </>
        )}
        <p className="label num">Cập nhật ngày {day(status.asOf)}</p>
        <PrintedCode code={code} />
      </section>
      {rating && <RatingQuestion code={code} rating={rating} onRated={onRated} />}
      <button type="button" className="big plain no-print" onClick={() => window.print()}>
        In trang này
      </button>
    </>
  );
}

function Limit({ status: { dueOn, asOf, closedOn } }: { status: Status }) {
  if (!dueOn || closedOn) return null;
  const left = daysBetween(asOf, dueOn);
  return (
    <>
      <dt>Hạn của bước này là hết ngày</dt>
      <dd className="num">
        {day(dueOn)}
        <span className="left">
          {left > 0 ? `còn ${left} ngày` : left === 0 ? 'là hôm nay' : `đã quá ${-left} ngày`}
        </span>
        {left < 0 && (
          <span className="left" style={{ display: 'block', margin: '4px 0 0' }}>
            Bước này đang chậm so với thời hạn. Ông/bà có thể hỏi nơi đã nhận đơn.
          </span>
        )}
      </dd>
    </>
  );
}

const REASON: Readonly<Record<string, string>> = {
  weekend: 'ngày nghỉ cuối tuần',
  holiday: 'ngày lễ',
  makeup: 'ngày làm bù',
  suspended: 'đang tạm dừng giải quyết',
  start: 'ngày bắt đầu, không tính',
};

/** Why the limit ends on that day, day by day, behind a fold. */
function Days({ status: { days, dueOn } }: { status: Status }) {
  if (days.length === 0 || !dueOn) return null;
  let number = 0;
  return (
    <details>
      <summary>Vì sao ra ngày này: xem từng ngày</summary>
      <table className="days num">
        <caption className="label" style={{ textAlign: 'left' }}>
          Được tính {days.filter(({ counted }) => counted).length} ngày, đến hết ngày {day(dueOn)}.
        </caption>
        <thead>
          <tr>
            <th scope="col">Ngày</th>
            <th scope="col">Được tính</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ date, counted, reason, name }) => (
            <tr key={date} className={counted ? '' : 'off'}>
              <td>
                {weekday(date)}, {day(date)}
              </td>
              <td>
                {counted ? `ngày thứ ${(number += 1)}` : `Không tính: ${name ?? REASON[reason ?? ''] ?? 'ngày nghỉ'}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** On paper the page says how to ask again. */
function PrintedCode({ code }: { code: string }) {
  const link = new URL(`/tra-cuu/${encodeURIComponent(code)}`, window.location.origin).href;
  return (
    <div className="print-only receipt-public">
      <dl>
        <dt>Mã tra cứu</dt>
        <dd className="code">{code}</dd>
      </dl>
      <Qr text={link} label="Mã QR mở lại trang này" />
    </div>
  );
}
