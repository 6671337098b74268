import type { AnyActor } from '#libs/access';
import type { AgencyId, CaseFileId, ImportBatchId, PetitionId, UserId } from '#libs/shared';
import type { Tx } from './work.js';

export type ImportState = 'reading' | 'ready' | 'importing' | 'done' | 'cancelled' | 'failed' | 'undone';

export interface ImportBatch {
  readonly id: ImportBatchId;
  readonly agencyId: AgencyId;
  readonly agencyCode: string;
  readonly createdBy: UserId;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly state: ImportState;
  readonly totalRows: number;
  readonly doneRows: number;
  readonly registered: number;
  readonly attention: number;
  readonly undoneAt: Date | null;
  readonly undoReason: string | null;
}

/** One row of `import_row`: fields and codes, never values. */
export interface ImportRowRecord {
  readonly row: number;
  readonly petitionId: PetitionId | null;
  readonly state: 'registered' | 'attention';
  readonly faults: readonly { readonly field: string; readonly code: string; readonly severity: string }[];
  readonly encoding: string | null;
  readonly ofRow: number | null;
  readonly score: number | null;
}

/** Batches of imported registers. */
export abstract class Imports {
  abstract create(
    tx: Tx,
    batch: {
      readonly id: ImportBatchId;
      readonly agencyId: AgencyId;
      readonly createdBy: UserId;
      readonly createdAt: Date;
      readonly fileSha256: Buffer;
      readonly totalRows: number;
    },
  ): Promise<void>;
  abstract find(tx: Tx, id: ImportBatchId): Promise<ImportBatch | null>;
  abstract list(tx: Tx, limit: number): Promise<readonly ImportBatch[]>;
  /** A batch of the same file in the agency that is done and not undone. */
  abstract sameFile(tx: Tx, agencyId: AgencyId, fileSha256: Buffer): Promise<ImportBatchId | null>;
  /** Moves the state if it is one of `from`; false otherwise. */
  abstract move(
    tx: Tx,
    id: ImportBatchId,
    change: { readonly from: readonly ImportState[]; readonly to: ImportState; readonly doneRows?: number },
  ): Promise<boolean>;
  /** Seen by others at once, because it runs outside the import's own transaction. */
  abstract progress(actor: AnyActor, id: ImportBatchId, doneRows: number): Promise<{ readonly cancelled: boolean }>;
  /** Held to the end of the transaction; false while another process imports the batch. */
  abstract claim(tx: Tx, id: ImportBatchId): Promise<boolean>;
  abstract addRows(tx: Tx, id: ImportBatchId, rows: readonly ImportRowRecord[]): Promise<void>;
  abstract rows(tx: Tx, id: ImportBatchId): Promise<readonly ImportRowRecord[]>;
  abstract petitions(
    tx: Tx,
    id: ImportBatchId,
  ): Promise<
    readonly {
      readonly petitionId: PetitionId;
      readonly caseFileId: CaseFileId | null;
      readonly row: number;
      readonly sealed: boolean;
      readonly voided: boolean;
    }[]
  >;
  abstract markUndone(
    tx: Tx,
    id: ImportBatchId,
    undo: { readonly at: Date; readonly by: UserId; readonly reason: string },
  ): Promise<void>;
}

/** Rows of a register between its preview and its commit: sealed bytes by batch, gone after either ending. */
export abstract class ImportStaging {
  abstract keep(id: ImportBatchId, sealed: Buffer): Promise<void>;
  abstract read(id: ImportBatchId): Promise<Buffer | null>;
  abstract drop(id: ImportBatchId): Promise<void>;
}
