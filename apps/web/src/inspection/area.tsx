import { lazy } from 'react';
import { LEADERS, type Area } from '../layout/area.js';
import { Icons } from '../ui/icons.js';

const RatesPage = lazy(() => import('./rates.page.js').then((m) => ({ default: m.RatesPage })));
const FigurePage = lazy(() => import('./figure.page.js').then((m) => ({ default: m.FigurePage })));
const FormsPage = lazy(() => import('./forms.page.js').then((m) => ({ default: m.FormsPage })));
const FormCellPage = lazy(() => import('./form-cell.page.js').then((m) => ({ default: m.FormCellPage })));
const InspectionsPage = lazy(() => import('./inspections.page.js').then((m) => ({ default: m.InspectionsPage })));
const InspectionPage = lazy(() => import('./inspection.page.js').then((m) => ({ default: m.InspectionPage })));
const SamplePage = lazy(() => import('./sample.page.js').then((m) => ({ default: m.SamplePage })));
const ListPage = lazy(() => import('./frozen-list.page.js').then((m) => ({ default: m.FrozenListPage })));
const FindingsPage = lazy(() => import('./case-findings.page.js').then((m) => ({ default: m.CaseFindingsPage })));
const ReadingsPage = lazy(() => import('./readings.page.js').then((m) => ({ default: m.ReadingsPage })));

const COUNTED_FOR = [...LEADERS, 'inspector'];
const WITH_INSPECTIONS = ['inspector', 'provinceChairman'];

export const inspectionArea: Area = {
  nav: [
    {
      to: '/ty-le-giai-quyet',
      label: 'Tỷ lệ giải quyết',
      icon: Icons.rates,
      group: 'Thanh tra',
      roles: COUNTED_FOR,
    },
    {
      to: '/bieu-mau',
      label: 'Biểu mẫu báo cáo',
      icon: Icons.rates,
      group: 'Thanh tra',
      roles: COUNTED_FOR,
    },
    {
      to: '/kiem-tra',
      label: 'Chọn mẫu kiểm tra',
      icon: Icons.sample,
      group: 'Thanh tra',
      roles: WITH_INSPECTIONS,
    },
    {
      to: '/ghi-nhan-kiem-tra',
      label: 'Ghi nhận kiểm tra',
      icon: Icons.sample,
      group: 'Thanh tra',
      roles: ['chairman', 'provinceChairman'],
    },
    {
      to: '/ai-da-doc-gi',
      label: 'Ai đã đọc gì',
      icon: Icons.readings,
      group: 'Thanh tra',
      roles: ['inspector', 'identityCustodian'],
    },
  ],
  pages: [
    { path: 'ty-le-giai-quyet', element: <RatesPage /> },
    { path: 'con-so/:measure', element: <FigurePage /> },
    { path: 'bieu-mau', element: <FormsPage /> },
    { path: 'bieu-mau/:form/:cell', element: <FormCellPage /> },
    { path: 'kiem-tra', element: <InspectionsPage /> },
    { path: 'kiem-tra/:id', element: <InspectionPage /> },
    { path: 'mau-kiem-tra/:id', element: <SamplePage /> },
    { path: 'danh-sach-kiem-tra/:id', element: <ListPage /> },
    { path: 'ghi-nhan-kiem-tra', element: <FindingsPage /> },
    { path: 'ai-da-doc-gi', element: <ReadingsPage /> },
  ],
};
