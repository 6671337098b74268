import { Accounts, type Actor, type AgencyRef, type Credentials, type Profile } from '#libs/access';
import type { AgencyId, Role, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

export interface ActorRow {
  readonly user_id: UserId;
  readonly full_name: string;
  readonly roles: Role[];
  readonly agency_id: AgencyId;
  readonly province_id: AgencyId;
  readonly agencies: AgencyId[];
  readonly acting_for: UserId[];
  readonly must_change?: boolean;
  readonly must_enrol?: boolean;
}

export const toActor = (row: ActorRow): Actor => ({
  userId: row.user_id,
  fullName: row.full_name,
  roles: row.roles,
  agencyId: row.agency_id,
  provinceId: row.province_id,
  agencies: row.agencies,
  ...(row.acting_for.length > 0 ? { actingFor: row.acting_for } : {}),
  ...(row.must_change ? { mustChangePassword: true as const } : {}),
  ...(row.must_enrol ? { mustEnrolFactor: true as const } : {}),
});

const CREDENTIALS = statement<{
  id: UserId;
  password_hash: string;
  active: boolean;
  demo: boolean;
  roles: Role[];
  locked: boolean;
}>(
  'access.credentials',
  `SELECT id, password_hash, active, demo, roles, coalesce(locked_until > now(), false) AS locked FROM app.app_user WHERE username = $1`,
);
const FAILURE = statement<{ locked: boolean }>(
  'access.failure',
  `UPDATE app.app_user
      SET failed_attempts = CASE WHEN failed_attempts + 1 >= $2 THEN 0 ELSE failed_attempts + 1 END,
          locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN now() + make_interval(mins => $3) ELSE locked_until END
    WHERE id = $1 RETURNING coalesce(locked_until > now(), false) AS locked`,
);
const SUCCESS = statement(
  'access.success',
  `UPDATE app.app_user SET failed_attempts = 0, locked_until = NULL WHERE id = $1 AND (failed_attempts > 0 OR locked_until IS NOT NULL)`,
);
const ACTOR = statement<ActorRow>(
  'access.actor',
  `SELECT a.*, u.must_change_password AS must_change FROM app.actor_of($1) a JOIN app.app_user u ON u.id = a.user_id`,
);
const PROFILE = statement<{
  username: string;
  title: string | null;
  unread: number;
  agency: AgencyRef;
  province: AgencyRef;
}>(
  'access.profile',
  `SELECT u.username, u.title,
          (SELECT count(*) FROM app.inbox i WHERE i.user_id = u.id AND i.read_at IS NULL) AS unread,
          jsonb_build_object('id', a.id, 'code', a.code, 'name', a.name, 'shortName', a.short_name, 'level', a.level) AS agency,
          jsonb_build_object('id', p.id, 'code', p.code, 'name', p.name, 'shortName', p.short_name, 'level', p.level) AS province
     FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id JOIN app.agency p ON p.id = a.province_id
    WHERE u.id = $1`,
);

export interface DemoAccount {
  readonly username: string;
  readonly fullName: string;
  readonly title: string;
  readonly agencyName: string;
}
const DEMO_ACCOUNTS = `
  SELECT u.username, u.full_name AS "fullName", coalesce(u.title, '') AS title, a.name AS "agencyName"
    FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id WHERE u.demo AND u.active ORDER BY u.id`;

export class PostgresAccounts extends Accounts {
  constructor(
    private readonly pool: Pool,
    private readonly transactions: TransactionRunner,
  ) {
    super();
  }

  async credentials(username: string): Promise<Credentials | null> {
    const row = (await query(this.pool, CREDENTIALS, [username]))[0];
    if (!row) return null;
    const { id, password_hash: passwordHash, active, demo, roles, locked } = row;
    return { userId: id, passwordHash, active, demo, roles, locked };
  }

  async recordFailure(
    userId: UserId,
    { lockAfter, lockMinutes }: { lockAfter: number; lockMinutes: number },
  ): Promise<boolean> {
    return (await queryOne(this.pool, FAILURE, [userId, lockAfter, lockMinutes])).locked;
  }

  async recordSuccess(userId: UserId): Promise<void> {
    await query(this.pool, SUCCESS, [userId]);
  }

  async actor(userId: UserId): Promise<Actor | null> {
    const row = (await query(this.pool, ACTOR, [userId]))[0];
    return row ? toActor(row) : null;
  }

  async profile(actor: Actor): Promise<Profile> {
    const row = await this.transactions.run(actor, (tx) => queryOne(clientOf(tx), PROFILE, [actor.userId]));
    return { id: actor.userId, fullName: actor.fullName, roles: [...actor.roles], ...row };
  }

  /** Accounts of the demo, for the sign-in page. */
  demoAccounts(): Promise<DemoAccount[]> {
    return query<DemoAccount>(this.pool, DEMO_ACCOUNTS);
  }
}
