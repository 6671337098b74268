import { type Role, ROLES } from '#libs/shared';
import { usernameFault } from './account-rules.js';
import { type AgencyLevel, ROLE_GUIDES, rolesFault } from './role-guide.js';

/** Columns of the account sheet, by the headings a person reads. */
export const PEOPLE_COLUMNS = [
  { key: 'username', heading: 'Tên đăng nhập', required: true, example: 'nguyenvana' },
  { key: 'fullName', heading: 'Họ và tên', required: true, example: 'Nguyễn Văn An' },
  { key: 'title', heading: 'Chức vụ', required: false, example: 'Chuyên viên' },
  { key: 'agency', heading: 'Mã cơ quan', required: true, example: 'XA-TANTHANH' },
  { key: 'roles', heading: 'Vai trò', required: true, example: 'Chuyên viên thụ lý, xác minh' },
] as const;
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number]['key'];

/** One row as it stands in the sheet. */
export interface PersonRow {
  readonly row: number;
  readonly cells: Readonly<Partial<Record<PeopleColumn, string>>>;
  /** Columns whose cell is a formula, or text that a spreadsheet would run as one. */
  readonly formulas: readonly PeopleColumn[];
}

export interface PersonFault {
  readonly row: number;
  /** Heading of the column. */
  readonly column: string;
  readonly code: string;
  /** What is wrong and what to do. */
  readonly message: string;
}

export interface NewPerson<Id = number> {
  readonly row: number;
  readonly username: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly agencyId: Id;
  readonly agencyCode: string;
  readonly roles: readonly Role[];
}

export interface SheetContext<Id> {
  /** Open agencies that whoever imports administers, by code. */
  readonly agencies: ReadonlyMap<string, { readonly id: Id; readonly level: AgencyLevel }>;
  readonly takenUsernames: ReadonlySet<string>;
}

const fold = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[đĐ]/g, 'd').toLowerCase().replaceAll(/\s+/g, ' ').trim();

/** Shorter names that people write for a role. */
const SHORT_NAMES: Readonly<Record<Role, readonly string[]>> = {
  receptionist: ['cong chuc mot cua', 'mot cua', 'nguoi tiep cong dan', 'cong chuc tiep nhan'],
  caseOfficer: ['chuyen vien thu ly', 'chuyen vien xac minh', 'chuyen vien'],
  unitHead: ['truong phong', 'truong don vi', 'truong ban'],
  chairman: ['chu tich ubnd xa', 'chu tich ubnd phuong', 'chu tich xa', 'chu tich phuong'],
  provinceChairman: ['chu tich ubnd tinh', 'chu tich tinh'],
  inspector: ['thanh tra vien'],
  identityCustodian: ['quan ly thong tin nguoi to cao'],
  administrator: ['quan tri he thong', 'quan tri vien'],
};

/** `Chuyên viên thụ lý, xác minh` holds a comma of its own, so titles are looked for, longest first, before the text is cut. */
const WORDS: readonly { readonly role: Role; readonly words: readonly string[] }[] = ROLE_GUIDES.map(
  ({ role, title }) => ({ role, words: [fold(title), role.toLowerCase(), ...SHORT_NAMES[role]] }),
);
const byLength = WORDS.flatMap(({ role, words }) => words.map((word) => ({ role, word }))).sort(
  (a, b) => b.word.length - a.word.length,
);

/** The roles a cell names, and what of it nobody understands. */
export function readRoles(text: string): { readonly roles: readonly Role[]; readonly unknown: string } {
  let rest = ` ${fold(text)} `;
  const roles = new Set<Role>();
  for (const { role, word } of byLength) {
    const at = new RegExp(`(?<=[\\s,;/+])${word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[\\s,;/+])`);
    if (!at.test(rest)) continue;
    roles.add(role);
    rest = rest.replace(at, ' ');
  }
  return { roles: ROLES.filter((role) => roles.has(role)), unknown: rest.replaceAll(/[\s,;/+]+/g, ' ').trim() };
}

const heading = (key: PeopleColumn): string => PEOPLE_COLUMNS.find((one) => one.key === key)?.heading ?? key;
const LIMITS: Readonly<Record<PeopleColumn, number>> = {
  username: 40,
  fullName: 120,
  title: 120,
  agency: 35,
  roles: 300,
};

/** Checks every row; a row with a fault makes no account, and a sheet with a fault is not taken at all. */
export function checkPeople<Id>(
  rows: readonly PersonRow[],
  { agencies, takenUsernames }: SheetContext<Id>,
): { readonly people: readonly NewPerson<Id>[]; readonly faults: readonly PersonFault[] } {
  const faults: PersonFault[] = [];
  const people: NewPerson<Id>[] = [];
  const seen = new Map<string, number>();
  for (const { row, cells, formulas } of rows) {
    const before = faults.length;
    const fault = (key: PeopleColumn, code: string, message: string) =>
      void faults.push({ row, column: heading(key), code, message });
    const text = (key: PeopleColumn): string => (cells[key] ?? '').normalize('NFC').trim();
    for (const { key, required } of PEOPLE_COLUMNS) {
      if (formulas.includes(key))
        fault(key, 'PEOPLE.FORMULA', 'Ô có công thức; hãy gõ lại thành chữ thường (dán “chỉ giá trị”).');
      else if (required && text(key) === '') fault(key, 'PEOPLE.MISSING', 'Ô đang trống; hãy điền.');
      else if (text(key).length > LIMITS[key])
        fault(key, 'PEOPLE.TOO_LONG', `Dài quá ${LIMITS[key]} ký tự; hãy rút gọn.`);
    }
    const username = text('username').toLowerCase();
    if (username !== '' && !formulas.includes('username')) {
      const wrong = usernameFault(username);
      const first = seen.get(username);
      if (wrong) fault('username', 'PEOPLE.USERNAME', `${wrong} Sửa ô “Tên đăng nhập”.`);
      else if (first !== undefined)
        fault('username', 'PEOPLE.TWICE', `Trùng với dòng ${first}; mỗi người một tên đăng nhập.`);
      else if (takenUsernames.has(username))
        fault('username', 'PEOPLE.TAKEN', `Đã có tài khoản “${username}”; hãy đặt tên khác hoặc bỏ dòng này.`);
      if (first === undefined) seen.set(username, row);
    }
    const code = text('agency').toUpperCase();
    const agency = agencies.get(code);
    if (code !== '' && !agency)
      fault(
        'agency',
        'PEOPLE.AGENCY',
        `Không có cơ quan đang hoạt động mang mã “${code}” trong phạm vi của bạn; xem trang “Mã cơ quan” của tệp mẫu.`,
      );
    const { roles, unknown } = readRoles(text('roles'));
    if (unknown !== '')
      fault(
        'roles',
        'PEOPLE.ROLE_UNKNOWN',
        `Không hiểu vai trò trong “${text('roles')}”; chép tên vai trò từ trang “Vai trò” của tệp mẫu.`,
      );
    else if (text('roles') !== '' && agency) {
      const wrong = rolesFault(roles, agency.level);
      if (wrong) fault('roles', 'PEOPLE.ROLES', `${wrong} Sửa ô “Vai trò”.`);
    }
    if (faults.length === before && agency)
      people.push({
        ...{ row, username, fullName: text('fullName'), title: text('title') || null },
        ...{ agencyId: agency.id, agencyCode: code, roles },
      });
  }
  return { people, faults };
}
