import { createHash, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { AppError } from '#libs/shared';
import { BlobDamaged, FolderBlobStore, NoVirusScanner, SniffingFileInspector, VirusScanner } from './index.js';

/** A zip with the given entries, enough for a type to be told. */
function zipOf(entries: Readonly<Record<string, string>>): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(entries)) {
    const packed = deflateRawSync(Buffer.from(text));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(text.length, 22);
    local.writeUInt16LE(name.length, 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(8, 10);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(text.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    centrals.push(central, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(centrals.length / 2, 8);
  end.writeUInt16LE(centrals.length / 2, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

const types = (main: string): string =>
  `<Types><Override PartName="/x" ContentType="application/vnd.openxmlformats-officedocument.${main}+xml"/></Types>`;
const DOCX = zipOf({ '[Content_Types].xml': types('wordprocessingml.document.main'), 'word/document.xml': '<w/>' });
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n');
const fixture = (name: string): Buffer => readFileSync(join(import.meta.dirname, '../fixtures', name));
const PNG = fixture('picture-with-place.png');
const JPG = fixture('photo-with-place.jpg');
const EXE = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]);

describe('telling files apart', () => {
  const inspector = new SniffingFileInspector({ scanner: new NoVirusScanner() });
  const codeOf = async (name: string, bytes: Buffer, by = inspector): Promise<string> => {
    try {
      return (await by.inspect({ name, bytes })).extension;
    } catch (error) {
      expect(error).toBeInstanceOf(AppError);
      expect((error as AppError).detail).toContain(name);
      return (error as AppError).code;
    }
  };

  it('accepts by content whatever the name says', async () => {
    const xlsx = new Workbook();
    xlsx.addWorksheet('A').addRow([1]);
    expect(await codeOf('don.pdf', PDF)).toBe('pdf');
    expect(await codeOf('anh.gif', PNG)).toBe('png');
    expect(await codeOf('anh', JPG)).toBe('jpg');
    expect(await codeOf('don.docx', DOCX)).toBe('docx');
    expect(await codeOf('so.xlsx', Buffer.from((await xlsx.xlsx.writeBuffer()) as Uint8Array))).toBe('xlsx');
  });

  it('refuses a program under any name', async () => {
    expect(await codeOf('don.pdf', EXE)).toBe('FILE.PROGRAM');
    expect(await codeOf('don.docx', Buffer.concat([Buffer.from('7f454c46020101', 'hex'), Buffer.alloc(100)]))).toBe(
      'FILE.PROGRAM',
    );
    expect(await codeOf('don.pdf', Buffer.from('#!/bin/sh\nrm -rf /'))).toBe('FILE.PROGRAM');
    expect(await codeOf('don.png', Buffer.from('  <script>alert(1)</script>'))).toBe('FILE.PROGRAM');
  });

  it('tells office files from other zips, and refuses macros and old formats', async () => {
    expect(await codeOf('don.docx', zipOf({ 'a.txt': 'x' }))).toBe('FILE.TYPE_NOT_ACCEPTED');
    expect(
      await codeOf(
        'don.docx',
        zipOf({ '[Content_Types].xml': types('wordprocessingml.document.main'), 'word/vbaProject.bin': 'x' }),
      ),
    ).toBe('FILE.MACROS');
    expect(await codeOf('don.doc', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]))).toBe(
      'FILE.OLD_OFFICE',
    );
    expect(await codeOf('don.txt', Buffer.from('chỉ là chữ'))).toBe('FILE.TYPE_NOT_ACCEPTED');
    expect(await codeOf('trống.pdf', Buffer.alloc(0))).toBe('FILE.EMPTY');
  });

  it('keeps a limit and listens to the scanner', async () => {
    class Finder extends VirusScanner {
      override async scan() {
        return { clean: false as const, threat: 'EICAR' };
      }
    }
    expect(
      await codeOf('to.pdf', PDF, new SniffingFileInspector({ scanner: new NoVirusScanner(), maxBytes: 10 })),
    ).toBe('FILE.TOO_LARGE');
    expect(await codeOf('vi-rut.pdf', PDF, new SniffingFileInspector({ scanner: new Finder() }))).toBe('FILE.INFECTED');
  });
});

describe('blobs in a folder', () => {
  let root: string;
  let blobs: FolderBlobStore;
  const filesBelow = async (): Promise<string[]> =>
    (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'blobs-'));
    blobs = new FolderBlobStore(root);
  });
  afterEach(() => rm(root, { recursive: true }));

  it('keeps equal bytes once under the hash of the bytes, even when written at the same time', async () => {
    const bytes = randomBytes(100_000);
    const stored = await Promise.all(Array.from({ length: 10 }, () => blobs.put(bytes)));
    expect(new Set(stored.map(({ key }) => key))).toEqual(new Set([createHash('sha256').update(bytes).digest('hex')]));
    expect(await filesBelow()).toHaveLength(1);
    expect((await blobs.get(stored[0]?.key ?? '')).equals(bytes)).toBe(true);
  });

  it('notices a changed file when it reads, and mends a half-written one when it writes', async () => {
    const { key } = await blobs.put(Buffer.from('nội dung'));
    const [path = ''] = await filesBelow();
    await writeFile(path, 'nội dunG');
    await expect(blobs.get(key)).rejects.toThrow(BlobDamaged);
    await writeFile(path, 'nội');
    await blobs.put(Buffer.from('nội dung'));
    expect((await blobs.get(key)).toString()).toBe('nội dung');
  });

  it('deletes, and takes no path for a key', async () => {
    const { key } = await blobs.put(Buffer.from('x'));
    await blobs.delete(key);
    await expect(blobs.get(key)).rejects.toThrow('ENOENT');
    await expect(blobs.get('../../etc/passwd')).rejects.toThrow(RangeError);
  });
});
