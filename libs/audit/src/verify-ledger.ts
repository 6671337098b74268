import type { KeyObject } from 'node:crypto';
import { toBytes } from './ledger-event.js';
import { GrowingTree, leafHash } from './merkle.js';
import type { LedgerArchive } from './ports.js';
import { keyIdOf, verifyHead, type SignedTreeHead } from './tree-head.js';
import { verifyAll, type Finding } from './verify-chain.js';

export interface TreeFinding {
  readonly kind: 'leaf' | 'root' | 'signature';
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
  readonly findings: readonly Finding[];
  readonly tree: readonly TreeFinding[];
}

interface SealedTree {
  readonly size: number;
  readonly findings: readonly TreeFinding[];
}

async function checkTree(
  archive: LedgerArchive,
  heads: readonly SignedTreeHead[],
  publicKey: KeyObject,
): Promise<SealedTree> {
  const findings: TreeFinding[] = [];
  const bySize = new Map(heads.map((head) => [head.treeSize, head]));
  const tree = new GrowingTree();
  for await (const { leafNo, eventId, eventHash, currentHash } of archive.leaves()) {
    if (leafNo !== tree.size) findings.push({ kind: 'leaf', message: `Cây thiếu lá ${tree.size}.` });
    if (currentHash !== eventHash)
      findings.push({
        kind: 'leaf',
        message: `Lá ${leafNo}: sự kiện ${eventId} ${currentHash === null ? 'không còn trong nhật ký' : 'có mã băm khác lúc niêm phong'}.`,
      });
    tree.append(leafHash(toBytes(eventHash)));
    const head = bySize.get(tree.size);
    if (head && head.rootHash !== tree.root().toString('hex'))
      findings.push({
        kind: 'root',
        message: `Gốc cây ký lúc ${head.signedAt} (${head.treeSize} sự kiện) không khớp với nhật ký hiện nay.`,
      });
  }
  for (const head of heads) {
    if (head.treeSize > tree.size)
      findings.push({ kind: 'root', message: `Đã ký cây ${head.treeSize} sự kiện nhưng nay chỉ còn ${tree.size}.` });
    // Heads signed with an earlier key are checked with that key, outside.
    if (head.keyId === keyIdOf(publicKey) && !verifyHead(head, publicKey))
      findings.push({ kind: 'signature', message: `Chữ ký của gốc cây ${head.treeSize} sự kiện không đúng.` });
  }
  return { size: tree.size, findings };
}

/** Checks every chain, every leaf and every signed head. */
export async function verifyLedger(archive: LedgerArchive, publicKey: KeyObject): Promise<LedgerReport> {
  const chains = await archive.read(verifyAll);
  const heads = await archive.heads();
  const tree = await checkTree(archive, heads, publicKey);
  return {
    ok: chains.findings.length === 0 && tree.findings.length === 0,
    ...chains,
    sealed: tree.size,
    unsealed: await archive.unsealed(),
    heads: heads.length,
    tree: tree.findings,
  };
}
