import { createHash, randomBytes } from 'node:crypto';

/** UUID version 7 from the system clock: rows written together lie together. */
export function newUuid(systemNow: Date): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(systemNow.getTime(), 0, 6);
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export interface SaltedText {
  readonly salt: string;
  readonly sha256: string;
}

/** Commits to words without keeping them: SHA-256(salt ‖ UTF-8 text) with 16 random bytes of salt. */
export function commitTo(text: string): SaltedText {
  const salt = randomBytes(16);
  return {
    salt: `\\x${salt.toString('hex')}`,
    sha256: createHash('sha256').update(salt).update(text, 'utf8').digest('hex'),
  };
}
