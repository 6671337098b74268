import { Link } from 'react-router';
import type { Dto } from '../api/types.js';
import { pageOfList } from '../ui/api-link.js';
import { count } from '../ui/text.js';

const toneOf = ({ key, count: n }: Dto<'Tile'>): string =>
  n === 0 ? '' : key === 'overdue' ? 'red' : key === 'dueSoon' ? 'amber' : '';

/** The numbers of the place, each a link to its list. */
export function Tiles({ tiles, extra }: { tiles: readonly Dto<'Tile'>[]; extra?: React.ReactNode }) {
  return (
    <div className="cards">
      {extra}
      {tiles.map((tile) => {
        const page = pageOfList(tile.list);
        const inside = (
          <>
            <span className="figure">{count(tile.count)}</span>
            <div className="caption">{tile.title}</div>
          </>
        );
        return page ? (
          <Link key={tile.key} className={`card ${toneOf(tile)}`} to={page} title={tile.note}>
            {inside}
          </Link>
        ) : (
          <div key={tile.key} className={`card ${toneOf(tile)}`} title={tile.note}>
            {inside}
          </div>
        );
      })}
    </div>
  );
}
