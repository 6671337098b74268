import type { Actor } from '#libs/access';
import { escapeCell } from '#libs/intake';
import type { ReceptionDependencies } from '../../dependencies.js';
import { readRegister, type RegisterLine, type RegisterPage, type RegisterQuery } from './read-register.js';

/** A book of a period, whole. */
export type WholeQuery = Omit<RegisterQuery, 'cursor' | 'limit'>;

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
  query: WholeQuery,
): Promise<{ readonly page: RegisterPage; readonly lines: readonly RegisterLine[] }> {
  let page = await readRegister(deps, actor, { ...query, limit: PAGE });
  const lines: RegisterLine[] = [...page.items];
  while (page.nextCursor !== null && lines.length < MOST_LINES) {
    page = await readRegister(deps, actor, { ...query, limit: PAGE, cursor: page.nextCursor });
    lines.push(...page.items);
  }
  return { page, lines };
}

/** The whole book of a period as a text file that no spreadsheet will run. */
export async function exportRegister(
  deps: ReceptionDependencies,
  actor: Actor,
  query: WholeQuery,
): Promise<ExportedRegister> {
  const { page, lines } = await wholeRegister(deps, actor, query);
  const fileName = `so-tiep-cong-dan-${page.agency.code}-${query.from}-${query.to}.csv`;
  return { bytes: csv(page, lines), mediaType: 'text/csv; charset=utf-8', fileName };
}

const quoted = (text: string): string => `"${escapeCell(text).replaceAll('"', '""')}"`;

/** With a byte order mark, without which Excel reads Vietnamese as Latin-1. */
function csv({ book }: RegisterPage, lines: readonly RegisterLine[]): Buffer {
  const rows = [book.columns.map(({ title }) => title), ...lines.map(({ cells }) => cells)];
  return Buffer.from(`\ufeff${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`, 'utf8');
}
