import type { LedgerEvent } from './ledger-event.js';
import { consistencyRanges, inclusionRanges } from './merkle.js';
import type { KeyRecord } from './signing-keys.js';
import { StoredTree, type TreeSource } from './stored-tree.js';
import type { SignedTreeHead } from './tree-head.js';

/** What `verifier/verify.mjs` checks without the product: one event is in the signed tree. */
export interface EventProof {
  readonly format: 'nghe-dan-proof/1';
  readonly event: LedgerEvent;
  readonly leafNo: number;
  /** Hex, from the leaf's sibling to the root's child. */
  readonly path: readonly string[];
  readonly head: SignedTreeHead;
  readonly keys: readonly KeyRecord[];
}

/** The signed tree grew out of the one of `fromSize` events. */
export interface ConsistencyProof {
  readonly format: 'nghe-dan-consistency/1';
  readonly fromSize: number;
  /** The head signed over just that many; null where none was. */
  readonly from: SignedTreeHead | null;
  /** Hex (PROOF of RFC 6962 §2.1.2). */
  readonly path: readonly string[];
  readonly head: SignedTreeHead;
  readonly keys: readonly KeyRecord[];
}

export interface ProofGround {
  readonly source: TreeSource;
  readonly head: SignedTreeHead;
  readonly keys: readonly KeyRecord[];
}

const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));

/** Null where the event is younger than the signed tree. */
export async function proveEvent(
  { source, head, keys }: ProofGround,
  { event, leafNo }: { readonly event: LedgerEvent; readonly leafNo: number | null },
): Promise<EventProof | null> {
  if (leafNo === null || leafNo >= head.treeSize) return null;
  const path = await new StoredTree(source, head.treeSize).hashesOf(inclusionRanges(leafNo, head.treeSize));
  return { format: 'nghe-dan-proof/1', event, leafNo, path: hex(path), head, keys };
}

/** @throws RangeError where no tree of `fromSize` can be in the signed one. */
export async function proveGrowth(
  { source, head, keys }: ProofGround,
  { fromSize, from }: { readonly fromSize: number; readonly from: SignedTreeHead | null },
): Promise<ConsistencyProof> {
  const path = await new StoredTree(source, head.treeSize).hashesOf(consistencyRanges(fromSize, head.treeSize));
  return { format: 'nghe-dan-consistency/1', fromSize, from, path: hex(path), head, keys };
}
