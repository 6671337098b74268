import type { HashText, LedgerEvent } from './ledger-event.js';
import type { Subtree } from './merkle.js';
import type { KeyRecord } from './signing-keys.js';
import type { TreeSource } from './stored-tree.js';
import type { SignedTreeHead } from './tree-head.js';
import type { CaseHead, LedgerStreams } from './verify-chain.js';

export interface SealedLeaf {
  readonly leafNo: number;
  readonly eventId: string;
  readonly eventHash: HashText;
}
export type PlacedEvent = LedgerEvent & { readonly leafNo: number | null };

/** One snapshot of the ledger for a file that is checked elsewhere. */
export interface ExportStreams {
  /** `all`: the whole ledger; `seen`: what one person sees of it, and the hashes of the rest. */
  readonly scope: 'all' | 'seen';
  readonly keys: readonly KeyRecord[];
  readonly heads: readonly SignedTreeHead[];
  /** Event hashes of all leaves in order. */
  readonly hashes: AsyncIterable<HashText>;
  /** In the order of case and seq. */
  readonly events: AsyncIterable<PlacedEvent>;
  /** In the order of case. */
  readonly caseHeads: AsyncIterable<CaseHead>;
}

/**
 * The stored ledger and its tree, read whole. Row scope does not apply: only the worker and the owner open it. What is
 * left out on purpose: changing or removing anything.
 */
export abstract class LedgerArchive implements TreeSource {
  /** Runs `work` on one snapshot of the database. */
  abstract read<T>(work: (streams: LedgerStreams) => Promise<T>): Promise<T>;
  abstract readExport<T>(work: (streams: ExportStreams) => Promise<T>): Promise<T>;
  abstract caseOf(caseId: string): Promise<{ events: LedgerEvent[]; head: CaseHead | null }>;
  /** Leaves in order. `currentHash` is the event's hash as it stands today, null where the event is gone. */
  abstract leaves(): AsyncIterable<SealedLeaf & { readonly currentHash: HashText | null }>;
  abstract subtrees(places: readonly Omit<Subtree, 'hash'>[]): Promise<Subtree[]>;
  abstract hashes(from: number, to?: number): AsyncIterable<HashText>;
  abstract storedSubtrees(): AsyncIterable<Subtree>;
  /** How many blocks of leaves have their subtree stored. */
  abstract storedBlocks(): Promise<number>;
  /** Gives leaf numbers to events of finished transactions; a single sealer at a time. Returns how many. */
  abstract number(): Promise<number>;
  /** In the order of size. */
  abstract heads(): Promise<SignedTreeHead[]>;
  /** In the order they were in use. */
  abstract keys(): Promise<KeyRecord[]>;
  /** @throws AppError `AUDIT.KEY_NOT_CURRENT` where the head's key is not the one in use now. */
  abstract saveHead(head: SignedTreeHead, subtrees: readonly Subtree[], first: KeyRecord): Promise<void>;
  /** @throws AppError `AUDIT.KEY_NOT_CURRENT` where another key took over meanwhile. */
  abstract saveKey(key: KeyRecord): Promise<void>;
  abstract find(eventId: string): Promise<{ event: LedgerEvent; leafNo: number | null } | null>;
  /** Events that have no leaf yet. */
  abstract unsealed(): Promise<number>;
}
