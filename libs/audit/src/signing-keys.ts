import { createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { canonicalJson } from './canonical.js';
import { EMPTY_ROOT } from './merkle.js';
import { keyIdOf, type SignedTreeHead } from './tree-head.js';

/** `first`: the key the ledger began with; `rotated`: taken over from the one before, who signs for it; `lost`: the one before could not sign any more. */
export type KeyReason = 'first' | 'rotated' | 'lost';

/** That heads of more than `treeSize` events are signed with this key, and which one it follows. */
interface KeyStatement {
  readonly keyId: string;
  /** PEM (SPKI). */
  readonly publicKey: string;
  readonly previousKeyId: string | null;
  /** The last tree the one before has signed. */
  readonly treeSize: number;
  /** Hex. */
  readonly rootHash: string;
  /** System clock. */
  readonly since: string;
  readonly reason: KeyReason;
}
export interface KeyRecord extends KeyStatement {
  /** Ed25519 of the key itself over the canonical JSON of the fields above and `"statement":"nghe-dan/audit-key/1"`, base64. */
  readonly signature: string;
  /** The same text signed by the key before; null for the first and after a loss. */
  readonly previousSignature: string | null;
}

const textOf = ({ keyId, publicKey, previousKeyId, treeSize, rootHash, since, reason }: KeyStatement): Buffer =>
  Buffer.from(
    canonicalJson({
      ...{ statement: 'nghe-dan/audit-key/1', keyId, publicKey, previousKeyId, treeSize, rootHash, since, reason },
    }),
    'utf8',
  );
const signed = (text: Buffer, key: KeyObject): string => sign(null, text, key).toString('base64');
const pemOf = (key: KeyObject): string => createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString();

export function firstKey(privateKey: KeyObject, now: Date): KeyRecord {
  const statement: KeyStatement = {
    ...{ keyId: keyIdOf(privateKey), publicKey: pemOf(privateKey), previousKeyId: null },
    ...{ treeSize: 0, rootHash: EMPTY_ROOT.toString('hex'), since: now.toISOString(), reason: 'first' },
  };
  return { ...statement, signature: signed(textOf(statement), privateKey), previousSignature: null };
}

export interface Succession {
  readonly previousKeyId: string;
  /** Null where it is lost. */
  readonly previous: KeyObject | null;
  readonly next: KeyObject;
  /** The last head of the one before; null where nothing was ever signed. */
  readonly head: SignedTreeHead | null;
  readonly now: Date;
}

/** The new key's record, signed by both keys over the last tree of the old one. */
export function nextKey({ previousKeyId, previous, next, head, now }: Succession): KeyRecord {
  const statement: KeyStatement = {
    ...{ keyId: keyIdOf(next), publicKey: pemOf(next), previousKeyId },
    ...{ treeSize: head?.treeSize ?? 0, rootHash: head?.rootHash ?? EMPTY_ROOT.toString('hex') },
    ...{ since: now.toISOString(), reason: previous ? 'rotated' : 'lost' },
  };
  const text = textOf(statement);
  return { ...statement, signature: signed(text, next), previousSignature: previous && signed(text, previous) };
}

function recordIsTrue(record: KeyRecord, before: KeyRecord | undefined): boolean {
  const own = createPublicKey(record.publicKey);
  const text = textOf(record);
  const by = (key: KeyObject, signature: string) => verify(null, text, key, Buffer.from(signature, 'base64'));
  if (record.keyId !== keyIdOf(own) || !by(own, record.signature)) return false;
  if (!before) return record.previousKeyId === null && record.reason === 'first';
  if (record.previousKeyId !== before.keyId) return false;
  if (record.reason === 'lost') return record.previousSignature === null;
  return (
    record.reason === 'rotated' &&
    record.previousSignature !== null &&
    by(createPublicKey(before.publicKey), record.previousSignature)
  );
}

/** Which keys were valid for which heads. */
export class KeyHistory {
  constructor(readonly records: readonly KeyRecord[]) {}

  get current(): KeyRecord | undefined {
    return this.records.at(-1);
  }

  /** Records whose signatures or links are not true. */
  untrue(): KeyRecord[] {
    return this.records.filter((record, index) => {
      try {
        return !recordIsTrue(record, this.records[index - 1]);
      } catch {
        return true; // No key can be read from it.
      }
    });
  }

  /** Null where no key of this id was in use for a tree of that size. */
  keyFor({ keyId, treeSize }: Pick<SignedTreeHead, 'keyId' | 'treeSize'>): KeyObject | null {
    const at = this.records.findIndex((record) => record.keyId === keyId);
    const [own, next] = [this.records[at], this.records[at + 1]];
    if (!own || treeSize < own.treeSize || (next && treeSize > next.treeSize)) return null;
    return createPublicKey(own.publicKey);
  }
}
