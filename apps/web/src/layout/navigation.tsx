import { AREAS } from '../areas.js';
import { NAV_GROUPS, type NavGroup, type NavItem } from './area.js';

const NAVIGATION: readonly NavItem[] = AREAS.flatMap((area) => area.nav);

export interface NavSection {
  readonly group: NavGroup;
  readonly items: readonly NavItem[];
}

/** What a person of these roles finds in the navigation, under its headings. */
export function sectionsFor(roles: readonly string[], demo: boolean): readonly NavSection[] {
  const mine = NAVIGATION.filter((item) => item.roles.some((role) => roles.includes(role)) && (demo || !item.demoOnly));
  return NAV_GROUPS.map((group) => ({ group, items: mine.filter((item) => item.group === group) })).filter(
    ({ items }) => items.length > 0,
  );
}

/** Where a person lands: the counter for the counter, red things for leaders. */
export function homeFor(roles: readonly string[]): string {
  if (roles.includes('receptionist')) return '/tiep-nhan';
  if (roles.includes('caseOfficer')) return '/viec-cua-toi';
  if (roles.some((role) => ['chairman', 'provinceChairman', 'unitHead', 'inspector'].includes(role)))
    return '/dieu-hanh';
  if (roles.includes('administrator')) return '/quan-tri/bat-dau';
  return '/so-tiep-nhan';
}
