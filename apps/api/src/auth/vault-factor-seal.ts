import { FactorSeal, type SealedSecret } from '#libs/access';
import { type KeyVault, Sealer } from '#libs/identity';
import type { UserId } from '#libs/shared';

const placeOf = (userId: UserId) => ({ table: 'second-factor', recordId: String(userId) }) as const;

/** The secret of an authenticator is sealed as an identity is: a key of its own, wrapped by the master key, bound to the account. */
export class VaultFactorSeal extends FactorSeal {
  private readonly sealer: Sealer;

  constructor(private readonly vault: KeyVault) {
    super();
    this.sealer = new Sealer(vault);
  }

  seal(userId: UserId, secret: string): Promise<SealedSecret> {
    return this.sealer.sealBytes(placeOf(userId), Buffer.from(secret, 'utf8'));
  }

  async open(userId: UserId, sealed: SealedSecret): Promise<string> {
    return (await this.sealer.openBytes(placeOf(userId), sealed)).toString('utf8');
  }

  hash(userId: UserId, recoveryCode: string): Promise<Buffer> {
    return this.vault.keyedHash('recovery-code', Buffer.from(`${userId}\0${recoveryCode}`, 'utf8'));
  }
}
