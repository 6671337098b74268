import 'reflect-metadata';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, type ApiPropertyOptions } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { isLocalDate, isUuid } from '#libs/shared';
import { IsReadableText } from './text-rules.js';

/**
 * One decorator per field: what the API accepts, what OpenAPI says and what the person reads when it is wrong.
 * Messages are `CODE|sentence`; the sentence goes behind the field's label.
 */
interface FieldOptions {
  readonly label: string;
  readonly optional?: boolean;
  readonly example?: unknown;
  readonly help?: string;
}

/** Swagger takes a function for a late reference only when its name is `type`. */
const late = (of: () => new () => object): { type: () => new () => object } => ({ type: () => of() });

const LABEL = 'nghe-dan:label';
const labelled =
  (label: string): PropertyDecorator =>
  (target, key) =>
    Reflect.defineMetadata(LABEL, label, target, key);
/** The field's name as the form shows it. */
export const labelOf = (target: object, key: string): string | undefined =>
  Reflect.getMetadata(LABEL, target, key) as string | undefined;

const property = ({ label, optional, example, help }: FieldOptions, schema: ApiPropertyOptions): PropertyDecorator => {
  const options = {
    description: help ? `${label}. ${help}` : label,
    ...(example === undefined ? {} : { example }),
    ...schema,
  } as ApiPropertyOptions;
  return applyDecorators(
    labelled(label),
    ...(optional ? [ApiPropertyOptional(options), IsOptional()] : [ApiProperty(options)]),
  );
};
const MISSING = 'FIELD.MISSING|còn thiếu hoặc sai kiểu';

export interface TextOptions extends FieldOptions {
  readonly max: number;
  readonly min?: number;
  readonly multiline?: boolean;
  readonly pattern?: RegExp;
  readonly patternSays?: string;
}

export function Text(options: TextOptions): PropertyDecorator {
  const { max, min = options.optional ? 0 : 1, multiline = false, pattern, patternSays } = options;
  return applyDecorators(
    property(options, {
      type: String,
      maxLength: max,
      ...(min > 0 ? { minLength: min } : {}),
      ...(pattern ? { pattern: pattern.source } : {}),
    }),
    IsString({ message: `${MISSING}: phải là chữ` }),
    MinLength(min, {
      message: min === 1 ? 'FIELD.MISSING|không được để trống' : `TEXT.TOO_SHORT|phải có ít nhất ${min} ký tự`,
    }),
    MaxLength(max, { message: `TEXT.TOO_LONG|dài quá ${max} ký tự; hãy rút gọn` }),
    IsReadableText({ multiline }),
    ...(pattern ? [Matches(pattern, { message: `TEXT.PATTERN|${patternSays ?? 'sai định dạng'}` })] : []),
  );
}

export function Day(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    property({ example: '2026-07-01', ...options }, { type: String, format: 'date' }),
    ValidateBy({
      name: 'isDay',
      validator: {
        validate: isLocalDate,
        defaultMessage: () =>
          'DATE.INVALID|không phải là một ngày có thật; viết theo dạng NNNN-TT-NN, ví dụ 2026-07-01',
      },
    }),
  );
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;
const isInstant = (value: unknown): boolean =>
  typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value));

export function Instant(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    property({ example: '2026-11-22T09:30:00+07:00', ...options }, { type: String, format: 'date-time' }),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: isInstant,
        defaultMessage: () =>
          'INSTANT.INVALID|không phải là thời điểm có thật kèm múi giờ, ví dụ 2026-11-22T09:30:00+07:00',
      },
    }),
  );
}

export function Choice(
  options: FieldOptions & { values: readonly string[]; labels?: Readonly<Record<string, string>> },
): PropertyDecorator {
  const { values, labels } = options;
  const help = labels ? values.map((value) => `\`${value}\` ${labels[value] ?? ''}`.trim()).join(', ') : undefined;
  return applyDecorators(
    property({ ...(help ? { help } : {}), ...options }, { type: String, enum: [...values] }),
    IsIn([...values], {
      message: `CHOICE.UNKNOWN|phải là một trong: ${values.map((value) => labels?.[value] ?? value).join(', ')}`,
    }),
  );
}

export function Whole(options: FieldOptions & { min: number; max: number; fromText?: boolean }): PropertyDecorator {
  const { min, max, fromText } = options;
  return applyDecorators(
    property(options, { type: 'integer', minimum: min, maximum: max }),
    ...(fromText ? [Type(() => Number)] : []),
    IsInt({ message: 'NUMBER.NOT_WHOLE|phải là số nguyên' }),
    Min(min, { message: `NUMBER.TOO_SMALL|phải từ ${min} trở lên` }),
    Max(max, { message: `NUMBER.TOO_LARGE|không được quá ${max}` }),
  );
}

export function Flag(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    property(options, { type: Boolean }),
    IsBoolean({ message: 'FLAG.INVALID|chỉ nhận có (true) hoặc không (false)' }),
  );
}

export function Uuid(options: FieldOptions): PropertyDecorator {
  return applyDecorators(
    property(options, { type: String, format: 'uuid' }),
    ValidateBy({
      name: 'isId',
      validator: { validate: isUuid, defaultMessage: () => 'ID.INVALID|không phải là mã hồ sơ hợp lệ' },
    }),
  );
}

export function Many(
  options: FieldOptions & { of: () => new () => object; max: number; min?: number },
): PropertyDecorator {
  const { of, max, min = 0 } = options;
  return applyDecorators(
    property(options, { ...late(of), isArray: true, maxItems: max, minItems: min } as ApiPropertyOptions),
    IsArray({ message: 'LIST.INVALID|phải là một danh sách' }),
    ArrayMinSize(min, { message: `LIST.TOO_SHORT|phải có ít nhất ${min} mục` }),
    ArrayMaxSize(max, { message: `LIST.TOO_LONG|không được quá ${max} mục` }),
    IsObject({ each: true, message: 'LIST.MEMBER|mỗi mục phải là một nhóm trường' }),
    ValidateNested({ each: true }),
    Type(of),
  );
}

/** A field of an answer. Nothing is validated; `nullable` becomes a 3.1 type union when the document is built. */
export const Out = (description: string, options: Record<string, unknown> = {}): PropertyDecorator =>
  ApiProperty({ description, ...options } as ApiPropertyOptions);
const out =
  (schema: Record<string, unknown>) =>
  (description: string, options: Record<string, unknown> = {}): PropertyDecorator =>
    ApiProperty({ ...schema, description, ...options } as ApiPropertyOptions);
export const OutDay = out({ type: String, format: 'date' });
export const OutInstant = out({ type: String, format: 'date-time' });
export const OutId = out({ type: String, format: 'uuid' });
export const OutText = out({ type: String });
export const OutInt = out({ type: 'integer' });
export const OutTexts = out({ type: String, isArray: true });
export const OutChoice = (
  description: string,
  values: readonly string[],
  options: Record<string, unknown> = {},
): PropertyDecorator => ApiProperty({ description, enum: [...values], type: String, ...options } as ApiPropertyOptions);
export const OutMany = (description: string, of: () => new () => object): PropertyDecorator =>
  ApiProperty({ description, ...late(of), isArray: true } as ApiPropertyOptions);
export const OutOne = (
  description: string,
  of: () => new () => object,
  options: Record<string, unknown> = {},
): PropertyDecorator => ApiProperty({ description, ...late(of), ...options } as ApiPropertyOptions);
