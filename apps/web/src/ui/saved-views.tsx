import { App, Button, Popover } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSetting } from '../settings/use-setting.js';

const NameView = lazy(() => import('./name-view.js').then((m) => ({ default: m.NameView })));

interface View {
  readonly name: string;
  /** The query string of the list, without what was typed to find somebody. */
  readonly search: string;
}
type Views = Readonly<Record<string, readonly View[]>>;

const MOST = 12;

/** Filters and columns under a name of one's own; each is a link that can be sent to a colleague. */
export function SavedViews({ page }: { page: string }) {
  const { message } = App.useApp();
  const [params, setParams] = useSearchParams();
  const [views, setViews, known] = useSetting<Views>('views', {});
  const [open, setOpen] = useState(false);
  const [naming, setNaming] = useState(false);
  const mine = views[page] ?? [];
  const here = withoutTyped(params);
  const store = (next: readonly View[]) => setViews({ ...views, [page]: next });
  const save = (name: string) => {
    store([...mine.filter((view) => view.name !== name), { name, search: here }].slice(-MOST));
    setNaming(false);
  };
  const show = (view: View) => {
    setOpen(false);
    setParams(new URLSearchParams(view.search));
  };
  const copy = async () => {
    setOpen(false);
    await navigator.clipboard.writeText(`${window.location.origin}${window.location.pathname}?${params.toString()}`);
    void message.success('Đã chép liên kết của danh sách này');
  };
  return (
    <>
      <Popover
        trigger="click"
        placement="bottomRight"
        open={open}
        onOpenChange={setOpen}
        content={
          <ul className="plain-menu">
            {mine.map((view) => (
              <li key={view.name} className="row">
                <Button type="text" className="grow" onClick={() => show(view)}>
                  {view.name}
                </Button>
                <Button
                  type="text"
                  aria-label={`Bỏ “${view.name}”`}
                  onClick={() => store(mine.filter((other) => other !== view))}
                >
                  Bỏ
                </Button>
              </li>
            ))}
            <li>
              <Button type="text" block onClick={() => (setOpen(false), setNaming(true))}>
                Lưu bộ lọc và cột đang xem…
              </Button>
            </li>
            <li>
              <Button type="text" block onClick={() => void copy()}>
                Chép liên kết danh sách này
              </Button>
            </li>
          </ul>
        }
      >
        <Button disabled={!known} aria-expanded={open}>
          Bộ lọc đã lưu{mine.length > 0 && ` (${mine.length})`}
        </Button>
      </Popover>
      <Suspense fallback={null}>{naming && <NameView onSave={save} onClose={() => setNaming(false)} />}</Suspense>
    </>
  );
}

function withoutTyped(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  for (const name of ['q', 'tim', 'cursor']) kept.delete(name);
  return kept.toString();
}
