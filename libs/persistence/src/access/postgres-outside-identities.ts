import { createHash } from 'node:crypto';
import type { Actor } from '#libs/access';
import type { AgencyId, UserId } from '#libs/shared';
import type { Pool } from 'pg';
import type { AdministrationJournal } from '../administration/administration-journal.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf } from '../transaction.js';

const BEGIN = statement('outside.begin', 'SELECT app.outside_begin($1, $2, $3)');
const TAKE = statement<{ nonce: string; verifier: string }>('outside.take', 'SELECT * FROM app.outside_take($1)');
const ACCOUNT = statement<{ username: string | null }>(
  'outside.account',
  'SELECT app.outside_account($1, $2) AS username',
);

const hashOf = (state: string): Buffer => createHash('sha256').update(state).digest();

export interface BegunOutside {
  readonly nonce: string;
  readonly verifier: string;
}

/** Who accounts are at an outside provider, and the sign-ins that are under way there: any process may take them back. */
export class PostgresOutsideIdentities {
  constructor(
    private readonly pool: Pool,
    private readonly journal: AdministrationJournal,
  ) {}

  async begin(state: string, { nonce, verifier }: BegunOutside): Promise<void> {
    await query(this.pool, BEGIN, [hashOf(state), nonce, verifier]);
  }

  /** Good once. */
  async take(state: string): Promise<BegunOutside | null> {
    return (await query(this.pool, TAKE, [hashOf(state)]))[0] ?? null;
  }

  /** Username of the account linked with the one whom the provider has just named. */
  async account(issuer: string, subject: string): Promise<string | null> {
    return (await queryOne(this.pool, ACCOUNT, [issuer, subject])).username;
  }

  link(
    actor: Actor,
    account: { readonly id: UserId; readonly agencyId: AgencyId },
    of: { readonly issuer: string; readonly subject: string } | null,
  ): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      const values = [account.id, of?.issuer ?? null, of?.subject ?? null];
      await query(clientOf(tx), 'SELECT app.user_link_outside($1, $2, $3)', values);
      const type = of ? 'OUTSIDE_IDENTITY_LINKED' : 'OUTSIDE_IDENTITY_UNLINKED';
      const facts = { userId: account.id, ...(of ? { issuer: of.issuer } : {}) };
      return { result: undefined, acts: [{ agencyId: account.agencyId, type, facts }] };
    });
  }
}
