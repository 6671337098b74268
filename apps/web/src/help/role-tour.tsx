import { lazy, Suspense, useEffect, useState } from 'react';
import { useSetting } from '../settings/use-setting.js';
import { onTour } from './tour-start.js';

const Tour = lazy(() => import('./tour.js').then((m) => ({ default: m.TourOfRoles })));
const WIDE = '(min-width: 861px)';

/** A short walk along the navigation of one's own roles; shown once, and again from the help drawer. */
export function RoleTour() {
  const [seen, setSeen, known] = useSetting<boolean>('tour', false);
  const [open, setOpen] = useState(false);
  useEffect(() => onTour(() => setOpen(true)), []);
  useEffect(() => {
    if (known && !seen && window.matchMedia(WIDE).matches) setOpen(true);
  }, [known, seen]);
  const close = () => {
    setOpen(false);
    setSeen(true);
  };
  return <Suspense fallback={null}>{open && <Tour onClose={close} />}</Suspense>;
}
