import { type Actor, SecondFactors, type SealedSecret, type StoredFactor } from '#libs/access';
import type { UserId } from '#libs/shared';
import type { Pool } from 'pg';
import type { AdministrationJournal } from '../administration/administration-journal.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf } from '../transaction.js';

const OF = statement<{
  sealed: Buffer;
  sealed_key: Buffer;
  confirmed_at: Date | null;
  recovery_left: number;
}>('factor.of', 'SELECT sealed, sealed_key, confirmed_at, recovery_left FROM app.second_factor_of($1)');
const STEP = statement<{ taken: boolean }>('factor.step', 'SELECT app.second_factor_take($1, $2) AS taken');
const RECOVERY = statement<{ taken: boolean }>('factor.recovery', 'SELECT app.recovery_code_take($1, $2) AS taken');

export class PostgresSecondFactors extends SecondFactors {
  constructor(
    private readonly pool: Pool,
    private readonly journal: AdministrationJournal,
  ) {
    super();
  }

  async of(userId: UserId): Promise<StoredFactor | null> {
    const row = (await query(this.pool, OF, [userId]))[0];
    if (!row) return null;
    const { sealed, sealed_key: sealedKey, confirmed_at: confirmedAt, recovery_left: recoveryLeft } = row;
    return { sealed, sealedKey, confirmedAt, recoveryLeft };
  }

  async takeStep(userId: UserId, step: number): Promise<boolean> {
    return (await queryOne(this.pool, STEP, [userId, step])).taken;
  }

  async takeRecovery(userId: UserId, hash: Buffer): Promise<boolean> {
    return (await queryOne(this.pool, RECOVERY, [userId, hash])).taken;
  }

  begin(actor: Actor, { sealed, sealedKey }: SealedSecret): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await query(clientOf(tx), 'SELECT app.own_factor_begin($1, $2)', [sealed, sealedKey]);
      return { result: undefined, acts: [] };
    });
  }

  confirm(actor: Actor, recoveryHashes: readonly Buffer[]): Promise<void> {
    return this.own(actor, 'SECOND_FACTOR_ENROLLED', 'SELECT app.own_factor_confirm($1::bytea[])', [recoveryHashes]);
  }

  remove(actor: Actor): Promise<void> {
    return this.own(actor, 'SECOND_FACTOR_REMOVED', 'SELECT app.own_factor_remove()');
  }

  private own(
    actor: Actor,
    type: 'SECOND_FACTOR_ENROLLED' | 'SECOND_FACTOR_REMOVED',
    text: string,
    values: unknown[] = [],
  ): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await query(clientOf(tx), text, values);
      return { result: undefined, acts: [{ agencyId: actor.agencyId, type, facts: { userId: actor.userId } }] };
    });
  }
}
