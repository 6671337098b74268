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
  /** Locked at this moment, by the database's clock. */
  readonly locked: boolean;
}

/** Accounts and who they may act for. Session times are on the system clock. */
export abstract class Accounts {
  abstract credentials(username: string): Promise<Credentials | null>;
  /** Counts the failure and locks the account at the `lockAfter`-th in a row; true when it is locked now. */
  abstract recordFailure(userId: UserId, options: { lockAfter: number; lockMinutes: number }): Promise<boolean>;
  abstract recordSuccess(userId: UserId): Promise<void>;
  /** Null for an account that is unknown or switched off. */
  abstract actor(userId: UserId): Promise<Actor | null>;
  abstract profile(actor: Actor): Promise<Profile>;
}

/** What opened a session: a password alone, with a one-time code, with a recovery code, or an outside provider. */
export type SignInMethod = 'password' | 'code' | 'recovery' | 'provider';

export interface OwnSession {
  /** Public: the hash of the stored hash. Opens nothing. */
  readonly id: string;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly method: SignInMethod;
}

/** Tokens are stored as SHA-256 only: a stolen table opens no session. Times are on the system clock. */
export abstract class Sessions {
  abstract create(session: {
    tokenHash: Buffer;
    userId: UserId;
    idleMinutes: number;
    /** After so many hours it ends, in use or not. */
    mostHours: number;
    userAgent: string | null;
    address: string | null;
    method: SignInMethod;
    mustEnrolFactor: boolean;
  }): Promise<void>;
  /** One call: the actor of a session that is still open, its idle clock moved on; null when there is none. */
  abstract find(tokenHash: Buffer): Promise<Actor | null>;
  /** The hours after which a session ended although it was in use; null for any other token that opens nothing. */
  abstract ranOut(tokenHash: Buffer): Promise<number | null>;
  abstract delete(tokenHash: Buffer): Promise<void>;
  /** The actor's own open sessions, the one used last first. */
  abstract own(actor: Actor): Promise<readonly OwnSession[]>;
  /** Ends one of the actor's own by its public id, or with null all but the asking one; answers how many ended. */
  abstract endOwn(actor: Actor, session: string | null, asking: Buffer): Promise<number>;
}

export abstract class PasswordHasher {
  abstract hash(password: string): Promise<string>;
  abstract verify(hash: string, password: string): Promise<boolean>;
}
