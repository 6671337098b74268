import type { Colleague, ClaimedCase } from '#libs/oversight';
import type { CaseFileId, EffectId, JsonObject, LocalDate, UserId } from '#libs/shared';
import type { CaseRow } from './model.js';
import type { Tx } from './ports.js';
import type { RelatedFiles } from './related-files.js';

/** Something still to be done outside the transaction that ordered it. */
export interface PendingEffect {
  readonly id: EffectId;
  readonly kind: string;
  readonly caseId: CaseFileId | null;
  readonly payload: JsonObject;
  /** The act that ordered it; absent for effects that hang on no event. */
  readonly event: {
    readonly id: string;
    readonly occurredOn: LocalDate;
    readonly recordedAt: string;
    readonly facts: JsonObject;
  } | null;
}

export interface HandedOut {
  readonly id: EffectId;
  readonly kind: string;
  readonly attempts: number;
}

export interface InboxLine {
  readonly userId: UserId;
  readonly caseId: CaseFileId;
  readonly topic: string;
  readonly sourceId: EffectId;
  readonly createdAt: string;
}

/** What became of an effect: done, or refused for good for a reason that has a code. */
export type EffectOutcome = { readonly refused: string } | undefined;

/**
 * Effect rows: the queue carries their ids, this port is the truth about them. Handing out gives a lease, not a promise:
 * what is not done when the lease is old is handed out again. Left out on purpose: the transport itself.
 */
export abstract class Outbox {
  /** What effects do to related files, in the transaction of `take`. */
  abstract readonly related: RelatedFiles;

  /**
   * Marks up to `limit` rows as handed out: those never handed out, and those whose lease has run out. The lease is `leaseMs`
   * and doubles with every try, up to 240 times of it: a row that cannot be carried out does not keep everybody busy.
   */
  abstract handOut(limit: number, leaseMs: number): Promise<readonly HandedOut[]>;

  /** Ids of rows of these kinds not done yet, oldest first. */
  abstract pending(kinds: readonly string[], limit: number): Promise<readonly EffectId[]>;

  /** Effects of the same act that concern files and come before this one, not done yet, in their order. */
  abstract before(effectId: EffectId): Promise<readonly EffectId[]>;

  /**
   * Runs `work` in a transaction of the system with the row locked and marks it done with it. False: done, somebody else is
   * at it, or one before it is not done.
   */
  abstract take(effectId: EffectId, work: (tx: Tx, effect: PendingEffect) => Promise<EffectOutcome>): Promise<boolean>;

  /** Keeps why a try failed: a code or a class name, never words. */
  abstract noteFailure(effectId: EffectId, code: string): Promise<void>;

  /** Refused by a rule: not handed out, taken or waited for again before a person asks for it. Keeps why, as above. */
  abstract giveUp(effectId: EffectId, code: string): Promise<void>;

  /** The file an effect is about, and the accounts around it today. */
  abstract around(
    tx: Tx,
    caseId: CaseFileId,
  ): Promise<{ readonly row: CaseRow; readonly about: ClaimedCase; readonly people: readonly Colleague[] }>;

  abstract post(tx: Tx, lines: readonly InboxLine[]): Promise<void>;

  /** Puts what a citizen may be told beside the addresses left with the petition; of a protected file, nothing. */
  abstract tellCitizens(tx: Tx, notice: Omit<InboxLine, 'userId'>): Promise<void>;

  abstract openTask(
    tx: Tx,
    task: { readonly kind: string; readonly ownerRole: string; readonly effect: PendingEffect; readonly row: CaseRow },
  ): Promise<void>;

  /** What was stated when a file was opened. */
  abstract openingFacts(tx: Tx, caseId: CaseFileId): Promise<JsonObject>;

  abstract hasChild(
    tx: Tx,
    child: Pick<CaseRow, 'petitionId' | 'procedure' | 'parentCaseId' | 'part'>,
  ): Promise<boolean>;

  /** Forgets what is long done; idempotency keys with it. Returns how many rows went. */
  abstract forget(olderThanDays: number): Promise<number>;
}
