import { commit, hashRequest, type KeyVault, Sealer, type SealedValue } from '#libs/identity';
import type { JsonObject } from '#libs/shared';
import type { FilledPaper, PaperValues, TypedValues } from '../rendering/index.js';
import type { Signer } from '../rendering/index.js';
import type { PaperRow, SlipRow } from './papers.js';

/** Everything of a paper that is words: sealed in one piece, whatever the file. */
export interface PaperWords {
  readonly typed: TypedValues;
  /** Why it was returned or voided, in the words of who did it. */
  readonly comment?: string;
  readonly signer?: Signer;
  /** All values as signed; from then on nothing of the paper is read from the file again. */
  readonly frozen?: PaperValues;
  /** Salt of the commitment that the ledger holds. */
  readonly salt?: string;
}
export interface SlipWords {
  readonly recipient: string;
  readonly address: string;
  readonly proof: string;
}

export class PaperSeal {
  private readonly sealer: Sealer;

  constructor(private readonly vault: KeyVault) {
    this.sealer = new Sealer(vault);
  }

  /** Of a request with words of a paper in it. */
  request(request: object): Promise<Buffer> {
    return hashRequest(this.vault, request);
  }
  words(id: string, words: PaperWords): Promise<SealedValue> {
    return this.sealer.seal({ table: 'paper', recordId: id }, words as unknown as JsonObject);
  }
  async open({ id, sealed, sealedKey }: PaperRow): Promise<PaperWords> {
    return (await this.sealer.open({ table: 'paper', recordId: id }, { sealed, sealedKey })) as unknown as PaperWords;
  }
  slip(id: string, words: SlipWords): Promise<SealedValue> {
    return this.sealer.seal({ table: 'paper', recordId: `slip/${id}` }, { ...words });
  }
  async openSlip({ id, sealed, sealedKey }: SlipRow): Promise<SlipWords> {
    return (await this.sealer.open(
      { table: 'paper', recordId: `slip/${id}` },
      { sealed, sealedKey },
    )) as unknown as SlipWords;
  }
  bytes(place: string, bytes: Buffer): Promise<SealedValue> {
    return this.sealer.sealBytes({ table: 'paper', recordId: `bytes/${place}` }, bytes);
  }
  openBytes(place: string, value: SealedValue): Promise<Buffer> {
    return this.sealer.openBytes({ table: 'paper', recordId: `bytes/${place}` }, value);
  }
}

/** What the ledger keeps of the text that was signed: a hash that says nothing without the salt beside the paper. */
export function commitTo({ values }: FilledPaper): { readonly salt: string; readonly sha256: string } {
  const { salt, hash } = commit(JSON.stringify(values));
  return { salt: salt.toString('hex'), sha256: hash.toString('hex') };
}
