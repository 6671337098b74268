/** Who may act. One account may hold several; the agency subtree says where. */
export const ROLES = [
  'receptionist', // công chức một cửa, người tiếp công dân
  'caseOfficer', // chuyên viên thụ lý, xác minh
  'unitHead', // trưởng phòng
  'chairman', // chủ tịch UBND cấp xã
  'provinceChairman', // chủ tịch UBND cấp tỉnh
  'inspector', // thanh tra
  'identityCustodian', // người được giao quản lý thông tin người tố cáo
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];
/** What the worker acts as: deadlines, relays, imports already authorised by a person. */
export type ActorRole = Role | 'system';

export const PETITION_TYPES = ['complaint', 'denunciation', 'feedback', 'mixed'] as const;
export type PetitionType = (typeof PETITION_TYPES)[number];
/** Types whose personal data is sealed from the first byte. */
export const isSealedType = (type: PetitionType): boolean => type === 'denunciation' || type === 'mixed';

export const PROCEDURES = [
  'petition-handling',
  'complaint',
  'disciplinary-complaint',
  'denunciation',
  'protection',
  'feedback',
  'reception',
] as const;
export type ProcedureName = (typeof PROCEDURES)[number];
