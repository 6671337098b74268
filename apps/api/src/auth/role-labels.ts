import type { Role } from '#libs/shared';

export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  receptionist: 'công chức một cửa, người tiếp công dân',
  caseOfficer: 'công chức xử lý đơn, người xác minh',
  unitHead: 'trưởng phòng',
  chairman: 'chủ tịch UBND cấp xã',
  provinceChairman: 'chủ tịch UBND cấp tỉnh',
  inspector: 'thanh tra',
  identityCustodian: 'người được giao quản lý thông tin người tố cáo',
  administrator: 'quản trị',
};
