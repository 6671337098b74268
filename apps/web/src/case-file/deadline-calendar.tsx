import type { Dto } from '../api/types.js';
import { addDays, day, isoWeekday, weekday } from '../ui/dates.js';
import './deadline-calendar.css';

type Explained = Dto<'ExplainedDay'>;
interface Cell {
  readonly date: string;
  readonly kinds: readonly string[];
  readonly words: readonly string[];
  readonly note: string;
}

const WHY: Record<string, string> = {
  weekend: 'cuối tuần',
  holiday: 'nghỉ lễ',
  makeup: 'ngày làm bù',
  suspended: 'tạm đình chỉ giải quyết',
  start: 'ngày bắt đầu, không tính',
};

interface Props {
  readonly explanation: Dto<'DeadlineExplanation'>;
  readonly pauses: readonly Dto<'Pause'>[];
  readonly today: string;
}

/** From the month of the start to the month of the end, every day with its reason. */
export function DeadlineCalendar({ explanation, pauses, today }: Props) {
  const byDate = new Map(explanation.days.map((d) => [d.date, d]));
  const counted = explanation.days.filter((d) => d.counted);
  const order = new Map(counted.map((d, i) => [d.date, i + 1]));
  const open = pauses.some((pause) => pause.to === null);
  const last = [
    open ? today : null,
    explanation.due,
    explanation.ifDecided?.due,
    explanation.rawEnd,
    explanation.days.at(-1)?.date,
  ]
    .filter((d): d is string => Boolean(d))
    .reduce((a, b) => (a > b ? a : b), explanation.startOn);
  const months = monthsBetween(explanation.startOn, last);
  const cell = (date: string): Cell =>
    describe(date, { explanation, explained: byDate.get(date), order: order.get(date), pauses, today });
  return (
    <div>
      <div className="months">
        {months.map((month) => (
          <table className="month" key={month}>
            <caption>
              Tháng {+month.slice(5, 7)}/{month.slice(0, 4)}
            </caption>
            <thead>
              <tr>
                {['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'].map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(month).map((week, i) => (
                <tr key={i}>
                  {week.map((date, j) =>
                    date ? <DayCell key={date} cell={cell(date)} /> : <td key={j} aria-hidden="true" />,
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <div className="legend small" aria-hidden="true">
        <span>
          <i className="k start" /> bắt đầu (không tính)
        </span>
        <span>
          <i className="k counted" /> ngày được tính
        </span>
        <span>
          <i className="k weekend" /> cuối tuần
        </span>
        <span>
          <i className="k holiday" /> nghỉ lễ
        </span>
        <span>
          <i className="k suspended" /> tạm đình chỉ
        </span>
        <span>
          <i className="k warn" /> nên xong trước
        </span>
        <span>
          <i className="k due" /> hết hạn
        </span>
        {explanation.ifDecided && (
          <span>
            <i className="k maybe" /> hết hạn nếu ngày nghỉ đề xuất được quyết định
          </span>
        )}
      </div>
      <Skipped days={explanation.days} countedDays={counted.length} paused={open} />
    </div>
  );
}

function DayCell({ cell }: { cell: Cell }) {
  const said = `${weekday(cell.date)} ${day(cell.date)}${cell.words.length ? `: ${cell.words.join(', ')}` : ''}`;
  return (
    <td className={cell.kinds.join(' ')} title={said}>
      <span aria-hidden="true">{+cell.date.slice(8, 10)}</span>
      {cell.note && <small aria-hidden="true">{cell.note}</small>}
      <span className="visually-hidden">{said}</span>
    </td>
  );
}

function describe(
  date: string,
  at: {
    explanation: Dto<'DeadlineExplanation'>;
    explained: Explained | undefined;
    order: number | undefined;
    pauses: Props['pauses'];
    today: string;
  },
): Cell {
  const { explanation, explained, order, pauses, today } = at;
  const kinds: string[] = [];
  const words: string[] = [];
  let note = '';
  if (date === explanation.startOn) {
    kinds.push('start');
    words.push('ngày bắt đầu, không tính');
  } else if (explained?.counted) {
    kinds.push('counted');
    words.push(`ngày thứ ${order}`);
    note = String(order);
  } else if (explained?.reason) {
    kinds.push(explained.reason);
    words.push(
      `không tính: ${explained.name ?? WHY[explained.reason]}${explained.basis ? ` (${explained.basis})` : ''}`,
    );
  } else if (pauses.some((pause) => date >= pause.from && date <= (pause.to ?? today))) {
    kinds.push('suspended');
    words.push('tạm đình chỉ giải quyết');
  } else kinds.push('outside');
  if (date === explanation.rawEnd && date !== explanation.due) words.push('hết số ngày, rơi vào ngày nghỉ nên lùi');
  if (date === explanation.warnOn && date !== explanation.due) {
    kinds.push('warn');
    words.push('nên xong trước ngày này');
  }
  if (date === explanation.ifDecided?.due && date !== explanation.due) {
    kinds.push('maybe');
    words.push('hết hạn nếu ngày nghỉ đang đề xuất được quyết định');
  }
  if (date === explanation.due) {
    kinds.push('due');
    words.push('hết hạn');
    note = 'hạn';
  }
  if (date === today) {
    kinds.push('today');
    words.push('hôm nay');
  }
  return { date, kinds, words, note };
}

/** Why some days were left out, in words: the weekends in one line, every holiday by name and paper. */
function Skipped({ days, countedDays, paused }: { days: readonly Explained[]; countedDays: number; paused: boolean }) {
  const skipped = days.filter((d) => !d.counted && d.reason !== 'start');
  const weekends = skipped.filter((d) => d.reason === 'weekend').length;
  const named = skipped.filter((d) => d.reason !== 'weekend' && d.reason !== 'suspended');
  const suspended = skipped.filter((d) => d.reason === 'suspended').length;
  return (
    <ul className="skipped">
      <li>
        Được tính <strong className="num">{countedDays}</strong> ngày
        {weekends > 0 && (
          <>
            , bỏ qua <span className="num">{weekends}</span> ngày cuối tuần
          </>
        )}
        {suspended > 0 && !paused && (
          <>
            , <span className="num">{suspended}</span> ngày tạm đình chỉ giải quyết
          </>
        )}
        .
      </li>
      {named.map((d) => (
        <li key={d.date}>
          <span className="num">{day(d.date)}</span> {weekday(d.date).toLowerCase()}: {d.name ?? WHY[d.reason ?? '']}
          {d.basis && <span className="muted"> ({d.basis})</span>}
          {d.confirmed === false && <span className="mark amber"> chưa xác nhận</span>}
        </li>
      ))}
    </ul>
  );
}

function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = `${from.slice(0, 7)}-01`; at <= to && months.length < 36;) {
    months.push(at);
    at = `${addDays(at, 32).slice(0, 7)}-01`;
  }
  return months;
}

function weeksOf(month: string): (string | null)[][] {
  const weeks: (string | null)[][] = [];
  let week: (string | null)[] = Array.from({ length: isoWeekday(month) - 1 }, () => null);
  for (let at = month; at.slice(0, 7) === month.slice(0, 7); at = addDays(at, 1)) {
    week.push(at);
    if (week.length === 7) {
      weeks.push(week);
      week = [];
    }
  }
  if (week.length > 0) weeks.push([...week, ...Array.from({ length: 7 - week.length }, () => null)]);
  return weeks;
}
