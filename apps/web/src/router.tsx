import { lazy, Suspense } from 'react';
import { createBrowserRouter, Navigate, Outlet } from 'react-router';
import { AREAS } from './areas.js';
import { homeFor } from './layout/navigation.js';
import { NotFoundPage } from './layout/not-found.page.js';
import { Shell } from './layout/shell.js';
import { SessionProvider, useUser } from './sign-in/session.js';
import { Loading } from './ui/feedback.js';

const SignInPage = lazy(() => import('./sign-in/sign-in.page.js').then((m) => ({ default: m.SignInPage })));

function Home() {
  return <Navigate to={homeFor(useUser().roles)} replace />;
}

const withSession = (
  <SessionProvider>
    <Suspense fallback={<Loading />}>
      <Outlet />
    </Suspense>
  </SessionProvider>
);
const outside = (
  <Suspense fallback={<Loading />}>
    <Outlet />
  </Suspense>
);

export const router = createBrowserRouter([
  { element: outside, children: AREAS.flatMap(({ publicPages = [] }) => [...publicPages]) },
  {
    element: withSession,
    children: [
      { path: '/dang-nhap', element: <SignInPage /> },
      {
        path: '/',
        element: <Shell />,
        children: [
          { index: true, element: <Home /> },
          ...AREAS.flatMap(({ pages = [] }) => [...pages]),
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
