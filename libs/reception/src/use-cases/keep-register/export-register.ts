import { Workbook } from '@cj-tech-master/excelts';
import type { Actor } from '#libs/access';
import { escapeCell } from '#libs/intake';
import { formatDay } from '#libs/shared';
import type { ReceptionDependencies } from '../../dependencies.js';
import { readRegister, type RegisterLine, type RegisterPage, type RegisterQuery } from './read-register.js';

export interface ExportQuery extends Omit<RegisterQuery, 'cursor' | 'limit'> {
  readonly format: 'csv' | 'xlsx';
}

export interface ExportedRegister {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly fileName: string;
}

const PAGE = 200;
const MOST_LINES = 20_000;

/** Every line of the book of a period, as the reader may see it. */
export async function wholeRegister(
  deps: ReceptionDependencies,
  actor: Actor,
  query: Omit<RegisterQuery, 'cursor' | 'limit'>,
): Promise<{ readonly page: RegisterPage; readonly lines: readonly RegisterLine[] }> {
  let page = await readRegister(deps, actor, { ...query, limit: PAGE });
  const lines: RegisterLine[] = [...page.items];
  while (page.nextCursor !== null && lines.length < MOST_LINES) {
    page = await readRegister(deps, actor, { ...query, limit: PAGE, cursor: page.nextCursor });
    lines.push(...page.items);
  }
  return { page, lines };
}

/** The whole book of a period as a file: text that no spreadsheet will run. */
export async function exportRegister(
  deps: ReceptionDependencies,
  actor: Actor,
  query: ExportQuery,
): Promise<ExportedRegister> {
  const { format, ...asked } = query;
  const { page, lines } = await wholeRegister(deps, actor, asked);
  const fileName = `so-tiep-cong-dan-${page.agency.code}-${query.from}-${query.to}.${format}`;
  if (format === 'csv') return { bytes: csv(page, lines), mediaType: 'text/csv; charset=utf-8', fileName };
  return {
    bytes: await workbook(page, { lines, query }),
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    fileName,
  };
}

const quoted = (text: string): string => `"${escapeCell(text).replaceAll('"', '""')}"`;

/** With a byte order mark, without which Excel reads Vietnamese as Latin-1. */
function csv({ book }: RegisterPage, lines: readonly RegisterLine[]): Buffer {
  const rows = [book.columns.map(({ title }) => title), ...lines.map(({ cells }) => cells)];
  return Buffer.from(`\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`, 'utf8');
}

async function workbook(
  { agency, book }: RegisterPage,
  { lines, query }: { readonly lines: readonly RegisterLine[]; readonly query: ExportQuery },
): Promise<Buffer> {
  const file = new Workbook();
  const sheet = file.addWorksheet('Sổ tiếp công dân');
  sheet.addRow([agency.name]);
  sheet.addRow([`${book.title.toUpperCase()} (${book.form}), từ ${formatDay(query.from)} đến ${formatDay(query.to)}`]);
  sheet.addRow(book.columns.map(({ title }) => title));
  sheet.addRow(book.columns.map(({ no }) => `(${no})`));
  for (const { cells } of lines) sheet.addRow(cells.map(escapeCell));
  return Buffer.from((await file.xlsx.writeBuffer()) as Uint8Array);
}
