import type { Actor } from '#libs/access';
import type { CaseFileId, JsonObject, LocalDate, UserId } from '#libs/shared';
import type { ClaimedCase, Colleague } from '../model.js';

/** An open transaction of the persistence adapter, its actor set. Passed on, never looked into. */
export type Tx = object;

/** A file as urging needs it, its row locked until the transaction ends. */
export interface FileToUrge extends Pick<ClaimedCase, 'id' | 'agencyId' | 'provinceId' | 'visibleTo' | 'assigneeId'> {
  readonly closed: boolean;
  readonly today: LocalDate;
  readonly urgedOn: LocalDate | null;
  /** The running statutory limit that ends, or ended, first. */
  readonly limit: { readonly deadlineId: string; readonly ruleVersion: string; readonly dueOn: LocalDate } | null;
  /** Who may be told: holders of the roles around the file, and those who stand in for them. */
  readonly people: readonly Colleague[];
}

export interface Urging {
  readonly eventId: string;
  readonly facts: JsonObject;
  readonly deadlineId: string;
  readonly recipients: readonly UserId[];
}

/** Files to urge and what urging writes, under the row scope of the actor. */
export abstract class Urgings {
  abstract run<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** `null` when the actor does not see such a file, or only reads it. */
  abstract file(tx: Tx, id: CaseFileId): Promise<FileToUrge | null>;
  /** The ledger event and a message in the inbox of each recipient. */
  abstract write(tx: Tx, actor: Actor, file: FileToUrge, urging: Urging): Promise<void>;
  /** What an earlier request under this key has done. */
  abstract answered(
    tx: Tx,
    actor: Actor,
    key: string,
  ): Promise<{ readonly hash: Buffer; readonly answer: JsonObject } | null>;
  abstract answer(
    tx: Tx,
    actor: Actor,
    entry: { readonly key: string; readonly hash: Buffer; readonly answer: JsonObject },
  ): Promise<void>;
}

/** Drafts the letter inside the transaction of the urging; who approves and signs it comes after. */
export abstract class UrgingLetters {
  abstract draft(
    tx: Tx,
    actor: Actor,
    letter: {
      readonly caseFileId: CaseFileId;
      readonly to: UserId;
      readonly ruleVersion: string;
      readonly dueOn: LocalDate;
      readonly reportBy: LocalDate;
    },
  ): Promise<string>;
}
