import type { HashText, LedgerEvent } from './ledger-event.js';
import type { SignedTreeHead } from './tree-head.js';
import type { CaseHead, LedgerStreams } from './verify-chain.js';

export interface SealedLeaf {
  readonly leafNo: number;
  readonly eventId: string;
  readonly eventHash: HashText;
}

/**
 * The stored ledger and its tree, read whole. Row scope does not apply: only the worker and the owner open it. What is
 * left out on purpose: changing or removing anything.
 */
export abstract class LedgerArchive {
  /** Runs `work` on one snapshot of the database. */
  abstract read<T>(work: (streams: LedgerStreams) => Promise<T>): Promise<T>;
  abstract caseOf(caseId: string): Promise<{ events: LedgerEvent[]; head: CaseHead | null }>;
  /** Leaves in order, up to `size`. `currentHash` is the event's hash as it stands today, null where the event is gone. */
  abstract leaves(size?: number): AsyncIterable<SealedLeaf & { readonly currentHash: HashText | null }>;
  /** Gives leaf numbers to events of finished transactions; a single sealer at a time. Returns how many. */
  abstract number(): Promise<number>;
  abstract heads(): Promise<SignedTreeHead[]>;
  abstract saveHead(head: SignedTreeHead): Promise<void>;
  abstract find(eventId: string): Promise<{ event: LedgerEvent; leafNo: number | null } | null>;
  /** Events that have no leaf yet. */
  abstract unsealed(): Promise<number>;
}
