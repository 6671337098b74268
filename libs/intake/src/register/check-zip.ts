import { inflateRawSync } from 'node:zlib';
import { AppError } from '#libs/shared';

export interface WorkbookLimits {
  readonly fileBytes: number;
  readonly unpackedBytes: number;
  readonly entries: number;
  readonly rows: number;
  readonly columns: number;
}

export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  entries: 2_000,
  rows: 20_000,
  columns: 100,
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

/** Unpacks one entry with a ceiling: the size in the directory is a claim, not a fact. */
function unpackedSize(file: Buffer, entry: Entry, ceiling: number): number {
  if (file.readUInt32LE(entry.offset) !== LOCAL) throw broken();
  const start = entry.offset + 30 + file.readUInt16LE(entry.offset + 26) + file.readUInt16LE(entry.offset + 28);
  if (entry.method === 0) return entry.packed; // stored: no larger than the file itself
  if (entry.method !== 8) throw broken();
  return inflateRawSync(file.subarray(start, start + entry.packed), { maxOutputLength: Math.max(1, ceiling) }).length;
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
    entries.reduce((total, entry) => total + unpackedSize(file, entry, limits.unpackedBytes - total), 0);
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
