import { App, Button, Dropdown, Input, Modal } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { useSetting } from '../settings/use-setting.js';

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
  const [naming, setNaming] = useState<string | null>(null);
  const mine = views[page] ?? [];
  const here = withoutTyped(params);
  const store = (next: readonly View[]) => setViews({ ...views, [page]: next });
  const save = () => {
    const name = naming?.trim();
    if (!name) return;
    store([...mine.filter((view) => view.name !== name), { name, search: here }].slice(-MOST));
    setNaming(null);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}${window.location.pathname}?${params.toString()}`);
    void message.success('Đã chép liên kết của danh sách này');
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            ...mine.map((view) => ({
              key: `v:${view.name}`,
              label: view.name,
              onClick: () => setParams(new URLSearchParams(view.search)),
            })),
            ...(mine.length > 0 ? [{ type: 'divider' as const }] : []),
            { key: 'save', label: 'Lưu bộ lọc và cột đang xem…', onClick: () => setNaming('') },
            { key: 'copy', label: 'Chép liên kết danh sách này', onClick: () => void copy() },
            ...mine.map((view) => ({
              key: `x:${view.name}`,
              label: `Bỏ “${view.name}”`,
              onClick: () => store(mine.filter((other) => other !== view)),
            })),
          ],
        }}
      >
        <Button disabled={!known}>Bộ lọc đã lưu{mine.length > 0 && ` (${mine.length})`}</Button>
      </Dropdown>
      <Modal
        open={naming !== null}
        title="Lưu bộ lọc và cột đang xem"
        okText="Lưu"
        okButtonProps={{ disabled: !naming?.trim() }}
        onOk={save}
        onCancel={() => setNaming(null)}
        destroyOnHidden
      >
        <p className="muted">Từ khóa đang tìm không được lưu, vì có thể là họ tên của công dân.</p>
        <Input
          autoFocus
          aria-label="Tên bộ lọc"
          placeholder="Ví dụ: Đất đai quá hạn"
          maxLength={60}
          value={naming ?? ''}
          onChange={(event) => setNaming(event.target.value)}
          onPressEnter={(event) => !event.nativeEvent.isComposing && save()}
        />
      </Modal>
    </>
  );
}

function withoutTyped(params: URLSearchParams): string {
  const kept = new URLSearchParams(params);
  for (const name of ['q', 'tim', 'cursor']) kept.delete(name);
  return kept.toString();
}
