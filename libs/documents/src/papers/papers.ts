import type { Actor } from '#libs/access';
import type { AgencyId, CaseFileId, JsonObject, LocalDate, Role, UserId } from '#libs/shared';
import type { Capacity } from '../form.js';

/** An open transaction of the persistence adapter, its actor set. Passed on, never looked into. */
export type Tx = object;

export const PAPER_STATES = {
  draft: 'Đang soạn',
  submitted: 'Đã trình ký',
  approved: 'Đã duyệt, chờ ký',
  signed: 'Đã ký, chờ phát hành',
  issued: 'Đã phát hành',
  voided: 'Đã hủy',
} as const;
export type PaperState = keyof typeof PAPER_STATES;

export const SLIP_CHANNELS = {
  handover: 'Giao trực tiếp',
  post: 'Bưu chính',
  electronic: 'Điện tử',
  posting: 'Niêm yết',
  internal: 'Gửi nội bộ',
} as const;
export type SlipChannel = keyof typeof SLIP_CHANNELS;

/** One row of `paper`. */
export interface PaperRow {
  readonly id: string;
  readonly caseFileId: CaseFileId;
  readonly agencyId: AgencyId;
  readonly form: string;
  readonly formFrom: LocalDate;
  readonly size: 'A4' | 'A5';
  readonly taskId: string | null;
  readonly orderedBy: string | null;
  readonly templateId: string | null;
  readonly state: PaperState;
  readonly rev: number;
  readonly sealed: Buffer;
  readonly sealedKey: Buffer;
  readonly draftedBy: UserId;
  readonly submittedBy: UserId | null;
  readonly approvedBy: UserId | null;
  readonly signedBy: UserId | null;
  readonly capacity: Capacity | null;
  readonly issuedOn: LocalDate | null;
  readonly numberLabel: string | null;
  readonly numberYear: number | null;
  readonly numberKind: string | null;
  readonly numberSeq: number | null;
}

export type PaperChange = Partial<
  Omit<PaperRow, 'id' | 'caseFileId' | 'agencyId' | 'form' | 'rev' | 'draftedBy' | 'taskId' | 'orderedBy'>
> & {
  /** Stamps `<act>_by` and `<act>_at` with the actor and business time. */
  readonly act?: 'submitted' | 'approved' | 'signed' | 'issued' | 'voided';
};

export interface PaperContent {
  readonly paperId: string;
  readonly kind: 'docx' | 'pdf' | 'signed';
  readonly blobKey: string;
  /** Of the bytes as people have them. */
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly pages: number | null;
  readonly madeFrom: 'template' | 'document' | 'standard' | 'upload';
  readonly signature: JsonObject | null;
  readonly bytesKey: Buffer;
}

export interface SlipRow {
  readonly id: string;
  readonly paperId: string;
  readonly addressee: string;
  readonly sealed: Buffer;
  readonly sealedKey: Buffer;
  readonly channel: SlipChannel;
  readonly sentOn: LocalDate | null;
  readonly deliveredOn: LocalDate | null;
}

export interface TemplateRow {
  readonly id: string;
  readonly agencyId: AgencyId;
  readonly form: string;
  readonly formFrom: LocalDate;
  readonly validFrom: LocalDate;
  readonly blobKey: string;
  readonly sha256: Buffer;
  readonly sizeBytes: number;
  readonly uploadedByName?: string;
}

/** The file a paper belongs to, as its acts need it. */
export interface PaperCase {
  readonly id: CaseFileId;
  readonly agencyId: AgencyId;
  readonly agencyLevel: string;
  readonly procedure: string;
  readonly protected: boolean;
}
export interface DraftingTask {
  readonly id: string;
  readonly form: string;
  readonly orderedBy: string | null;
}
export interface Colleague {
  readonly fullName: string;
  readonly title: string | null;
  readonly roles: readonly Role[];
}
export interface UnfinishedPaper extends PaperRow {
  readonly registerLabel: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  readonly draftedByName: string;
  /** Day of the last act on it. */
  readonly since: LocalDate;
}
export interface RegisterLine {
  readonly id: string | null;
  readonly caseFileId: string | null;
  readonly form: string | null;
  readonly numberLabel: string;
  /** Series of the number: TB, QĐ …; empty for official letters. */
  readonly numberKind: string;
  /** Place in the series; null where the number came from the document system. */
  readonly numberSeq: number | null;
  readonly issuedOn: LocalDate | null;
  readonly state: PaperState;
  readonly signedByName: string | null;
}
/** Something that lies in the file: a paper or what came with the petition. */
export interface FiledItem {
  readonly ref: string;
  readonly kind: 'paper' | 'attachment';
  readonly form: string | null;
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly pages: number;
}

export type PaperRecord =
  | 'PAPER_SUBMITTED'
  | 'PAPER_APPROVED'
  | 'PAPER_RETURNED'
  | 'PAPER_SIGNED'
  | 'PAPER_ISSUED'
  | 'PAPER_VOIDED'
  | 'PAPER_SIGNED_COPY'
  | 'PAPER_SENT'
  | 'PAPER_IDENTITY_READ';

/**
 * Rows of papers under the row scope of the actor: who sees the file sees its papers. The adapter decides nothing. Left out
 * on purpose: the bytes (blob store) and what a paper says (PaperSources).
 */
export abstract class Papers {
  abstract run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Business time of the transaction. */
  abstract now(tx: Tx): Promise<Date>;
  abstract caseFile(tx: Tx, id: CaseFileId): Promise<PaperCase | null>;
  abstract tasks(tx: Tx, id: CaseFileId): Promise<readonly DraftingTask[]>;
  abstract colleague(tx: Tx, id: UserId): Promise<Colleague | null>;

  abstract insert(
    tx: Tx,
    paper: Pick<
      PaperRow,
      | 'id'
      | 'caseFileId'
      | 'agencyId'
      | 'form'
      | 'formFrom'
      | 'size'
      | 'taskId'
      | 'orderedBy'
      | 'sealed'
      | 'sealedKey'
      | 'draftedBy'
    >,
  ): Promise<void>;
  /** Locks the row until the transaction ends where `lock` is asked for. */
  abstract find(tx: Tx, id: string, options?: { readonly lock: boolean }): Promise<PaperRow | null>;
  abstract ofCase(tx: Tx, id: CaseFileId): Promise<readonly PaperRow[]>;
  /** Papers not yet out in files of the actor's own agency or shared with them, oldest first; drafts only their own. */
  abstract unfinished(
    tx: Tx,
    actor: Actor,
    part: { readonly limit: number; readonly skip: number },
  ): Promise<readonly UnfinishedPaper[]>;
  abstract change(tx: Tx, actor: Actor, paper: Pick<PaperRow, 'id' | 'rev'>, change: PaperChange): Promise<void>;
  /** The next number of a kind; the counter row stays locked until the transaction ends, so nothing is lost and nothing doubled. */
  abstract takeNumber(
    tx: Tx,
    counter: { readonly agencyId: AgencyId; readonly year: number; readonly kind: string },
  ): Promise<number>;
  abstract isNumberTaken(
    tx: Tx,
    number: { readonly agencyId: AgencyId; readonly year: number; readonly kind: string; readonly label: string },
  ): Promise<boolean>;
  abstract closeTask(tx: Tx, actor: Actor, taskId: string): Promise<void>;
  abstract register(tx: Tx, agencyId: AgencyId, year: number): Promise<readonly RegisterLine[]>;

  abstract contents(tx: Tx, paperId: string): Promise<readonly PaperContent[]>;
  /** False where a copy of that kind is kept already: the first one stays. */
  abstract keep(tx: Tx, actor: Actor, content: PaperContent): Promise<boolean>;
  abstract slips(tx: Tx, paperId: string): Promise<readonly SlipRow[]>;
  abstract putSlip(tx: Tx, actor: Actor, slip: SlipRow): Promise<void>;

  abstract templates(tx: Tx, agencyId: AgencyId): Promise<readonly TemplateRow[]>;
  abstract addTemplate(tx: Tx, actor: Actor, template: TemplateRow): Promise<void>;

  /** One ledger event on the file: ids, numbers and commitments only. */
  abstract record(
    tx: Tx,
    actor: Actor,
    caseFileId: CaseFileId,
    record: { readonly type: PaperRecord; readonly facts: JsonObject },
  ): Promise<void>;

  abstract filed(tx: Tx, id: CaseFileId): Promise<readonly FiledItem[]>;
  abstract countPages(
    tx: Tx,
    id: CaseFileId,
    pages: readonly { readonly ref: string; readonly pages: number }[],
  ): Promise<void>;

  abstract answered(
    tx: Tx,
    actor: Actor,
    key: string,
  ): Promise<{ readonly hash: Buffer; readonly paperId: string } | null>;
  abstract answer(
    tx: Tx,
    actor: Actor,
    entry: { readonly key: string; readonly hash: Buffer; readonly paperId: string },
  ): Promise<void>;
}

/** Bytes by the hash of what is stored. */
export abstract class PaperBlobs {
  abstract put(bytes: Buffer): Promise<{ readonly key: string }>;
  abstract get(key: string): Promise<Buffer>;
}
