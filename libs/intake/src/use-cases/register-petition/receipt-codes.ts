import { createHash } from 'node:crypto';
import type { KeyVault } from '#libs/identity';
import type { PetitionId } from '#libs/shared';

/** Crockford's alphabet: no I, L, O, U, so a code read aloud or copied by hand survives. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LETTERS = 13; // 65 bits
const SECRET_LETTERS = 8; // 40 bits, beside the code

function letters(bytes: Buffer, count: number): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  for (let i = 0; i < count; i++) {
    text += ALPHABET[Number(value & 31n)];
    value >>= 5n;
  }
  return text;
}

const sha256 = (text: string): Buffer => createHash('sha256').update(text, 'utf8').digest();

/** As a person types it: any case, O for 0, I or L for 1, spaces and dashes anywhere. Null when it cannot be a code. */
export function normalizeCode(text: string, length: number = CODE_LETTERS): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return code.length === length && [...code].every((letter) => ALPHABET.includes(letter)) ? code : null;
}

/** What `petition.lookup_hash` holds for a code; null when the text cannot be a code. */
export function lookupHash(text: string): Buffer | null {
  const code = normalizeCode(text);
  return code === null ? null : sha256(code);
}

/** What `petition.lookup_secret_hash` holds: bound to the code, so that one secret opens one petition. */
export function lookupSecretHash(codeText: string, secretText: string): Buffer | null {
  const code = normalizeCode(codeText);
  const secret = normalizeCode(secretText, SECRET_LETTERS);
  return code === null || secret === null ? null : sha256(`${code}:${secret}`);
}

/**
 * Codes printed on the receipt. They follow from the petition's id under the master key, so they are stored nowhere, yet a
 * repeated request or a second print gives the same ones; the register keeps only their hashes.
 */
export class ReceiptCodes {
  constructor(private readonly vault: KeyVault) {}

  /** `XXXX-XXXX-XXXXX` */
  async code(id: PetitionId): Promise<string> {
    return letters(await this.vault.keyedHash('lookup', Buffer.from(`code/${id}`)), CODE_LETTERS).replace(
      /^(.{4})(.{4})/,
      '$1-$2-',
    );
  }

  /** `XXXX-XXXX`; for denunciations and mixed petitions, asked together with the code. */
  async secret(id: PetitionId): Promise<string> {
    return letters(await this.vault.keyedHash('lookup', Buffer.from(`secret/${id}`)), SECRET_LETTERS).replace(
      /^(.{4})/,
      '$1-',
    );
  }
}
