import type { Role } from '#libs/shared';

export type AgencyLevel = 'central' | 'province' | 'department' | 'commune' | 'unit';

export interface RoleGuide {
  readonly role: Role;
  readonly title: string;
  /** What the role may do, in an officer's words. */
  readonly may: string;
  /** What it sees. */
  readonly sees: string;
  /** Levels of agency at which the role makes sense. */
  readonly levels: readonly AgencyLevel[];
}

const ANYWHERE: readonly AgencyLevel[] = ['province', 'department', 'commune', 'unit'];

/** What each role may do and see: shown where roles are given, so that nobody ticks a box unread. */
export const ROLE_GUIDES: readonly RoleGuide[] = [
  {
    role: 'receptionist',
    title: 'Công chức một cửa, người tiếp công dân',
    may: 'Tiếp nhận đơn, vào sổ, in giấy biên nhận, nhập sổ Excel, ghi buổi tiếp công dân, phân loại đơn.',
    sees: 'Đơn và hồ sơ của cơ quan mình và đơn vị bên dưới; đơn tố cáo chỉ thấy đơn chính mình đăng ký.',
    levels: ANYWHERE,
  },
  {
    role: 'caseOfficer',
    title: 'Chuyên viên thụ lý, xác minh',
    may: 'Xử lý đơn, thụ lý, xác minh, soạn văn bản của hồ sơ được giao.',
    sees: 'Đơn và hồ sơ của cơ quan mình và đơn vị bên dưới; vụ việc tố cáo chỉ khi được giao đích danh.',
    levels: ANYWHERE,
  },
  {
    role: 'unitHead',
    title: 'Trưởng phòng, trưởng đơn vị',
    may: 'Giao việc, bàn giao hồ sơ, duyệt dự thảo, đôn đốc, xác nhận số dư đầu kỳ.',
    sees: 'Như chuyên viên, thêm bảng điều hành và danh sách quá hạn của đơn vị.',
    levels: ANYWHERE,
  },
  {
    role: 'chairman',
    title: 'Chủ tịch UBND cấp xã',
    may: 'Thụ lý, ra quyết định giải quyết, gia hạn, tạm đình chỉ, ký văn bản, tiếp công dân định kỳ.',
    sees: 'Mọi hồ sơ của xã, phường; không thấy đơn tố cáo chính mình.',
    levels: ['commune'],
  },
  {
    role: 'provinceChairman',
    title: 'Chủ tịch UBND cấp tỉnh',
    may: 'Giải quyết lần hai, giải quyết tố cáo người đứng đầu cấp dưới, ký, chỉ đạo, đôn đốc.',
    sees: 'Hồ sơ của cả tỉnh; vụ việc tố cáo thuộc thẩm quyền của mình.',
    levels: ['province'],
  },
  {
    role: 'inspector',
    title: 'Thanh tra',
    may: 'Xem, kiểm tra, đối chiếu; không ghi bước nào của hồ sơ.',
    sees: 'Hồ sơ, nhật ký và nhật ký quản trị của cơ quan được phục vụ và mọi đơn vị bên dưới.',
    levels: ['central', 'province', 'department'],
  },
  {
    role: 'identityCustodian',
    title: 'Người được giao quản lý thông tin người tố cáo',
    may: 'Giữ và cho khai thác thông tin người tố cáo; mỗi lần mở cần người thứ hai và được ghi nhật ký.',
    sees: 'Đơn tố cáo của cơ quan; thông tin người tố cáo theo đúng việc được giao.',
    levels: ANYWHERE,
  },
  {
    role: 'administrator',
    title: 'Quản trị',
    may: 'Quản lý cơ quan, tài khoản, lịch nghỉ, mẫu văn bản của cơ quan mình và đơn vị bên dưới.',
    sees: 'Danh mục, tài khoản, nhật ký quản trị; không xem được đơn tố cáo.',
    levels: ANYWHERE,
  },
];

const TITLES = new Map(ROLE_GUIDES.map(({ role, title }) => [role, title]));
export const roleTitle = (role: Role): string => TITLES.get(role) ?? role;
const LEVEL_WORDS: Readonly<Record<AgencyLevel, string>> = {
  central: 'cơ quan trung ương nhận báo cáo',
  province: 'cơ quan cấp tỉnh',
  department: 'sở, ngành cấp tỉnh',
  commune: 'UBND cấp xã',
  unit: 'đơn vị trực thuộc',
};

/** Why these roles cannot be given to an account of an agency of this level; null when they can. Internal rules. */
export function rolesFault(roles: readonly Role[], level: AgencyLevel): string | null {
  if (roles.length === 0) return 'Chọn ít nhất một vai trò.';
  for (const guide of ROLE_GUIDES)
    if (roles.includes(guide.role) && !guide.levels.includes(level))
      return `Vai trò “${guide.title}” chỉ dùng ở ${guide.levels.map((one) => LEVEL_WORDS[one]).join(', ')}; tài khoản này ở ${LEVEL_WORDS[level]}.`;
  if (roles.includes('administrator') && roles.includes('identityCustodian'))
    return 'Người quản trị không kiêm quản lý thông tin người tố cáo (quy định nội bộ): hãy giao cho hai người.';
  return null;
}
