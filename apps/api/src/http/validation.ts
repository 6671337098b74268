import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate, type ValidationError } from 'class-validator';
import { AppError, type FieldError } from '#libs/shared';
import { labelOf } from './fields.js';

const PLAIN: readonly unknown[] = [String, Number, Boolean, Array, Object, undefined];
const MAX_DEPTH = 8;

/** Checks bodies and queries against their DTO; every fault names the field, what is wrong with it and what to do. */
@Injectable()
export class DtoPipe implements PipeTransform {
  async transform(value: unknown, { type, metatype }: ArgumentMetadata): Promise<unknown> {
    if ((type !== 'body' && type !== 'query') || PLAIN.includes(metatype) || !metatype) return value;
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw invalid([{ pointer: '', code: 'BODY.INVALID', message: 'Thân yêu cầu phải là một đối tượng JSON.' }]);
    if (tooDeep(value, MAX_DEPTH))
      throw invalid([{ pointer: '', code: 'BODY.TOO_DEEP', message: 'Dữ liệu lồng nhau quá nhiều lớp.' }]);
    const dto = plainToInstance(metatype as new () => object, value);
    const errors = await validate(dto, {
      whitelist: true,
      forbidNonWhitelisted: true,
      stopAtFirstError: true,
      forbidUnknownValues: true,
    });
    if (errors.length > 0) throw invalid(errors.flatMap((error) => fieldErrors(error, '')));
    return dto;
  }
}

const invalid = (errors: readonly FieldError[]): AppError =>
  new AppError({
    code: 'HTTP.INVALID',
    status: 422,
    title: 'Dữ liệu gửi lên chưa đúng',
    detail: 'Hãy sửa các trường được nêu rồi gửi lại.',
    errors,
  });

function tooDeep(value: object, left: number): boolean {
  if (left === 0) return true;
  for (const member of Object.values(value) as unknown[])
    if (typeof member === 'object' && member !== null && tooDeep(member, left - 1)) return true;
  return false;
}

const escapePointer = (part: string): string => part.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');

function fieldErrors(error: ValidationError, parent: string): FieldError[] {
  const pointer = `${parent}/${escapePointer(error.property)}`;
  const below = error.children?.flatMap((child) => fieldErrors(child, pointer)) ?? [];
  if (!error.constraints) return below;
  const label = (error.target && labelOf(error.target, error.property)) ?? 'Trường này';
  return [
    ...Object.entries(error.constraints).map(([kind, message]) => said(pointer, kind, { label, message })),
    ...below,
  ];
}

function said(pointer: string, kind: string, { label, message }: { label: string; message: string }): FieldError {
  if (kind === 'whitelistValidation')
    return { pointer, code: 'FIELD.UNKNOWN', message: 'Không có trường này; hãy bỏ đi rồi gửi lại.' };
  const [code, sentence] = message.split('|');
  // nestedValidation and the like speak English: the pointer says where.
  if (code === undefined || sentence === undefined)
    return { pointer, code: 'FIELD.INVALID', message: `${label} không đúng dạng; hãy xem lại.` };
  return { pointer, code, message: `${label} ${sentence}.` };
}
