import { randomBytes } from 'node:crypto';
import type { JsonObject } from '#libs/shared';
import { decrypt, encrypt, KEY_BYTES, SealBroken } from './aead.js';
import type { KeyVault } from './ports.js';

/** Two columns of a row: the sealed value and the record key wrapped by the master key. */
export interface SealedValue {
  readonly sealed: Buffer;
  readonly sealedKey: Buffer;
}

/** Where a sealed value belongs; part of what is authenticated, so a value copied to another row does not open. */
export interface SealPlace {
  readonly table:
    | 'petition'
    | 'petitioner'
    | 'attachment'
    | 'event_text'
    | 'import'
    | 'reception'
    | 'paper'
    | 'release'
    | 'secrecy'
    | 'attachment_copy'
    | 'second-factor'
    | 'axis';
  readonly recordId: string;
}

const FORMAT = 1;
const aadOf = ({ table, recordId }: SealPlace, part: 'key' | 'value'): Buffer =>
  Buffer.from(`nghe-dan/${part}/${table}/${recordId}`, 'utf8');

/** Envelope sealing of personal data: a fresh key per record, wrapped by the master key, bound to the record's id. */
export class Sealer {
  constructor(private readonly vault: KeyVault) {}

  async seal(place: SealPlace, value: JsonObject): Promise<SealedValue> {
    return this.sealBytes(place, Buffer.from(JSON.stringify(value), 'utf8'));
  }

  /** @throws SealBroken */
  async open<T extends JsonObject>(place: SealPlace, value: SealedValue): Promise<T> {
    return JSON.parse((await this.openBytes(place, value)).toString('utf8')) as T;
  }

  async sealBytes(place: SealPlace, plain: Buffer): Promise<SealedValue> {
    const key = randomBytes(KEY_BYTES);
    const body = encrypt(key, plain, aadOf(place, 'value'));
    const sealedKey = await this.vault.wrap(key, aadOf(place, 'key'));
    key.fill(0);
    return { sealed: Buffer.concat([Buffer.of(FORMAT), body]), sealedKey };
  }

  /** @throws SealBroken */
  async openBytes(place: SealPlace, { sealed, sealedKey }: SealedValue): Promise<Buffer> {
    if (sealed[0] !== FORMAT) throw new SealBroken();
    const key = await this.vault.unwrap(sealedKey, aadOf(place, 'key'));
    const plain = decrypt(key, sealed.subarray(1), aadOf(place, 'value'));
    key.fill(0);
    return plain;
  }
}
