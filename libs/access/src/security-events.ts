import type { UserId } from '#libs/shared';

/** What happened at the doors, for whoever watches over the house. Never what was typed: a name field often holds a password. */
export interface SecurityEvent {
  readonly kind: 'sign-in' | 'sign-in.refused' | 'sign-out' | 'proof.refused' | 'password.changed' | 'password.refused';
  /** Why, as the error code; for a sign-in what opened it. */
  readonly how: string;
  /** Null where the name belongs to nobody. */
  readonly userId: UserId | null;
  readonly address?: string;
}

export abstract class SecurityEvents {
  abstract happened(event: SecurityEvent): void;
}
