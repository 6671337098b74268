import type { Actor } from '#libs/access';
import { type Channel, type Contact, type ContactOwner, Contacts, type NewContact } from '#libs/notifications';
import type { PetitionId } from '#libs/shared';
import { query, queryOne } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const COLUMNS = `id, channel, address, left(quiet_from::text, 5) AS "quietFrom", left(quiet_to::text, 5) AS "quietTo"`;
const OWNED = 'user_id IS NOT DISTINCT FROM $1 AND petition_id IS NOT DISTINCT FROM $2 AND withdrawn_at IS NULL';
const OF = `SELECT ${COLUMNS} FROM app.contact WHERE ${OWNED} ORDER BY channel`;
const WITHDRAW = `UPDATE app.contact SET withdrawn_at = app.business_now() WHERE ${OWNED} AND channel = $3 RETURNING id`;
const GIVE = `
  INSERT INTO app.contact (user_id, petition_id, channel, address, quiet_from, quiet_to, consented_at, consented_by)
  VALUES ($1, $2, $3, $4, $5::time, $6::time, app.business_now(), $7) RETURNING ${COLUMNS}`;
const SEALED = `SELECT type IN ('denunciation', 'mixed') OR visible_to IS NOT NULL AS sealed FROM app.petition WHERE id = $1`;

const owners = (owner: ContactOwner): readonly unknown[] =>
  'userId' in owner ? [owner.userId, null] : [null, owner.petitionId];

export class PostgresContacts extends Contacts {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override of(actor: Actor, owner: ContactOwner): Promise<Contact[]> {
    return this.runner.run(actor, (tx) => query<Contact>(clientOf(tx), OF, owners(owner)));
  }

  override give(actor: Actor, owner: ContactOwner, contact: NewContact): Promise<Contact> {
    const { channel, address, quietFrom, quietTo } = contact;
    return this.runner.run(actor, async (tx) => {
      await query(clientOf(tx), WITHDRAW, [...owners(owner), channel]);
      return queryOne<Contact>(clientOf(tx), GIVE, [
        ...owners(owner),
        ...[channel, address, quietFrom, quietTo, actor.userId],
      ]);
    });
  }

  override withdraw(actor: Actor, owner: ContactOwner, channel: Channel): Promise<boolean> {
    return this.runner.run(
      actor,
      async (tx) => (await query(clientOf(tx), WITHDRAW, [...owners(owner), channel])).length > 0,
    );
  }

  override petitionIsSealed(actor: Actor, petitionId: PetitionId): Promise<boolean | null> {
    return this.runner.run(
      actor,
      async (tx) => (await query<{ sealed: boolean }>(clientOf(tx), SEALED, [petitionId]))[0]?.sealed ?? null,
    );
  }
}
