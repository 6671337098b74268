import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';

/** Headings of the navigation, in the order they stand. */
export const NAV_GROUPS = [
  'Tiếp nhận',
  'Tiếp công dân',
  'Giải quyết',
  'Điều hành',
  'Thanh tra',
  'Bảo mật',
  'Quản trị',
] as const;
export type NavGroup = (typeof NAV_GROUPS)[number];

export interface NavItem {
  readonly to: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly group: NavGroup;
  readonly roles: readonly string[];
  readonly key?: string;
  readonly demoOnly?: boolean;
}

/** What one folder of screens adds to the house: its places in the navigation and its pages. Pages load when first opened. */
export interface Area {
  readonly nav: readonly NavItem[];
  /** Behind sign-in, under the shell. */
  readonly pages?: readonly RouteObject[];
  /** Open to anyone: no session, no shell. */
  readonly publicPages?: readonly RouteObject[];
}

export const EVERY_ROLE: readonly string[] = [
  'receptionist',
  'caseOfficer',
  'unitHead',
  'chairman',
  'provinceChairman',
  'inspector',
  'identityCustodian',
  'administrator',
];
export const LEADERS: readonly string[] = ['unitHead', 'chairman', 'provinceChairman'];
