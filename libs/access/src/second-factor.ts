import { randomBytes } from 'node:crypto';
import { AppError, type UserId } from '#libs/shared';
import type { Actor } from './types.js';

/** A secret as it is stored; only the holder of the master key opens it. */
export interface SealedSecret {
  readonly sealed: Buffer;
  readonly sealedKey: Buffer;
}

export interface StoredFactor extends SealedSecret {
  readonly confirmedAt: Date | null;
  readonly recoveryLeft: number;
}

/** Seals secrets of one-time codes and hashes recovery codes; both with the master key, which stays with its holder. */
export abstract class FactorSeal {
  abstract seal(userId: UserId, secret: string): Promise<SealedSecret>;
  abstract open(userId: UserId, sealed: SealedSecret): Promise<string>;
  abstract hash(userId: UserId, recoveryCode: string): Promise<Buffer>;
}

/** The second factor of each account. What is asked during a sign-in names the account; the rest is the actor's own. */
export abstract class SecondFactors {
  abstract of(userId: UserId): Promise<StoredFactor | null>;
  /** True once for each period: a code seen before, or an older one, is not taken. */
  abstract takeStep(userId: UserId, step: number): Promise<boolean>;
  abstract takeRecovery(userId: UserId, hash: Buffer): Promise<boolean>;
  /** @throws AppError 409 where a proven factor is there already. */
  abstract begin(actor: Actor, secret: SealedSecret): Promise<void>;
  /** Proven, with new recovery codes in place of all earlier ones. */
  abstract confirm(actor: Actor, recoveryHashes: readonly Buffer[]): Promise<void>;
  abstract remove(actor: Actor): Promise<void>;
}

/** The arithmetic of RFC 6238, without memory: which period a code belongs to. */
export abstract class OneTimeCodes {
  abstract newSecret(): string;
  /** What an authenticator reads from the QR code. */
  abstract uri(secret: string, username: string): string;
  /** The period a code is right for, one period of drift either way allowed; null where it is wrong. */
  abstract stepOf(secret: string, code: string): Promise<number | null>;
}

export type FactorProof = 'code' | 'recovery';

const CODE = /^\d{6}$/;
const RECOVERY = /^[a-z2-9]{5}-[a-z2-9]{5}$/;
const RECOVERY_CODES = 10;
/** No letters that look like others on paper. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** One-time codes of an authenticator (RFC 6238) and codes on paper for the day the phone is lost. */
export class SecondFactor {
  constructor(
    private readonly factors: SecondFactors,
    private readonly seal: FactorSeal,
    private readonly codes: OneTimeCodes,
  ) {}

  async standing(userId: UserId): Promise<{ enrolledAt: Date | null; recoveryLeft: number }> {
    const factor = await this.factors.of(userId);
    const enrolledAt = factor?.confirmedAt ?? null;
    return { enrolledAt, recoveryLeft: enrolledAt && factor ? factor.recoveryLeft : 0 };
  }

  /** Null where the code is wrong, old, or was used before. */
  async prove(userId: UserId, text: string): Promise<FactorProof | null> {
    const factor = await this.factors.of(userId);
    if (!factor?.confirmedAt) return null;
    const code = text.trim().toLowerCase().replaceAll(' ', '');
    if (RECOVERY.test(code))
      return (await this.factors.takeRecovery(userId, await this.seal.hash(userId, code))) ? 'recovery' : null;
    return (await this.takes(userId, factor, code)) ? 'code' : null;
  }

  /** A new secret, shown once and good for nothing until a code of it is given. */
  async begin(actor: Actor, username: string): Promise<{ secret: string; uri: string }> {
    const secret = this.codes.newSecret();
    await this.factors.begin(actor, await this.seal.seal(actor.userId, secret));
    return { secret, uri: this.codes.uri(secret, username) };
  }

  /** Answers the recovery codes, which nobody can read again. @throws AppError 422 for a wrong code. */
  async confirm(actor: Actor, code: string): Promise<readonly string[]> {
    const factor = await this.factors.of(actor.userId);
    if (!factor) throw notBegun();
    if (!(await this.takes(actor.userId, factor, code.trim().replaceAll(' ', '')))) throw wrongCode();
    return this.newRecoveryCodes(actor);
  }

  /** @throws AppError 422 for a wrong code. */
  async remove(actor: Actor, code: string): Promise<void> {
    if (!(await this.prove(actor.userId, code))) throw wrongCode();
    await this.factors.remove(actor);
  }

  private async newRecoveryCodes(actor: Actor): Promise<readonly string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, recoveryCode);
    await this.factors.confirm(actor, await Promise.all(codes.map((code) => this.seal.hash(actor.userId, code))));
    return codes;
  }

  private async takes(userId: UserId, factor: StoredFactor, code: string): Promise<boolean> {
    if (!CODE.test(code)) return false;
    const step = await this.codes.stepOf(await this.seal.open(userId, factor), code);
    return step !== null && this.factors.takeStep(userId, step);
  }
}

/** Two groups of five: 49 bits, tried at most a few times a minute. */
function recoveryCode(): string {
  const letters: string[] = [];
  // Bytes past the last whole round of the alphabet would favour its first letters.
  const limit = 256 - (256 % READABLE.length);
  while (letters.length < 10)
    for (const byte of randomBytes(16)) if (byte < limit) letters.push(READABLE[byte % READABLE.length]!);
  return `${letters.slice(0, 5).join('')}-${letters.slice(5, 10).join('')}`;
}

const notBegun = (): AppError =>
  new AppError({
    status: 409,
    code: 'AUTH.FACTOR_NOT_BEGUN',
    title: 'Chưa bắt đầu đăng ký mã xác thực',
    detail: 'Hãy bắt đầu lại từ bước quét mã QR.',
  });
const wrongCode = (): AppError =>
  new AppError({
    status: 422,
    code: 'AUTH.WRONG_CODE',
    title: 'Mã xác thực không đúng',
    detail: 'Mã không đúng, đã dùng rồi hoặc đã quá hạn. Hãy xem giờ của điện thoại rồi nhập mã mới nhất.',
  });
