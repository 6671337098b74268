import type { Role } from '#libs/shared';

export interface DemoAgency {
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: 'province' | 'department' | 'commune';
  readonly parent: string | null;
  readonly remote?: boolean;
}

export interface DemoPerson {
  readonly username: string;
  readonly fullName: string;
  readonly title: string;
  readonly roles: readonly Role[];
  readonly agency: string;
  /** Printed at start and shown on the sign-in page: one of each kind. */
  readonly listed?: true;
}

export const DEMO_PASSWORD = 'nghedan';
const PROVINCE = 'TINH-DEMO';

const commune = (code: string, kind: 'xã' | 'phường', name: string, remote = false): DemoAgency => ({
  code,
  name: `Ủy ban nhân dân ${kind} ${name}`,
  shortName: `UBND ${kind} ${name}`,
  level: 'commune',
  parent: PROVINCE,
  remote,
});
const department = (code: string, name: string, shortName = name): DemoAgency => ({
  code,
  name,
  shortName,
  level: 'department',
  parent: PROVINCE,
});

/** An invented province: no unit of it stands for a real one. */
export const DEMO_AGENCIES: readonly DemoAgency[] = [
  {
    code: PROVINCE,
    name: 'Ủy ban nhân dân tỉnh (bản trình diễn)',
    shortName: 'UBND tỉnh',
    level: 'province',
    parent: null,
  },
  department('THANHTRA-TINH', 'Thanh tra tỉnh'),
  department('BTCD-TINH', 'Ban Tiếp công dân tỉnh', 'Ban TCD tỉnh'),
  department('SO-NNMT', 'Sở Nông nghiệp và Môi trường', 'Sở NN&MT'),
  department('SO-XD', 'Sở Xây dựng'),
  department('SO-NV', 'Sở Nội vụ'),
  commune('XA-TANTHANH', 'xã', 'Tân Thành'),
  commune('XA-HOALOC', 'xã', 'Hòa Lộc'),
  commune('XA-BINHMINH', 'xã', 'Bình Minh'),
  commune('XA-SONLAM', 'xã', 'Sơn Lâm', true),
  commune('PHUONG-TRUNGTAM', 'phường', 'Trung Tâm'),
  commune('PHUONG-NAMCAU', 'phường', 'Nam Cầu'),
];

const listed: readonly DemoPerson[] = [
  {
    username: 'motcua',
    fullName: 'Nguyễn Thị Mai',
    title: 'Công chức tiếp nhận',
    roles: ['receptionist'],
    agency: 'XA-TANTHANH',
    listed: true,
  },
  {
    username: 'chuyenvien',
    fullName: 'Trần Văn Bình',
    title: 'Chuyên viên',
    roles: ['caseOfficer'],
    agency: 'XA-TANTHANH',
    listed: true,
  },
  {
    username: 'truongphong',
    fullName: 'Lê Thị Hạnh',
    title: 'Trưởng phòng',
    roles: ['unitHead'],
    agency: 'XA-TANTHANH',
    listed: true,
  },
  {
    username: 'lanhdao',
    fullName: 'Phạm Quốc Cường',
    title: 'Chủ tịch UBND xã',
    roles: ['chairman'],
    agency: 'XA-TANTHANH',
    listed: true,
  },
  {
    username: 'lanhdao.tinh',
    fullName: 'Hoàng Minh Đức',
    title: 'Chủ tịch UBND tỉnh',
    roles: ['provinceChairman'],
    agency: PROVINCE,
    listed: true,
  },
  {
    username: 'thanhtra',
    fullName: 'Vũ Thị Lan',
    title: 'Thanh tra viên',
    roles: ['inspector'],
    agency: PROVINCE,
    listed: true,
  },
  {
    username: 'baomat',
    fullName: 'Đặng Thu Hà',
    title: 'Người quản lý thông tin người tố cáo',
    roles: ['identityCustodian'],
    agency: PROVINCE,
    listed: true,
  },
  {
    username: 'baomat2',
    fullName: 'Bùi Anh Tuấn',
    title: 'Người quản lý thông tin người tố cáo',
    roles: ['identityCustodian'],
    agency: PROVINCE,
    listed: true,
  },
  {
    username: 'quantri',
    fullName: 'Đỗ Thành Nam',
    title: 'Quản trị hệ thống',
    roles: ['administrator'],
    agency: PROVINCE,
    listed: true,
  },
];

const colleagues: readonly DemoPerson[] = [
  {
    username: 'chuyenvien2',
    fullName: 'Ngô Thị Thúy Quỳnh',
    title: 'Chuyên viên',
    roles: ['caseOfficer'],
    agency: 'XA-TANTHANH',
  },
  {
    username: 'chuyenvien3',
    fullName: 'Dương Văn Khải',
    title: 'Chuyên viên',
    roles: ['caseOfficer'],
    agency: 'XA-TANTHANH',
  },
  {
    username: 'motcua2',
    fullName: 'Lý Thị Oanh',
    title: 'Công chức tiếp nhận',
    roles: ['receptionist'],
    agency: 'XA-TANTHANH',
  },
];

/** The province's own desk, for second instances, denunciations of commune heads and reception. */
const province: readonly DemoPerson[] = [
  {
    username: 'motcua.tinh',
    fullName: 'Tạ Thị Hương Giang',
    title: 'Công chức tiếp công dân',
    roles: ['receptionist'],
    agency: PROVINCE,
  },
  {
    username: 'chuyenvien.tinh',
    fullName: 'Đinh Công Thành',
    title: 'Chuyên viên',
    roles: ['caseOfficer'],
    agency: PROVINCE,
  },
  {
    username: 'chuyenvien2.tinh',
    fullName: 'Phan Thị Minh Ngọc',
    title: 'Chuyên viên',
    roles: ['caseOfficer'],
    agency: PROVINCE,
  },
  {
    username: 'truongban.tinh',
    fullName: 'Cao Văn Lộc',
    title: 'Trưởng Ban Tiếp công dân tỉnh',
    roles: ['unitHead'],
    agency: PROVINCE,
  },
];

const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Hồ', 'Mai'];
const GIVEN = ['Văn Hùng', 'Thị Nga', 'Đức Thắng', 'Thị Yến', 'Quang Vinh', 'Thị Hiền', 'Hữu Phước'];
const POSTS: readonly { readonly suffix: string; readonly title: string; readonly role: Role }[] = [
  { suffix: 'motcua', title: 'Công chức tiếp nhận', role: 'receptionist' },
  { suffix: 'chuyenvien', title: 'Chuyên viên', role: 'caseOfficer' },
  { suffix: 'chuyenvien2', title: 'Chuyên viên', role: 'caseOfficer' },
  { suffix: 'truongphong', title: 'Trưởng phòng', role: 'unitHead' },
  { suffix: 'lanhdao', title: 'Chủ tịch', role: 'chairman' },
];

/** The other communes are staffed too, so that lists of one and escalation in another can be told apart. */
const elsewhere = DEMO_AGENCIES.filter(({ level, code }) => level === 'commune' && code !== 'XA-TANTHANH').flatMap(
  ({ code, shortName }, place) =>
    POSTS.map(({ suffix, title, role }, post) => ({
      username: `${suffix}.${code.split('-')[1]?.toLowerCase()}`,
      fullName: `${SURNAMES[(place * 3 + post) % SURNAMES.length]} ${GIVEN[(place + post * 2) % GIVEN.length]}`,
      title: role === 'chairman' ? `${title} ${shortName}` : title,
      roles: [role],
      agency: code,
    })),
);

export const DEMO_ACCOUNTS: readonly DemoPerson[] = [...listed, ...colleagues, ...province, ...elsewhere];
