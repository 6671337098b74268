import { readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { isLocalDate, type LocalDate } from '#libs/shared';
import { UsageError } from './exit-code.js';

/** @throws UsageError */
export function dayOption(name: string, text: string): LocalDate {
  if (!isLocalDate(text))
    throw new UsageError(`${name}: ngày không hợp lệ ${JSON.stringify(text)}, cần dạng NNNN-TT-NN`);
  return text;
}

export interface WholeNumberRange {
  readonly min: number;
  readonly max: number;
}

/** @throws UsageError */
export function wholeNumberOption(name: string, text: string, range: WholeNumberRange): number {
  const value = /^-?\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= range.min && value <= range.max))
    throw new UsageError(`${name}: cần số nguyên từ ${range.min} đến ${range.max}, nhận được ${JSON.stringify(text)}`);
  return value;
}

/** @throws UsageError */
export function choiceOption<T extends string>(name: string, text: string, choices: readonly T[]): T {
  const chosen = choices.find((choice) => choice === text);
  if (chosen === undefined)
    throw new UsageError(`${name}: chọn một trong ${choices.join(', ')}, nhận được ${JSON.stringify(text)}`);
  return chosen;
}

/** A path as the person typed it: npm moves to the package's folder and leaves theirs in INIT_CWD. */
export const inputPath = (path: string): string =>
  isAbsolute(path) ? path : join(process.env['INIT_CWD'] ?? process.cwd(), path);

/** @throws UsageError when the file cannot be read. */
export function readInputFile(name: string, path: string): string {
  try {
    return readFileSync(inputPath(path), 'utf8').replace(/^\uFEFF/, '');
  } catch {
    throw new UsageError(`${name}: không đọc được tệp ${path}`);
  }
}

/** @throws UsageError when the file cannot be read or is not JSON. */
export function readJsonFile(name: string, path: string): unknown {
  const text = readInputFile(name, path);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new UsageError(`${name}: tệp ${path} không phải JSON`);
  }
}
