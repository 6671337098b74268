import { Workbook, type Cell, type Worksheet } from '@cj-tech-master/excelts';
import { isLocalDate, type LocalDate } from '#libs/shared';
import { looksLikeFormula } from '../text/escape-cell.js';
import { decodeLegacy, UnicodeWords, type DecodedText } from '../text/legacy-encoding.js';
import { checkWorkbookFile, refuseFile, WORKBOOK_LIMITS, type WorkbookLimits } from './check-zip.js';
import type { DateCell } from './read-date.js';
import type { Sheet, SheetCell, SheetRow } from './sheet.js';

interface Run {
  readonly text: string;
  readonly font?: { readonly name?: string };
}

interface Typing {
  readonly font: string | undefined;
  readonly words: UnicodeWords;
}

/** Rich text keeps a font per run, so each run is decoded on its own. */
function decodeRuns(runs: readonly Run[], { font, words }: Typing): DecodedText {
  const parts = runs.map((run) => decodeLegacy(run.text, run.font?.name ?? font, words));
  return {
    text: parts.map((part) => part.text).join(''),
    encoding: parts.find((part) => part.encoding)?.encoding ?? null,
  };
}

function dateCell(date: Date): DateCell {
  const time = date.getTime();
  if (Number.isNaN(time)) return null;
  const day = date.toISOString().slice(0, 10);
  return isLocalDate(day) ? { kind: 'date', day: day as LocalDate } : null;
}

const dayText = (value: DateCell): string => (value?.kind === 'date' ? value.day : '');

type Bare = Omit<SheetCell, 'mergedCopy'>;
const plain = (text: string, value: DateCell, formula = false): Bare => ({ text, value, encoding: null, formula });

function readValue(value: unknown, typing: Typing): Bare | null {
  if (value === null || value === undefined || value === '') return null;
  if (value instanceof Date) return plain(dayText(dateCell(value)), dateCell(value));
  if (typeof value === 'number')
    return plain(Number.isInteger(value) ? value.toFixed(0) : String(value), { kind: 'number', value });
  if (typeof value === 'boolean') return plain(value ? 'có' : 'không', null);
  if (typeof value === 'string') return fromDecoded(decodeLegacy(value, typing.font, typing.words));
  return typeof value === 'object' ? readObject(value as Readonly<Record<string, unknown>>, typing) : null;
}

const fromDecoded = ({ text, encoding }: DecodedText): Bare => ({
  text,
  value: { kind: 'text', value: text },
  encoding,
  formula: looksLikeFormula(text),
});

function readObject(value: Readonly<Record<string, unknown>>, typing: Typing): Bare | null {
  if (Array.isArray(value['richText'])) return fromDecoded(decodeRuns(value['richText'] as Run[], typing));
  if ('hyperlink' in value) return readValue(value['text'], typing);
  if ('formula' in value || 'sharedFormula' in value) {
    const result = readValue(value['result'], typing) ?? plain('', null);
    return { ...result, formula: true };
  }
  return 'error' in value ? plain('', null) : null;
}

function readCell(cell: Cell, words: UnicodeWords): SheetCell | null {
  const master = cell.isMerged && cell.master.address !== cell.address;
  const source = master ? cell.master : cell;
  const bare = readValue(source.value, { font: source.font?.name, words });
  return bare === null || (bare.text.trim() === '' && !bare.formula) ? null : { ...bare, mergedCopy: master };
}

/** Files counting days from 1904 (old Mac) hold serials four years and a day short. */
const SHIFT_1904 = 1462;

interface ReadOptions {
  readonly serialShift: number;
  readonly limits: WorkbookLimits;
  readonly words: UnicodeWords;
}

function learnWords(sheets: readonly Worksheet[]): UnicodeWords {
  const words = new UnicodeWords();
  for (const sheet of sheets)
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string') words.learn(cell.value, cell.font?.name);
      }),
    );
  return words;
}

function readSheet(sheet: Worksheet, { serialShift, limits, words }: ReadOptions): Sheet {
  const rows: SheetRow[] = [];
  sheet.eachRow((row, number) => {
    const cells = new Map<number, SheetCell>();
    row.eachCell((cell, column) => {
      if (column > limits.columns) return;
      const read = readCell(cell, words);
      if (read) cells.set(column, read);
    });
    if (cells.size > 0) rows.push({ number, cells });
  });
  if (rows.length > limits.rows)
    throw refuseFile(
      'IMPORT.TOO_MANY_ROWS',
      `Trang “${sheet.name}” có ${rows.length} dòng, nhiều hơn mức ${limits.rows}; hãy tách thành nhiều tệp.`,
    );
  return { name: sheet.name, hidden: sheet.state !== 'visible', rows, serialShift };
}

/** All sheets of an .xlsx, decoded. @throws AppError in Vietnamese for a broken, renamed or oversized file. */
export async function readWorkbook(file: Buffer, limits: WorkbookLimits = WORKBOOK_LIMITS): Promise<readonly Sheet[]> {
  checkWorkbookFile(file, limits);
  const workbook = new Workbook();
  try {
    await workbook.xlsx.load(file as never);
  } catch (cause) {
    throw refuseFile(
      'IMPORT.FILE_BROKEN',
      'Tệp Excel bị hỏng bên trong; hãy mở bằng Excel, lưu lại dạng .xlsx rồi thử lại.',
      cause,
    );
  }
  const serialShift = workbook.properties.date1904 ? SHIFT_1904 : 0;
  const words = learnWords(workbook.worksheets);
  return workbook.worksheets.map((sheet) => readSheet(sheet, { serialShift, limits, words }));
}
