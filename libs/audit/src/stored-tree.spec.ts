import { createHash } from 'node:crypto';
import {
  consistencyProof,
  consistencyRanges,
  inclusionProof,
  inclusionRanges,
  leafHash,
  rootOf,
  type Subtree,
} from './merkle.js';
import { BLOCK, growOn, StoredTree, type TreeSource } from './stored-tree.js';
import { toBytes, toHashText, type HashText } from './ledger-event.js';

const SIZE = 3 * BLOCK + 517;
const HASHES: HashText[] = Array.from({ length: SIZE }, (_, n) =>
  toHashText(createHash('sha256').update(`event ${n}`).digest()),
);
const LEAVES = HASHES.map((hash) => leafHash(toBytes(hash)));

class MemoryTree implements TreeSource {
  readonly stored = new Map<string, Subtree>();
  read = 0;

  constructor(private readonly size: number = SIZE) {}

  store = (subtree: Subtree): void => void this.stored.set(`${subtree.level}/${subtree.index}`, subtree);
  async subtrees(places: readonly Omit<Subtree, 'hash'>[]): Promise<Subtree[]> {
    return places.flatMap(({ level, index }) => this.stored.get(`${level}/${index}`) ?? []);
  }
  async *hashes(from: number, to: number = this.size): AsyncGenerator<HashText> {
    for (const hash of HASHES.slice(from, Math.min(to, this.size))) {
      this.read += 1;
      yield hash;
    }
  }
}

describe('a tree with stored subtrees', () => {
  it('grows on after its last stored block to the root of all leaves', async () => {
    const young = new MemoryTree(BLOCK + 5);
    expect((await growOn(young, 0, young.store)).root()).toEqual(rootOf(LEAVES.slice(0, BLOCK + 5)));
    expect([...young.stored.keys()]).toEqual(['10/0']);
    const grown = new MemoryTree();
    for (const subtree of young.stored.values()) grown.store(subtree);
    expect((await growOn(grown, 1, grown.store)).root()).toEqual(rootOf(LEAVES));
    expect(grown.read).toBe(SIZE - BLOCK);
    expect([...grown.stored.keys()].toSorted()).toEqual(['10/0', '10/1', '10/2', '11/0']);
  });

  it('begins anew where rows are missing', async () => {
    const tree = new MemoryTree();
    expect((await growOn(tree, 3, tree.store)).root()).toEqual(rootOf(LEAVES));
    expect(tree.read).toBe(SIZE);
  });

  it('proves the same with and without stored subtrees, and reads little where they are', async () => {
    const full = new MemoryTree();
    await growOn(full, 0, full.store);
    for (const index of [0, 1, BLOCK - 1, BLOCK, 2 * BLOCK + 7, SIZE - 1]) {
      const expected = inclusionProof(LEAVES, index);
      full.read = 0;
      for (const source of [full, new MemoryTree()])
        expect(await new StoredTree(source, SIZE).hashesOf(inclusionRanges(index, SIZE))).toEqual(expected);
      expect(full.read).toBeLessThanOrEqual(2 * BLOCK);
    }
    for (const old of [1, 2, BLOCK, BLOCK + 1, 2 * BLOCK, SIZE - 1, SIZE]) {
      const expected = consistencyProof(LEAVES, old);
      for (const source of [full, new MemoryTree()])
        expect(await new StoredTree(source, SIZE).hashesOf(consistencyRanges(old, SIZE))).toEqual(expected);
    }
  });
});
