import { toBytes, type HashText } from './ledger-event.js';
import {
  GrowingTree,
  joined,
  leafHash,
  type LeafRange,
  rootOf,
  type Subtree,
  type SubtreePlace,
  subtreesOf,
} from './merkle.js';

/** Subtrees from this height on are stored: one row for 1,024 leaves and few above them. */
export const STORED_LEVEL = 10;
export const BLOCK: number = 2 ** STORED_LEVEL;

/** What a proof is made from: stored subtrees, and event hashes where the tree is low. */
export interface TreeSource {
  /** Those of the places that are stored. */
  subtrees(places: readonly SubtreePlace[]): Promise<Subtree[]>;
  /** Event hashes of leaves in order; to the last where `to` is left out. */
  hashes(from: number, to?: number): AsyncIterable<HashText>;
}

const nameOf = ({ level, index }: SubtreePlace): string => `${level}/${index}`;
const leavesOf = ({ level, index }: SubtreePlace): LeafRange => ({
  from: index * 2 ** level,
  to: (index + 1) * 2 ** level,
});

/** Hashes of ranges of one tree; a proof over millions of leaves reads two blocks and some forty rows. */
export class StoredTree {
  private readonly blocks = new Map<number, Promise<Buffer[]>>();

  constructor(
    private readonly source: TreeSource,
    private readonly size: number,
  ) {}

  async hashesOf(ranges: readonly LeafRange[]): Promise<Buffer[]> {
    const parts = ranges.map(subtreesOf);
    const high = parts.flat().filter(({ level }) => level >= STORED_LEVEL);
    const stored = new Map((await this.source.subtrees(high)).map((subtree) => [nameOf(subtree), subtree.hash]));
    const hashes: Buffer[] = [];
    for (const places of parts) {
      const own: Buffer[] = [];
      for (const place of places) own.push(stored.get(nameOf(place)) ?? (await this.compute(place)));
      hashes.push(joined(own));
    }
    return hashes;
  }

  /** Below the stored height, and where nobody has stored it yet. */
  private async compute(place: SubtreePlace): Promise<Buffer> {
    const { from, to } = leavesOf(place);
    if (place.level >= STORED_LEVEL) {
      const tree = new GrowingTree();
      for await (const hash of this.source.hashes(from, to)) tree.append(leafHash(toBytes(hash)));
      return tree.root();
    }
    const block = Math.floor(from / BLOCK);
    const leaves = await this.block(block);
    return rootOf(leaves.slice(from - block * BLOCK, to - block * BLOCK));
  }

  private block(index: number): Promise<Buffer[]> {
    const known = this.blocks.get(index);
    if (known) return known;
    const read = async (): Promise<Buffer[]> => {
      const leaves: Buffer[] = [];
      for await (const hash of this.source.hashes(index * BLOCK, Math.min((index + 1) * BLOCK, this.size)))
        leaves.push(leafHash(toBytes(hash)));
      return leaves;
    };
    const reading = read();
    this.blocks.set(index, reading);
    return reading;
  }
}

/** A tree that goes on after its last stored block, so that sealing a day reads a day; from the first leaf where rows are missing. */
export async function growOn(
  source: TreeSource,
  storedBlocks: number,
  onSubtree: (subtree: Subtree) => void,
): Promise<GrowingTree> {
  const places = subtreesOf({ from: 0, to: storedBlocks * BLOCK });
  const found = new Map((await source.subtrees(places)).map((subtree) => [nameOf(subtree), subtree]));
  const edge = places.flatMap((place) => found.get(nameOf(place)) ?? []);
  const whole = edge.length === places.length;
  const tree = new GrowingTree(whole ? edge : [], (subtree) => subtree.level >= STORED_LEVEL && onSubtree(subtree));
  for await (const hash of source.hashes(whole ? storedBlocks * BLOCK : 0)) tree.append(leafHash(toBytes(hash)));
  return tree;
}
