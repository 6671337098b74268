import { usernameFault } from '#libs/access';
import { AppError, type AgencyId, type UserId } from '#libs/shared';
import type { Connections } from '../connections.js';
import { query } from '../query.js';
import { TransactionRunner } from '../transaction.js';
import { PostgresAccounts } from '../access/postgres-accounts.js';
import { AdministrationJournal } from './administration-journal.js';

export interface FirstAdministrator {
  readonly username: string;
  readonly fullName: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly unitCode: string | null;
  readonly passwordHash: string;
}

/** The province at the root and its first administrator, where nobody administers yet. */
const CREATE = `
  WITH free AS (SELECT 1 WHERE NOT EXISTS (
         SELECT 1 FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
          WHERE u.active AND 'administrator' = ANY (u.roles) AND a.id = a.province_id)),
       known AS (SELECT id FROM app.agency WHERE code = $3 AND valid_to IS NULL),
       made AS (INSERT INTO app.agency (code, name, short_name, level, province_id, unit_code)
                SELECT $3, $4, $4, 'province', 0, $5 FROM free WHERE NOT EXISTS (SELECT 1 FROM known) RETURNING id),
       place AS (SELECT id FROM known UNION ALL SELECT id FROM made)
  INSERT INTO app.app_user (username, full_name, title, roles, agency_id, password_hash, must_change_password)
  SELECT $1, $2, 'Quản trị hệ thống', '{administrator}', place.id, $6, true FROM place, free RETURNING id, agency_id AS "agencyId"`;
/** Two at once: the second waits here and then finds the first. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtext('nghedan_accounts'))`;
const ROOT = `UPDATE app.agency SET province_id = id WHERE id = $1 AND province_id = 0`;

const refuse = (code: string, detail: string): AppError =>
  new AppError({ code, status: 409, title: 'Không tạo được người quản trị đầu tiên', detail });

/**
 * For a new installation, from the terminal of the server: every later account is made on the screen.
 * @throws AppError when somebody administers already, or the names will not do.
 */
export async function createFirstAdministrator(connections: Connections, first: FirstAdministrator): Promise<UserId> {
  const wrong = usernameFault(first.username);
  if (wrong) throw refuse('USER.INVALID', wrong);
  if (!/^[A-Z0-9.-]{2,35}$/.test(first.agencyCode))
    throw refuse('AGENCY.INVALID', 'Mã cơ quan gồm chữ hoa không dấu, chữ số, dấu chấm, gạch ngang.');
  const { username, fullName, agencyCode, agencyName, unitCode, passwordHash } = first;
  const client = await connections.admin.connect();
  let made: { id: UserId; agencyId: AgencyId } | undefined;
  try {
    await client.query(`BEGIN; ${LOCK}`);
    const values = [username, fullName, agencyCode, agencyName, unitCode, passwordHash];
    made = (await query<{ id: UserId; agencyId: AgencyId }>(client, CREATE, values))[0];
    if (made) await query(client, ROOT, [made.agencyId]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK');
    throw (error as { code?: string }).code === '23505'
      ? refuse('USER.NAME_TAKEN', 'Đã có tài khoản mang tên đăng nhập này.')
      : error;
  } finally {
    client.release();
  }
  if (!made)
    throw refuse('USER.ADMINISTRATOR_EXISTS', 'Đã có người quản trị cấp tỉnh; hãy tạo tài khoản trên màn hình.');
  await told(connections, made);
  return made.id;
}

/** In the book as the account's own act: nobody was there before. */
async function told(connections: Connections, { id, agencyId }: { id: UserId; agencyId: AgencyId }): Promise<void> {
  const transactions = new TransactionRunner(connections);
  const actor = await new PostgresAccounts(connections.app, transactions).actor(id);
  if (!actor) throw new Error('The account that was made is not there');
  const facts = { userId: id, roles: ['administrator'], firstOne: true };
  await new AdministrationJournal(transactions).act(actor, async () => ({
    result: undefined,
    acts: [{ agencyId, type: 'USER_ADDED', facts }],
  }));
}
