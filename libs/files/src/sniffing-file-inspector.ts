import { fileTypeFromBuffer } from 'file-type/core';
import { AppError } from '#libs/shared';
import { ImageBroken, withoutMetadata } from './image-metadata.js';
import { FileInspector, type InspectedFile, type VirusScanner } from './ports.js';

const MB = 1024 * 1024;
/** What may come with a petition, by what the bytes are. The extension on the name proves nothing. */
const ACCEPTED: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'image/jpeg': 'ảnh JPG',
  'image/png': 'ảnh PNG',
  'image/webp': 'ảnh WebP',
  'image/heic': 'ảnh HEIC',
  'image/tiff': 'ảnh quét TIFF',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'Word (.docx)',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'Excel (.xlsx)',
  'audio/mpeg': 'ghi âm MP3',
  'audio/x-m4a': 'ghi âm M4A',
  'video/mp4': 'video MP4',
};
const PROGRAMS = new Set([
  'exe',
  'elf',
  'macho',
  'msi',
  'class',
  'wasm',
  'dex',
  'apk',
  'jar',
  'rpm',
  'deb',
  'lnk',
  'swf',
  'crx',
]);

const refuse = (code: string, title: string, detail: string): AppError =>
  new AppError({ code, status: 422, title, detail });

/** A script or shortcut has no signature: its first characters give it away. */
const looksLikeScript = (bytes: Buffer): boolean =>
  /^(\ufeff)?\s*(#!|@echo|<script|<\?php|<!doctype html|<html)/i.test(bytes.subarray(0, 200).toString('utf8'));

export interface InspectorOptions {
  readonly scanner: VirusScanner;
  /** Default 20 MB. */
  readonly maxBytes?: number;
}

/** Tells a file by its bytes, refuses what is not accepted, and asks the scanner about the rest. */
export class SniffingFileInspector extends FileInspector {
  constructor(private readonly options: InspectorOptions) {
    super();
  }

  override get acceptedTypes(): readonly string[] {
    return Object.keys(ACCEPTED);
  }

  override async inspect(file: { readonly name: string; readonly bytes: Buffer }): Promise<InspectedFile> {
    const max = this.options.maxBytes ?? 20 * MB;
    if (file.bytes.length === 0) throw refuse('FILE.EMPTY', 'Tệp rỗng', `Tệp “${file.name}” không có nội dung.`);
    if (file.bytes.length > max)
      throw new AppError({
        code: 'FILE.TOO_LARGE',
        status: 413,
        title: 'Tệp quá lớn',
        detail: `Tệp “${file.name}” lớn quá ${Math.round(max / MB)} MB.`,
      });
    const found = await fileTypeFromBuffer(file.bytes);
    if ((found && PROGRAMS.has(found.ext)) || looksLikeScript(file.bytes))
      throw refuse(
        'FILE.PROGRAM',
        'Không nhận chương trình',
        `Tệp “${file.name}” là chương trình, dù tên tệp có thể ghi khác.`,
      );
    if (found?.ext === 'cfb')
      throw refuse(
        'FILE.OLD_OFFICE',
        'Không nhận tệp Office kiểu cũ',
        `Tệp “${file.name}” là Word, Excel kiểu cũ hoặc có mật khẩu; hãy lưu lại dạng .docx, .xlsx hoặc PDF.`,
      );
    if (!found || !(found.mime in ACCEPTED)) {
      const known = Object.values(ACCEPTED).join(', ');
      throw refuse(
        'FILE.TYPE_NOT_ACCEPTED',
        'Loại tệp không được nhận',
        `Tệp “${file.name}” không thuộc các loại được nhận: ${known}.`,
      );
    }
    if (found.mime.includes('openxmlformats') && file.bytes.includes('vbaProject.bin'))
      throw refuse(
        'FILE.MACROS',
        'Không nhận tệp có macro',
        `Tệp “${file.name}” có macro; hãy lưu lại dạng không macro hoặc PDF.`,
      );
    const verdict = await this.options.scanner.scan(file.bytes);
    if (!verdict.clean)
      throw refuse(
        'FILE.INFECTED',
        'Tệp bị nhiễm mã độc',
        `Tệp “${file.name}” bị phần mềm diệt vi-rút chặn (${verdict.threat}).`,
      );
    return { mediaType: found.mime, extension: found.ext, bytes: cleaned(file.name, file.bytes, found.mime) };
  }
}

function cleaned(name: string, bytes: Buffer, mediaType: string): Buffer {
  try {
    return withoutMetadata(bytes, mediaType);
  } catch (error) {
    if (!(error instanceof ImageBroken)) throw error;
    throw refuse(
      'FILE.IMAGE_BROKEN',
      'Ảnh bị hỏng',
      `Tệp “${name}” là ảnh nhưng không đọc được; hãy chụp hoặc lưu lại.`,
    );
  }
}
