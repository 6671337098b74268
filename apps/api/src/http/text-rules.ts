import { ValidateBy, type ValidationOptions } from 'class-validator';

/** Bidi marks reorder what a reader sees; lone surrogates and NUL cannot be stored; other controls have no use in a form. */
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
const LINE_BREAK = /[\n\r\t\u2028\u2029]/;

export interface TextFault {
  readonly code: string;
  readonly message: string;
}

/** What is wrong with a text a person typed, or null. Markup and SQL are plain text here: they are stored and shown as typed. */
export function textFault(text: string, { multiline = true }: { multiline?: boolean } = {}): TextFault | null {
  if (!text.isWellFormed())
    return { code: 'TEXT.BROKEN_UNICODE', message: 'có ký tự bị hỏng (thiếu nửa cặp mã); hãy xóa và gõ lại' };
  if (CONTROL.test(text))
    return { code: 'TEXT.CONTROL_CHARACTER', message: 'có ký tự điều khiển không nhìn thấy; hãy xóa và gõ lại' };
  if (BIDI.test(text))
    return { code: 'TEXT.DIRECTION_MARK', message: 'có ký tự đảo chiều chữ không nhìn thấy; hãy xóa và gõ lại' };
  if (!multiline && LINE_BREAK.test(text))
    return { code: 'TEXT.LINE_BREAK', message: 'phải nằm trên một dòng; hãy bỏ dấu xuống dòng' };
  return null;
}

/** As JSON writes them: a zero character, half of a pair. A backslash that was typed stands doubled before. */
const UNWRITABLE = /(?<!\\)(?:\\\\)*\\u(?:0000|d[89a-f][0-9a-f]{2})/;

/** Whether JSON of any shape holds a text that the database cannot keep. */
export const isUnwritable = (value: unknown): boolean => UNWRITABLE.test(JSON.stringify(value) ?? '');

export function IsReadableText(options: ValidationOptions & { multiline?: boolean } = {}): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isReadableText',
      validator: {
        validate: (value) => typeof value !== 'string' || textFault(value, options) === null,
        defaultMessage: (args) => {
          const fault = typeof args?.value === 'string' ? textFault(args.value, options) : null;
          return fault ? `${fault.code}|${fault.message}` : '';
        },
      },
    },
    options,
  );
}
