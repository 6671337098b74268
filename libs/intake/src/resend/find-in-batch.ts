import { parseAddress } from '../person/address.js';
import { foldName } from '../person/person-name.js';
import { contentBands } from './bands.js';
import {
  LIKELY_RESEND,
  prepare,
  scoreResend,
  type PreparedSubject,
  type ResendReason,
  type ResendSubject,
} from './score.js';

export interface ResendMatch<Key> {
  readonly key: Key;
  /** The first petition of the chain, not the latest copy. */
  readonly of: Key;
  readonly score: number;
  readonly reasons: readonly ResendReason[];
}

/** Blocks that may hold a resend: same number, same folded name, same commune and alike content. */
export function blockingKeys(subject: ResendSubject): readonly string[] {
  const bands = subject.content ? contentBands(subject.content) : [];
  return subject.parties.flatMap((party) => {
    const commune = party.address ? parseAddress(party.address).commune : '';
    return [
      ...(party.personalId ? [`id:${party.personalId}`] : []),
      ...(party.name ? [`name:${foldName(party.name)}`] : []),
      ...(commune ? bands.map((band) => `band:${commune}:${band}`) : []),
    ];
  });
}

/** A template that half the commune uses makes a huge band; only its latest rows stay candidates by content. */
const BAND_LIMIT = 200;

function addToBlock(blocks: Map<string, number[]>, key: string, index: number): void {
  const block = blocks.get(key);
  if (!block) blocks.set(key, [index]);
  else {
    block.push(index);
    if (key.startsWith('band:') && block.length > BAND_LIMIT) block.shift();
  }
}

/**
 * Possible resends inside one register, each row against the rows before it. Only rows that share a block are compared,
 * so a long register costs little more than a short one.
 */
export function findResendsInBatch<Key>(
  rows: readonly { readonly key: Key; readonly subject: ResendSubject }[],
  threshold = LIKELY_RESEND,
): readonly ResendMatch<Key>[] {
  const blocks = new Map<string, number[]>();
  const prepared: PreparedSubject[] = [];
  const originOf = new Map<number, number>();
  const matches: ResendMatch<Key>[] = [];
  rows.forEach((row, index) => {
    const current = prepare(row.subject);
    prepared.push(current);
    const keys = blockingKeys(row.subject);
    let best = { index: -1, score: 0, reasons: [] as readonly ResendReason[] };
    for (const candidate of new Set(keys.flatMap((key) => blocks.get(key) ?? []))) {
      const other = prepared[candidate];
      if (!other) continue;
      const found = scoreResend(current, other);
      if (found.score > best.score || (found.score === best.score && candidate < best.index))
        best = { index: candidate, ...found };
    }
    for (const key of keys) addToBlock(blocks, key, index);
    if (best.score < threshold) return;
    const origin = originOf.get(best.index) ?? best.index;
    originOf.set(index, origin);
    const of = rows[origin];
    if (of) matches.push({ key: row.key, of: of.key, score: best.score, reasons: best.reasons });
  });
  return matches;
}
