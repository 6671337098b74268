import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '#libs/shared';
import type { Role } from '#libs/shared';
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

/** Opens, finds and closes sessions. */
export abstract class SignIn {
  abstract open(request: SignInRequest): Promise<{ token: string; session: Session }>;
  /** Null where the token opens nothing: unknown, idle too long, closed, account switched off. */
  abstract find(token: string): Promise<Session | null>;
  abstract close(session: Session): Promise<void>;
}
