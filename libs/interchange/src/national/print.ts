import { Workbook } from '@cj-tech-master/excelts';
import {
  FIELD_GROUPS,
  type FieldGroup,
  MAPPING_NOTICE,
  MAPPING_VERSION,
  NATIONAL_FIELDS,
  type NationalField,
} from './fields.js';
import type { NationalRecord, NationalValue } from './record.js';

export const EXPORT_FORMATS = ['json', 'csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The records in one of three formats, all by the same mapping. */
export async function printRecords(records: readonly NationalRecord[], format: ExportFormat): Promise<Buffer> {
  if (format === 'json') return printJson(records);
  return format === 'csv' ? printCsv(records) : printXlsx(records);
}

const fieldsOf = (group: FieldGroup): NationalField[] =>
  NATIONAL_FIELDS.filter((field) => field.group === 'common' || field.group === group);
const groupsIn = (records: readonly NationalRecord[]): FieldGroup[] =>
  (Object.keys(FIELD_GROUPS) as FieldGroup[]).filter((group) => records.some((record) => record.group === group));

export function printJson(records: readonly NationalRecord[]): Buffer {
  const items = records.map(({ kind, id, group, values, hash }) => ({ kind, id, group, hash, values }));
  const fields = NATIONAL_FIELDS.map(({ id, group, label, article, mark }) => ({
    ...{ id, group, label, article, mark, markWords: MARK_WORDS[mark] },
  }));
  const file = { mapping: MAPPING_VERSION, notice: MAPPING_NOTICE, fields, records: items };
  return Buffer.from(`${JSON.stringify(file, null, 1)}\n`, 'utf8');
}

const textOf = (value: NationalValue | undefined): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'boolean' ? (value ? 'Có' : 'Không') : String(value);
};
const cell = (text: string): string =>
  // A spreadsheet runs what begins like a formula.
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;

/** One line a value, so that records of every part fit one file; with a byte order mark, without which Excel misreads Vietnamese. */
function printCsv(records: readonly NationalRecord[]): Buffer {
  const lines = [
    ['Phần', 'Mã bản ghi', 'Mã trường', 'Trường', 'Giá trị', 'Căn cứ', 'Đối chiếu'],
    ...records.flatMap(({ group, id, values }) =>
      fieldsOf(group).map((field) => [
        ...[FIELD_GROUPS[group], id, field.id, field.label],
        ...[textOf(values[field.id]), field.article, MARK_WORDS[field.mark]],
      ]),
    ),
  ];
  return Buffer.from(`\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`, 'utf8');
}

/** A sheet for each part of Đ.6, and one that says where each field comes from. */
async function printXlsx(records: readonly NationalRecord[]): Promise<Buffer> {
  const file = new Workbook();
  file.title = 'Dữ liệu cập nhật Cơ sở dữ liệu quốc gia';
  for (const group of groupsIn(records)) {
    const fields = fieldsOf(group);
    const sheet = file.addWorksheet(FIELD_GROUPS[group].slice(0, 31), {
      views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }],
    });
    const head = sheet.addRow(
      fields.map(({ label, mark }) => (mark === 'unconfirmed' ? `${label} (chưa đối chiếu)` : label)),
    );
    head.font = { bold: true };
    head.alignment = { wrapText: true, vertical: 'top' };
    for (const { group: part, values } of records)
      if (part === group) sheet.addRow(fields.map(({ id }) => typed(values[id])));
    fields.forEach(({ taken }, at) => (sheet.getColumn(at + 1).width = isOurId(taken) ? 38 : 22));
  }
  const mapping = file.addWorksheet('Bảng trường');
  mapping.addRow([MAPPING_NOTICE]);
  mapping.mergeCells('A1:E1');
  mapping.getRow(1).height = 48;
  mapping.getCell('A1').alignment = { wrapText: true, vertical: 'top' };
  mapping.addRow(['Phần', 'Trường', 'Nguồn trong phần mềm', 'Căn cứ', 'Đối chiếu']).font = { bold: true };
  for (const { group, label, source, article, mark } of NATIONAL_FIELDS)
    mapping.addRow([FIELD_GROUPS[group], label, source, article, MARK_WORDS[mark]]);
  for (let column = 1; column <= 5; column++) mapping.getColumn(column).width = 32;
  return Buffer.from((await file.xlsx.writeBuffer()) as Uint8Array);
}
const isOurId = (taken: NationalField['taken']): boolean => 'column' in taken && taken.column === 'id';

/** Numbers stay numbers; everything else is text, so that no identifier is reckoned with. */
const typed = (value: NationalValue | undefined): string | number =>
  typeof value === 'number' ? value : textOf(value);

export const MARK_WORDS = {
  confirmed: 'Đã đối chiếu',
  unconfirmed: 'Chưa đối chiếu văn bản gốc',
  own: 'Của phần mềm',
} as const;
