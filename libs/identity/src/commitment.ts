import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export interface Commitment {
  /** Kept beside the text, outside the ledger: without it short texts could be guessed from the hash. */
  readonly salt: Buffer;
  /** SHA-256(salt ‖ text); this is what the ledger holds. */
  readonly hash: Buffer;
}

const SALT_BYTES = 16;
const digest = (salt: Buffer, text: string): Buffer =>
  createHash('sha256').update(salt).update(text.normalize('NFC'), 'utf8').digest();

/** Binds the ledger to a text it does not contain. Deleting salt and text leaves a hash that says nothing. */
export function commit(text: string, salt: Buffer = randomBytes(SALT_BYTES)): Commitment {
  return { salt, hash: digest(salt, text) };
}

export const verifyCommitment = (text: string, { salt, hash }: Commitment): boolean => {
  const expected = digest(salt, text);
  return expected.length === hash.length && timingSafeEqual(expected, hash);
};
