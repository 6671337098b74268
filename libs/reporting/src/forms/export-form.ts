import { printSheet } from '#libs/documents';
import { assertIdentities } from './counted-form.js';
import { printCsv } from './print-csv.js';
import { printJson } from './print-json.js';
import { printXlsx } from './print-xlsx.js';
import type { PrintedForm } from './printed.js';
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

/** 01-XLD-2025-12-15-2026-12-14.xlsx */
export const formFileName = ({ form, period }: PrintedForm, format: FormFormat): string =>
  `${form.code.replace('/', '-')}-${period.from}-${period.to}.${format}`;
