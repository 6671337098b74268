export const SIGN_IN_LIMITS = {
  /** Wrong passwords in a row that lock an account, and for how long. */
  lockAfter: 5,
  lockMinutes: 15,
  /** Attempts a minute from one address; a whole commune shares one. */
  perAddress: 60,
  /** Attempts a minute on one name, whether or not it exists. */
  perName: 12,
} as const;
