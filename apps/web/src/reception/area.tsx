import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const MonthPage = lazy(() => import('./month.page.js').then((m) => ({ default: m.MonthPage })));
const SchedulePage = lazy(() => import('./schedule.page.js').then((m) => ({ default: m.SchedulePage })));
const OpenSessionPage = lazy(() => import('./open-session.page.js').then((m) => ({ default: m.OpenSessionPage })));
const SessionPage = lazy(() => import('./session.page.js').then((m) => ({ default: m.SessionPage })));
const VisitDeskPage = lazy(() => import('./visit-desk.page.js').then((m) => ({ default: m.VisitDeskPage })));
const VisitPage = lazy(() => import('./visit.page.js').then((m) => ({ default: m.VisitPage })));
const VisitPetitionPage = lazy(() =>
  import('./visit-petition.page.js').then((m) => ({ default: m.VisitPetitionPage })),
);
const DutiesPage = lazy(() => import('./duties.page.js').then((m) => ({ default: m.DutiesPage })));
const DialoguesPage = lazy(() => import('./dialogues.page.js').then((m) => ({ default: m.DialoguesPage })));
const BookPage = lazy(() => import('./book.page.js').then((m) => ({ default: m.BookPage })));

/** Who keeps the reception book, and who inspects it. */
const READERS = ['receptionist', 'caseOfficer', 'unitHead', 'chairman', 'provinceChairman', 'inspector'];
const item = (to: string, label: string, icon: React.ReactNode) => ({
  ...{ to, label, icon, roles: READERS },
  group: 'Tiếp công dân' as const,
});

export const receptionArea: Area = {
  nav: [
    item('/tiep-cong-dan', 'Lịch tiếp công dân', Icons.reception),
    item('/viec-tiep-cong-dan', 'Việc phải làm', Icons.duties),
    item('/doi-thoai', 'Đối thoại', Icons.dialogue),
    item('/so-tiep-cong-dan', 'Sổ tiếp công dân', Icons.register),
  ],
  pages: [
    { path: '/tiep-cong-dan', element: <MonthPage /> },
    { path: '/tiep-cong-dan/lap-lich', element: <SchedulePage /> },
    { path: '/tiep-cong-dan/mo-buoi', element: <OpenSessionPage /> },
    { path: '/tiep-cong-dan/buoi/:id', element: <SessionPage /> },
    { path: '/tiep-cong-dan/buoi/:id/luot-moi', element: <VisitDeskPage /> },
    { path: '/tiep-cong-dan/luot/:id', element: <VisitPage /> },
    { path: '/tiep-cong-dan/luot/:id/dang-ky-don', element: <VisitPetitionPage /> },
    { path: '/viec-tiep-cong-dan', element: <DutiesPage /> },
    { path: '/doi-thoai', element: <DialoguesPage /> },
    { path: '/so-tiep-cong-dan', element: <BookPage /> },
  ],
};
