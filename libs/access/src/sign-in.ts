import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { AppError, type UserId } from '#libs/shared';
import { addressKey } from './address-key.js';
import { passwordFault } from './administration/account-rules.js';
import type { AttemptRule } from './attempts.js';
import type { Credentials, Profile, SignInMethod } from './ports.js';
import type { SecurityEvent } from './security-events.js';
import {
  codeRequired,
  demoRefused,
  enrolInside,
  locked,
  notLinked,
  providerTooWeak,
  tooMany,
  weakPassword,
  wrongAgain,
  wrongCode,
  wrongCurrent,
  wrongPair,
} from './sign-in-refusals.js';
import { SIGN_IN_LIMITS } from './sign-in-limits.js';
import {
  idleMinutesOf,
  mostHoursOf,
  type OutsideProof,
  type PasswordChange,
  type Session,
  SignIn,
  type SignInParts,
  type SignInRequest,
} from './sign-in-port.js';
import type { Actor } from './types.js';

export * from './sign-in-port.js';
export { SIGN_IN_LIMITS } from './sign-in-limits.js';

/** How long a found session is believed before the database is asked again; a revocation elsewhere is seen this late at most. */
const BELIEVED_MS = 3_000;
const TOKEN_BYTES = 32;
const TOKEN_TEXT = /^[A-Za-z0-9_-]{43}$/;

const MINUTE = 60_000;
const BY_ADDRESS: AttemptRule = { of: 'sign-in.address', most: SIGN_IN_LIMITS.perAddress, windowMs: MINUTE };
const BY_PROOF: AttemptRule = { of: 'factor.account', most: SIGN_IN_LIMITS.perName, windowMs: MINUTE };
const BY_PASSWORD_AGAIN: AttemptRule = { of: 'proof.name', most: SIGN_IN_LIMITS.perName, windowMs: MINUTE };
const BY_NAME: AttemptRule = { of: 'sign-in.name', most: SIGN_IN_LIMITS.perName, windowMs: MINUTE };

/** Names that a stranger to the house finds out first. */
const namesOf = ({ fullName, title, agency, province }: Profile): string[] => [
  ...[fullName, title ?? '', 'Nghe Dân'],
  ...[agency, province].flatMap(({ code, name, shortName }) => [code, name, shortName]),
];
const publicIdOf = (tokenHash: Buffer): string => createHash('sha256').update(tokenHash).digest('hex');
const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export class PasswordSignIn extends SignIn {
  private readonly found = new LRUCache<string, Session>({ max: 10_000, ttl: BELIEVED_MS });
  /** Compared with where no account exists, so that a wrong name takes as long as a wrong password. */
  private decoy: Promise<string> | undefined;

  constructor(private readonly parts: SignInParts) {
    super();
  }

  async open(request: SignInRequest): Promise<{ token: string; session: Session }> {
    const username = request.username.trim().toLowerCase();
    return this.watched(username, { kind: 'sign-in.refused', address: request.address }, async (found) => {
      await this.mayTry(username, request.address);
      const account = await this.checked(await found(), request.password, wrongPair);
      const { method, mustEnrolFactor } = await this.secondStep(account, request);
      await this.parts.accounts.recordSuccess(account.userId);
      return this.begin(account.userId, { ...request, method, mustEnrolFactor });
    });
  }

  async openFor(username: string, proof: OutsideProof): Promise<{ token: string; session: Session }> {
    return this.watched(username, { kind: 'sign-in.refused', address: proof.address }, async (found) => {
      await this.mayTry(username, proof.address);
      const account = await found();
      if (!account?.active) throw notLinked();
      if (account.locked) throw locked();
      if (account.demo && !this.parts.allowDemo) throw demoRefused();
      if (this.demandsFactor(account, proof.address) && !proof.strong) throw providerTooWeak();
      return this.begin(account.userId, { ...proof, method: 'provider', mustEnrolFactor: false });
    });
  }

  async find(token: string): Promise<Session | null> {
    if (!TOKEN_TEXT.test(token)) return null;
    const tokenHash = hashOf(token);
    const key = tokenHash.toString('base64');
    const known = this.found.get(key);
    if (known) return known;
    const actor = await this.parts.sessions.find(tokenHash);
    if (!actor) return null;
    const publicId = publicIdOf(tokenHash);
    const session = { publicId, tokenHash, actor, idleMinutes: idleMinutesOf(actor.roles) };
    this.found.set(key, session);
    return session;
  }

  async ranOut(token: string): Promise<number | null> {
    return TOKEN_TEXT.test(token) ? this.parts.sessions.ranOut(hashOf(token)) : null;
  }

  async close(session: Session): Promise<void> {
    this.found.delete(session.tokenHash.toString('base64'));
    await this.parts.sessions.delete(session.tokenHash);
    this.parts.events.happened({ kind: 'sign-out', how: 'own', userId: session.actor.userId });
    this.found.delete(session.tokenHash.toString('base64'));
  }

  async newPassword({ actor }: Session, { username, current, next }: PasswordChange): Promise<string> {
    await this.watched(username, { kind: 'password.refused' }, async (found) => {
      if (!(await this.parts.attempts.take(BY_NAME, username))) throw tooMany();
      const account = await this.checked(await found(), current, wrongCurrent);
      await this.parts.accounts.recordSuccess(account.userId);
    });
    const fault =
      next === current
        ? 'Mật khẩu mới phải khác mật khẩu đang dùng.'
        : passwordFault(next, username, namesOf(await this.parts.accounts.profile(actor)));
    if (fault) throw weakPassword(fault);
    this.parts.events.happened({ kind: 'password.changed', how: 'own', userId: actor.userId });
    this.forget(actor.userId);
    return this.parts.hasher.hash(next);
  }

  proveAgain(username: string, password: string): Promise<void> {
    return this.watched(username, { kind: 'proof.refused' }, async (found) => {
      if (!(await this.parts.attempts.take(BY_PASSWORD_AGAIN, username))) throw tooMany();
      const account = await this.checked(await found(), password, wrongAgain);
      await this.parts.accounts.recordSuccess(account.userId);
    });
  }

  async mayProve(userId: UserId): Promise<void> {
    if (!(await this.parts.attempts.take(BY_PROOF, String(userId)))) throw tooMany();
  }

  forget(userId: UserId): void {
    for (const [key, session] of this.found.entries()) if (session.actor.userId === userId) this.found.delete(key);
  }

  private async mayTry(username: string, address: string): Promise<void> {
    const { attempts } = this.parts;
    if (!(await attempts.take(BY_ADDRESS, addressKey(address))) || !(await attempts.take(BY_NAME, username)))
      throw tooMany();
  }

  private demandsFactor({ roles }: Credentials, address: string): boolean {
    return this.parts.policy.demands(roles) || this.parts.policy.isRemote(address);
  }

  /** The password is right. A wrong code counts as a wrong password does, so that knowing one does not help to guess the other. */
  private async secondStep(
    account: Credentials,
    { code, address }: SignInRequest,
  ): Promise<{ method: SignInMethod; mustEnrolFactor: boolean }> {
    const { enrolledAt } = await this.parts.factor.standing(account.userId);
    if (!enrolledAt) {
      if (this.parts.policy.isRemote(address)) throw enrolInside();
      return { method: 'password', mustEnrolFactor: this.parts.policy.demands(account.roles) };
    }
    if (code === undefined || code.trim() === '') throw codeRequired();
    const method = await this.parts.factor.prove(account.userId, code);
    if (!method) throw await this.failed(account, wrongCode);
    return { method, mustEnrolFactor: false };
  }

  private async begin(
    userId: UserId,
    from: { address: string; userAgent?: string | undefined; method: SignInMethod; mustEnrolFactor: boolean },
  ): Promise<{ token: string; session: Session }> {
    const found = await this.parts.accounts.actor(userId);
    if (!found) throw wrongPair();
    const actor: Actor = { ...found, ...(from.mustEnrolFactor ? { mustEnrolFactor: true as const } : {}) };
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const [tokenHash, idleMinutes] = [hashOf(token), idleMinutesOf(actor.roles)];
    await this.parts.sessions.create({
      mostHours: mostHoursOf(actor.roles),
      ...{ tokenHash, userId, idleMinutes, address: from.address, method: from.method },
      userAgent: from.userAgent?.slice(0, 200) ?? null,
      mustEnrolFactor: from.mustEnrolFactor,
    });
    this.parts.events.happened({ kind: 'sign-in', how: from.method, userId, address: from.address });
    return { token, session: { publicId: publicIdOf(tokenHash), tokenHash, actor, idleMinutes } };
  }

  /** Every refusal on the way is told to whoever watches, with the account once it is known. */
  private async watched<T>(
    username: string,
    event: Pick<SecurityEvent, 'kind' | 'address'>,
    work: (account: () => Promise<Credentials | null>) => Promise<T>,
  ): Promise<T> {
    let userId: UserId | null = null;
    try {
      return await work(async () => {
        const account = await this.parts.accounts.credentials(username);
        userId = account?.userId ?? null;
        return account;
      });
    } catch (error) {
      if (error instanceof AppError) this.parts.events.happened({ ...event, how: error.code, userId });
      throw error;
    }
  }

  private async checked(account: Credentials | null, password: string, wrong: () => AppError): Promise<Credentials> {
    const { hasher, allowDemo } = this.parts;
    if (account?.locked) throw locked();
    this.decoy ??= hasher.hash(randomBytes(16).toString('hex'));
    const matches = await hasher.verify(account?.passwordHash ?? (await this.decoy), password);
    if (!account) throw wrong();
    if (!matches) throw await this.failed(account, wrong);
    if (!account.active) throw wrong();
    if (account.demo && !allowDemo) throw demoRefused();
    return account;
  }

  private async failed({ userId }: Credentials, wrong: () => AppError): Promise<AppError> {
    const { lockAfter, lockMinutes } = SIGN_IN_LIMITS;
    return (await this.parts.accounts.recordFailure(userId, { lockAfter, lockMinutes })) ? locked() : wrong();
  }
}
