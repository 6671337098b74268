import type { AnyActor } from '#libs/access';
import { Imports, type ImportBatch, type ImportRowRecord, type ImportState, type Tx as OpaqueTx } from '#libs/intake';
import type { AgencyId, CaseFileId, ImportBatchId, PetitionId, UserId } from '#libs/shared';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type Tx, type TransactionRunner } from '../transaction.js';
import { jsonRows } from './json-rows.js';

const BATCH = `
  SELECT b.id, b.agency_id AS "agencyId", a.code AS "agencyCode", b.created_by AS "createdBy", u.full_name AS "createdByName", b.created_at AS "createdAt",
         b.state, b.total_rows AS "totalRows", b.done_rows AS "doneRows", b.undone_at AS "undoneAt", b.undo_reason AS "undoReason",
         r.registered, r.attention
    FROM app.import_batch b JOIN app.agency a ON a.id = b.agency_id JOIN app.app_user u ON u.id = b.created_by
    CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE i.petition_id IS NOT NULL)::int AS registered, count(*) FILTER (WHERE i.faults <> '[]')::int AS attention
        FROM app.import_row i WHERE i.batch_id = b.id) r`;
const CREATE = statement<object>(
  'import.create',
  `INSERT INTO app.import_batch (id, agency_id, created_by, created_at, file_sha256, state, total_rows) VALUES ($1, $2, $3, $4, $5, 'ready', $6)`,
);
const FIND = statement<ImportBatch>('import.find', `${BATCH} WHERE b.id = $1`);
const LIST = statement<ImportBatch>('import.list', `${BATCH} ORDER BY b.created_at DESC, b.id DESC LIMIT $1`);
const SAME_FILE = statement<{ id: ImportBatchId }>(
  'import.same-file',
  `SELECT id FROM app.import_batch WHERE agency_id = $1 AND file_sha256 = $2 AND state = 'done' LIMIT 1`,
);
const MOVE = statement<{ id: string }>(
  'import.move',
  `UPDATE app.import_batch SET state = $3, done_rows = coalesce($4, done_rows) WHERE id = $1 AND state = ANY ($2::text[]) RETURNING id`,
);
const PROGRESS = statement<{ state: ImportState }>(
  'import.progress',
  `UPDATE app.import_batch SET done_rows = $2 WHERE id = $1 RETURNING state`,
);
const CLAIM = statement<{ claimed: boolean }>(
  'import.claim',
  `SELECT pg_try_advisory_xact_lock(hashtextextended('import ' || $1, 0)) AS claimed`,
);
const ADD_ROWS = statement<object>(
  'import.add-rows',
  `INSERT INTO app.import_row (batch_id, row_number, petition_id, state, faults, encoding, resend_of_row, resend_score)
   SELECT $1, r."row", r.petition_id, r.state, r.faults, r.encoding, r.of_row, r.score
     FROM jsonb_to_recordset($2::jsonb) AS r("row" int, petition_id uuid, state text, faults jsonb, encoding text, of_row int, score real)`,
);
const ROWS = statement<ImportRowRecord>(
  'import.rows',
  `SELECT row_number AS row, petition_id AS "petitionId", state, faults, encoding, resend_of_row AS "ofRow", resend_score AS score
     FROM app.import_row WHERE batch_id = $1 ORDER BY row_number`,
);
const PETITIONS = statement<{
  petitionId: PetitionId;
  caseFileId: CaseFileId | null;
  row: number;
  sealed: boolean;
  voided: boolean;
}>(
  'import.petitions',
  `SELECT p.id AS "petitionId", p.case_file_id AS "caseFileId", i.row_number AS row, p.sealed IS NOT NULL AS sealed, p.voided_at IS NOT NULL AS voided
     FROM app.import_row i JOIN app.petition p ON p.id = i.petition_id WHERE i.batch_id = $1 ORDER BY i.row_number`,
);
const UNDONE = statement<object>(
  'import.undone',
  `UPDATE app.import_batch SET state = 'undone', undone_at = $2, undone_by = $3, undo_reason = $4 WHERE id = $1`,
);

const db = (tx: OpaqueTx) => clientOf(tx as Tx);

/** Import batches in PostgreSQL. Rows hold fields and codes, never values. */
export class PostgresImports extends Imports {
  constructor(private readonly transactions: TransactionRunner) {
    super();
  }

  override async create(
    tx: OpaqueTx,
    batch: {
      readonly id: ImportBatchId;
      readonly agencyId: AgencyId;
      readonly createdBy: UserId;
      readonly createdAt: Date;
      readonly fileSha256: Buffer;
      readonly totalRows: number;
    },
  ): Promise<void> {
    await query(db(tx), CREATE, [
      batch.id,
      batch.agencyId,
      batch.createdBy,
      batch.createdAt,
      batch.fileSha256,
      batch.totalRows,
    ]);
  }

  override async find(tx: OpaqueTx, id: ImportBatchId): Promise<ImportBatch | null> {
    return (await query(db(tx), FIND, [id]))[0] ?? null;
  }

  override list(tx: OpaqueTx, limit: number): Promise<readonly ImportBatch[]> {
    return query(db(tx), LIST, [limit]);
  }

  override async sameFile(tx: OpaqueTx, agencyId: AgencyId, fileSha256: Buffer): Promise<ImportBatchId | null> {
    return (await query(db(tx), SAME_FILE, [agencyId, fileSha256]))[0]?.id ?? null;
  }

  override async move(
    tx: OpaqueTx,
    id: ImportBatchId,
    change: { readonly from: readonly ImportState[]; readonly to: ImportState; readonly doneRows?: number },
  ): Promise<boolean> {
    return (await query(db(tx), MOVE, [id, change.from, change.to, change.doneRows ?? null])).length === 1;
  }

  /** A transaction of its own beside the import's: others see it at once, and it sees their cancel. */
  override async progress(
    actor: AnyActor,
    id: ImportBatchId,
    doneRows: number,
  ): Promise<{ readonly cancelled: boolean }> {
    const { state } = await this.transactions.run(actor, (tx) => queryOne(clientOf(tx), PROGRESS, [id, doneRows]));
    return { cancelled: state !== 'importing' };
  }

  override async claim(tx: OpaqueTx, id: ImportBatchId): Promise<boolean> {
    return (await queryOne(db(tx), CLAIM, [id])).claimed;
  }

  override async addRows(tx: OpaqueTx, id: ImportBatchId, rows: readonly ImportRowRecord[]): Promise<void> {
    if (rows.length > 0) await query(db(tx), ADD_ROWS, [id, jsonRows(rows)]);
  }

  override rows(tx: OpaqueTx, id: ImportBatchId): Promise<readonly ImportRowRecord[]> {
    return query(db(tx), ROWS, [id]);
  }

  override petitions(tx: OpaqueTx, id: ImportBatchId) {
    return query(db(tx), PETITIONS, [id]);
  }

  override async markUndone(
    tx: OpaqueTx,
    id: ImportBatchId,
    undo: { readonly at: Date; readonly by: UserId; readonly reason: string },
  ): Promise<void> {
    await query(db(tx), UNDONE, [id, undo.at, undo.by, undo.reason]);
  }
}
