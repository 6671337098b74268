import type { Tx } from '#libs/intake';
import type { AgencyId, JsonObject, LocalDate, UserId } from '#libs/shared';
import type {
  AttendanceRow,
  DeadlineRow,
  LedgerWrite,
  OpinionRow,
  PersonRow,
  ReceiptRow,
  ReceptionAgency,
  ScheduleRow,
  SessionRow,
  TaskRow,
  VisitRow,
} from './model.js';

/** Tables of reception by the row they hold. */
export interface ReceptionRows {
  readonly schedule: ScheduleRow;
  readonly session: SessionRow;
  readonly visit: VisitRow;
  readonly person: PersonRow;
  readonly receipt: ReceiptRow;
  readonly deadline: DeadlineRow;
  readonly task: TaskRow;
  readonly attendance: AttendanceRow;
  readonly opinion: OpinionRow;
}
export type ReceptionTable = keyof ReceptionRows;

/** What a list is asked by: columns that must equal (or be among) a value, and days a column lies between. */
export interface RowFilter {
  readonly where?: Readonly<Record<string, unknown>>;
  readonly day?: {
    readonly column: string;
    readonly from?: LocalDate | undefined;
    readonly to?: LocalDate | undefined;
  };
  /** Keyset order: by these columns, then by id. `after` holds their values in the last row seen. */
  readonly order?: { readonly by: readonly string[]; readonly down?: boolean };
  readonly after?: readonly unknown[];
  readonly limit?: number;
}

/** What a session's guards ask besides the session itself. */
export interface SessionCounts {
  readonly visitsWithoutOutcome: number;
  readonly opinionsUnanswered: number;
  readonly tasksTotal: number;
  readonly tasksOpen: number;
}

export interface Leader {
  readonly id: UserId;
  readonly fullName: string;
  readonly title: string | null;
  readonly agencyId: AgencyId;
}

/**
 * Where reception keeps its rows. Every method runs in the caller's transaction and under the row scope of its actor.
 * Rows come and go whole; the adapter decides nothing. Left out on purpose: deleting.
 */
export abstract class ReceptionStore {
  /** Business time of the transaction. */
  abstract now(tx: Tx): Promise<Date>;
  /** Null for an agency that is unknown or closed; scope is the caller's to judge. */
  abstract agency(
    tx: Tx,
    which: { readonly code: string } | { readonly id: AgencyId },
  ): Promise<ReceptionAgency | null>;
  abstract agencies(tx: Tx, ids: readonly AgencyId[]): Promise<readonly ReceptionAgency[]>;
  /** Heads of agencies: the chairman; of a department or unit its head. */
  abstract heads(tx: Tx, agencies: readonly AgencyId[]): Promise<readonly Leader[]>;
  abstract names(tx: Tx, users: readonly UserId[]): Promise<ReadonlyMap<UserId, string>>;
  abstract insert<T extends ReceptionTable>(tx: Tx, table: T, rows: readonly ReceptionRows[T][]): Promise<void>;
  /** Writes every column of the rows anew. */
  abstract update<T extends ReceptionTable>(tx: Tx, table: T, rows: readonly ReceptionRows[T][]): Promise<void>;
  /** Locked until the transaction ends. Null where the actor sees no such row. */
  abstract lock<T extends ReceptionTable>(tx: Tx, table: T, id: string): Promise<ReceptionRows[T] | null>;
  abstract list<T extends ReceptionTable>(tx: Tx, table: T, filter: RowFilter): Promise<readonly ReceptionRows[T][]>;
  abstract counts(tx: Tx, sessionId: string): Promise<SessionCounts>;
  abstract append(tx: Tx, write: LedgerWrite): Promise<void>;
  abstract timeline(tx: Tx, chainId: string): Promise<readonly TimelineRow[]>;
  abstract findKey(
    tx: Tx,
    key: { readonly actorId: UserId; readonly key: string },
  ): Promise<{ readonly requestHash: Buffer; readonly answer: JsonObject } | null>;
  /** False when another transaction has taken the key. */
  abstract keepKey(
    tx: Tx,
    entry: {
      readonly actorId: UserId;
      readonly key: string;
      readonly requestHash: Buffer;
      readonly answer: JsonObject;
    },
  ): Promise<boolean>;
}

export interface TimelineRow {
  readonly id: string;
  readonly seq: number;
  readonly type: string;
  readonly occurredOn: LocalDate;
  readonly recordedAt: string;
  readonly actorId: UserId;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly facts: JsonObject;
  readonly basis: readonly { readonly text: string }[];
  readonly fromStage: string | null;
  readonly toStage: string | null;
  readonly hash: string;
  readonly texts: Readonly<Record<string, string>>;
}
