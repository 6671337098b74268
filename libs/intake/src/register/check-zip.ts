import { inflateRawSync } from 'node:zlib';
import { AppError } from '#libs/shared';

export interface WorkbookLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
  /** Rows and cells of all sheets together, empty ones too: each takes its kilobyte once it is read. */
  readonly rowTags: number;
  readonly cellTags: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  entries: 2_000,
  rows: 20_000,
  columns: 100,
  rowTags: 60_000,
  cellTags: 500_000,
};

const MB = 1024 * 1024;
export const refuseFile = (code: string, detail: string, cause?: unknown): AppError =>
  new AppError({ code, status: 422, title: 'Không đọc được tệp Excel', detail, cause });

const broken = (cause?: unknown): AppError =>
  refuseFile(
    'IMPORT.FILE_BROKEN',
    'Tệp bị hỏng hoặc chưa tải lên hết; hãy mở bằng Excel, lưu lại dạng .xlsx rồi thử lại.',
    cause,
  );

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const OPENING = 0x3c;

function endOfDirectory(file: Buffer): number {
  for (let at = file.length - 22; at >= Math.max(0, file.length - 65_557); at--)
    if (file.readUInt32LE(at) === END) return at;
  throw broken();
}

interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

function readEntries(file: Buffer, limits: WorkbookLimits): Entry[] {
  const end = endOfDirectory(file);
  const count = file.readUInt16LE(end + 10);
  if (count > limits.entries) throw refuseFile('IMPORT.FILE_TOO_LARGE', `Tệp có quá nhiều phần bên trong (${count}).`);
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i++) {
    if (file.readUInt32LE(at) !== CENTRAL) throw broken();
    const nameLength = file.readUInt16LE(at + 28);
    entries.push({
      name: file.toString('utf8', at + 46, at + 46 + nameLength),
      method: file.readUInt16LE(at + 10),
      packed: file.readUInt32LE(at + 20),
      unpacked: file.readUInt32LE(at + 24),
      offset: file.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** One entry, unpacked with a ceiling: the size in the directory is a claim, not a fact. */
function unpack(file: Buffer, entry: Entry, ceiling: number): Buffer {
  if (file.readUInt32LE(entry.offset) !== LOCAL) throw broken();
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  const packed = file.subarray(start, start + entry.packed);
  if (entry.method === 0) return packed; // stored: no larger than the file itself
  if (entry.method !== 8) throw broken();
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, ceiling) });
}

/** `<row …`, `<x:c>`: how often a name opens in the XML, whatever its prefix. */
function opened(xml: Buffer): { rows: number; cells: number } {
  let [rows, cells] = [0, 0];
  for (let at = xml.indexOf(OPENING); at !== -1; at = xml.indexOf(OPENING, at + 1)) {
    const name = /^(?:[\w.-]{1,20}:)?(row|c)[\s/>]/.exec(xml.toString('latin1', at + 1, at + 28))?.[1];
    if (name === 'row') rows += 1;
    else if (name === 'c') cells += 1;
  }
  return { rows, cells };
}

/** A small file may hold more rows than the machine has memory for. */
function checkSheets(parts: Iterable<readonly [Entry, Buffer]>, limits: WorkbookLimits): void {
  let [rows, cells] = [0, 0];
  for (const [{ name }, bytes] of parts) {
    if (!name.startsWith('xl/worksheets/')) continue;
    const found = opened(bytes);
    rows += found.rows;
    cells += found.cells;
    if (rows > limits.rowTags || cells > limits.cellTags)
      throw refuseFile(
        'IMPORT.TOO_MANY_ROWS',
        `Tệp có hơn ${limits.rowTags} dòng hoặc ${limits.cellTags} ô, kể cả dòng, ô trống; hãy xóa dòng trống thừa hoặc tách thành nhiều tệp.`,
      );
  }
}

function* unpackAll(
  file: Buffer,
  entries: readonly Entry[],
  limits: WorkbookLimits,
): Generator<readonly [Entry, Buffer]> {
  let left = limits.unpackedBytes;
  for (const entry of entries) {
    const bytes = unpack(file, entry, left);
    left -= bytes.length;
    yield [entry, bytes];
  }
}

/**
 * Refuses what is not a workbook, is broken, or would unpack to more than the machine should hold (a zip bomb), before
 * any XML is parsed. @throws AppError with a Vietnamese reason.
 */
export function checkWorkbookFile(file: Buffer, limits: WorkbookLimits = WORKBOOK_LIMITS): void {
  if (file.length === 0) throw refuseFile('IMPORT.FILE_EMPTY', 'Tệp rỗng.');
  if (file.length > limits.fileBytes)
    throw refuseFile('IMPORT.FILE_TOO_LARGE', `Tệp lớn quá ${Math.round(limits.fileBytes / MB)} MB.`);
  if (file.subarray(0, 4).toString('hex') === 'd0cf11e0')
    throw refuseFile(
      'IMPORT.FILE_OLD_OR_LOCKED',
      'Tệp là Excel kiểu cũ (.xls) hoặc có đặt mật khẩu; hãy bỏ mật khẩu và lưu lại dạng .xlsx.',
    );
  if (file.subarray(0, 2).toString('latin1') !== 'PK')
    throw refuseFile('IMPORT.NOT_EXCEL', 'Tệp không phải Excel (.xlsx), dù tên tệp có thể ghi như vậy.');
  let entries: Entry[];
  try {
    entries = readEntries(file, limits);
    checkSheets(unpackAll(file, entries, limits), limits);
  } catch (error) {
    if (error instanceof AppError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
      throw refuseFile(
        'IMPORT.FILE_TOO_LARGE',
        `Tệp giải nén ra lớn quá ${Math.round(limits.unpackedBytes / MB)} MB nên không được nhận.`,
      );
    throw broken(error);
  }
  if (!entries.some((entry) => entry.name === 'xl/workbook.xml'))
    throw refuseFile('IMPORT.NOT_EXCEL', 'Tệp nén này không phải bảng tính Excel (.xlsx).');
}
