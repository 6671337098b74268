import { AppError, type FieldError, isLocalDate, type JsonObject } from '#libs/shared';
import { procedures } from '#workflows';
import { textFault } from '../http/text-rules.js';

const MAX_FIELDS = 60;
const MAX_TEXT = 20_000;
const MAX_ITEMS = 500;
const NAME = /^[a-zA-Z][a-zA-Z0-9]{0,59}$/;
const KNOWN: ReadonlySet<string> = new Set(procedures.all().flatMap(({ events }) => Object.keys(events)));

export interface ReadEvent {
  readonly type: string;
  readonly occurredOn?: string;
  readonly reason?: string;
  readonly inputs: JsonObject;
}

/**
 * The body of an event: three fixed fields, the rest belongs to the event's own form and is judged by casework. Checked by
 * hand because this is the hot path and the form is not known here.
 */
export function readEvent(body: unknown): ReadEvent {
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw invalid([fault('', 'BODY.INVALID', 'Thân yêu cầu phải là một đối tượng JSON có trường type.')]);
  const { type, occurredOn, reason, ...inputs } = body as Record<string, unknown>;
  const errors: FieldError[] = [];
  if (typeof type !== 'string' || type === '')
    errors.push(fault('/type', 'FIELD.MISSING', 'Loại bước (type) còn thiếu; hãy gửi tên bước, ví dụ ACCEPT.'));
  else if (!KNOWN.has(type)) throw unknownEvent();
  if (occurredOn !== undefined && occurredOn !== null && !isLocalDate(occurredOn))
    errors.push(
      fault(
        '/occurredOn',
        'DATE.INVALID',
        'Ngày việc xảy ra không phải là một ngày có thật; viết theo dạng NNNN-TT-NN.',
      ),
    );
  if (reason !== undefined && reason !== null) errors.push(...textErrors('/reason', 'Lý do', reason));
  errors.push(...inputErrors(inputs));
  if (errors.length > 0) throw invalid(errors);
  return {
    type: type as string,
    ...(typeof occurredOn === 'string' ? { occurredOn } : {}),
    ...(typeof reason === 'string' ? { reason } : {}),
    inputs: inputs as JsonObject,
  };
}

function inputErrors(inputs: Record<string, unknown>): FieldError[] {
  const names = Object.keys(inputs);
  if (names.length > MAX_FIELDS) return [fault('', 'BODY.TOO_MANY_FIELDS', `Không được quá ${MAX_FIELDS} trường.`)];
  return names.flatMap((name) => {
    if (!NAME.test(name)) return [fault('', 'FIELD.UNKNOWN', 'Có trường mang tên không hợp lệ; hãy bỏ trường ấy.')];
    const value = inputs[name];
    if (Array.isArray(value))
      return value.length > MAX_ITEMS
        ? [fault(`/${name}`, 'LIST.TOO_LONG', `Không được quá ${MAX_ITEMS} mục.`)]
        : value.flatMap((item, index) => valueErrors(`/${name}/${index}`, item));
    return valueErrors(`/${name}`, value);
  });
}

function valueErrors(pointer: string, value: unknown): FieldError[] {
  if (typeof value === 'string') return textErrors(pointer, 'Trường này', value);
  if (value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) return [];
  return [fault(pointer, 'FIELD.TYPE', 'Trường này phải là chữ, số, ngày, có/không hoặc danh sách các giá trị ấy.')];
}

function textErrors(pointer: string, label: string, value: unknown): FieldError[] {
  if (typeof value !== 'string') return [fault(pointer, 'FIELD.TYPE', `${label} phải là chữ.`)];
  if (value.length > MAX_TEXT)
    return [fault(pointer, 'TEXT.TOO_LONG', `${label} dài quá ${MAX_TEXT} ký tự; hãy rút gọn.`)];
  const wrong = textFault(value);
  return wrong ? [fault(pointer, wrong.code, `${label} ${wrong.message}.`)] : [];
}

const fault = (pointer: string, code: string, message: string): FieldError => ({ pointer, code, message });
const invalid = (errors: readonly FieldError[]): AppError =>
  new AppError({
    code: 'HTTP.INVALID',
    status: 422,
    title: 'Dữ liệu gửi lên chưa đúng',
    detail: 'Hãy sửa các trường được nêu rồi gửi lại.',
    errors,
  });
const unknownEvent = (): AppError =>
  new AppError({
    code: 'PROCEDURE.EVENT_UNKNOWN',
    status: 422,
    title: 'Không có bước này',
    detail: 'Loại bước gửi lên không có trong quy trình nào. Hãy chọn trong danh sách các bước của hồ sơ.',
  });
