import type { AnyActor } from '#libs/access';
import type { OpenCommand } from '#libs/casework';
import type { CaseEventId, CaseFileId, JsonObject, LocalDate, PetitionId } from '#libs/shared';

/** An open transaction of the persistence adapter, its actor set. Passed on, never looked into. */
export type Tx = object;

/** Opens a transaction as an actor; anything thrown rolls all of it back. */
export abstract class UnitOfWork {
  abstract run<T>(actor: AnyActor, work: (tx: Tx) => Promise<T>): Promise<T>;
}

export interface OpenedCase {
  readonly petitionId: PetitionId;
  readonly caseFileId: CaseFileId;
  /** Last day of the petition-handling limit; null where the rules give no number. */
  readonly handlingDeadline: LocalDate | null;
}

/** Opens files in the registering transaction (casework). */
export abstract class CaseOpener {
  /** A file per command, with its ledger event and deadlines. Answers in the order of the commands. */
  abstract open(tx: Tx, actor: AnyActor, commands: readonly OpenCommand[]): Promise<readonly OpenedCase[]>;
}

export type RecordType =
  | 'PETITION_LINKED'
  | 'ATTACHMENT_ADDED'
  | 'PETITION_VOIDED'
  | 'PETITION_CORRECTED'
  | 'SECRECY_NOTED'
  | 'SECRECY_ENDED'
  | 'CONFLICT_DECLARED'
  | 'CONFLICT_ENDED'
  | 'WORKING_COPY_MADE'
  | 'NOTE_WRITTEN'
  | 'TASK_DONE'
  | 'URGED'
  | `PAPER_${string}`;

export interface CaseRecord {
  /** Chosen by the caller where words are sealed under it; otherwise given when written. */
  readonly eventId?: CaseEventId;
  readonly caseFileId: CaseFileId;
  readonly type: RecordType;
  /** Ids, findings and commitments only. */
  readonly facts: JsonObject;
  /** Words typed with it: kept beside the ledger, sealed for protected files. The ledger gets their commitment. */
  readonly words?: CaseWords | undefined;
}

/** Bytes are written `\x…` as PostgreSQL does. */
export interface CaseWords {
  readonly field: string;
  readonly salt: string;
  readonly text: string | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
}

/** Ledger events of intake's own acts on a file that registration has opened. They move no stage. */
export abstract class CaseRecords {
  /** @returns files that have moved on since they were opened; `void` refuses them. Locks the files. */
  abstract movedOn(tx: Tx, caseFileIds: readonly CaseFileId[]): Promise<readonly CaseFileId[]>;
  /** Writes the events; with `close` the files end with outcome `voided` and their clocks are void. */
  abstract record(
    tx: Tx,
    actor: AnyActor,
    records: readonly CaseRecord[],
    options?: { readonly close: boolean },
  ): Promise<void>;
}
