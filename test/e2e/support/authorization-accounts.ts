import type { Role } from '#libs/shared';
import { signIn } from './call.js';
import type { RunningSystem } from './system.js';

/** Columns of docs/authorization.md, in its order: the account of the agency, and one of the same role elsewhere. */
export const ASKERS: readonly { readonly role: Role; readonly own: string; readonly other: string }[] = [
  { role: 'receptionist', own: 'motcua', other: 'khac.motcua' },
  { role: 'caseOfficer', own: 'chuyenvien', other: 'khac.chuyenvien' },
  { role: 'unitHead', own: 'truongphong', other: 'khac.truongphong' },
  { role: 'chairman', own: 'lanhdao', other: 'khac.lanhdao' },
  { role: 'provinceChairman', own: 'lanhdao.tinh', other: 'khac.lanhdao.tinh' },
  { role: 'inspector', own: 'thanhtra', other: 'khac.thanhtra' },
  { role: 'identityCustodian', own: 'baomat', other: 'khac.baomat' },
  { role: 'administrator', own: 'quantri', other: 'khac.quantri' },
];
/** Roles of the province: their stranger sits in another province. Everybody else's sits in another commune. */
const OF_A_PROVINCE: readonly Role[] = ['provinceChairman', 'inspector', 'identityCustodian'];

/** Another province, and one account of each role outside the agency that is asked about. */
export async function addStrangers({ database }: RunningSystem): Promise<void> {
  await database.admin.query(
    `WITH made AS (SELECT nextval(pg_get_serial_sequence('app.agency', 'id')) AS id)
     INSERT INTO app.agency (id, code, name, short_name, level, parent_id, province_id, kind)
     OVERRIDING SYSTEM VALUE SELECT id, 'TINH-KHAC', 'Ủy ban nhân dân tỉnh khác', 'UBND tỉnh khác', 'province', NULL, id, 'committee' FROM made`,
  );
  for (const { role, other } of ASKERS)
    await database.admin.query(
      `INSERT INTO app.app_user (username, full_name, password_hash, roles, agency_id, demo)
       SELECT $1, 'Người nơi khác', password_hash, ARRAY[$2], (SELECT id FROM app.agency WHERE code = $3), true
         FROM app.app_user WHERE username = 'motcua'`,
      [other, role, OF_A_PROVINCE.includes(role) ? 'TINH-KHAC' : 'XA-HOALOC'],
    );
}

/** Username → token, everybody of the table signed in. */
export async function signEverybodyIn({ url }: RunningSystem): Promise<ReadonlyMap<string, string>> {
  const names = ASKERS.flatMap(({ own, other }) => [own, other]);
  return new Map(await Promise.all(names.map(async (name) => [name, await signIn(url, name)] as const)));
}
