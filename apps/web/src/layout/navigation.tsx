import type { ReactNode } from 'react';
import { Icons } from '../ui/icons.js';

export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly roles: readonly string[];
  readonly key?: string;
  readonly demoOnly?: boolean;
}

const ANYONE = [
  'receptionist',
  'caseOfficer',
  'unitHead',
  'chairman',
  'provinceChairman',
  'inspector',
  'identityCustodian',
  'administrator',
];

export const NAVIGATION: readonly NavItem[] = [
  { to: '/tiep-nhan', label: 'Tiếp nhận đơn', icon: Icons.counter, roles: ['receptionist'], key: 'Alt+N' },
  {
    to: '/viec-cua-toi',
    label: 'Việc của tôi',
    icon: Icons.work,
    roles: ['receptionist', 'caseOfficer', 'unitHead', 'chairman', 'provinceChairman'],
  },
  { to: '/so-tiep-nhan', label: 'Sổ tiếp nhận', icon: Icons.register, roles: ANYONE, key: 'F2' },
  {
    to: '/qua-han',
    label: 'Bảng quá hạn',
    icon: Icons.overdue,
    roles: ['unitHead', 'chairman', 'provinceChairman', 'inspector', 'caseOfficer'],
  },
  { to: '/nhap-so', label: 'Nhập sổ Excel', icon: Icons.imports, roles: ['receptionist'] },
  { to: '/nhat-ky', label: 'Toàn vẹn nhật ký', icon: Icons.audit, roles: ['inspector', 'administrator'] },
  {
    to: '/dong-ho',
    label: 'Đồng hồ minh họa',
    icon: Icons.clock,
    roles: ['administrator', 'chairman', 'provinceChairman'],
    demoOnly: true,
  },
];

export const itemsFor = (roles: readonly string[], demo: boolean): readonly NavItem[] =>
  NAVIGATION.filter((item) => item.roles.some((role) => roles.includes(role)) && (demo || !item.demoOnly));

/** Where a person lands: the counter for the counter, red things for leaders. */
export function homeFor(roles: readonly string[]): string {
  if (roles.includes('receptionist')) return '/tiep-nhan';
  if (roles.includes('caseOfficer')) return '/viec-cua-toi';
  if (roles.some((role) => ['chairman', 'provinceChairman', 'unitHead', 'inspector'].includes(role))) return '/qua-han';
  return '/so-tiep-nhan';
}
