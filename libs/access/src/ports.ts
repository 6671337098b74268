import type { Actor } from './types.js';
import type { AgencyId, Role, UserId } from '#libs/shared';

export interface AgencyRef {
  readonly id: AgencyId;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: string;
}

export interface Profile {
  readonly id: UserId;
  readonly username: string;
  readonly fullName: string;
  readonly title: string | null;
  readonly roles: Role[];
  readonly agency: AgencyRef;
  readonly province: AgencyRef;
  readonly unread: number;
}

/** What a sign-in needs to know of an account. */
export interface Credentials {
  readonly userId: UserId;
  readonly passwordHash: string;
  readonly active: boolean;
  readonly demo: boolean;
  readonly roles: readonly Role[];
  readonly lockedUntil: Date | null;
}

/** Accounts and who they may act for. Session times are on the system clock. */
export abstract class Accounts {
  abstract credentials(username: string): Promise<Credentials | null>;
  /** Counts the failure and locks the account at `lockAfter`; returns the lock's end where it holds one. */
  abstract recordFailure(userId: UserId, options: { lockAfter: number; lockMinutes: number }): Promise<Date | null>;
  abstract recordSuccess(userId: UserId): Promise<void>;
  /** Null for an account that is unknown or switched off. */
  abstract actor(userId: UserId): Promise<Actor | null>;
  abstract profile(actor: Actor): Promise<Profile>;
}

export interface StoredSession {
  readonly userId: UserId;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

/** Tokens are stored as SHA-256 only: a stolen table opens no session. */
export abstract class Sessions {
  abstract create(session: { tokenHash: Buffer; userId: UserId; expiresAt: Date; userAgent: string | null }): Promise<void>;
  /** One call: the session that is still open with its actor, its idle clock moved when it is due. */
  abstract find(tokenHash: Buffer): Promise<{ session: StoredSession; actor: Actor } | null>;
  abstract touch(tokenHash: Buffer, expiresAt: Date): Promise<void>;
  abstract delete(tokenHash: Buffer): Promise<void>;
  abstract deleteForUser(userId: UserId): Promise<void>;
}

export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  abstract verify(hash: string, password: string): Promise<boolean>;
}
