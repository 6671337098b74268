import type { AnyActor } from '#libs/access';
import type { AgencyId, CaseFileId, JsonObject, UserId } from '#libs/shared';
import type { CaseCommit, CaseOpen, CaseSnapshot, TimelineRows } from './model.js';

/** An open transaction of the persistence adapter, its actor set. Passed on, never looked into. */
export type Tx = object;

export type CommitAnswer =
  | { readonly done: true }
  /** Something moved between reading and writing; nothing was written. */
  | { readonly done: false; readonly rev: number; readonly seq: number };

/**
 * Where case files live. A transition is `read` then `commit`: one round trip each, each its own implicit transaction with
 * the actor set first. The adapter decides nothing. Left out on purpose: boards and lists (read-only SQL of the apps), the
 * register of petitions (intake), firing of milestones (oversight).
 */
export abstract class CaseFiles {
  /** `null` when the actor does not see such a case. */
  abstract read(actor: AnyActor, caseFileId: CaseFileId, idempotencyKey: string | null): Promise<CaseSnapshot | null>;

  /** Of these files, those the actor sees. */
  abstract seen(actor: AnyActor, caseFileIds: readonly CaseFileId[]): Promise<readonly CaseFileId[]>;

  /** Of these people, those who may not handle this file: denounced in it, a relative, or with a direct interest. */
  abstract conflicted(actor: AnyActor, caseFileId: CaseFileId, userIds: readonly UserId[]): Promise<readonly UserId[]>;

  /** Files of a version that are not closed, oldest first, whoever may see them: for the system alone. */
  abstract running(procedure: string, version: number): Promise<readonly CaseFileId[]>;

  /** Writes everything where rev and seq are still those of `before`, or nothing. A key already taken by another write answers `done: false`. */
  abstract commit(actor: AnyActor, write: CaseCommit): Promise<CommitAnswer>;

  /** Business time and the settings of agencies, as the transaction sees them. */
  abstract surroundings(
    tx: Tx,
    agencies: readonly AgencyId[],
  ): Promise<{ readonly now: Date; readonly settings: ReadonlyMap<AgencyId, JsonObject> }>;

  abstract open(tx: Tx, write: CaseOpen): Promise<void>;

  /** `null` when the actor does not see such a case. */
  abstract timeline(actor: AnyActor, caseFileId: CaseFileId): Promise<TimelineRows | null>;
}

/** Seals the words typed with an event of a protected case (denunciations). Bytes are written `\x…`. */
export abstract class TextSeal {
  abstract seal(context: string, text: string): Promise<{ readonly sealed: string; readonly sealedKey: string }>;
  abstract open(context: string, sealed: { readonly sealed: string; readonly sealedKey: string }): Promise<string>;
}
