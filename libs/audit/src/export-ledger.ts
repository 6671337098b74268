import type { LedgerArchive } from './ports.js';

/** Lines of the file that `verifier/verify.mjs` reads: a header, then cases, events, leaves and signed heads, one JSON a line. */
export async function exportLedger(
  archive: LedgerArchive,
  publicPem: string,
  write: (line: string) => Promise<void>,
): Promise<number> {
  const line = (value: unknown) => write(`${JSON.stringify(value)}\n`);
  let count = 0;
  await line({ format: 'nghe-dan-ledger/1', publicKey: publicPem });
  await archive.read(async ({ events, heads }) => {
    for await (const head of heads) await line({ case: head });
    for await (const event of events) {
      count += 1;
      await line({ event });
    }
  });
  for await (const { leafNo, eventId, eventHash } of archive.leaves())
    await line({ leaf: { leafNo, eventId, eventHash } });
  for (const head of await archive.heads()) await line({ head });
  return count;
}
