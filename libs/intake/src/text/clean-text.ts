import { AppError, err, ok, type FieldError, type Result } from '#libs/shared';

export interface TextRule {
  /** How the field is called on screen, e.g. `Họ và tên`. */
  readonly label: string;
  readonly maxLength: number;
  /** Line breaks stay (content, notes). Otherwise every run of white space becomes one space. */
  readonly multiline?: boolean;
  readonly required?: boolean;
}

export interface TextFault {
  readonly code:
    | 'TEXT.CONTROL_CHARACTER'
    | 'TEXT.BROKEN_UNICODE'
    | 'TEXT.DIRECTION_MARK'
    | 'TEXT.TOO_LONG'
    | 'TEXT.REQUIRED'
    | 'TEXT.NOT_TEXT';
  readonly message: string;
}

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const NOT_A_CHARACTER = /[\ufdd0-\ufdef\ufffe\uffff]/;
/** Soft hyphens, zero-width spaces and byte order marks: pasted along, never meant. */
const INVISIBLE = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

const isWellFormed = (text: string): boolean =>
  !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);

const refuse = (code: TextFault['code'], message: string): Result<never, TextFault> => err({ code, message });

/**
 * The one gate for text a person types or a file brings: NFC, trimmed, never re-cased. Control characters, half
 * surrogates and direction marks are refused because they break the database, the export or what the reader sees.
 * HTML and SQL are ordinary text here; they are escaped where they are shown.
 */
export function cleanText(input: unknown, rule: TextRule): Result<string | null, TextFault> {
  if (input === null || input === undefined || input === '') return rule.required ? required(rule) : ok(null);
  if (typeof input !== 'string') return refuse('TEXT.NOT_TEXT', `${rule.label} phải là chữ.`);
  if (!isWellFormed(input) || NOT_A_CHARACTER.test(input))
    return refuse('TEXT.BROKEN_UNICODE', `${rule.label} có ký tự bị hỏng, hãy gõ lại.`);
  if (CONTROL.test(input))
    return refuse('TEXT.CONTROL_CHARACTER', `${rule.label} có ký tự điều khiển không hiển thị được, hãy gõ lại.`);
  if (DIRECTION.test(input)) return refuse('TEXT.DIRECTION_MARK', `${rule.label} có ký tự đổi chiều chữ, hãy gõ lại.`);
  const bare = input.replace(INVISIBLE, '').normalize('NFC');
  const text = rule.multiline
    ? bare
        .replace(/\r\n?|[\u2028\u2029]/g, '\n')
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .replace(/\n{3,}/g, '\n\n')
        .trim()
    : bare.replace(/\s+/g, ' ').trim();
  if (text === '') return rule.required ? required(rule) : ok(null);
  if ([...text].length > rule.maxLength)
    return refuse('TEXT.TOO_LONG', `${rule.label} dài quá ${rule.maxLength} ký tự.`);
  return ok(text);
}

const required = (rule: TextRule): Result<never, TextFault> =>
  refuse('TEXT.REQUIRED', `Chưa nhập ${rule.label.toLowerCase()}.`);

/** Collects field errors while a request is cleaned; `finish` refuses them all at once. */
export class FieldErrors {
  private readonly found: FieldError[] = [];

  add(pointer: string, fault: { readonly code: string; readonly message: string }): void {
    this.found.push({ pointer, code: fault.code, message: fault.message });
  }

  /** The cleaned text, or null with the fault noted. */
  text(pointer: string, input: unknown, rule: TextRule): string | null {
    const result = cleanText(input, rule);
    if (result.ok) return result.value;
    this.add(pointer, result.error);
    return null;
  }

  get count(): number {
    return this.found.length;
  }

  /** @throws AppError 422 with one entry per field. */
  finish(): void {
    if (this.found.length === 0) return;
    throw new AppError({
      code: 'INTAKE.INVALID',
      status: 422,
      title: 'Thông tin đơn chưa hợp lệ',
      detail: this.found.map((e) => e.message).join(' '),
      errors: this.found,
    });
  }
}
