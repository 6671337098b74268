import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { AppError, localDate } from '#libs/shared';
import { dryRunReport } from './dry-run-report.js';
import { readRegister } from './read-register.js';
import { readWorkbook } from './read-workbook.js';
import { WORKBOOK_LIMITS } from './check-zip.js';

const TODAY = localDate('2026-11-22');
const bytes = async (workbook: Workbook): Promise<Buffer> =>
  Buffer.from((await workbook.xlsx.writeBuffer()) as Uint8Array);
const codeOf = async (file: Buffer, limits = WORKBOOK_LIMITS): Promise<string> => {
  try {
    readRegister(await readWorkbook(file, limits), TODAY);
    return 'read';
  } catch (error) {
    expect(error).toBeInstanceOf(AppError);
    expect((error as AppError).status).toBe(422);
    return (error as AppError).code;
  }
};

/** A zip of one deflated entry, whose directory may lie about the unpacked size. */
function zipOf(name: string, content: Buffer, claimed = content.length): Buffer {
  const packed = deflateRawSync(content);
  const head = (signature: number, size: number): Buffer => {
    const buffer = Buffer.alloc(size);
    buffer.writeUInt32LE(signature, 0);
    return buffer;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(claimed, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe('registers of other shapes', () => {
  it('finds a header under a title block, over two rows, with other words, on several sheets', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Quý I');
    sheet.mergeCells('A1:G1');
    sheet.getCell('A1').value = 'SỔ THEO DÕI ĐƠN THƯ';
    sheet.getCell('A3').value = 'Ghi chú: nội dung ghi tóm tắt';
    sheet.mergeCells('C6:E6');
    sheet.getCell('C6').value = 'Người gửi đơn';
    for (const [at, value] of Object.entries({
      A6: 'TT',
      B6: 'Ngày, tháng, năm',
      C7: 'Họ tên',
      D7: 'CMND/CCCD',
      E7: 'Nơi ở',
      F6: 'Loại đơn thư',
      F7: 'Loại',
      G6: 'Trích yếu',
    }))
      sheet.getCell(at).value = value;
    sheet.addRow(['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)']);
    sheet.addRow(['Tháng 1']);
    sheet.addRow([
      1,
      '05.01.2026',
      'Nguyễn Văn An',
      '038192136437',
      'thôn 1, xã Tân Thành',
      'KN',
      'Khiếu nại quyết định số 12/QĐ-UBND',
    ]);
    sheet.addRow([2]);
    sheet.addRow([3, null, 'Lê Thị Bình', null, null, 'Tố giác', 'Tố cáo trưởng thôn']);
    sheet.addRow(['Tổng cộng', 3]);
    const second = workbook.addWorksheet('Quý II');
    second.addRow(['Ngày nhận', 'Họ và tên', 'Loại đơn', 'Nội dung']);
    second.addRow([new Date('2026-04-05T00:00:00Z'), 'Trần Thị Cúc', 'Kiến nghị', 'Kiến nghị sửa cầu']);
    workbook.addWorksheet('Danh mục').addRow(['KN', 'Khiếu nại']);
    const hidden = workbook.addWorksheet('Cũ', { state: 'hidden' });
    hidden.addRow(['Ngày nhận', 'Họ và tên', 'Nội dung']);
    hidden.addRow(['01/01/2020', 'Người Ẩn', 'Việc cũ']);
    const reading = readRegister(await readWorkbook(await bytes(workbook)), TODAY);
    expect(reading.rows.map((row) => [row.sheet, row.row, row.name, row.receivedOn, row.type, row.personalId])).toEqual(
      [
        ['Quý I', 10, 'Nguyễn Văn An', '2026-01-05', 'complaint', '038192136437'],
        ['Quý I', 12, 'Lê Thị Bình', null, 'denunciation', null],
        ['Quý II', 2, 'Trần Thị Cúc', '2026-04-05', 'feedback', null],
      ],
    );
    expect(reading.skipped.map((row) => [row.row, row.why])).toEqual([
      [8, 'columnNumbers'],
      [9, 'groupTitle'],
      [13, 'total'],
    ]);
    expect(reading.otherSheets).toEqual(['Danh mục', 'Cũ']);
    expect(dryRunReport(reading, { sealedOk: false }).petitions.map((p) => [p.sheet, p.row])).toEqual([
      ['Quý I', 10],
      ['Quý II', 2],
    ]);
  });

  it('decodes rich text run by run and takes the value of a formula with a warning', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Sổ');
    sheet.addRow(['Ngày nhận', 'Họ tên, địa chỉ người gửi đơn', 'Loại đơn', 'Nội dung', 'Số CCCD']);
    const row = sheet.addRow([
      46055,
      null,
      'KNPA',
      { formula: 'CONCATENATE("a","b")', result: 'Phản ánh rác thải' },
      '12345',
    ]);
    row.getCell(2).value = {
      richText: [
        { font: { name: '.VnTime' }, text: 'NguyÔn ThÞ H­êng' },
        { font: { name: 'VNI-Times' }, text: ', xaõ Taân Thaønh' },
      ],
    };
    const [read] = readRegister(await readWorkbook(await bytes(workbook)), TODAY).rows;
    expect(read).toMatchObject({
      name: 'Nguyễn Thị Hường',
      address: 'xã Tân Thành',
      receivedOn: '2026-02-02',
      content: 'Phản ánh rác thải',
      encoding: 'TCVN3',
    });
    expect(read?.faults.map((f) => [f.field, f.code, f.severity])).toEqual([
      ['content', 'IMPORT.FORMULA_TEXT', 'warning'],
      ['personalId', 'IMPORT.ID_LENGTH', 'error'],
    ]);
  });

  it('lists dangerous and contradictory rows as errors instead of dropping them', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Sổ');
    sheet.addRow(['Ngày nhận', 'Họ và tên', 'Loại đơn', 'Nội dung', 'Ngày thụ lý']);
    sheet.addRow(['05/01/2026', 'Nguyễn \u202eVăn An', 'KN', 'Khiếu nại quyết định', '01/01/2026']);
    sheet.addRow(['05/01/2026', 'Lê Văn Bình', 'KN', 'Tố cáo ông chủ tịch xã', '']);
    sheet.addRow(['05/01/2026', 'Lê Văn Cao', 'Hỏi', 'Đề nghị xem xét', '']);
    const reading = readRegister(await readWorkbook(await bytes(workbook)), TODAY);
    expect(reading.rows.map((row) => row.faults.map((f) => f.code))).toEqual([
      ['IMPORT.TEXT_DIRECTION_MARK', 'IMPORT.ACCEPTED_BEFORE_RECEIVED'],
      ['IMPORT.TYPE_CONTENT_CONFLICT'],
      ['IMPORT.TYPE_UNKNOWN'],
    ]);
    expect(JSON.stringify(dryRunReport(reading, { sealedOk: false }))).not.toContain('Bình');
  });
});

describe('files that are no register', () => {
  it('are refused with a Vietnamese reason', async () => {
    const empty = new Workbook();
    empty.addWorksheet('Trang 1').addRow(['xin chào']);
    expect(await codeOf(Buffer.alloc(0))).toBe('IMPORT.FILE_EMPTY');
    expect(await codeOf(Buffer.from('MZ\u0090 chương trình'))).toBe('IMPORT.NOT_EXCEL');
    expect(await codeOf(Buffer.from('d0cf11e0a1b11ae1', 'hex'))).toBe('IMPORT.FILE_OLD_OR_LOCKED');
    expect(await codeOf(Buffer.from('PK\u0003\u0004 không phải zip'))).toBe('IMPORT.FILE_BROKEN');
    expect(await codeOf(zipOf('word/document.xml', Buffer.from('<w/>')))).toBe('IMPORT.NOT_EXCEL');
    expect(await codeOf(zipOf('xl/workbook.xml', Buffer.from('<không đóng')))).toMatch(
      /^IMPORT\.(FILE_BROKEN|NO_HEADER)$/,
    );
    expect(await codeOf(await bytes(empty))).toBe('IMPORT.NO_HEADER');
  });

  it('are refused when cut short at any place', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('Sổ').addRow(['Ngày nhận', 'Họ và tên', 'Nội dung']);
    const whole = await bytes(workbook);
    for (const part of [0.1, 0.5, 0.9, 0.99])
      expect(await codeOf(whole.subarray(0, Math.floor(whole.length * part)))).toBe('IMPORT.FILE_BROKEN');
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, 60, 200);
    expect(await codeOf(damaged)).toBe('IMPORT.FILE_BROKEN');
  });

  it('are refused before they unpack when they are bombs, whatever size they claim', async () => {
    const limits = { ...WORKBOOK_LIMITS, unpackedBytes: 1024 * 1024 };
    const bomb = Buffer.alloc(8 * 1024 * 1024);
    expect(await codeOf(zipOf('xl/workbook.xml', bomb), limits)).toBe('IMPORT.FILE_TOO_LARGE');
    expect(await codeOf(zipOf('xl/workbook.xml', bomb, 100), limits)).toBe('IMPORT.FILE_TOO_LARGE');
    expect(await codeOf(Buffer.alloc(200), { ...limits, fileBytes: 100 })).toBe('IMPORT.FILE_TOO_LARGE');
  });

  it('are refused before they are read when they hold more rows or cells than memory, however small the file', async () => {
    const limits = { ...WORKBOOK_LIMITS, rowTags: 10, cellTags: 20 };
    const sheet = (body: string) =>
      zipOf('xl/worksheets/sheet1.xml', Buffer.from(`<x:sheetData>${body}</x:sheetData>`));
    expect(await codeOf(sheet('<x:row/>'.repeat(11)), limits)).toBe('IMPORT.TOO_MANY_ROWS');
    expect(await codeOf(sheet(`<row r="1">${'<c/>'.repeat(21)}</row>`), limits)).toBe('IMPORT.TOO_MANY_ROWS');
    expect(await codeOf(sheet(`<row>${'<cols/><rowBreaks/>'.repeat(40)}</row>`), limits)).toBe('IMPORT.NOT_EXCEL');
  });
});
