import { createHash } from 'node:crypto';

/** Merkle tree of RFC 6962 §2.1: SHA-256, leaves prefixed 0x00, nodes 0x01, split at the largest power of two below n. */
const sha256 = (...parts: readonly Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (data: Uint8Array): Buffer => sha256(LEAF, data);
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);
export const EMPTY_ROOT: Buffer = sha256();

function splitOf(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** A complete subtree: the leaves from `index * 2^level` on, 2^level of them. */
export interface SubtreePlace {
  readonly level: number;
  readonly index: number;
}
export interface Subtree extends SubtreePlace {
  readonly hash: Buffer;
}

/** Leaves from `from` up to, not with, `to`. Begins where a subtree of the tree begins. */
export interface LeafRange {
  readonly from: number;
  readonly to: number;
}

/** The complete subtrees a range is made of, the greatest first. */
export function subtreesOf({ from, to }: LeafRange): SubtreePlace[] {
  const places: SubtreePlace[] = [];
  for (let at = from; at < to;) {
    const level = Math.floor(Math.log2(to - at));
    places.push({ level, index: at / 2 ** level });
    at += 2 ** level;
  }
  return places;
}

/** Hash over neighbouring subtrees, the greatest first. */
export function joined(hashes: readonly Buffer[]): Buffer {
  const [last, ...rest] = [...hashes].reverse();
  return last ? rest.reduce((sum, hash) => nodeHash(hash, sum), last) : EMPTY_ROOT;
}

/** Root over leaf hashes; keeps only the right edge, so a tree of millions needs no memory. */
export class GrowingTree {
  private readonly edge: Subtree[];
  private count = 0;

  /**
   * @param edge Where to go on: the complete subtrees of what was there, the greatest first.
   * @param onSubtree Told of each subtree as it becomes complete.
   */
  constructor(
    edge: readonly Subtree[] = [],
    private readonly onSubtree?: (subtree: Subtree) => void,
  ) {
    this.edge = [...edge];
    for (const { level } of edge) this.count += 2 ** level;
  }

  get size(): number {
    return this.count;
  }

  append(leaf: Buffer): void {
    let node: Subtree = { level: 0, index: this.count, hash: leaf };
    this.count += 1;
    for (let last = this.edge.at(-1); last?.level === node.level; last = this.edge.at(-1)) {
      this.edge.pop();
      node = { level: node.level + 1, index: last.index / 2, hash: nodeHash(last.hash, node.hash) };
      this.onSubtree?.(node);
    }
    this.edge.push(node);
  }

  root(): Buffer {
    return joined(this.edge.map(({ hash }) => hash));
  }
}

export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

/** Ranges whose hashes lead from a leaf to the root, in that order (PATH of §2.1.1). */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isInteger(index) || index < 0 || index >= size)
    throw new RangeError(`No leaf ${index} in a tree of ${size}`);
  const path = (from: number, to: number): LeafRange[] => {
    if (to - from === 1) return [];
    const middle = from + splitOf(to - from);
    return index < middle ? [...path(from, middle), { from: middle, to }] : [...path(middle, to), { from, to: middle }];
  };
  return path(0, size);
}

/** Ranges whose hashes prove that the tree of `oldSize` leaves is the beginning of this one (PROOF of §2.1.2). */
export function consistencyRanges(oldSize: number, size: number): LeafRange[] {
  if (!Number.isInteger(oldSize) || oldSize < 1 || oldSize > size)
    throw new RangeError(`No tree of ${oldSize} in one of ${size}`);
  const subproof = (from: number, to: number, whole: boolean): LeafRange[] => {
    if (oldSize === to) return whole ? [] : [{ from, to }];
    const middle = from + splitOf(to - from);
    return oldSize <= middle
      ? [...subproof(from, middle, whole), { from: middle, to }]
      : [...subproof(middle, to, false), { from, to: middle }];
  };
  return subproof(0, size, true);
}

const hashesOf = (leaves: readonly Buffer[], ranges: readonly LeafRange[]): Buffer[] =>
  ranges.map(({ from, to }) => rootOf(leaves.slice(from, to)));

/** Sibling hashes from the leaf to the root. */
export const inclusionProof = (leaves: readonly Buffer[], index: number): Buffer[] =>
  hashesOf(leaves, inclusionRanges(index, leaves.length));

/** Proof that the tree of `size` leaves is the beginning of this one. */
export const consistencyProof = (leaves: readonly Buffer[], size: number): Buffer[] =>
  hashesOf(leaves, consistencyRanges(size, leaves.length));

export interface InclusionClaim {
  readonly index: number;
  readonly size: number;
  readonly leaf: Buffer;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

export function verifyInclusion({ index, size, leaf, root, proof }: InclusionClaim): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last] = [index, size - 1];
  let hash = leaf;
  for (const sibling of proof) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && hash.equals(root);
}

export interface ConsistencyClaim {
  readonly oldSize: number;
  readonly oldRoot: Buffer;
  readonly size: number;
  readonly root: Buffer;
  readonly proof: readonly Buffer[];
}

export function verifyConsistency({ oldSize, oldRoot, size, root, proof }: ConsistencyClaim): boolean {
  if (oldSize < 1 || oldSize > size) return false;
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root);
  let [node, last] = [oldSize - 1, size - 1];
  while (node % 2 === 1) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  // Where the old tree is a complete subtree its root is not repeated in the proof.
  const [first, ...rest] = node === 0 ? [oldRoot, ...proof] : proof;
  if (!first) return false;
  let [oldHash, hash] = [first, first];
  for (const sibling of rest) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      oldHash = nodeHash(sibling, oldHash);
      hash = nodeHash(sibling, hash);
      while (node % 2 === 0 && node !== 0) [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
    } else hash = nodeHash(hash, sibling);
    [node, last] = [Math.floor(node / 2), Math.floor(last / 2)];
  }
  return last === 0 && oldHash.equals(oldRoot) && hash.equals(root);
}
