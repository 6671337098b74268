import type { ActorRole } from '#libs/shared';

export const ROLE_TITLES: Readonly<Record<ActorRole, string>> = {
  receptionist: 'công chức tiếp nhận',
  caseOfficer: 'công chức thụ lý',
  unitHead: 'trưởng phòng',
  chairman: 'Chủ tịch Ủy ban nhân dân cấp xã',
  provinceChairman: 'Chủ tịch Ủy ban nhân dân cấp tỉnh',
  inspector: 'thanh tra',
  identityCustodian: 'người được giao quản lý thông tin người tố cáo',
  administrator: 'quản trị',
  system: 'hệ thống',
};

export const OPEN_TITLE = 'Mở hồ sơ';
