import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { firstKey, KeyHistory, nextKey, type KeyRecord } from './signing-keys.js';
import { keyIdOf, signHead } from './tree-head.js';

const NOW = new Date('2026-07-10T01:00:00.000Z');
const fresh = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const headOf = (treeSize: number, key: KeyObject) =>
  signHead({ treeSize, rootHash: 'ab'.repeat(32), signedAt: NOW.toISOString() }, key);

describe('the history of signing keys', () => {
  const [one, two, three] = [fresh(), fresh(), fresh()];
  const records = [
    firstKey(one, NOW),
    nextKey({ previousKeyId: keyIdOf(one), previous: one, next: two, head: headOf(100, one), now: NOW }),
    nextKey({ previousKeyId: keyIdOf(two), previous: null, next: three, head: headOf(250, two), now: NOW }),
  ] as const;
  const history = new KeyHistory(records);

  it('is true as it was written, a loss included', () => {
    expect(history.untrue()).toEqual([]);
    expect(history.current?.keyId).toBe(keyIdOf(three));
    expect(records.map(({ reason }) => reason)).toEqual(['first', 'rotated', 'lost']);
  });

  it('gives the key of the time, and none outside it', () => {
    const key = (treeSize: number, of: KeyObject) => history.keyFor({ treeSize, keyId: keyIdOf(of) }) !== null;
    expect([key(1, one), key(100, one), key(101, one)]).toEqual([true, true, false]);
    expect([key(99, two), key(100, two), key(250, two), key(251, two)]).toEqual([false, true, true, false]);
    expect([key(251, three), key(1, fresh())]).toEqual([true, false]);
  });

  it('notices a record that was changed, replaced or not signed for', () => {
    const changed = (at: number, over: Partial<KeyRecord>) =>
      new KeyHistory(records.map((record, index) => (index === at ? { ...record, ...over } : record))).untrue();
    const untrueAfter: Partial<KeyRecord>[] = [
      { treeSize: 90 },
      { since: '2026-07-11T01:00:00.000Z' },
      { rootHash: 'cd'.repeat(32) },
      { previousSignature: null },
      { reason: 'lost', previousSignature: null },
      { publicKey: records[0].publicKey },
      { publicKey: 'no key' },
    ];
    for (const over of untrueAfter) expect([over, changed(1, over).length > 0]).toEqual([over, true]);
    const stranger = nextKey({
      previousKeyId: keyIdOf(one),
      previous: fresh(),
      next: two,
      head: headOf(100, one),
      now: NOW,
    });
    expect(new KeyHistory([records[0], stranger]).untrue()).toEqual([stranger]);
    expect(new KeyHistory([records[1]]).untrue()).toEqual([records[1]]);
  });
});
