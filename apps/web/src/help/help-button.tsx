import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Icons } from '../ui/icons.js';

const HelpDrawer = lazy(() => import('./help-drawer.js').then((m) => ({ default: m.HelpDrawer })));

/** Help for the screen in front of the person; F1 anywhere. */
export function HelpButton() {
  const [open, setOpen] = useState<boolean | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button type="text" icon={Icons.help} aria-label="Trợ giúp" title="Trợ giúp (F1)" onClick={() => setOpen(true)} />
      <Suspense fallback={null}>{open !== null && <HelpDrawer open={open} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
