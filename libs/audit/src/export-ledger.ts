import { BLOCK } from './stored-tree.js';
import { toBytes } from './ledger-event.js';
import type { ExportStreams } from './ports.js';

export interface Exported {
  readonly cases: number;
  readonly events: number;
}

/**
 * Lines of the file that `verifier/verify.mjs` reads, one JSON a line: a header; keys and signed heads; hashes of all leaves by the
 * thousand; each case's head with its events after it; how many lines of each kind there were, so that a cut-off file shows.
 */
export async function exportLedger(
  { scope, keys, heads, hashes, events, caseHeads }: ExportStreams,
  write: (line: string) => Promise<void>,
): Promise<Exported> {
  const line = (value: unknown) => write(`${JSON.stringify(value)}\n`);
  await line({ format: 'nghe-dan-ledger/2', scope });
  for (const key of keys) await line({ key });
  for (const head of heads) await line({ head });
  const leaves = await writeLeaves(hashes, line);
  let [cases, written] = [0, 0];
  const rows = events[Symbol.asyncIterator]();
  let next = await rows.next();
  const writeWhile = async (belongs: (caseId: string) => boolean) => {
    for (; !next.done && belongs(next.value.caseId); next = await rows.next()) {
      await line({ event: next.value });
      written += 1;
    }
  };
  // Both come in the order of case; an event whose case is gone stands where its case would.
  for await (const head of caseHeads) {
    await writeWhile((caseId) => caseId < head.caseId);
    await line({ case: head });
    cases += 1;
    await writeWhile((caseId) => caseId === head.caseId);
  }
  await writeWhile(() => true);
  await line({ end: { keys: keys.length, heads: heads.length, leaves, cases, events: written } });
  return { cases, events: written };
}

async function writeLeaves(hashes: ExportStreams['hashes'], line: (value: unknown) => Promise<void>): Promise<number> {
  let [from, block] = [0, [] as Buffer[]];
  const flush = async () => {
    if (block.length > 0) await line({ leaves: { from, hashes: Buffer.concat(block).toString('base64') } });
    [from, block] = [from + block.length, []];
  };
  for await (const hash of hashes) {
    block.push(toBytes(hash));
    if (block.length === BLOCK) await flush();
  }
  await flush();
  return from;
}
