import { AppError, type UnmetRequirement } from '#libs/shared';

export const notFound = (what = 'Không có buổi tiếp, lượt tiếp này, hoặc nằm ngoài phạm vi được xem.'): AppError =>
  new AppError({ code: 'RECEPTION.NOT_FOUND', status: 404, title: 'Không tìm thấy', detail: what });

/** What the law does not allow, with its article. */
export const unlawful = (detail: string, unmet: readonly UnmetRequirement[]): AppError =>
  new AppError({
    code: 'RECEPTION.NOT_ALLOWED',
    status: 409,
    title: 'Chưa thực hiện được việc này',
    detail: `${detail}: ${unmet.map((one) => `${one.title} (${one.citation})`).join('; ')}.`,
    unmet,
  });

export const wrongField = (pointer: string, code: string, message: string): AppError =>
  new AppError({
    code: 'RECEPTION.INVALID',
    status: 422,
    title: 'Thông tin chưa hợp lệ',
    detail: message,
    errors: [{ pointer, code, message }],
  });

export const outsideScope = (): AppError =>
  new AppError({
    code: 'ACCESS.AGENCY',
    status: 404,
    title: 'Không tìm thấy cơ quan',
    detail: 'Mã cơ quan không có, hoặc cơ quan nằm ngoài phạm vi của bạn.',
  });

export const alreadySettled = (what: string): AppError =>
  new AppError({
    code: 'RECEPTION.ALREADY_RECORDED',
    status: 409,
    title: 'Việc này đã được ghi',
    detail: `${what} Nếu ghi sai thì ghi chú đính chính ở cột 13 của sổ.`,
  });
