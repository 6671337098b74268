import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../petitions/petition-desk.js';
import { AppError } from '#libs/shared';
import { multipartParts } from './multipart-parts.js';
import { asShape } from './problem.js';
import { textFault } from './text-rules.js';

export const MAX_FILE_BYTES = 20 * 1024 * 1024;
const FIELD_MAX = 2_000;

export interface Uploads {
  readonly files: readonly UploadedFile[];
  readonly fields: Readonly<Record<string, string>>;
}

const refused = (status: number, code: string, title: string, detail: string): AppError =>
  new AppError({ status, code, title, detail });

/** Reads a multipart body whole, within limits; nothing is written before all of it has arrived. */
export async function readUploads(request: FastifyRequest, { maxFiles }: { maxFiles: number }): Promise<Uploads> {
  if (!request.isMultipart())
    throw refused(
      415,
      'UPLOAD.NOT_MULTIPART',
      'Yêu cầu không phải là tải tệp',
      'Hãy gửi tệp bằng biểu mẫu multipart/form-data.',
    );
  const { files, fields } = await partsOf(request, maxFiles).catch((error: unknown) => {
    throw asShape(error)
      ? error
      : refused(
          400,
          'UPLOAD.BROKEN',
          'Không đọc được biểu mẫu tải tệp',
          'Dữ liệu bị cắt ngang hoặc sai định dạng multipart. Hãy gửi lại.',
        );
  });
  if (files.length === 0)
    throw refused(422, 'UPLOAD.NO_FILE', 'Chưa có tệp nào', 'Hãy chọn ít nhất một tệp rồi gửi lại.');
  if (files.some(({ bytes }) => bytes.length === 0))
    throw refused(422, 'UPLOAD.EMPTY_FILE', 'Tệp rỗng', 'Có tệp không có nội dung. Hãy chọn lại tệp.');
  return { files, fields };
}

async function partsOf(request: FastifyRequest, maxFiles: number): Promise<Uploads> {
  const files: UploadedFile[] = [];
  const fields: Record<string, string> = {};
  const limits = { files: maxFiles, fileSize: MAX_FILE_BYTES, fields: 10, fieldSize: FIELD_MAX };
  for await (const part of multipartParts(request, limits)) {
    if (part.type === 'file') files.push({ fileName: cleanFileName(part.filename), bytes: await part.toBuffer() });
    else fields[part.fieldname] = cleanField(part.fieldname, part.value);
  }
  return { files, fields };
}

function cleanFileName(name: string | undefined): string {
  const base = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  const fault = textFault(base, { multiline: false });
  if (fault) throw refused(422, fault.code, 'Tên tệp không hợp lệ', `Tên tệp ${fault.message}.`);
  return base === '' ? 'tai-lieu' : base.slice(0, 200);
}

function cleanField(name: string, value: unknown): string {
  const fault =
    typeof value === 'string'
      ? textFault(value, { multiline: false })
      : { code: 'FIELD.MISSING', message: 'phải là chữ' };
  if (typeof value === 'string' && !fault) return value;
  throw new AppError({
    status: 422,
    code: 'HTTP.INVALID',
    title: 'Dữ liệu gửi lên chưa đúng',
    errors: [
      { pointer: `/${name}`, code: fault?.code ?? 'FIELD.MISSING', message: `Trường ${name} ${fault?.message ?? ''}.` },
    ],
  });
}
