import type { KeyObject } from 'node:crypto';
import { toBytes, type LedgerEvent } from './ledger-event.js';
import { GrowingTree, inclusionProof, leafHash } from './merkle.js';
import type { LedgerArchive } from './ports.js';
import { signHead, type SignedTreeHead } from './tree-head.js';

export interface Sealed {
  readonly added: number;
  /** Null while there is not a single event. */
  readonly head: SignedTreeHead | null;
}

/**
 * Numbers what is ripe and signs a head over the whole tree. A size that was signed before keeps its first head.
 * @param now System clock.
 */
export async function seal(archive: LedgerArchive, privateKey: KeyObject, now: Date): Promise<Sealed> {
  const added = await archive.number();
  const latest = (await archive.heads()).at(-1);
  if (added === 0 && latest) return { added, head: latest };
  const tree = new GrowingTree();
  for await (const { eventHash } of archive.leaves()) tree.append(leafHash(toBytes(eventHash)));
  if (tree.size === 0) return { added, head: null };
  const head = signHead(
    { treeSize: tree.size, rootHash: tree.root().toString('hex'), signedAt: now.toISOString() },
    privateKey,
  );
  await archive.saveHead(head);
  return { added, head };
}

export interface EventProof {
  readonly format: 'nghe-dan-proof/1';
  readonly event: LedgerEvent;
  readonly leafNo: number;
  /** Hex, from the leaf's sibling to the root's child. */
  readonly path: readonly string[];
  readonly head: SignedTreeHead;
}

/** Proof that an event is in the latest signed tree; null where it is unknown or not sealed yet. */
export async function proveEvent(archive: LedgerArchive, eventId: string): Promise<EventProof | null> {
  const found = await archive.find(eventId);
  const head = (await archive.heads()).at(-1);
  if (!found || found.leafNo === null || !head || found.leafNo >= head.treeSize) return null;
  const leaves: Buffer[] = [];
  for await (const { eventHash } of archive.leaves(head.treeSize)) leaves.push(leafHash(toBytes(eventHash)));
  const path = inclusionProof(leaves, found.leafNo).map((hash) => hash.toString('hex'));
  return { format: 'nghe-dan-proof/1', event: found.event, leafNo: found.leafNo, path, head };
}
