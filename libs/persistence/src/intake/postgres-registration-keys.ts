import { RegistrationKeys, type Tx as OpaqueTx } from '#libs/intake';
import type { PetitionId, UserId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';

const FIND = statement<{ requestHash: Buffer; petitionId: PetitionId }>(
  'intake.find-key',
  `SELECT request_hash AS "requestHash", answer ->> 'petitionId' AS "petitionId" FROM app.idempotency WHERE actor_id = $1 AND key = $2`,
);
const KEEP = statement<{ kept: boolean }>(
  'intake.keep-key',
  `INSERT INTO app.idempotency (actor_id, key, request_hash, status, answer) VALUES ($1, $2, $3, 201, $4) ON CONFLICT DO NOTHING`,
);

/** Idempotency keys of registrations; the answer column holds the petition's id and nothing else. */
export class PostgresRegistrationKeys extends RegistrationKeys {
  override async find(tx: OpaqueTx, key: { readonly actorId: UserId; readonly key: string }) {
    return (await query(clientOf(tx as Tx), FIND, [key.actorId, key.key]))[0] ?? null;
  }

  override async keep(
    tx: OpaqueTx,
    entry: {
      readonly actorId: UserId;
      readonly key: string;
      readonly requestHash: Buffer;
      readonly petitionId: PetitionId;
    },
  ): Promise<boolean> {
    const result = await clientOf(tx as Tx).query({
      name: KEEP.name,
      text: KEEP.text,
      values: [entry.actorId, entry.key, entry.requestHash, JSON.stringify({ petitionId: entry.petitionId })],
    });
    return result.rowCount === 1;
  }
}
