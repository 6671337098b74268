import type { KeyObject } from 'node:crypto';
import { toBytes } from './ledger-event.js';
import { GrowingTree, leafHash, type Subtree } from './merkle.js';
import type { LedgerArchive } from './ports.js';
import { KeyHistory } from './signing-keys.js';
import { STORED_LEVEL } from './stored-tree.js';
import { keyIdOf, verifyHead, type SignedTreeHead } from './tree-head.js';
import { verifyAll, type Finding } from './verify-chain.js';

export interface TreeFinding {
  readonly kind: 'leaf' | 'root' | 'signature' | 'key' | 'subtree';
  readonly message: string;
}

export interface LedgerReport {
  readonly ok: boolean;
  readonly cases: number;
  readonly events: number;
  readonly sealed: number;
  /** Events too young for the last sealing: chained, not yet in the tree. */
  readonly unsealed: number;
  readonly heads: number;
  readonly keys: number;
  readonly findings: readonly Finding[];
  readonly tree: readonly TreeFinding[];
}

interface TreeParts {
  readonly archive: LedgerArchive;
  readonly heads: readonly SignedTreeHead[];
  readonly keys: KeyHistory;
  readonly report: (kind: TreeFinding['kind'], message: string) => void;
}

/** Whether stored subtrees are what the leaves give; proofs are made from them. */
function subtreeCheck(stored: ReadonlyMap<string, string>, report: TreeParts['report']) {
  const nameOf = ({ level, index }: Subtree) => `${level}/${index}`;
  return (subtree: Subtree): void => {
    if (subtree.level < STORED_LEVEL) return;
    const known = stored.get(nameOf(subtree));
    if (known !== undefined && known !== subtree.hash.toString('hex'))
      report('subtree', `Nút ${nameOf(subtree)} của cây lưu sẵn không khớp với các lá dưới nó.`);
  };
}

async function checkTree({ archive, heads, keys, report }: TreeParts): Promise<number> {
  const stored = new Map<string, string>();
  for await (const { level, index, hash } of archive.storedSubtrees())
    stored.set(`${level}/${index}`, hash.toString('hex'));
  // A key is handed over on a signed tree: that root is checked like a head's.
  const rooted = [
    ...heads.map(({ treeSize, rootHash, signedAt }) => ({ treeSize, rootHash, what: `ký lúc ${signedAt}` })),
    ...keys.records.map(({ treeSize, rootHash, keyId }) => ({ treeSize, rootHash, what: `khi nhận khóa ${keyId}` })),
  ];
  const bySize = new Map<number, typeof rooted>();
  for (const root of rooted) bySize.set(root.treeSize, [...(bySize.get(root.treeSize) ?? []), root]);
  const tree = new GrowingTree([], subtreeCheck(stored, report));
  const checkRoots = () => {
    for (const { rootHash, what } of bySize.get(tree.size) ?? [])
      if (rootHash !== tree.root().toString('hex'))
        report('root', `Gốc cây ${what} (${tree.size} sự kiện) không khớp với nhật ký hiện nay.`);
  };
  checkRoots();
  for await (const { leafNo, eventId, eventHash, currentHash } of archive.leaves()) {
    if (leafNo !== tree.size) report('leaf', `Cây thiếu lá ${tree.size}.`);
    if (currentHash !== eventHash)
      report(
        'leaf',
        `Lá ${leafNo}: sự kiện ${eventId} ${currentHash === null ? 'không còn trong nhật ký' : 'có mã băm khác lúc niêm phong'}.`,
      );
    tree.append(leafHash(toBytes(eventHash)));
    checkRoots();
  }
  for (const { treeSize, what } of rooted)
    if (treeSize > tree.size) report('root', `Đã ký cây ${treeSize} sự kiện (${what}) nhưng nay chỉ còn ${tree.size}.`);
  return tree.size;
}

/** @param alone The key of a ledger from before keys were written down. */
function checkSignatures({ heads, keys, report }: TreeParts, alone: KeyObject | undefined): void {
  for (const { keyId } of keys.untrue()) report('key', `Khóa ${keyId} không được chính nó và khóa trước ký nhận.`);
  for (const head of heads) {
    const key = keys.current ? keys.keyFor(head) : alone;
    if (!key)
      report('signature', `Gốc cây ${head.treeSize} sự kiện ký bằng khóa ${head.keyId}, không phải khóa dùng lúc đó.`);
    else if (!verifyHead(head, key)) report('signature', `Chữ ký của gốc cây ${head.treeSize} sự kiện không đúng.`);
  }
}

/**
 * Checks every chain, every leaf, every stored subtree, every signed head and every change of keys.
 * @param expected The key this machine signs with; another current key is a finding.
 */
export async function verifyLedger(archive: LedgerArchive, expected?: KeyObject): Promise<LedgerReport> {
  const chains = await archive.read(verifyAll);
  const heads = await archive.heads();
  const keys = new KeyHistory(await archive.keys());
  const tree: TreeFinding[] = [];
  const parts: TreeParts = { archive, heads, keys, report: (kind, message) => void tree.push({ kind, message }) };
  const sealed = await checkTree(parts);
  checkSignatures(parts, expected);
  if (expected && keys.current && keys.current.keyId !== keyIdOf(expected))
    parts.report('key', `Khóa trên máy này (${keyIdOf(expected)}) không phải khóa đang dùng (${keys.current.keyId}).`);
  return {
    ok: chains.findings.length === 0 && tree.length === 0,
    ...chains,
    ...{ sealed, unsealed: await archive.unsealed(), heads: heads.length, keys: keys.records.length, tree },
  };
}
