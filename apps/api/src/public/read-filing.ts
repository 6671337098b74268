import type { FastifyRequest } from 'fastify';
import type { OnlineFile } from '#libs/intake';
import { AppError } from '#libs/shared';
import { multipartParts } from '../http/multipart-parts.js';
import { asShape } from '../http/problem.js';
import { textFault } from '../http/text-rules.js';
import { DtoPipe } from '../http/validation.js';
import { MOST_ONLINE_FILE_BYTES, MOST_ONLINE_FILES, OnlineFilingInputDto } from './online-filing.dto.js';

const FILING_MAX = 120_000;
const pipe = new DtoPipe();
const refused = (status: number, code: string, title: string, detail: string): AppError =>
  new AppError({ status, code, title, detail });
const broken = (): AppError =>
  refused(400, 'UPLOAD.BROKEN', 'Không đọc được đơn gửi lên', 'Dữ liệu bị cắt ngang hoặc sai định dạng. Hãy gửi lại.');

export interface ReadFiling {
  readonly input: OnlineFilingInputDto;
  readonly files: readonly OnlineFile[];
}

/** Reads a filing whole, within tighter limits than an officer's uploads: nobody has signed in. */
export async function readFiling(request: FastifyRequest): Promise<ReadFiling> {
  if (!request.isMultipart())
    throw refused(415, 'UPLOAD.NOT_MULTIPART', 'Yêu cầu không phải là biểu mẫu', 'Hãy gửi bằng multipart/form-data.');
  const { text, files } = await partsOf(request).catch((error: unknown) => {
    throw asShape(error) ? error : broken();
  });
  if (text === null) throw broken();
  const body = parsed(request, text);
  const input = (await pipe.transform(body, { type: 'body', metatype: OnlineFilingInputDto })) as OnlineFilingInputDto;
  return { input, files };
}

/** As the body of any other request is parsed: names that reach into a prototype are refused. */
function parsed(request: FastifyRequest, text: string): unknown {
  let value: unknown;
  void request.server.getDefaultJsonParser('error', 'error')(request, text, (error, body) => {
    if (error) throw broken();
    value = body;
  });
  return value;
}

async function partsOf(request: FastifyRequest): Promise<{ text: string | null; files: OnlineFile[] }> {
  const files: OnlineFile[] = [];
  let text: string | null = null;
  const limits = { files: MOST_ONLINE_FILES, fileSize: MOST_ONLINE_FILE_BYTES, fields: 2, fieldSize: FILING_MAX };
  for await (const part of multipartParts(request, limits)) {
    if (part.type === 'file')
      files.push({
        fileName: cleanName(part.filename),
        bytes: await part.toBuffer(),
        signed: part.fieldname === 'signed',
      });
    else if (part.fieldname === 'filing' && typeof part.value === 'string') text = part.value;
  }
  // The signed paper is the first a reader opens.
  return { text, files: files.sort((a, b) => Number(b.signed) - Number(a.signed)) };
}

function cleanName(name: string | undefined): string {
  const base = (name ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
  return base === '' || textFault(base, { multiline: false }) ? 'tai-lieu' : base.slice(0, 200);
}
