import { createHash, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { AppError, type Role, type UserId } from '#libs/shared';
import { passwordFault } from './administration/account-rules.js';
import { AttemptLimit } from './attempt-limit.js';
import type { Accounts, Credentials, PasswordHasher, Sessions } from './ports.js';
import type { Actor } from './types.js';

export interface Session {
  readonly tokenHash: Buffer;
  readonly actor: Actor;
  readonly idleMinutes: number;
}

export interface SignInRequest {
  readonly username: string;
  readonly password: string;
  readonly address: string;
  readonly userAgent?: string | undefined;
}

/** Idle time after which a session ends, on the system clock: an internal rule of the product. */
export const idleMinutesOf = (roles: readonly Role[]): number => (roles.includes('administrator') ? 5 : 15);

export const SIGN_IN_LIMITS = {
  /** Wrong passwords in a row that lock an account, and for how long. */
  lockAfter: 5,
  lockMinutes: 15,
  /** Attempts a minute from one address; a whole commune shares one. */
  perAddress: 60,
  /** Attempts a minute on one name, whether or not it exists. */
  perName: 12,
} as const;

/** How long a found session is believed before the database is asked again; a revocation elsewhere is seen this late at most. */
const BELIEVED_MS = 3_000;
const TOKEN_BYTES = 32;
const TOKEN_TEXT = /^[A-Za-z0-9_-]{43}$/;

/** Opens, finds and closes sessions. */
export abstract class SignIn {
  abstract open(request: SignInRequest): Promise<{ token: string; session: Session }>;
  /** Null where the token opens nothing: unknown, idle too long, closed, account switched off. */
  abstract find(token: string): Promise<Session | null>;
  abstract close(session: Session): Promise<void>;
  /** Judges the wish for another password and answers its hash; whoever stores it calls `forget` then. */
  abstract newPassword(session: Session, change: PasswordChange): Promise<string>;
  /** What was remembered of the sessions of an account is asked again. */
  abstract forget(userId: UserId): void;
}

export interface PasswordChange {
  readonly username: string;
  readonly current: string;
  readonly next: string;
}

export interface SignInParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly hasher: PasswordHasher;
  /** False in production: the demo's accounts have a published password. */
  readonly allowDemo: boolean;
}

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

export class PasswordSignIn extends SignIn {
  private readonly found = new LRUCache<string, Session>({ max: 10_000, ttl: BELIEVED_MS });
  private readonly byAddress = new AttemptLimit(SIGN_IN_LIMITS.perAddress);
  private readonly byName = new AttemptLimit(SIGN_IN_LIMITS.perName);
  /** Compared with where no account exists, so that a wrong name takes as long as a wrong password. */
  private decoy: Promise<string> | undefined;

  constructor(private readonly parts: SignInParts) {
    super();
  }

  async open(request: SignInRequest): Promise<{ token: string; session: Session }> {
    const username = request.username.trim().toLowerCase();
    if (!this.byAddress.take(request.address) || !this.byName.take(username)) throw tooMany();
    const account = await this.parts.accounts.credentials(username);
    await this.check(account, request.password);
    const actor = account && (await this.parts.accounts.actor(account.userId));
    if (!actor) throw wrongPair();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const idleMinutes = idleMinutesOf(actor.roles);
    await this.parts.sessions.create({
      tokenHash: hashOf(token),
      userId: actor.userId,
      idleMinutes,
      userAgent: request.userAgent?.slice(0, 200) ?? null,
    });
    return { token, session: { tokenHash: hashOf(token), actor, idleMinutes } };
  }

  async find(token: string): Promise<Session | null> {
    if (!TOKEN_TEXT.test(token)) return null;
    const tokenHash = hashOf(token);
    const key = tokenHash.toString('base64');
    const known = this.found.get(key);
    if (known) return known;
    const actor = await this.parts.sessions.find(tokenHash);
    if (!actor) return null;
    const session = { tokenHash, actor, idleMinutes: idleMinutesOf(actor.roles) };
    this.found.set(key, session);
    return session;
  }

  async close(session: Session): Promise<void> {
    this.found.delete(session.tokenHash.toString('base64'));
    await this.parts.sessions.delete(session.tokenHash);
    this.found.delete(session.tokenHash.toString('base64'));
  }

  async newPassword({ actor }: Session, { username, current, next }: PasswordChange): Promise<string> {
    if (!this.byName.take(username)) throw tooMany();
    await this.check(await this.parts.accounts.credentials(username), current, wrongCurrent);
    const fault = next === current ? 'Mật khẩu mới phải khác mật khẩu đang dùng.' : passwordFault(next, username);
    if (fault) throw refuse(422, 'AUTH.PASSWORD_WEAK', 'Chưa đổi được mật khẩu', fault);
    this.forget(actor.userId);
    return this.parts.hasher.hash(next);
  }

  forget(userId: UserId): void {
    for (const [key, session] of this.found.entries()) if (session.actor.userId === userId) this.found.delete(key);
  }

  private async check(account: Credentials | null, password: string, wrong = wrongPair): Promise<void> {
    const { hasher, accounts, allowDemo } = this.parts;
    if (account?.locked) throw locked();
    this.decoy ??= hasher.hash(randomBytes(16).toString('hex'));
    const matches = await hasher.verify(account?.passwordHash ?? (await this.decoy), password);
    if (!account) throw wrong();
    if (!matches) {
      const { lockAfter, lockMinutes } = SIGN_IN_LIMITS;
      throw (await accounts.recordFailure(account.userId, { lockAfter, lockMinutes })) ? locked() : wrong();
    }
    if (!account.active) throw wrong();
    if (account.demo && !allowDemo) throw demoRefused();
    await accounts.recordSuccess(account.userId);
  }
}

const refuse = (status: number, code: string, title: string, detail: string): AppError =>
  new AppError({ status, code, title, detail });
const wrongPair = (): AppError =>
  refuse(
    401,
    'AUTH.WRONG_CREDENTIALS',
    'Chưa đăng nhập được',
    'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra phím Caps Lock và bộ gõ tiếng Việt rồi thử lại.',
  );
const wrongCurrent = (): AppError =>
  refuse(422, 'AUTH.CURRENT_PASSWORD', 'Chưa đổi được mật khẩu', 'Mật khẩu đang dùng không đúng. Hãy nhập lại.');
const locked = (): AppError =>
  refuse(
    423,
    'AUTH.LOCKED',
    'Tài khoản đang tạm khóa',
    `Đã nhập sai mật khẩu ${SIGN_IN_LIMITS.lockAfter} lần. Hãy đợi ${SIGN_IN_LIMITS.lockMinutes} phút hoặc nhờ quản trị mở khóa.`,
  );
const tooMany = (): AppError =>
  refuse(429, 'AUTH.TOO_MANY_ATTEMPTS', 'Thử đăng nhập quá nhiều lần', 'Hãy đợi một phút rồi thử lại.');
const demoRefused = (): AppError =>
  refuse(
    403,
    'AUTH.DEMO_REFUSED',
    'Không dùng được tài khoản dùng thử',
    'Hệ thống đang vận hành thật. Hãy dùng tài khoản do quản trị của cơ quan cấp.',
  );
