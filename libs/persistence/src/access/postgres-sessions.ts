import { type Actor, Sessions } from '#libs/access';
import type { UserId } from '#libs/shared';
import type { Pool } from 'pg';
import { query, statement } from '../query.js';
import { type ActorRow, toActor } from './postgres-accounts.js';

const CREATE = statement(
  'session.create',
  `WITH old AS (DELETE FROM app.session WHERE user_id = $2 AND expires_at < now())
   INSERT INTO app.session (token_hash, user_id, expires_at, user_agent) VALUES ($1, $2, now() + make_interval(mins => $3), $4)`,
);
const FIND = statement<ActorRow>(
  'session.find',
  `SELECT a.*, u.must_change_password AS must_change FROM app.session_actor($1) a JOIN app.app_user u ON u.id = a.user_id`,
);
const DELETE = statement('session.delete', `DELETE FROM app.session WHERE token_hash = $1`);

export class PostgresSessions extends Sessions {
  constructor(private readonly pool: Pool) {
    super();
  }

  async create({
    tokenHash,
    userId,
    idleMinutes,
    userAgent,
  }: {
    tokenHash: Buffer;
    userId: UserId;
    idleMinutes: number;
    userAgent: string | null;
  }): Promise<void> {
    await query(this.pool, CREATE, [tokenHash, userId, idleMinutes, userAgent]);
  }

  async find(tokenHash: Buffer): Promise<Actor | null> {
    const row = (await query(this.pool, FIND, [tokenHash]))[0];
    return row ? toActor(row) : null;
  }

  async delete(tokenHash: Buffer): Promise<void> {
    await query(this.pool, DELETE, [tokenHash]);
  }

  async deleteForUser(userId: UserId): Promise<void> {
    await query(this.pool, 'DELETE FROM app.session WHERE user_id = $1', [userId]);
  }
}
