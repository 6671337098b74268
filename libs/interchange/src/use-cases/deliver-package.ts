import { refusedPackage } from '../edxml/refusals.js';
import { recordOf } from '../national/record.js';
import { printRecords } from '../national/print.js';
import type { NationalPlatform, PackageBook, Tx } from '../ports.js';

export interface DeliveryParts {
  readonly book: PackageBook;
  readonly platform: NationalPlatform;
}

/**
 * Hands one package over. The rows are read when it goes, through the mapping that masks; only which subjects go was settled
 * by who made it. Run again after a crash it finds the package there and notes what really went.
 */
export async function deliverPackage({ book, platform }: DeliveryParts, tx: Tx, packageId: string): Promise<boolean> {
  const found = await book.waiting(tx, packageId);
  if (!found) return false;
  const records = (await book.sources(tx, found.subjects)).map(recordOf);
  const files = [
    { name: 'ban-ghi.json', bytes: await printRecords(records, 'json') },
    { name: 'ban-ghi.csv', bytes: await printRecords(records, 'csv') },
    { name: 'ban-ghi.xlsx', bytes: await printRecords(records, 'xlsx') },
  ];
  const items = records.map(({ kind, id, hash }) => ({ kind, id, hash }));
  const { agencyCode, mapping } = found;
  await book.delivered(tx, packageId, await platform.deliver({ packageId, agencyCode, mapping, items, files }));
  return true;
}

/** Takes in what the platform has answered. Returns how many answers. */
export async function collectAnswers({ book, platform }: DeliveryParts): Promise<number> {
  const { read, unreadable } = await platform.answers();
  for (const answer of read) {
    const known = await book.answered(answer);
    await platform.settle(answer.key, known ? 'taken' : 'refused');
  }
  for (const { key, hash } of unreadable) {
    await book.refused('national', hash, refusedPackage('FIELD').code);
    await platform.settle(key, 'refused');
  }
  return read.length;
}
