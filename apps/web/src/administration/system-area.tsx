import { lazy } from 'react';
import type { Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const CalendarPage = lazy(() => import('./calendar/calendar.page.js').then((m) => ({ default: m.CalendarPage })));
const ProposePage = lazy(() => import('./calendar/propose.page.js').then((m) => ({ default: m.ProposePage })));
const PreviewPage = lazy(() => import('./calendar/preview.page.js').then((m) => ({ default: m.PreviewPage })));
const PublicationPage = lazy(() =>
  import('./calendar/publication.page.js').then((m) => ({ default: m.PublicationPage })),
);
const TemplatesPage = lazy(() => import('./templates/templates.page.js').then((m) => ({ default: m.TemplatesPage })));
const TemplatePage = lazy(() => import('./templates/template.page.js').then((m) => ({ default: m.TemplatePage })));
const HealthPage = lazy(() => import('./health/health.page.js').then((m) => ({ default: m.HealthPage })));
const PoliciesPage = lazy(() => import('./escalation/policies.page.js').then((m) => ({ default: m.PoliciesPage })));
const PolicyPage = lazy(() => import('./escalation/policy.page.js').then((m) => ({ default: m.PolicyPage })));
const TrainingPage = lazy(() => import('./training/training.page.js').then((m) => ({ default: m.TrainingPage })));

/** What keeps the system itself right: the calendar, the forms, internal rules, its health, training. */
export const systemArea: Area = {
  nav: [
    {
      to: '/lich-lam-viec',
      label: 'Lịch làm việc',
      icon: Icons.calendar,
      group: 'Quản trị',
      roles: ['administrator', 'provinceChairman'],
    },
    {
      to: '/mau-van-ban',
      label: 'Mẫu văn bản',
      icon: Icons.template,
      group: 'Quản trị',
      roles: ['administrator', 'unitHead', 'chairman', 'provinceChairman'],
    },
    {
      to: '/nac-bao-cao',
      label: 'Nấc báo cáo lãnh đạo',
      icon: Icons.ladder,
      group: 'Quản trị',
      roles: ['administrator', 'chairman', 'provinceChairman'],
    },
    {
      to: '/tinh-trang-he-thong',
      label: 'Tình trạng hệ thống',
      icon: Icons.health,
      group: 'Quản trị',
      roles: ['administrator'],
    },
    {
      to: '/tap-huan',
      label: 'Chế độ tập huấn',
      icon: Icons.training,
      group: 'Quản trị',
      roles: ['administrator'],
    },
  ],
  pages: [
    { path: 'lich-lam-viec', element: <CalendarPage /> },
    { path: 'lich-lam-viec/de-xuat', element: <ProposePage /> },
    { path: 'lich-lam-viec/xem-truoc/:id', element: <PreviewPage /> },
    { path: 'lich-lam-viec/cong-bo/:id', element: <PublicationPage /> },
    { path: 'mau-van-ban', element: <TemplatesPage /> },
    { path: 'mau-van-ban/chi-tiet', element: <TemplatePage /> },
    { path: 'tinh-trang-he-thong', element: <HealthPage /> },
    { path: 'nac-bao-cao', element: <PoliciesPage /> },
    { path: 'nac-bao-cao/chi-tiet', element: <PolicyPage /> },
    { path: 'tap-huan', element: <TrainingPage /> },
  ],
};
