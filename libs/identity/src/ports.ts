/**
 * Holder of the master key. The master key itself never leaves it: it wraps record keys and computes keyed hashes. One
 * implementation keeps it in this process (`LocalKeyVault`); another may ask an HSM or a key service, hence promises.
 * Left out on purpose: handing out the key, and unwrapping many keys at once.
 */
export abstract class KeyVault {
  /** Wraps a record key for one purpose (`aad`); the answer names the key version it needs to open again. */
  abstract wrap(recordKey: Buffer, aad: Buffer): Promise<Buffer>;
  /** @throws SealBroken when the wrapped key, its purpose or the master key does not fit. */
  abstract unwrap(wrapped: Buffer, aad: Buffer): Promise<Buffer>;
  /** HMAC-SHA-256 under a key of its own per purpose. Stable over rotation of the wrapping key. */
  abstract keyedHash(purpose: HashPurpose, message: Buffer): Promise<Buffer>;
}

export type HashPurpose = 'personal-id' | 'name' | 'content-band' | 'lookup' | 'request' | 'recovery-code';

/** A version of the master key as the database knows it: never the key. */
export interface KnownKey {
  readonly version: number;
  readonly check: Buffer;
  /** Root of the keyed hashes wrapped by this key; null: this key is the root. */
  readonly hashRoot: Buffer | null;
  /** Nothing is wrapped by it any more, and nobody starts with it. */
  readonly retired: boolean;
}

/** Remembers one value that proves the master key: a start with another key must stop before it writes. */
export abstract class KeyChecks {
  /** Versions since the first rotation, oldest first; none before it. */
  abstract known(): Promise<readonly KnownKey[]>;
  /** Of the key in use before any rotation. */
  abstract read(): Promise<Buffer | null>;
  /** Keeps the value if none is kept yet and answers the kept one. */
  abstract keep(value: Buffer): Promise<Buffer>;
}
