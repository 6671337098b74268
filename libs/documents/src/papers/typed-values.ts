import { AppError, type FieldError } from '#libs/shared';
import type { FormDefinition } from '../form.js';
import { fieldsOf, isList, type TypedValues } from '../rendering/index.js';

const LONGEST = 20_000;
const MOST_ROWS = 500;
// Unpaired surrogates and control characters cannot be stored or printed; tab and line ends can.
const UNPRINTABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

const fault = (name: string, message: string): FieldError => ({ pointer: `/typed/${name}`, code: 'INVALID', message });
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= LONGEST && !UNPRINTABLE.test(value);

/** Words an officer typed, by field of the form. @throws AppError 422 naming each field that is wrong. */
export function cleanTyped(form: FormDefinition, typed: TypedValues): TypedValues {
  const errors: FieldError[] = [];
  const clean: Record<string, TypedValues[string]> = {};
  for (const [name, value] of Object.entries(typed)) {
    const field = fieldsOf(form).find((one) => one.name === name && one.from === 'officer');
    if (!field) errors.push(fault(name, `Mẫu này không có mục “${name}” để nhập.`));
    else if (isList(field)) {
      const rows = Array.isArray(value) ? value : [];
      if (
        !Array.isArray(value) ||
        rows.length > MOST_ROWS ||
        !rows.every((row) => Object.values(row ?? {}).every(isText))
      )
        errors.push(fault(name, `“${name}” cần là danh sách, mỗi dòng gồm: ${field.items.join(', ')}.`));
      else
        clean[name] = rows.map((row) =>
          Object.fromEntries(
            field.items.map((item) => [
              item,
              String(row[item] ?? '')
                .normalize('NFC')
                .trim(),
            ]),
          ),
        );
    } else if (!isText(value)) errors.push(fault(name, `“${name}” cần là chữ, không quá ${LONGEST} ký tự.`));
    else clean[name] = value.normalize('NFC').trim();
  }
  if (errors.length)
    throw new AppError({
      code: 'PAPER.FIELDS',
      status: 422,
      title: 'Nội dung nhập chưa đúng',
      errors,
      detail: errors.map(({ message }) => message).join(' '),
    });
  return clean;
}
