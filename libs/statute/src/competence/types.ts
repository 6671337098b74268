import type { LocalDate } from '#libs/shared';
import type { Citation } from '../types.js';

/** What a complaint, or a denunciation, is directed at: a post, a body or its staff, by place in the administration. */
export const COMPETENCE_TARGETS = {
  communeStaff: 'Cán bộ, công chức, viên chức do Chủ tịch UBND cấp xã quản lý trực tiếp',
  communeBody: 'Cơ quan chuyên môn, tổ chức hành chính khác thuộc UBND cấp xã; người đứng đầu, cấp phó',
  communeChairman: 'Chủ tịch UBND cấp xã',
  communeDeputy: 'Phó Chủ tịch UBND cấp xã',
  districtBody: 'Thủ trưởng cơ quan thuộc UBND cấp huyện (trước 01/07/2025)',
  districtChairman: 'Chủ tịch, Phó Chủ tịch UBND cấp huyện (trước 01/07/2025)',
  provinceBodyUnit: 'Người đứng đầu cơ quan, đơn vị thuộc sở, cơ quan chuyên môn cấp tỉnh',
  provinceBodyStaff: 'Cán bộ, công chức do Giám đốc sở, người đứng đầu cơ quan chuyên môn cấp tỉnh quản lý trực tiếp',
  provinceBodyHead:
    'Giám đốc sở, người đứng đầu cơ quan chuyên môn, tổ chức hành chính khác thuộc UBND cấp tỉnh; cấp phó',
  provinceChairman: 'Chủ tịch UBND cấp tỉnh',
  ministryUnit: 'Thủ trưởng cơ quan thuộc bộ, cơ quan ngang bộ',
  minister: 'Bộ trưởng, Thủ trưởng cơ quan ngang bộ',
  publicUnit: 'Đơn vị sự nghiệp công lập, viên chức do người đứng đầu đơn vị quản lý',
  publicUnitHead: 'Người đứng đầu, cấp phó của đơn vị sự nghiệp công lập',
} as const;
export type CompetenceTarget = keyof typeof COMPETENCE_TARGETS;

export const AUTHORITIES = {
  communeChairman: 'Chủ tịch UBND cấp xã',
  districtBodyHead: 'Thủ trưởng cơ quan thuộc UBND cấp huyện',
  districtChairman: 'Chủ tịch UBND cấp huyện',
  provinceUnitHead: 'Thủ trưởng cơ quan thuộc sở',
  provinceBodyHead: 'Giám đốc sở, người đứng đầu cơ quan chuyên môn cấp tỉnh',
  provinceChairman: 'Chủ tịch UBND cấp tỉnh',
  ministryUnitHead: 'Thủ trưởng cơ quan thuộc bộ',
  minister: 'Bộ trưởng quản lý ngành, lĩnh vực',
  interiorMinister: 'Bộ trưởng Bộ Nội vụ',
  primeMinister: 'Thủ tướng Chính phủ',
  publicUnitHead: 'Người đứng đầu đơn vị sự nghiệp công lập',
  superiorUnitHead: 'Người đứng đầu đơn vị cấp trên trực tiếp hoặc cơ quan nhà nước quản lý đơn vị',
  disciplineIssuer: 'Người đứng đầu cơ quan, tổ chức đã ra quyết định kỷ luật',
  disciplineSuperior: 'Người đứng đầu cơ quan, tổ chức cấp trên trực tiếp',
} as const;
export type Authority = keyof typeof AUTHORITIES;

export type CompetenceMatter = 'complaint' | 'disciplinary-complaint' | 'denunciation';
/** Denunciations have one instance, given as `first`. */
export type Instance = 'first' | 'second';

/** One row of the competence table. `validTo` closed: kept for old files, no longer answered for new ones. */
export interface CompetenceRow {
  readonly matter: CompetenceMatter;
  readonly target: CompetenceTarget | 'any';
  readonly instance: Instance;
  /** `null`: the law lists nobody; `remark` says what is open to the citizen. */
  readonly authority: Authority | null;
  readonly citation: Citation;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly remark?: string;
}
