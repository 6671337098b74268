import type { Actor } from '#libs/access';
import type { CaseFileId, UserId } from '#libs/shared';

/** The latest version of a working note. Of a protected file the words are sealed. */
export interface NoteRow {
  readonly id: string;
  readonly rev: number;
  readonly text: string | null;
  readonly sealed: string | null;
  readonly sealedKey: string | null;
  readonly startedByName: string;
  readonly startedAt: Date;
  readonly writtenBy: UserId;
  readonly writtenByName: string;
  readonly writtenAt: Date;
}

export interface NewNoteVersion extends Pick<NoteRow, 'id' | 'rev' | 'text' | 'sealed' | 'sealedKey'> {
  readonly caseFileId: CaseFileId;
}

export interface NotedFile {
  readonly protected: boolean;
  /** The file has gone to another agency: what it says may be read here, not added to. */
  readonly readOnly: boolean;
  readonly notes: readonly NoteRow[];
}

/**
 * Working notes of case files under the row scope of the actor. A version once written stays; writing one also writes into the
 * file's ledger that it was written, never the words. Left out on purpose: reading old versions.
 */
export abstract class CaseNotes {
  /** `null` when the actor does not see such a file. Newest first. */
  abstract ofCase(actor: Actor, caseFileId: CaseFileId): Promise<NotedFile | null>;
  /** False where this version is there already, or the note hangs on another file. */
  abstract write(actor: Actor, note: NewNoteVersion): Promise<boolean>;
}
