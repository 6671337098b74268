import { generateKeyPairSync } from 'node:crypto';
import { signHead, verifyHead } from './tree-head.js';

describe('signed tree head', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const head = signHead({ treeSize: 3, rootHash: 'ab'.repeat(32), signedAt: '2026-07-02T02:00:00.000Z' }, privateKey);

  it('holds for its own key and words only', () => {
    expect(verifyHead(head, publicKey)).toBe(true);
    expect(verifyHead({ ...head, treeSize: 4 }, publicKey)).toBe(false);
    expect(verifyHead({ ...head, rootHash: 'ac'.repeat(32) }, publicKey)).toBe(false);
    expect(verifyHead({ ...head, signedAt: '2026-07-03T02:00:00.000Z' }, publicKey)).toBe(false);
    expect(verifyHead(head, generateKeyPairSync('ed25519').publicKey)).toBe(false);
  });
});
