import { printSheet } from '#libs/documents';
import { reportForm } from './catalogue.js';
import { assertIdentities } from './counted-form.js';
import type { ReportForm } from './form.js';
import { printCsv } from './print-csv.js';
import { printJson } from './print-json.js';
import { printXlsx } from './print-xlsx.js';
import { fileWord, type PrintedForm } from './printed.js';
import { sheetOf } from './sheet-of-form.js';

export const FORM_FORMATS = ['xlsx', 'pdf', 'csv', 'json'] as const;
export type FormFormat = (typeof FORM_FORMATS)[number];

const PRINTERS: Readonly<Record<FormFormat, (printed: PrintedForm) => Buffer | Promise<Buffer>>> = {
  xlsx: printXlsx,
  pdf: (printed) => printSheet(sheetOf(printed)),
  csv: printCsv,
  json: printJson,
};

/** @throws AppError 409 where an identity that must hold is broken: such a form leaves the house nowhere. */
export async function exportForm(printed: PrintedForm, format: FormFormat): Promise<Buffer> {
  assertIdentities(printed);
  return PRINTERS[format](printed);
}

/** 01-XLD; of a version that was added with its id, because two versions have one code and a code may be any text. */
export const formFileStem = ({ id, code }: Pick<ReportForm, 'id' | 'code'>): string =>
  reportForm(id) ? fileWord(code) : `${fileWord(code)}-${id}`;
/** 01-XLD-2025-12-15-2026-12-14.xlsx */
export const formFileName = ({ form, period }: PrintedForm, format: FormFormat): string =>
  `${formFileStem(form)}-${period.from}-${period.to}.${format}`;
