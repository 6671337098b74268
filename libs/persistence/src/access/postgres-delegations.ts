import { type Actor, type Delegation, Delegations, type NewDelegation } from '#libs/access';
import type { LocalDate, Role, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import { query, queryOne } from '../query.js';

const COLUMNS = `
  g.id, json_build_object('id', f.id, 'fullName', f.full_name, 'title', f.title) AS "from",
  json_build_object('id', t.id, 'fullName', t.full_name, 'title', t.title) AS "to",
  g.valid_from::text AS "validFrom", g.valid_to::text AS "validTo", g.reason`;
const JOINED = `
  FROM app.delegation g JOIN app.app_user f ON f.id = g.from_user JOIN app.app_user t ON t.id = g.to_user`;
const LIST = `
  SELECT ${COLUMNS} ${JOINED}
   WHERE g.valid_to >= $2 AND (f.agency_id = ANY ($1::int[]) OR t.agency_id = ANY ($1::int[]))
   ORDER BY g.valid_from, g.id LIMIT 500`;
const PAIR = `
  SELECT u.id, u.full_name AS "fullName", u.title, u.roles, u.active,
         u.agency_id = ANY ($1::int[]) AS "mine",
         (SELECT f.agency_id = ANY (a.agencies) FROM app.app_user f, app.actor_of($3) a WHERE f.id = $2) AS reaches
    FROM app.app_user u WHERE u.id IN ($2, $3)`;
const CREATE = `
  WITH made AS (INSERT INTO app.delegation (from_user, to_user, valid_from, valid_to, reason, created_by)
                VALUES ($1, $2, $3, $4, $5, $6) RETURNING *)
  SELECT ${COLUMNS} FROM made g JOIN app.app_user f ON f.id = g.from_user JOIN app.app_user t ON t.id = g.to_user`;
// The day it ends on is the first without it; one that had not begun never does.
const END = `
  WITH ended AS (
    UPDATE app.delegation SET valid_from = least(valid_from, $3::date - 1), valid_to = least(valid_to, $3::date - 1)
     WHERE id = $2 AND valid_to >= $3 AND from_user IN (SELECT id FROM app.app_user WHERE agency_id = ANY ($1::int[])) RETURNING *)
  SELECT ${COLUMNS} FROM ended g JOIN app.app_user f ON f.id = g.from_user JOIN app.app_user t ON t.id = g.to_user`;
const ABSENT = `UPDATE app.app_user SET absent_from = $3, absent_to = $4 WHERE id = $2 AND agency_id = ANY ($1::int[]) RETURNING id`;

interface PairRow {
  readonly id: UserId;
  readonly fullName: string;
  readonly title: string | null;
  readonly roles: Role[];
  readonly active: boolean;
  readonly mine: boolean;
  readonly reaches: boolean | null;
}

export class PostgresDelegations extends Delegations {
  constructor(private readonly pool: Pool) {
    super();
  }

  override list(actor: Actor, today: LocalDate): Promise<Delegation[]> {
    return query<Delegation>(this.pool, LIST, [actor.agencies, today]);
  }

  override async pair(actor: Actor, { fromUser, toUser }: { fromUser: UserId; toUser: UserId }) {
    const rows = await query<PairRow>(this.pool, PAIR, [actor.agencies, fromUser, toUser]);
    const seen = (id: UserId): PairRow | null => rows.find((row) => row.id === id && row.mine) ?? null;
    return {
      from: seen(fromUser),
      to: seen(toUser),
      reaches: rows[0]?.reaches === true,
    };
  }

  override create(actor: Actor, { fromUser, toUser, validFrom, validTo, reason }: NewDelegation): Promise<Delegation> {
    return queryOne<Delegation>(this.pool, CREATE, [fromUser, toUser, validFrom, validTo, reason, actor.userId]);
  }

  override async end(actor: Actor, id: number, on: LocalDate): Promise<Delegation | null> {
    return (await query<Delegation>(this.pool, END, [actor.agencies, id, on]))[0] ?? null;
  }

  override async setAbsence(
    actor: Actor,
    { userId, from, to }: { userId: UserId; from: LocalDate | null; to: LocalDate | null },
  ): Promise<boolean> {
    return (await query(this.pool, ABSENT, [actor.agencies, userId, from, to])).length > 0;
  }
}
