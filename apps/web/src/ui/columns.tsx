import { Button, Popover } from 'antd';
import { useSearchParams } from 'react-router';
import { useSetting } from '../settings/use-setting.js';
import { addressNow } from './url-filters.js';

export interface ColumnChoice<K extends string> {
  readonly key: K;
  readonly title: string;
}

/** Which columns a list shows: the address says so (a link carries it), else the person's own choice, else all. */
export function useColumns<K extends string>(
  page: string,
  all: readonly ColumnChoice<K>[],
): { shows: (key: K) => boolean; picker: React.ReactNode } {
  const [params, setParams] = useSearchParams();
  const [chosen, setChosen] = useSetting<Readonly<Record<string, readonly string[]>>>('columns', {});
  const named = params.get('cot')?.split(',') ?? chosen[page];
  const shown = named ? all.filter(({ key }) => named.includes(key)) : all;
  const choose = (keys: readonly string[]) => {
    setChosen({ ...chosen, [page]: keys });
    setParams(
      () => {
        const next = addressNow();
        if (keys.length === all.length) next.delete('cot');
        else next.set('cot', keys.join(','));
        return next;
      },
      { replace: true },
    );
  };
  const picker = (
    <Popover
      trigger="click"
      placement="bottomRight"
      title="Cột hiển thị"
      content={
        // Plain boxes: seven of the library's take longer to appear than a person's finger.
        <fieldset className="stack column-boxes">
          {all.map(({ key, title }) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={shown.some((column) => column.key === key)}
                onChange={({ target }) =>
                  choose(
                    all.filter((one) => (one.key === key ? target.checked : shown.includes(one))).map((one) => one.key),
                  )
                }
              />
              {title}
            </label>
          ))}
        </fieldset>
      }
    >
      <Button>Cột{shown.length < all.length && ` (${shown.length}/${all.length})`}</Button>
    </Popover>
  );
  return { shows: (key) => shown.some((column) => column.key === key), picker };
}
