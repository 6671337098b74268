import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import viVN from 'antd/locale/vi_VN.js';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { TrainingStripe } from './administration/training/training-stripe.js';
import { queryClient } from './api/client.js';
import { startServiceWorker } from './offline/start-worker.js';
import { router } from './router.js';
import { themeOf, useDisplay } from './display/display.js';
import './ui/dates.js';
import './styles.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
function Product() {
  const display = useDisplay();
  return (
    <ConfigProvider
      locale={viVN}
      theme={themeOf(display)}
      button={{ autoInsertSpace: false }}
      form={{ validateMessages: { required: 'Còn thiếu ${label}' } }}
    >
      <AntApp component={false} notification={{ placement: 'bottomRight' }}>
        <TrainingStripe />
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <Product />
    </QueryClientProvider>
  </StrictMode>,
);
startServiceWorker();
