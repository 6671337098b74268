/** Where a person goes next, and how the browser proves on the way back that it was the one that left. */
export interface OutsideStart {
  readonly url: string;
  readonly state: string;
}

export interface OutsideReturn {
  /** The whole address that the provider called, on our registered redirect address. */
  readonly query: string;
  /** What the browser kept when it left. */
  readonly state: string | undefined;
  readonly address: string;
  readonly userAgent?: string | undefined;
}

/** Signing in through an OpenID Connect provider. People are known here already: an administrator has linked them. */
export abstract class OutsideSignIn {
  /** The name on the button; null where no provider is set up. */
  abstract readonly label: string | null;
  abstract readonly issuer: string | null;
  /** @throws AppError 404 without a provider, 503 where it does not answer. */
  abstract start(): Promise<OutsideStart>;
  /** Answers the token of the new session. @throws AppError where the provider, the code or the account does not fit. */
  abstract finish(back: OutsideReturn): Promise<string>;
}
