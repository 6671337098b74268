import type { Actor, NewPerson } from '#libs/access';
import type { AgencyId, JsonObject, Role, UserId } from '#libs/shared';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner, type Tx } from '../transaction.js';
import type { AdministrationJournal } from './administration-journal.js';

export interface AccountRow {
  readonly id: UserId;
  readonly username: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly roles: readonly Role[];
  readonly agencyId: AgencyId;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly active: boolean;
  readonly demo: boolean;
  readonly mustChangePassword: boolean;
  readonly lockedUntil: Date | null;
  readonly sessions: number;
  readonly openCases: number;
}
export interface AccountFilter {
  readonly agencies: readonly AgencyId[];
  readonly q?: string | undefined;
  readonly role?: Role | undefined;
  readonly state?: 'active' | 'inactive' | 'locked' | 'waiting' | undefined;
  readonly after?: number | undefined;
  readonly limit: number;
}
export interface SessionRow {
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
}
export interface AccountChange {
  readonly fullName: string;
  readonly title: string | null;
  readonly roles: readonly Role[];
  readonly agencyId: AgencyId;
}

const SELECT = `
  SELECT u.id, u.username, u.full_name AS "fullName", u.title, u.roles, u.agency_id AS "agencyId", a.code AS "agencyCode",
         a.short_name AS "agencyName", u.active, u.demo, u.must_change_password AS "mustChangePassword",
         CASE WHEN u.locked_until > now() THEN u.locked_until END AS "lockedUntil",
         (SELECT count(*)::int FROM app.session s WHERE s.user_id = u.id AND least(s.expires_at, s.ends_at) > now()) AS sessions,
         (SELECT count(*)::int FROM app.case_file c WHERE c.assignee_id = u.id AND c.closed_at IS NULL AND c.visible_to IS NULL) AS "openCases"
    FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id`;
const LIST = `${SELECT}
   WHERE u.agency_id = ANY ($1::int[]) AND u.id > coalesce($2::int, 0)
     AND ($3::text IS NULL OR u.username LIKE '%' || $3 || '%' OR public.unaccent(lower(u.full_name)) LIKE '%' || $3 || '%')
     AND ($4::text IS NULL OR $4 = ANY (u.roles))
     AND CASE $5::text WHEN 'active' THEN u.active WHEN 'inactive' THEN NOT u.active WHEN 'locked' THEN u.active AND u.locked_until > now()
                       WHEN 'waiting' THEN u.active AND u.must_change_password ELSE true END
   ORDER BY u.id LIMIT $6`;
const COUNTS = `
  SELECT count(*) FILTER (WHERE active)::int AS active, count(*) FILTER (WHERE NOT active)::int AS inactive,
         count(*) FILTER (WHERE active AND locked_until > now())::int AS locked,
         count(*) FILTER (WHERE active AND must_change_password)::int AS waiting
    FROM app.app_user WHERE agency_id = ANY ($1::int[])`;
const SESSIONS = `
  SELECT encode(sha256(s.token_hash), 'hex') AS id, s.created_at AS "createdAt", s.last_seen_at AS "lastSeenAt", s.user_agent AS "userAgent"
    FROM app.session s JOIN app.app_user u ON u.id = s.user_id
   WHERE s.user_id = $1 AND u.agency_id = ANY ($2::int[]) AND least(s.expires_at, s.ends_at) > now() ORDER BY s.last_seen_at DESC`;

/** Accounts as their administrators see and change them. The database asks each time who acts; every change is journaled. */
export class AccountRegister {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  list(actor: Actor, { agencies, q, role, state, after, limit }: AccountFilter): Promise<AccountRow[]> {
    const values = [agencies, after ?? null, q ?? null, role ?? null, state ?? null, limit];
    return this.transactions.run(actor, (tx) => query<AccountRow>(clientOf(tx), LIST, values));
  }

  counts(actor: Actor, agencies: readonly AgencyId[]) {
    return this.transactions.run(actor, (tx) =>
      queryOne<Record<'active' | 'inactive' | 'locked' | 'waiting', number>>(clientOf(tx), COUNTS, [agencies]),
    );
  }

  async find(actor: Actor, id: number, agencies: readonly AgencyId[]): Promise<AccountRow | null> {
    const text = `${SELECT} WHERE u.id = $1 AND u.agency_id = ANY ($2::int[])`;
    const rows = await this.transactions.run(actor, (tx) => query<AccountRow>(clientOf(tx), text, [id, agencies]));
    return rows[0] ?? null;
  }

  sessions(actor: Actor, id: number, agencies: readonly AgencyId[]): Promise<SessionRow[]> {
    return this.transactions.run(actor, (tx) => query<SessionRow>(clientOf(tx), SESSIONS, [id, agencies]));
  }

  async takenUsernames(actor: Actor, names: readonly string[]): Promise<ReadonlySet<string>> {
    const text = 'SELECT username FROM app.app_user WHERE username = ANY ($1::text[])';
    const rows = await this.transactions.run(actor, (tx) => query<{ username: string }>(clientOf(tx), text, [names]));
    return new Set(rows.map(({ username }) => username));
  }

  /** All of them or none. Answers the ids in the order given. */
  add(
    actor: Actor,
    people: readonly (Omit<NewPerson<AgencyId>, 'row' | 'agencyCode'> & { readonly passwordHash: string })[],
    facts: JsonObject = {},
  ): Promise<UserId[]> {
    return this.journal.act(actor, async (tx) => {
      const ids: UserId[] = [];
      for (const { username, fullName, title, roles, agencyId, passwordHash } of people) {
        const values = [username, fullName, title, roles, agencyId, passwordHash];
        const made = await queryOne<{ id: UserId }>(
          clientOf(tx),
          'SELECT app.user_add($1, $2, $3, $4, $5, $6) AS id',
          values,
        );
        ids.push(made.id);
      }
      const acts = people.map(({ roles, agencyId }, i) => ({
        ...{ agencyId, type: 'USER_ADDED' as const },
        facts: { ...facts, userId: ids[i] ?? 0, roles: [...roles] },
      }));
      return { result: ids, acts };
    });
  }

  change(actor: Actor, before: AccountRow, { fullName, title, roles, agencyId }: AccountChange): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const values = [before.id, fullName, title, roles, agencyId];
      await query(clientOf(tx), 'SELECT app.user_change($1, $2, $3, $4, $5)', values);
      const facts: JsonObject = {
        userId: before.id,
        ...(sameRoles(before.roles, roles) ? {} : { roles: [...roles], rolesBefore: [...before.roles] }),
        ...(agencyId === before.agencyId ? {} : { agencyId, agencyIdBefore: before.agencyId }),
        ...(fullName === before.fullName && title === before.title ? {} : { namesChanged: true }),
      };
      const books = [...new Set([before.agencyId, agencyId])];
      return { result: undefined, acts: books.map((id) => ({ agencyId: id, type: 'USER_CHANGED', facts })) };
    });
  }

  setActive(actor: Actor, account: AccountRow, { active, reason }: { active: boolean; reason: string }): Promise<void> {
    return this.one(actor, account, {
      type: active ? 'USER_REACTIVATED' : 'USER_DEACTIVATED',
      texts: { reason },
      work: (tx) => query(clientOf(tx), 'SELECT app.user_set_active($1, $2)', [account.id, active]),
    });
  }

  resetPassword(actor: Actor, account: AccountRow, passwordHash: string): Promise<void> {
    return this.one(actor, account, {
      type: 'PASSWORD_RESET',
      work: (tx) => query(clientOf(tx), 'SELECT app.user_reset_password($1, $2)', [account.id, passwordHash]),
    });
  }

  unlock(actor: Actor, account: AccountRow): Promise<void> {
    return this.one(actor, account, {
      type: 'ACCOUNT_UNLOCKED',
      work: (tx) => query(clientOf(tx), 'SELECT app.user_unlock($1)', [account.id]),
    });
  }

  /** How an account comes in, beside its password. */
  security(
    actor: Actor,
    id: UserId,
  ): Promise<{ readonly secondFactorAt: Date | null; readonly outsideSubject: string | null }> {
    const text = `SELECT (SELECT confirmed_at FROM app.second_factor WHERE user_id = $1) AS "secondFactorAt",
                         (SELECT subject FROM app.outside_identity WHERE user_id = $1) AS "outsideSubject"`;
    return this.transactions.run(actor, (tx) => queryOne(clientOf(tx), text, [id]));
  }

  /** The second factor of somebody who lost it; their sessions end. */
  resetFactor(actor: Actor, account: AccountRow): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.user_factor_reset($1) AS had';
      const { had } = await queryOne<{ had: boolean }>(clientOf(tx), text, [account.id]);
      const act = { agencyId: account.agencyId, type: 'SECOND_FACTOR_RESET', facts: { userId: account.id } } as const;
      return { result: undefined, acts: had ? [act] : [] };
    });
  }

  /** One session, or all with null; answers how many ended. */
  endSessions(actor: Actor, account: AccountRow, session: string | null): Promise<number> {
    return this.journal.act(actor, async (tx) => {
      const text = 'SELECT app.user_end_sessions($1, $2) AS ended';
      const { ended } = await queryOne<{ ended: number }>(clientOf(tx), text, [account.id, session]);
      const act = { agencyId: account.agencyId, type: 'SESSIONS_ENDED', facts: { userId: account.id, ended } } as const;
      return { result: ended, acts: ended > 0 ? [act] : [] };
    });
  }

  /** One's own password; the other sessions of the account end. */
  ownPassword(actor: Actor, passwordHash: string, tokenHash: Buffer): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await query(clientOf(tx), 'SELECT app.own_password($1, $2)', [passwordHash, tokenHash]);
      const act = { agencyId: actor.agencyId, type: 'PASSWORD_CHANGED', facts: { userId: actor.userId } } as const;
      return { result: undefined, acts: [act] };
    });
  }

  private one(
    actor: Actor,
    account: AccountRow,
    act: {
      readonly type: 'USER_REACTIVATED' | 'USER_DEACTIVATED' | 'PASSWORD_RESET' | 'ACCOUNT_UNLOCKED';
      readonly texts?: Readonly<Record<string, string>>;
      readonly work: (tx: Tx) => Promise<unknown>;
    },
  ): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await act.work(tx);
      const { type, texts } = act;
      const facts = { userId: account.id };
      return {
        result: undefined,
        acts: [{ agencyId: account.agencyId, type, facts, ...(texts ? { texts } : {}) }],
      };
    });
  }
}

const sameRoles = (a: readonly Role[], b: readonly Role[]): boolean =>
  a.length === b.length && a.every((role) => b.includes(role));
