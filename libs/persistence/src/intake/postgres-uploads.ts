import type { Actor } from '#libs/access';
import type { Tx as OpaqueTx } from '#libs/intake';
import type { AttachmentId, PetitionId } from '#libs/shared';
import type { Connections } from '../connections.js';
import { query, statement } from '../query.js';
import { clientOf, type Tx, TransactionRunner } from '../transaction.js';

export interface UploadRow {
  readonly id: string;
  readonly petitionId: PetitionId;
  readonly sizeBytes: number;
  readonly sealedKey: Buffer;
  readonly createdAt: Date;
  readonly attachmentId: AttachmentId | null;
}

const ROW = `
  SELECT id, petition_id AS "petitionId", size_bytes AS "sizeBytes", sealed_key AS "sealedKey", created_at AS "createdAt",
         attachment_id AS "attachmentId"
    FROM app.upload`;
const INSERT = statement<object>(
  'upload.insert',
  `INSERT INTO app.upload (id, petition_id, created_by, size_bytes, sealed_key) VALUES ($1, $2, $3, $4, $5)`,
);
const FIND = statement<UploadRow>('upload.find', `${ROW} WHERE id = $1`);
const LOCK = statement<UploadRow>('upload.lock', `${ROW} WHERE id = $1 FOR UPDATE`);
const OPEN = statement<UploadRow>('upload.open', `${ROW} WHERE attachment_id IS NULL ORDER BY created_at, id`);
const SETTLE = statement<object>(
  'upload.settle',
  'UPDATE app.upload SET attachment_id = $2, finished_at = now() WHERE id = $1',
);
const DELETE = statement<object>('upload.delete', 'DELETE FROM app.upload WHERE id = $1');
const KNOWN = statement<{ id: string; old: boolean; finished: boolean }>(
  'upload.known',
  `SELECT id, created_at < now() - interval '1 day' AS old, attachment_id IS NOT NULL AS finished FROM app.upload`,
);

/** Uploads under way. Row security shows each person their own only. */
export class PostgresUploads {
  private readonly runner: TransactionRunner;

  constructor(private readonly connections: Connections) {
    this.runner = new TransactionRunner(connections);
  }

  async create(actor: Actor, row: Pick<UploadRow, 'id' | 'petitionId' | 'sizeBytes' | 'sealedKey'>): Promise<void> {
    const { id, petitionId, sizeBytes, sealedKey } = row;
    await this.runner.run(actor, (tx) =>
      query(clientOf(tx), INSERT, [id, petitionId, actor.userId, sizeBytes, sealedKey]),
    );
  }

  find(actor: Actor, id: string): Promise<UploadRow | null> {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), FIND, [id]))[0] ?? null);
  }

  /** Not yet finished, oldest first. */
  open(actor: Actor): Promise<readonly UploadRow[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), OPEN));
  }

  /** Holds the row for the rest of the transaction: of two who finish an upload the second sees what the first has made. */
  async lock(tx: OpaqueTx, id: string): Promise<UploadRow | null> {
    return (await query(clientOf(tx as Tx), LOCK, [id]))[0] ?? null;
  }

  async settle(tx: OpaqueTx, id: string, attachmentId: AttachmentId): Promise<void> {
    await query(clientOf(tx as Tx), SETTLE, [id, attachmentId]);
  }

  async delete(actor: Actor, id: string): Promise<void> {
    await this.runner.run(actor, (tx) => query(clientOf(tx), DELETE, [id]));
  }

  /** For the worker, which tidies up. */
  known(): Promise<readonly { id: string; old: boolean; finished: boolean }[]> {
    return query(this.connections.worker, KNOWN);
  }

  async forget(id: string): Promise<void> {
    await query(this.connections.worker, DELETE, [id]);
  }
}
