import { GrowingTree, KeyHistory, leafHash, toBytes, verifyAll, verifyHead, type CaseHead } from '#libs/audit';
import type { Actor } from '#libs/access';
import type { AuditChecks, LedgerReader } from '#libs/persistence';
import type { JsonObject } from '#libs/shared';

const MANY_FAULTS = 200;
const STEP_MS = 300;

export interface CheckParts {
  readonly ledger: LedgerReader;
  readonly checks: AuditChecks;
}

class Cancelled extends Error {}

/** One check of what its starter sees, from the first file to the signed tree; its row says how far it is. */
export async function runCheck({ ledger, checks }: CheckParts, actor: Actor, id: string): Promise<void> {
  let [done, told] = [0, performance.now()];
  async function* counted(heads: AsyncIterable<CaseHead>): AsyncGenerator<CaseHead> {
    for await (const head of heads) {
      yield head;
      done += 1;
      if (performance.now() - told < STEP_MS) continue;
      if (await checks.advance(actor, id, done)) throw new Cancelled();
      told = performance.now();
    }
  }
  try {
    const { cases, events, findings } = await ledger.read(actor, ({ events: all, heads }) =>
      verifyAll({ events: all, heads: counted(heads) }),
    );
    const faults: JsonObject[] = findings.slice(0, MANY_FAULTS).map(({ kind, message, caseId, seq }) => ({
      code: `AUDIT.${kind.toUpperCase()}`,
      message,
      caseFileId: caseId,
      seq,
    }));
    const tree = await treeFaults(ledger);
    await checks.finish(actor, id, {
      ...{ cases, events, unsealed: await ledger.unsealed() },
      faults: [...faults, ...tree],
    });
  } catch (error) {
    await checks.endCancelled(actor, id);
    if (!(error instanceof Cancelled)) throw error;
  }
}

/** Whether the last signed head carries our signature and is the root of the leaves that lie there now. */
async function treeFaults(ledger: LedgerReader): Promise<JsonObject[]> {
  const head = await ledger.latestHead();
  if (!head) return [];
  const tree = new GrowingTree();
  for await (const hash of ledger.tree.hashes(0, head.treeSize)) tree.append(leafHash(toBytes(hash)));
  const keys = new KeyHistory(await ledger.keys());
  const key = keys.keyFor(head);
  const fault = (code: string, message: string): JsonObject => ({ code, message, caseFileId: null, seq: null });
  return [
    ...(tree.size === head.treeSize && tree.root().toString('hex') === head.rootHash
      ? []
      : [fault('AUDIT.ROOT', `Gốc cây đã ký (${head.treeSize} sự kiện) không khớp với các lá đang lưu.`)]),
    // A ledger from before keys were written down gets its book at the next sealing.
    ...(!keys.current || (key && verifyHead(head, key))
      ? []
      : [fault('AUDIT.SIGNATURE', 'Chữ ký của gốc cây không đúng với khóa dùng lúc ký.')]),
  ];
}
