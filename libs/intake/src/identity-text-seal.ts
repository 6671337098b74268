import { TextSeal } from '#libs/casework';
import { Sealer, type KeyVault } from '#libs/identity';

const hex = (bytes: Buffer): string => `\\x${bytes.toString('hex')}`;
const bytesOf = (text: string): Buffer => Buffer.from(text.slice(2), 'hex');

/** Words typed on protected files, sealed by identity under the place they are kept at. */
export class IdentityTextSeal extends TextSeal {
  private readonly sealer: Sealer;

  constructor(vault: KeyVault) {
    super();
    this.sealer = new Sealer(vault);
  }

  override async seal(context: string, text: string): Promise<{ readonly sealed: string; readonly sealedKey: string }> {
    const { sealed, sealedKey } = await this.sealer.sealBytes(
      { table: 'event_text', recordId: context },
      Buffer.from(text, 'utf8'),
    );
    return { sealed: hex(sealed), sealedKey: hex(sealedKey) };
  }

  override async open(
    context: string,
    value: { readonly sealed: string; readonly sealedKey: string },
  ): Promise<string> {
    const plain = await this.sealer.openBytes(
      { table: 'event_text', recordId: context },
      { sealed: bytesOf(value.sealed), sealedKey: bytesOf(value.sealedKey) },
    );
    return plain.toString('utf8');
  }
}
