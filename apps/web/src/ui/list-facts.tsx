import { day, instant } from './dates.js';
import { count } from './text.js';
import './list-facts.css';

interface Props {
  readonly list: {
    readonly value: number | null;
    readonly count: number;
    readonly from: string;
    readonly to: string;
    readonly knownAt: string;
    readonly filters: readonly string[];
    readonly listHash: string;
    readonly source: string;
  };
  readonly unit: string;
  readonly sourceTitle: string;
}

/** What the list behind a number says of itself: how much, of when, as known at, and the hash it can be checked by. */
export function ListFacts({ list, unit, sourceTitle }: Props) {
  const { value } = list;
  return (
    <dl className="facts figure-facts panel">
      <dt>Con số</dt>
      <dd className="num strong">
        {value === null ? '— (không có gì ghi lại)' : `${count(value)} ${unit}`}
        {value !== null && value !== list.count && ` trong ${count(list.count)} dòng`}
      </dd>
      <dt>Kỳ</dt>
      <dd>
        {day(list.from)} – {day(list.to)}
      </dd>
      <dt>Biết đến</dt>
      <dd>{instant(list.knownAt)}</dd>
      {list.filters.length > 0 && (
        <>
          <dt>Bộ lọc</dt>
          <dd>{list.filters.join('; ')}</dd>
        </>
      )}
      <dt>Mã băm danh sách</dt>
      <dd>
        <code>{list.listHash}</code>
      </dd>
      <dt>{sourceTitle}</dt>
      <dd className="muted">{list.source}</dd>
    </dl>
  );
}
