import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical.js';

/** A signed statement: the tree had this many leaves and this root at this moment (system clock). */
export interface TreeHead {
  readonly treeSize: number;
  /** Hex. */
  readonly rootHash: string;
  readonly signedAt: string;
  readonly keyId: string;
}
export interface SignedTreeHead extends TreeHead {
  /** Ed25519 over the canonical JSON of the four fields above and `"statement":"nghe-dan/tree-head/1"`, base64. */
  readonly signature: string;
}

const textOf = ({ treeSize, rootHash, signedAt, keyId }: TreeHead): Buffer =>
  Buffer.from(canonicalJson({ statement: 'nghe-dan/tree-head/1', treeSize, rootHash, signedAt, keyId }), 'utf8');

/** First 16 hex digits of SHA-256 over the public key's DER (SPKI). */
export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256')
    .update((key.type === 'private' ? createPublicKey(key) : key).export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);

export function signHead(head: Omit<TreeHead, 'keyId'>, privateKey: KeyObject): SignedTreeHead {
  const statement = { ...head, keyId: keyIdOf(privateKey) };
  return { ...statement, signature: sign(null, textOf(statement), privateKey).toString('base64') };
}

export const verifyHead = (head: SignedTreeHead, publicKey: KeyObject): boolean =>
  head.keyId === keyIdOf(publicKey) && verify(null, textOf(head), publicKey, Buffer.from(head.signature, 'base64'));
