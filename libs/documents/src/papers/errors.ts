import { AppError } from '#libs/shared';
import { PAPER_STATES, type PaperState } from './papers.js';

export const paperNotFound = (): AppError =>
  new AppError({
    code: 'PAPER.NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy văn bản',
    detail: 'Văn bản không có hoặc thuộc hồ sơ ngoài phạm vi được xem.',
  });

export const paperMoved = (rev: number): AppError =>
  new AppError({
    code: 'HTTP.PRECONDITION_FAILED',
    status: 412,
    title: 'Văn bản đã thay đổi',
    detail: 'Có người vừa sửa hoặc chuyển văn bản này. Hãy đọc lại rồi làm lại.',
    extra: { rev },
  });

/** A signed paper is what was signed: nothing makes it anew. */
export const paperSigned = (): AppError =>
  new AppError({
    code: 'PAPER.SIGNED',
    status: 409,
    title: 'Văn bản đã ký không tạo lại',
    detail: 'Nội dung văn bản đã ký được giữ nguyên. Nếu sai, hãy hủy văn bản này và soạn văn bản khác.',
  });

export const wrongState = (state: PaperState, wanted: string): AppError =>
  state === 'signed' || state === 'issued'
    ? paperSigned()
    : new AppError({
        code: 'PAPER.STATE',
        status: 409,
        title: 'Văn bản chưa ở bước này',
        detail: `Văn bản đang ở trạng thái “${PAPER_STATES[state]}”; ${wanted}.`,
      });

export const invalid = (code: string, detail: string): AppError =>
  new AppError({ code, status: 422, title: 'Văn bản chưa đủ điều kiện', detail });
