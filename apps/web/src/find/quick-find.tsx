import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Icons } from '../ui/icons.js';
import { Finder } from './finder.js';
import './quick-find.css';

/**
 * Ctrl+K: whatever is in hand (a number, a name, a card, a receipt) leads to its file; a screen's name leads to the screen.
 * The browser's own dialog: it is there at once, so that nothing typed right after the key is lost.
 */
export function QuickFind() {
  const [open, setOpen] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (event.isComposing || !(event.ctrlKey || event.metaKey) || event.code !== 'KeyK') return;
      event.preventDefault();
      setOpen((now) => !now);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  const close = () => setOpen(false);
  return (
    <>
      <Button
        type="text"
        className="find-button"
        icon={Icons.lookup}
        onClick={() => setOpen(true)}
        aria-keyshortcuts="Control+K"
      >
        <span className="find-words">Tìm nhanh</span>
        <kbd className="full" aria-hidden="true">
          Ctrl K
        </kbd>
      </Button>
      {open && (
        <dialog
          ref={dialog}
          className="quick-find"
          aria-label="Tìm nhanh"
          onClose={close}
          onClick={(event) => event.target === dialog.current && close()}
        >
          <div>
            <Finder onDone={close} />
          </div>
        </dialog>
      )}
    </>
  );
}
