import { type Actor, type OwnSession, Sessions } from '#libs/access';
import type { Pool } from 'pg';
import type { AdministrationJournal } from '../administration/administration-journal.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { type ActorRow, toActor } from './postgres-accounts.js';

const OPEN = statement('session.open', 'SELECT app.session_open($1, $2, $3, $4, $5, $6, $7, $8)');
const FIND = statement<ActorRow>('session.find', 'SELECT * FROM app.session_found($1)');
const RAN_OUT = statement<{ hours: number | null }>('session.ranOut', 'SELECT app.session_ran_out($1) AS hours');
const CLOSE = statement('session.close', 'SELECT app.session_close($1)');
const OWN = statement<OwnSession>(
  'session.own',
  `SELECT encode(sha256(token_hash), 'hex') AS id, created_at AS "createdAt", last_seen_at AS "lastSeenAt", user_agent AS "userAgent",
          address, method
     FROM app.session WHERE user_id = $1 AND least(expires_at, ends_at) > now() ORDER BY last_seen_at DESC`,
);
const END_OWN = statement<{ ended: number }>('session.endOwn', 'SELECT app.own_sessions_end($1, $2) AS ended');

export class PostgresSessions extends Sessions {
  constructor(
    private readonly pool: Pool,
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {
    super();
  }

  async create(session: Parameters<Sessions['create']>[0]): Promise<void> {
    const { tokenHash, userId, idleMinutes, userAgent, address, method, mustEnrolFactor } = session;
    const from = [userAgent, address, method, mustEnrolFactor];
    await query(this.pool, OPEN, [tokenHash, userId, idleMinutes, ...from, session.mostHours]);
  }

  async find(tokenHash: Buffer): Promise<Actor | null> {
    const row = (await query(this.pool, FIND, [tokenHash]))[0];
    return row ? toActor(row) : null;
  }

  async ranOut(tokenHash: Buffer): Promise<number | null> {
    return (await queryOne(this.pool, RAN_OUT, [tokenHash])).hours;
  }

  async delete(tokenHash: Buffer): Promise<void> {
    await query(this.pool, CLOSE, [tokenHash]);
  }

  own(actor: Actor): Promise<readonly OwnSession[]> {
    return this.transactions.run(actor, (tx) => query(clientOf(tx), OWN, [actor.userId]));
  }

  endOwn(actor: Actor, session: string | null, asking: Buffer): Promise<number> {
    return this.journal.act(actor, async (tx) => {
      const { ended } = await queryOne(clientOf(tx), END_OWN, [session, asking]);
      const facts = { userId: actor.userId, ended };
      return { result: ended, acts: ended > 0 ? [{ agencyId: actor.agencyId, type: 'SESSIONS_ENDED', facts }] : [] };
    });
  }
}
