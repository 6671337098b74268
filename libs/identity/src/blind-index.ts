import type { KeyVault } from './ports.js';

/**
 * Keyed hashes that let equal values be found without being readable. Who has the database but not the master key can
 * neither read them nor try all 10¹² personal numbers.
 */
export class BlindIndex {
  constructor(private readonly vault: KeyVault) {}

  /** `personalId` as the ID check returns it: digits only, zeros restored. */
  ofPersonalId(personalId: string): Promise<Buffer> {
    return this.vault.keyedHash('personal-id', Buffer.from(personalId, 'utf8'));
  }

  /** `foldedName` without titles and marks; the province keeps namesakes of the country apart. */
  ofName(foldedName: string, provinceId: number): Promise<Buffer> {
    return this.vault.keyedHash('name', Buffer.from(`${provinceId}\u0000${foldedName}`, 'utf8'));
  }

  /** A content band of a sealed petition: a 63-bit number that tells nothing of its words. */
  async ofBand(band: bigint): Promise<bigint> {
    const hash = await this.vault.keyedHash('content-band', Buffer.from(band.toString(16), 'utf8'));
    return hash.readBigUInt64BE(0) >> 1n;
  }
}
