import { AppError } from '#libs/shared';

/** 0 done, 1 refused or failed (reason on standard error), 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** The command line itself is wrong: exit status 2. The message is Vietnamese and names the option. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** The work was done in part, and what failed has been reported already: exit status 1 without another line. */
export class PartialFailure extends Error {
  override readonly name = 'PartialFailure';
}

/** The names of commander's complaints, in the words of a person at a terminal. */
const PARSER_MESSAGES: Readonly<Record<string, string>> = {
  'commander.unknownOption': 'Không có tùy chọn',
  'commander.unknownCommand': 'Không có lệnh',
  'commander.missingArgument': 'Thiếu tham số',
  'commander.optionMissingArgument': 'Thiếu giá trị cho tùy chọn',
  'commander.missingMandatoryOptionValue': 'Thiếu tùy chọn bắt buộc',
  'commander.excessArguments': 'Thừa tham số cho lệnh',
  'commander.invalidArgument': 'Giá trị không hợp lệ cho tùy chọn',
};

const isParserError = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

export interface Ending {
  readonly code: ExitCode;
  readonly message: string | null;
}

/** How a command that threw ends. Help that was asked for is not a failure. */
export function endingOf(error: unknown): Ending {
  if (isParserError(error)) {
    if (error.code === 'commander.helpDisplayed' || error.code === 'commander.version')
      return { code: 0, message: null };
    const named = /'([^']+)'/.exec(error.message)?.[1];
    const message = PARSER_MESSAGES[error.code];
    return { code: 2, message: message ? `${message}${named ? `: ${named}` : ''}` : null };
  }
  if (error instanceof UsageError) return { code: 2, message: error.message };
  if (error instanceof PartialFailure) return { code: 1, message: null };
  if (error instanceof AppError) return { code: 1, message: `${error.title}: ${error.detail ?? ''} [${error.code}]` };
  return {
    code: 1,
    message: `Lỗi ngoài dự kiến: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
  };
}
