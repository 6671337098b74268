import { PEOPLE_COLUMNS, type PeopleColumn, type PersonRow } from '#libs/access';
import { foldText, readWorkbook, WORKBOOK_LIMITS } from '#libs/intake';
import { AppError } from '#libs/shared';

export const MOST_PEOPLE = 300;
const HEADINGS = new Map(PEOPLE_COLUMNS.map(({ key, heading }) => [foldText(heading), key]));

/** Rows of the account sheet: the first visible sheet with all required headings, wherever they stand. @throws AppError 422. */
export async function readPeopleFile(bytes: Buffer): Promise<readonly PersonRow[]> {
  const sheets = await readWorkbook(bytes, { ...WORKBOOK_LIMITS, fileBytes: 5 * 1024 * 1024, rows: 5_000 });
  for (const sheet of sheets.filter(({ hidden }) => !hidden)) {
    const at = sheet.rows.findIndex(({ cells }) => missingIn(columnsOf(cells)).length === 0);
    const heading = sheet.rows[at];
    if (!heading) continue;
    const columns = columnsOf(heading.cells);
    return sheet.rows
      .slice(at + 1)
      .map(({ number, cells }) => {
        const found = [...columns].flatMap(([column, key]) => {
          const cell = cells.get(column);
          return cell ? [{ key, cell }] : [];
        });
        return {
          row: number,
          cells: Object.fromEntries(found.map(({ key, cell }) => [key, cell.text])),
          formulas: found.filter(({ cell }) => cell.formula).map(({ key }) => key),
        };
      })
      .filter(({ cells, formulas }) => formulas.length > 0 || Object.values(cells).some((text) => text.trim() !== ''));
  }
  const wanted = PEOPLE_COLUMNS.filter(({ required }) => required).map(({ heading }) => `“${heading}”`);
  throw new AppError({
    code: 'PEOPLE.NO_HEADINGS',
    status: 422,
    title: 'Không thấy dòng tiêu đề',
    detail: `Tệp phải có một dòng tiêu đề với các cột ${wanted.join(', ')}. Hãy dùng tệp mẫu.`,
  });
}

function columnsOf(cells: PersonCells): Map<number, PeopleColumn> {
  const columns = new Map<number, PeopleColumn>();
  for (const [column, { text }] of cells) {
    const key = HEADINGS.get(foldText(text));
    if (key && ![...columns.values()].includes(key)) columns.set(column, key);
  }
  return columns;
}
type PersonCells = ReadonlyMap<number, { readonly text: string }>;

const missingIn = (columns: ReadonlyMap<number, PeopleColumn>) =>
  PEOPLE_COLUMNS.filter(({ key, required }) => required && ![...columns.values()].includes(key));
