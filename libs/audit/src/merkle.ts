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

/** Root over leaf hashes; keeps only the right edge, so a tree of millions needs no memory. */
export class GrowingTree {
  private readonly edge: { readonly height: number; readonly hash: Buffer }[] = [];
  private count = 0;

  get size(): number {
    return this.count;
  }

  append(leaf: Buffer): void {
    this.count += 1;
    let node = { height: 0, hash: leaf };
    for (let last = this.edge.at(-1); last?.height === node.height; last = this.edge.at(-1)) {
      this.edge.pop();
      node = { height: node.height + 1, hash: nodeHash(last.hash, node.hash) };
    }
    this.edge.push(node);
  }

  root(): Buffer {
    const [last, ...rest] = [...this.edge].reverse();
    return last ? rest.reduce((sum, { hash }) => nodeHash(hash, sum), last.hash) : EMPTY_ROOT;
  }
}

export function rootOf(leaves: readonly Buffer[]): Buffer {
  const tree = new GrowingTree();
  for (const leaf of leaves) tree.append(leaf);
  return tree.root();
}

/** Sibling hashes from the leaf to the root (PATH of §2.1.1). */
export function inclusionProof(leaves: readonly Buffer[], index: number): Buffer[] {
  if (!Number.isInteger(index) || index < 0 || index >= leaves.length)
    throw new RangeError(`No leaf ${index} in a tree of ${leaves.length}`);
  if (leaves.length === 1) return [];
  const k = splitOf(leaves.length);
  return index < k
    ? [...inclusionProof(leaves.slice(0, k), index), rootOf(leaves.slice(k))]
    : [...inclusionProof(leaves.slice(k), index - k), rootOf(leaves.slice(0, k))];
}

/** Proof that the tree of `size` leaves is the beginning of this one (PROOF of §2.1.2). */
export function consistencyProof(leaves: readonly Buffer[], size: number): Buffer[] {
  if (!Number.isInteger(size) || size < 1 || size > leaves.length)
    throw new RangeError(`No tree of ${size} in one of ${leaves.length}`);
  const subproof = (part: readonly Buffer[], m: number, whole: boolean): Buffer[] => {
    if (m === part.length) return whole ? [] : [rootOf(part)];
    const k = splitOf(part.length);
    return m <= k
      ? [...subproof(part.slice(0, k), m, whole), rootOf(part.slice(k))]
      : [...subproof(part.slice(k), m - k, false), rootOf(part.slice(0, k))];
  };
  return subproof(leaves, size, true);
}

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
