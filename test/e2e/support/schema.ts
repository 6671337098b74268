import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly format?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly minimum?: number;
  readonly maximum?: number;
}
export interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: Schema }>> }>
  >;
  readonly security?: readonly unknown[];
}
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export const document = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../apps/api/openapi.json'), 'utf8'),
) as Document;

export const schemaOf = (name: string): Schema => {
  const found = document.components.schemas[name];
  if (!found) throw new Error(`No schema ${name}`);
  return found;
};

/** What differs between an answer and its schema. Stricter than JSON Schema: a property that nobody described is a fault too. */
export function faults(schema: Schema, value: unknown, at = ''): string[] {
  if (schema.$ref) return faults(schemaOf(schema.$ref.split('/').at(-1) ?? ''), value, at);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const all = choices.map((choice) => faults(choice, value, at));
    return all.some((found) => found.length === 0) ? [] : (all.toSorted((a, b) => a.length - b.length)[0] ?? []);
  }
  if (schema.allOf) return schema.allOf.flatMap((part) => faults(part, value, at));
  return [
    ...typeFaults(schema, value, at),
    ...(schema.enum && !schema.enum.includes(value)
      ? [`${at}: ${JSON.stringify(value)} is none of ${JSON.stringify(schema.enum)}`]
      : []),
    ...insideFaults(schema, value, at),
  ];
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
};

function typeFaults({ type, format }: Schema, value: unknown, at: string): string[] {
  if (type === undefined) return [];
  const types = typeof type === 'string' ? [type] : type;
  const is = (name: string): boolean => {
    if (name === 'null') return value === null;
    if (name === 'array') return Array.isArray(value);
    if (name === 'integer') return Number.isInteger(value);
    if (name === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
    return typeof value === name;
  };
  if (!types.some(is)) return [`${at}: ${JSON.stringify(value)?.slice(0, 60)} is no ${types.join('|')}`];
  const pattern = format === undefined || typeof value !== 'string' ? undefined : FORMATS[format];
  return pattern && !pattern.test(value as string) ? [`${at}: ${JSON.stringify(value)} is no ${format}`] : [];
}

function insideFaults(schema: Schema, value: unknown, at: string): string[] {
  if (Array.isArray(value))
    return schema.items ? value.flatMap((item, index) => faults(schema.items!, item, `${at}/${index}`)) : [];
  if (typeof value !== 'object' || value === null || !schema.properties) return [];
  const given = value as Record<string, unknown>;
  const missing = (schema.required ?? []).filter((name) => !(name in given)).map((name) => `${at}/${name} is missing`);
  const inside = Object.entries(given).flatMap(([name, member]) => {
    const known = schema.properties?.[name];
    if (known) return faults(known, member, `${at}/${name}`);
    return schema.additionalProperties ? [] : [`${at}/${name} is not described`];
  });
  return [...missing, ...inside];
}
