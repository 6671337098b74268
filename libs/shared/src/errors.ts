/** One member of `errors[]` in a problem document: which field, what is wrong, what to do. */
export interface FieldError {
  /** JSON pointer into the request body, e.g. `/petitioners/0/personalId`. */
  readonly pointer: string;
  readonly code: string;
  readonly message: string;
}

/** Something the law or the procedure asks for and the request does not have. */
export interface UnmetRequirement {
  readonly code: string;
  readonly title: string;
  readonly citation: string;
}

export interface AppErrorOptions {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors?: readonly FieldError[];
  readonly allowed?: readonly string[];
  readonly unmet?: readonly UnmetRequirement[];
  readonly extra?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/**
 * An error somebody can act on: `code` is stable, `title` and `detail` are Vietnamese for the person at the screen.
 * Anything else that is thrown is unexpected and answers 500 without detail.
 */
export class AppError extends Error {
  readonly code: string;
  readonly status: number;
  readonly title: string;
  readonly detail: string | undefined;
  readonly errors: readonly FieldError[];
  readonly allowed: readonly string[] | undefined;
  readonly unmet: readonly UnmetRequirement[] | undefined;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(options: AppErrorOptions) {
    super(`${options.code}: ${options.detail ?? options.title}`, { cause: options.cause });
    this.name = 'AppError';
    this.code = options.code;
    this.status = options.status;
    this.title = options.title;
    this.detail = options.detail;
    this.errors = options.errors ?? [];
    this.allowed = options.allowed;
    this.unmet = options.unmet;
    this.extra = options.extra ?? {};
  }
}
