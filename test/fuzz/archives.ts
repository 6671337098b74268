import { crc32, deflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  readonly bytes: Buffer;
  /** Written in the place of the true one. */
  readonly claimedSize?: number;
}

/** A zip, written by hand: a library would not write the false ones. */
export function zip(entries: readonly Entry[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, bytes, claimedSize } of entries) {
    const packed = deflateRawSync(bytes, { level: 9 });
    const title = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes) >>> 0, 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(claimedSize ?? bytes.length, 18);
    common.writeUInt16LE(title.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, title, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, title]));
    files.push(local);
    offset += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 8);
  end.writeUInt16LE(Math.min(entries.length, 0xffff), 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, central, end]);
}

const xml = (body: string): Buffer => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
const LAUGHS = `<!DOCTYPE l [<!ENTITY a "ha">${'bcdefghij'
  .split('')
  .map((name, n) => `<!ENTITY ${name} "${`&${'abcdefghij'[n]};`.repeat(10)}">`)
  .join('')}]>`;
const OUTSIDE = '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY h SYSTEM "http://127.0.0.1:9/">]>';

const SHEET_PARTS = (sheet: Buffer, strings: Buffer, claimedSize?: number): Entry[] => [
  {
    name: '[Content_Types].xml',
    bytes: xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
    ),
  },
  {
    name: '_rels/.rels',
    bytes: xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    ),
  },
  {
    name: 'xl/workbook.xml',
    bytes: xml(
      '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Sổ" sheetId="1" r:id="rId1"/></sheets></workbook>',
    ),
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    bytes: xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
  },
  { name: 'xl/worksheets/sheet1.xml', bytes: sheet, ...(claimedSize === undefined ? {} : { claimedSize }) },
  { name: 'xl/sharedStrings.xml', bytes: strings },
];
const NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const sheetOf = (rows: string): Buffer => xml(`<worksheet ${NS}><sheetData>${rows}</sheetData></worksheet>`);
const strings = (body: string, before = ''): Buffer => xml(`${before}<sst ${NS}>${body}</sst>`);
const ROW = '<row><c t="inlineStr"><is><t>x</t></is></c></row>';

const wordParts = (document: Buffer): Entry[] => [
  {
    name: '[Content_Types].xml',
    bytes: xml(
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    ),
  },
  {
    name: '_rels/.rels',
    bytes: xml(
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    ),
  },
  { name: 'word/document.xml', bytes: document },
];
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const word = (body: string, before = ''): Buffer =>
  xml(`${before}<w:document ${W}><w:body>${body}</w:body></w:document>`);
const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

export interface Archive {
  readonly what: string;
  readonly bytes: Buffer;
}

/** Workbooks that are more than they look, or are none. */
export function badWorkbooks(): Archive[] {
  const huge = sheetOf(ROW.repeat(1_600_000));
  return [
    { what: 'bomb of 80 MB', bytes: zip(SHEET_PARTS(huge, strings(''))) },
    { what: 'bomb with a false size', bytes: zip(SHEET_PARTS(huge, strings(''), 1_000)) },
    {
      what: 'entities of entities',
      bytes: zip(SHEET_PARTS(sheetOf('<row><c t="s"><v>0</v></c></row>'), strings('<si><t>&j;</t></si>', LAUGHS))),
    },
    {
      what: 'entity from outside',
      bytes: zip(SHEET_PARTS(sheetOf('<row><c t="s"><v>0</v></c></row>'), strings('<si><t>&f;&h;</t></si>', OUTSIDE))),
    },
    {
      what: 'far cell',
      bytes: zip(
        SHEET_PARTS(
          sheetOf('<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'),
          strings(''),
        ),
      ),
    },
    {
      what: 'cell beyond',
      bytes: zip(SHEET_PARTS(sheetOf('<row r="99999999999"><c r="ZZZZZZ1"><v>1</v></c></row>'), strings(''))),
    },
    {
      what: 'missing string',
      bytes: zip(SHEET_PARTS(sheetOf('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'), strings(''))),
    },
    { what: 'deep xml', bytes: zip(SHEET_PARTS(sheetOf('<a>'.repeat(100_000)), strings(''))) },
    {
      what: 'many entries',
      bytes: zip([
        ...SHEET_PARTS(sheetOf(''), strings('')),
        ...Array.from({ length: 20_000 }, (_, n) => ({ name: `x/${n}`, bytes: Buffer.alloc(0) })),
      ]),
    },
    {
      what: 'path upward',
      bytes: zip([
        { name: '../../../tmp/fuzz-was-here', bytes: Buffer.from('x') },
        ...SHEET_PARTS(sheetOf(ROW), strings('')),
      ]),
    },
    { what: 'empty zip', bytes: zip([]) },
    { what: 'word inside', bytes: zip(wordParts(word(paragraph('x')))) },
  ];
}

/** Word files of the same kind, and templates whose marks do not close. */
export function badDocuments(): Archive[] {
  return [
    { what: 'bomb of 80 MB', bytes: zip(wordParts(word(paragraph('x').repeat(2_000_000)))) },
    { what: 'entities of entities', bytes: zip(wordParts(word(paragraph('&j;'), LAUGHS))) },
    { what: 'entity from outside', bytes: zip(wordParts(word(paragraph('&f;&h;'), OUTSIDE))) },
    { what: 'open mark', bytes: zip(wordParts(word(paragraph('{#danh_sách} {a')))) },
    { what: 'crossed marks', bytes: zip(wordParts(word(paragraph('{#a}{#b}{/a}{/b}{/}{}')))) },
    { what: 'marks by the thousand', bytes: zip(wordParts(word(paragraph('{x}{#y}{/y}').repeat(5_000)))) },
    {
      what: 'mark with code',
      bytes: zip(wordParts(word(paragraph('{constructor.constructor("return process")()}{__proto__}')))),
    },
    { what: 'deep xml', bytes: zip(wordParts(word('<w:p>'.repeat(50_000)))) },
    { what: 'no document', bytes: zip(wordParts(Buffer.alloc(0))) },
    { what: 'not xml', bytes: zip(wordParts(Buffer.from([0xff, 0xfe, 0x00, 0x3c]))) },
    { what: 'empty zip', bytes: zip([]) },
    { what: 'workbook inside', bytes: zip(SHEET_PARTS(sheetOf(ROW), strings(''))) },
  ];
}
