import { AppError } from '#libs/shared';

const refuse = (status: number, code: string, [title, detail]: readonly [string, string]): AppError =>
  new AppError({ status, code: `CALENDAR.${code}`, title, detail });

export const notFound = (detail: string): AppError => refuse(404, 'UNKNOWN', ['Không tìm thấy', detail]);
export const alreadyPublished = (): AppError =>
  refuse(409, 'ALREADY_PUBLISHED', [
    'Thay đổi này đã được công bố',
    'Mỗi bản xem trước chỉ công bố một lần. Hãy xem kết quả ở lần công bố đã có.',
  ]);
export const overtaken = (): AppError =>
  refuse(409, 'OVERTAKEN', [
    'Lịch đã thay đổi sau khi xem trước',
    'Đã có lần công bố khác, hoặc một lần công bố còn đang tính lại. Hãy xem trước lại rồi mới công bố.',
  ]);
export const worldMoved = (differing: number): AppError =>
  new AppError({
    status: 409,
    code: 'CALENDAR.WORLD_MOVED',
    title: 'Hồ sơ đã khác so với bản xem trước',
    detail: `Có ${differing} thời hạn nay sẽ dời mà bản xem trước chưa nêu, hoặc dời tới ngày khác. Hãy xem trước lại, hoặc gửi acceptDiffering từ ${differing} trở lên để chấp nhận.`,
    extra: { differing },
  });
export const notCancellable = (): AppError =>
  refuse(409, 'NOT_CANCELLABLE', ['Không dừng được nữa', 'Việc tính lại đã xong hoặc đã dừng.']);
export const notResumable = (): AppError =>
  refuse(409, 'NOT_RESUMABLE', [
    'Không làm tiếp được',
    'Chỉ lần công bố mới nhất, đang dừng giữa chừng, mới làm tiếp được.',
  ]);
