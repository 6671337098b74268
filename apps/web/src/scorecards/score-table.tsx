import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { Empty } from '../ui/feedback.js';
import { SCROLLS } from '../ui/scrolls.js';
import { count } from '../ui/text.js';
import { scoreListPage, type ScoreFilters } from './score-queries.js';

type Card = Dto<'Scorecard'>;
type Measure = Dto<'ScoreMeasure'>;

interface TableProps {
  readonly heading: string;
  readonly whose: 'agency' | 'leader';
  readonly measures: readonly Measure[];
  readonly total: Card | null;
  readonly rows: readonly Card[];
  readonly filters: ScoreFilters;
}

/** One group of measures, a row for each agency or leader; a share stands behind the measure that is its whole. */
export function ScoreTable({ heading, whose, measures, total, rows, filters }: TableProps) {
  if (rows.length === 0) return <Empty>Không có ai trong phạm vi và kỳ này.</Empty>;
  const shares = (card: Card) => card.shares.filter(({ whole }) => measures.some(({ measure }) => measure === whole));
  const narrowed = (card: Card): ScoreFilters =>
    card.key === ''
      ? filters
      : whose === 'agency'
        ? { ...filters, agency: card.key, reach: 'own' }
        : { ...filters, leader: card.key };
  return (
    <>
      <div {...SCROLLS} className="table-scroll">
        <table className="data cards-on-phone score-table">
          <caption className="visually-hidden">{heading}</caption>
          <thead>
            <tr>
              <th scope="col">{whose === 'agency' ? 'Cơ quan' : 'Người lãnh đạo'}</th>
              {measures.map(({ measure, title, unit }) => (
                <th key={measure} scope="col" className="num">
                  {title} <span className="muted small">({unit})</span>
                </th>
              ))}
              {shares(rows[0]!).map(({ share, title }) => (
                <th key={share} scope="col" className="num">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...(total ? [total] : []), ...rows].map((card) => (
              <tr key={card.key} className={card.key === '' ? 'strong' : undefined}>
                <th scope="row">
                  {card.name}
                  {card.beside && <div className="small muted">{card.beside}</div>}
                </th>
                {measures.map(({ measure, title }) => (
                  <td key={measure} className="num" data-label={title}>
                    <Value card={card} measure={measure} to={scoreListPage(measure, narrowed(card))} />
                  </td>
                ))}
                {shares(card).map(({ share, title, text }) => (
                  <td key={share} className="num" data-label={title}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <details className="small score-sources">
        <summary>Cách đếm và căn cứ</summary>
        <dl>
          {measures.map(({ measure, title, says, source }) => (
            <div key={measure}>
              <dt>{title}</dt>
              <dd>
                {says} <span className="muted">{source}.</span>
              </dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  );
}

function Value({ card, measure, to }: { card: Card; measure: string; to: string }) {
  const value = card.values.find((one) => one.measure === measure)?.value ?? null;
  return value === null ? <span aria-label="không có gì ghi lại">—</span> : <Link to={to}>{count(value)}</Link>;
}
