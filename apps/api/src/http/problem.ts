import { randomUUID } from 'node:crypto';
import { HttpException } from '@nestjs/common';
import { databaseIsAway } from '#libs/persistence';
import { AppError } from '#libs/shared';
import type { ProblemDto } from './problem.dto.js';

type Shape = Pick<AppError, 'status' | 'code' | 'title'> & { readonly detail?: string | undefined };

/** Errors of the framework, by its own code or by status, in the words of the person at the screen. */
const BY_CODE: Readonly<Record<string, Shape>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: {
    status: 413,
    code: 'HTTP.TOO_LARGE',
    title: 'Dữ liệu gửi lên quá lớn',
    detail: 'Nội dung vượt giới hạn cho phép. Hãy rút gọn hoặc chia nhỏ rồi gửi lại.',
  },
  FST_REQ_FILE_TOO_LARGE: {
    status: 413,
    code: 'UPLOAD.TOO_LARGE',
    title: 'Tệp quá lớn',
    detail: 'Mỗi tệp không được quá 20 MB. Hãy chia nhỏ hoặc quét lại với độ phân giải thấp hơn.',
  },
  FST_FILES_LIMIT: {
    status: 413,
    code: 'UPLOAD.TOO_MANY_FILES',
    title: 'Quá nhiều tệp',
    detail: 'Hãy gửi ít tệp hơn trong một lần.',
  },
  FST_PARTS_LIMIT: {
    status: 413,
    code: 'UPLOAD.TOO_MANY_PARTS',
    title: 'Biểu mẫu có quá nhiều phần',
    detail: 'Hãy gửi ít trường và tệp hơn trong một lần.',
  },
  FST_FIELDS_LIMIT: {
    status: 413,
    code: 'UPLOAD.TOO_MANY_FIELDS',
    title: 'Biểu mẫu có quá nhiều trường',
    detail: 'Hãy bỏ các trường thừa rồi gửi lại.',
  },
  FST_PROTO_VIOLATION: {
    status: 400,
    code: 'HTTP.MALFORMED',
    title: 'Tên trường không được phép',
    detail: 'Biểu mẫu có trường mang tên bị cấm.',
  },
  FST_NO_FORM_DATA: {
    status: 400,
    code: 'UPLOAD.NOT_MULTIPART',
    title: 'Không đọc được biểu mẫu',
    detail: 'Hãy gửi tệp bằng biểu mẫu multipart/form-data.',
  },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    status: 415,
    code: 'HTTP.UNSUPPORTED_TYPE',
    title: 'Kiểu nội dung không được nhận',
    detail: 'Hãy gửi JSON (application/json), hoặc multipart/form-data khi tải tệp.',
  },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    status: 400,
    code: 'HTTP.MALFORMED',
    title: 'Dữ liệu gửi lên bị cắt ngang',
    detail: 'Độ dài nội dung không khớp. Hãy gửi lại.',
  },
  FST_ERR_BAD_URL: {
    status: 400,
    code: 'HTTP.BAD_URL',
    title: 'Địa chỉ không đọc được',
    detail: 'Địa chỉ có ký tự mã hóa sai.',
  },
  FST_ERR_MAX_PARAM_LENGTH: {
    status: 414,
    code: 'HTTP.BAD_URL',
    title: 'Địa chỉ quá dài',
    detail: 'Một phần của địa chỉ dài quá giới hạn.',
  },
};
/** What PostgreSQL cannot hold in any text: a zero character, or half of a pair. Fields name theirs before; this is for addresses. */
const UNWRITABLE: Shape = {
  status: 400,
  code: 'TEXT.UNREADABLE',
  title: 'Có ký tự không đọc được',
  detail: 'Địa chỉ hoặc nội dung có ký tự trống (NUL) hoặc mã ký tự hỏng. Hãy bỏ ký tự ấy rồi gửi lại.',
};
const UNWRITABLE_CODE = /^(22021|22P05)$/;
const MALFORMED: Shape = {
  status: 400,
  code: 'HTTP.MALFORMED',
  title: 'Không đọc được nội dung gửi lên',
  detail: 'Nội dung không phải JSON hợp lệ. Hãy kiểm tra dấu ngoặc, dấu phẩy và mã ký tự UTF-8.',
};
const UNEXPECTED: Shape = {
  status: 500,
  code: 'HTTP.UNEXPECTED',
  title: 'Hệ thống gặp lỗi ngoài dự kiến',
  detail: 'Việc vừa làm chưa được ghi nhận. Hãy thử lại; nếu còn lỗi, báo quản trị kèm mã yêu cầu.',
};
const BY_STATUS: Readonly<Record<number, Shape>> = {
  400: MALFORMED,
  404: {
    status: 404,
    code: 'HTTP.NOT_FOUND',
    title: 'Không có địa chỉ này',
    detail: 'Địa chỉ gọi tới không có trong hệ thống.',
  },
  405: {
    status: 405,
    code: 'HTTP.METHOD_NOT_ALLOWED',
    title: 'Cách gọi không đúng',
    detail: 'Địa chỉ này không nhận cách gọi vừa dùng.',
  },
  413: BY_CODE['FST_ERR_CTP_BODY_TOO_LARGE']!,
  415: BY_CODE['FST_ERR_CTP_INVALID_MEDIA_TYPE']!,
};
/** PostgreSQL is starting, stopping, full or away: somebody operating must act, and the caller may try again. */
const UNAVAILABLE: Shape = {
  status: 503,
  code: 'HTTP.UNAVAILABLE',
  title: 'Hệ thống đang tạm ngừng',
  detail: 'Cơ sở dữ liệu chưa sẵn sàng. Hãy thử lại sau ít phút.',
};

/** What was thrown, as the error somebody can act on; null where nobody expected it. */
export function asShape(error: unknown): Shape | AppError | null {
  if (error instanceof AppError) return error;
  if (typeof error !== 'object' || error === null) return null;
  const { code, statusCode } = error as { code?: unknown; statusCode?: unknown };
  if (typeof code === 'string' && BY_CODE[code]) return BY_CODE[code];
  if (typeof code === 'string' && UNWRITABLE_CODE.test(code)) return UNWRITABLE;
  if (databaseIsAway(error)) return UNAVAILABLE;
  if (error instanceof HttpException) return BY_STATUS[error.getStatus()] ?? null;
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500)
    return BY_STATUS[statusCode] ?? { ...MALFORMED, status: statusCode };
  return null;
}

export function problemOf(error: unknown, requestId: string): ProblemDto {
  const shape = asShape(error) ?? UNEXPECTED;
  const rich = shape instanceof AppError ? shape : null;
  return {
    ...rich?.extra,
    type: `/problems/${shape.code}`,
    title: shape.title,
    status: shape.status,
    ...(shape.detail === undefined ? {} : { detail: shape.detail }),
    code: shape.code,
    requestId,
    errors: [...(rich?.errors ?? [])],
    ...(rich?.allowed ? { allowed: [...rich.allowed] } : {}),
    ...(rich?.unmet ? { unmet: [...rich.unmet] } : {}),
  };
}

export const newRequestId = (): string => randomUUID();
export const PROBLEM_TYPE = 'application/problem+json; charset=utf-8';
export const REQUEST_ID = 'x-request-id';
