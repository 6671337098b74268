import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { AppError } from '#libs/shared';
import { textFault } from './text-rules.js';

export const IDEMPOTENCY_HEADER = {
  name: 'Idempotency-Key',
  required: false,
  description:
    'Khóa do máy khách đặt (8 đến 200 ký tự): gửi lại cùng khóa và cùng nội dung thì nhận lại đúng kết quả cũ; cùng khóa mà khác nội dung thì bị từ chối (422)',
} as const;
export const IF_MATCH_HEADER = {
  name: 'If-Match',
  required: true,
  description: 'ETag của hồ sơ lần đọc gần nhất, ví dụ "7"',
} as const;

/** Optional; honoured when present. */
export function idempotencyKey(header: string | undefined): string | undefined {
  if (header === undefined) return undefined;
  const key = header.trim();
  if (key.length >= 8 && key.length <= 200 && textFault(key, { multiline: false }) === null) return key;
  throw new AppError({
    code: 'HTTP.IDEMPOTENCY_KEY_INVALID',
    status: 400,
    title: 'Khóa chống gửi trùng không hợp lệ',
    detail: 'Tiêu đề Idempotency-Key phải dài từ 8 đến 200 ký tự.',
  });
}

/** The rev the sender has seen. A missing header answers 428: nobody overwrites what they have not read. */
export function expectedRev(header: string | undefined): number {
  if (header === undefined || header.trim() === '')
    throw new AppError({
      code: 'HTTP.PRECONDITION_REQUIRED',
      status: 428,
      title: 'Thiếu tiêu đề If-Match',
      detail: 'Hãy đọc lại hồ sơ và gửi kèm ETag của lần đọc ấy trong tiêu đề If-Match.',
    });
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(header.trim());
  if (match) return Number(match[1]);
  throw new AppError({
    code: 'HTTP.PRECONDITION_FAILED',
    status: 412,
    title: 'Hồ sơ đã thay đổi',
    detail: 'ETag trong If-Match không phải của hồ sơ này. Hãy đọc lại hồ sơ rồi làm lại.',
  });
}

export const etag = (rev: number): string => `"${rev}"`;

const header = (context: ExecutionContext, name: string): string | undefined => {
  const value = context.switchToHttp().getRequest<FastifyRequest>().headers[name];
  return Array.isArray(value) ? value[0] : value;
};
export const IdempotencyKey = createParamDecorator((_: unknown, context: ExecutionContext) =>
  idempotencyKey(header(context, 'idempotency-key')),
);
export const Header = createParamDecorator((name: string, context: ExecutionContext) => header(context, name));
