import fc from 'fast-check';
import { schemaOf, type Schema } from '../e2e/support/schema.js';
import type { Json } from './hostile.js';

/** A schema as written, with what the e2e helper does not need. */
interface FullSchema extends Schema {
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly maxItems?: number;
  readonly minItems?: number;
  readonly example?: Json;
}

/** What real forms hold under these names: without it every body would end at its first field. */
const NAMED: Readonly<Record<string, readonly Json[]>> = {
  content: ['Đề nghị thắp sáng đường xóm vì buổi tối đi lại nguy hiểm'],
  agency: ['XA-TANTHANH', 'XA-HOALOC', 'TINH-DEMO'],
  code: ['XA-TANTHANH'],
  form: ['ND124.03', 'ND124.10', 'ND154.01'],
  fullName: ['Nguyễn Thị Mẫu', 'Ma Văn Mẫu'],
  personalId: ['001185000021'],
  phone: ['0912345678'],
  email: ['mau@vidu.vn'],
  username: ['motcua', 'khac.motcua'],
  password: ['nghedan', 'mat-khau-thu-1'],
  address: ['Thôn 2, xã Tân Thành'],
  startsAt: ['07:30'],
  roles: [['caseOfficer']],
  key: ['views', 'list'],
  measure: ['petitionsReceived', 'inCompetence'],
  type: [
    'CLASSIFY',
    'CHECK_ELIGIBILITY',
    'CHECK_COMPETENCE',
    'PROPOSE_ACCEPTANCE',
    'HOLD',
    'CONCLUDE',
    'POST',
    'GUIDE',
    'WITHDRAW',
  ],
  eligible: [true],
  competent: [true],
};
const DAYS = ['2026-11-20', '2026-11-22', '2026-11-23', '2026-12-24', '2027-01-15', '2026-07-01', '2025-12-15'];
const WORDS = ['Theo hồ sơ', 'Khiếu nại Quyết định số 12/QĐ-UBND', 'Đất đai', '12/2026', 'x'];

function textOf(
  { format, enum: choices, minLength = 0, maxLength = 200, example }: FullSchema,
  ids: readonly string[],
): fc.Arbitrary<Json> {
  if (choices) return fc.constantFrom(...(choices as Json[]));
  if (format === 'uuid') return fc.constantFrom(...ids);
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (format === 'date-time') return fc.constantFrom(...DAYS.map((day) => `${day}T02:00:00.000Z`));
  const words = [...WORDS, ...(example === undefined ? [] : [example])].map((word) =>
    typeof word === 'string' ? word.slice(0, maxLength).padEnd(minLength, 'ă') : word,
  );
  return fc.constantFrom(...words);
}

/** Values that a schema lets through, as a person might send them. `ids`: of things that are there. */
export function fromSchema(schema: FullSchema, ids: readonly string[], name = '', depth = 0): fc.Arbitrary<Json> {
  const down = (inner: Schema, its = name) => fromSchema(inner, ids, its, depth + 1);
  if (schema.$ref) return down(schemaOf(schema.$ref.split('/').at(-1) ?? ''));
  if (schema.allOf)
    return fc.tuple(...schema.allOf.map((part) => down(part))).map((parts) => Object.assign({}, ...parts) as Json);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return fc.oneof(...choices.map((choice) => down(choice)));
  if (!schema.enum && schema.format === undefined && NAMED[name]) return fc.constantFrom(...NAMED[name]);
  const type = Array.isArray(schema.type) ? (schema.type as string[])[0] : schema.type;
  if (type === 'string') return textOf(schema, ids);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer' || type === 'number') {
    const min = schema.minimum ?? 1;
    return fc.integer({ min, max: Math.min(schema.maximum ?? min + 20, min + 20) });
  }
  if (type === 'array')
    return fc.array(down(schema.items ?? {}), {
      minLength: Math.min(2, schema.minItems ?? 0),
      maxLength: depth > 6 ? 2 : Math.max(2, Math.min(3, schema.maxItems ?? 3)),
    });
  if (schema.properties && depth < 9)
    return fc.record(
      Object.fromEntries(Object.entries(schema.properties).map(([its, inner]) => [its, down(inner, its)])),
      { requiredKeys: [...(schema.required ?? [])] },
    ) as fc.Arbitrary<Json>;
  return fc.constantFrom<Json>('x', 1, true, {}, { views: [] });
}
