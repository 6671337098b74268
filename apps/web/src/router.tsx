import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, Outlet } from 'react-router';
import { homeFor } from './layout/navigation.js';
import { Shell } from './layout/shell.js';
import { SessionProvider, useUser } from './sign-in/session.js';
import { SignInPage } from './sign-in/sign-in.page.js';
import { Loading } from './ui/feedback.js';
import { NotFoundPage } from './layout/not-found.page.js';

const CounterPage = lazy(() => import('./counter/counter.page.js').then((m) => ({ default: m.CounterPage })));
const RegisterPage = lazy(() => import('./register/register.page.js').then((m) => ({ default: m.RegisterPage })));
const CaseListPage = lazy(() => import('./register/case-list.page.js').then((m) => ({ default: m.CaseListPage })));
const CaseFilePage = lazy(() => import('./case-file/case-file.page.js').then((m) => ({ default: m.CaseFilePage })));
const MyWorkPage = lazy(() => import('./work/my-work.page.js').then((m) => ({ default: m.MyWorkPage })));
const OverduePage = lazy(() => import('./boards/overdue.page.js').then((m) => ({ default: m.OverduePage })));
const ImportsPage = lazy(() => import('./imports/imports.page.js').then((m) => ({ default: m.ImportsPage })));
const ImportBatchPage = lazy(() =>
  import('./imports/import-batch.page.js').then((m) => ({ default: m.ImportBatchPage })),
);
const AuditPage = lazy(() => import('./audit/audit.page.js').then((m) => ({ default: m.AuditPage })));
const ClockPage = lazy(() => import('./demo/clock.page.js').then((m) => ({ default: m.ClockPage })));
const StatusPage = lazy(() => import('./public/status.page.js').then((m) => ({ default: m.StatusPage })));

function Home() {
  return <Navigate to={homeFor(useUser().roles)} replace />;
}

const withSession = (
  <SessionProvider>
    <Outlet />
  </SessionProvider>
);
const outside = (
  <Suspense fallback={<Loading />}>
    <StatusPage />
  </Suspense>
);

export const router = createBrowserRouter([
  { path: '/tra-cuu', element: outside },
  { path: '/tra-cuu/:code', element: outside },
  {
    element: withSession,
    children: [
      { path: '/dang-nhap', element: <SignInPage /> },
      {
        path: '/',
        element: <Shell />,
        children: [
          { index: true, element: <Home /> },
          { path: 'tiep-nhan', element: <CounterPage /> },
          { path: 'so-tiep-nhan', element: <RegisterPage /> },
          { path: 'ho-so', element: <CaseListPage /> },
          { path: 'ho-so/:id', element: <CaseFilePage /> },
          { path: 'viec-cua-toi', element: <MyWorkPage /> },
          { path: 'qua-han', element: <OverduePage /> },
          { path: 'nhap-so', element: <ImportsPage /> },
          { path: 'nhap-so/:batchId', element: <ImportBatchPage /> },
          { path: 'nhat-ky', element: <AuditPage /> },
          { path: 'dong-ho', element: <ClockPage /> },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
