import type { Fate, Tx } from '../ports.js';

/** Something that hands over in two steps: laid ready, and let go once the book has it. */
interface Channel {
  laidReady(): Promise<readonly string[]>;
  release(id: string): Promise<void>;
  discard(id: string): Promise<void>;
}
interface Book {
  fate(tx: Tx, id: string): Promise<Fate>;
}

/**
 * What a worker left behind that was killed between laying ready, the commit and letting go. What the book has goes out; what
 * it will never send is taken away; what is still to be sent stays for who does the work again.
 * @returns how many were finished.
 */
export async function finishReleases(
  { channel, book }: { readonly channel: Channel; readonly book: Book },
  inTransaction: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<number> {
  let finished = 0;
  for (const id of await channel.laidReady())
    finished += await inTransaction(async (tx) => {
      const fate = await book.fate(tx, id);
      if (fate === 'gone') await channel.release(id);
      if (fate === 'never') await channel.discard(id);
      return fate === 'gone' || fate === 'never' ? 1 : 0;
    });
  return finished;
}
