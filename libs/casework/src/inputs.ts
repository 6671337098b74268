import { isLocalDate, isUuid, type FieldError, type JsonObject, type JsonValue } from '#libs/shared';
import type { EventInfo, InputField } from '#libs/procedure';

const LONGEST: Readonly<Record<'text' | 'longText', number>> = { text: 500, longText: 20_000 };

export interface ReadInputs {
  /** Findings as typed, words left out: a field of words is `true` when it says something. */
  readonly facts: JsonObject;
  /** Words by field; they go into their own table, the ledger keeps a commitment. */
  readonly texts: Readonly<Record<string, string>>;
  readonly errors: readonly FieldError[];
}

/** Reads the form of an event. Unknown fields are faults: a mistyped name must not be lost in silence. */
export function readInputs(info: EventInfo, given: JsonObject): ReadInputs {
  const facts: Record<string, JsonValue> = {};
  const texts: Record<string, string> = {};
  const errors: FieldError[] = [];
  const known = new Set(info.input.map(({ name }) => name));
  for (const name of Object.keys(given))
    if (!known.has(name)) errors.push(fault(name, 'UNKNOWN', `Bước “${info.title}” không có mục “${name}”.`));
  for (const field of info.input) {
    const value = given[field.name];
    if (isEmpty(value)) {
      if (field.required) errors.push(fault(field.name, 'REQUIRED', `Cần nhập “${field.label}”.`));
      continue;
    }
    const problem = problemOf(field, value);
    if (problem !== null) errors.push(fault(field.name, 'INVALID', `“${field.label}”: ${problem}.`));
    else if (field.kind === 'text' || field.kind === 'longText') {
      texts[field.name] = (value as string).trim().normalize('NFC');
      facts[field.name] = true;
    } else facts[field.name] = value as JsonValue;
  }
  return { facts, texts, errors };
}

const fault = (name: string, code: string, message: string): FieldError => ({
  pointer: `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
  code,
  message,
});

export const fileNotFound = ({ name, label }: InputField): FieldError =>
  fault(name, 'NOT_FOUND', `“${label}”: không có hồ sơ này hoặc hồ sơ không thuộc phạm vi được xem.`);

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0);

/** What is wrong with a value, in Vietnamese; `null` when nothing is. */
function problemOf(field: InputField, value: unknown): string | null {
  switch (field.kind) {
    case 'date':
      return isLocalDate(value) ? null : 'cần một ngày có thật, dạng NNNN-TT-NN';
    case 'boolean':
      return typeof value === 'boolean' ? null : 'cần có hoặc không';
    case 'number':
      return numberProblem(field, value);
    case 'user':
    case 'agency':
      return isRowId(value) ? null : 'cần chọn trong danh sách';
    case 'users':
      return Array.isArray(value) && value.every(isRowId) ? null : 'cần chọn trong danh sách';
    case 'document':
      return isUuid(value) ? null : 'cần chọn một tài liệu';
    case 'caseFile':
      return isUuid(value) ? null : 'cần chọn một hồ sơ';
    case 'choice':
      return isOption(field, value) ? null : 'cần chọn trong danh sách';
    case 'choices':
      return Array.isArray(value) && value.every((one) => isOption(field, one)) ? null : 'cần chọn trong danh sách';
    case 'text':
    case 'longText':
      return textProblem(value, LONGEST[field.kind]);
  }
}

const isRowId = (value: unknown): boolean => typeof value === 'number' && Number.isSafeInteger(value) && value > 0;
const isOption = (field: InputField, value: unknown): boolean =>
  field.options?.some((option) => option.value === value) ?? false;

function numberProblem(field: InputField, value: unknown): string | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'cần một số';
  if (field.min !== undefined && value < field.min) return `không nhỏ hơn ${field.min}`;
  if (field.max !== undefined && value > field.max) return `không lớn hơn ${field.max}`;
  return null;
}

// Unpaired surrogates and control characters cannot be stored or printed; tab and line ends can.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

function textProblem(value: unknown, longest: number): string | null {
  if (typeof value !== 'string') return 'cần chữ';
  if (value.length > longest) return `không dài quá ${longest} ký tự`;
  return UNPRINTABLE.test(value) ? 'có ký tự không lưu được' : null;
}
