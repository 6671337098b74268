import { addDays, day, isoWeekday, weekday } from '../../ui/dates.js';
import { KIND, type Entry } from './words.js';
import './calendar.css';

const WEEK = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN'];
const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** The twelve months of a year; each day that is not as its weekday says has its reason. */
export function YearGrid({ year, entries, today }: { year: number; entries: readonly Entry[]; today: string }) {
  const byDate = new Map(entries.map((entry) => [entry.date, entry]));
  return (
    <>
      <div className="year-months">
        {MONTHS.map((month) => (
          <table className="year-month" key={month}>
            <caption>Tháng {+month}</caption>
            <thead>
              <tr>
                {WEEK.map((name) => (
                  <th key={name} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(`${year}-${month}-01`).map((week, index) => (
                <tr key={index}>
                  {week.map((date, at) =>
                    date ? (
                      <Day key={date} date={date} entry={byDate.get(date)} today={today} />
                    ) : (
                      <td key={at} aria-hidden="true" />
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      <Legend />
    </>
  );
}

function Day({ date, entry, today }: { date: string; entry: Entry | undefined; today: string }) {
  const kinds = [entry ? kindOf(entry) : isoWeekday(date) > 5 ? 'weekend' : 'work'];
  if (entry && !entry.confirmed) kinds.push('unconfirmed');
  if (date === today) kinds.push('today');
  const said = [
    `${weekday(date)} ${day(date)}`,
    ...(entry ? [wordsOf(entry)] : []),
    ...(date === today ? ['hôm nay'] : []),
  ].join(', ');
  return (
    <td className={kinds.join(' ')} {...(entry ? { title: said } : {})}>
      <span aria-hidden="true">{+date.slice(8)}</span>
      {entry && !entry.confirmed && <b aria-hidden="true">?</b>}
      <span className="visually-hidden">{said}</span>
    </td>
  );
}

/** How a day looks; a proposal is drawn as one, not as what it may become. */
export function kindOf({ kind, possible, offKind }: Entry): string {
  if (possible) return 'possible';
  if (kind === 'off') return offKind === 'swap' ? 'swap' : 'off';
  return kind;
}

export const wordsOf = (entry: Entry): string =>
  [
    entry.possible ? 'mới đề xuất' : (KIND[entry.kind] ?? '').toLowerCase(),
    entry.name,
    entry.basis,
    ...(entry.confirmed ? [] : ['chưa xác nhận']),
  ].join(', ');

function Legend() {
  const items: [string, string][] = [
    ['off', 'nghỉ lễ, Tết, nghỉ bù'],
    ['swap', 'nghỉ hoán đổi'],
    ['makeup', 'làm bù'],
    ['ordinary', 'bãi bỏ nghỉ, làm bù'],
    ['possible', 'mới đề xuất, chưa tính là ngày nghỉ'],
    ['weekend', 'nghỉ hằng tuần'],
  ];
  return (
    <div className="year-legend small">
      {items.map(([kind, words]) => (
        <span key={kind}>
          <i className={`year-key ${kind}`} aria-hidden="true" /> {words}
        </span>
      ))}
      <span>
        <b aria-hidden="true">?</b> chưa có văn bản xác nhận
      </span>
    </div>
  );
}

function weeksOf(first: string): (string | null)[][] {
  const days: (string | null)[] = Array.from({ length: isoWeekday(first) - 1 }, () => null);
  for (let at = first; at.slice(0, 7) === first.slice(0, 7); at = addDays(at, 1)) days.push(at);
  while (days.length % 7) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7));
}
