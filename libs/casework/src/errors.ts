import type { ActorRole, LocalDate, FieldError } from '#libs/shared';
import { AppError, formatDay } from '#libs/shared';
import type { Refusal } from '#libs/procedure';
import { ruleById } from '#libs/statute';
import { ROLE_TITLES } from './labels.js';
import type { DeadlineRow } from './model.js';

export const notFound = (): AppError =>
  new AppError({
    code: 'CASEWORK.NOT_FOUND',
    status: 404,
    title: 'Không tìm thấy hồ sơ',
    detail: 'Hồ sơ không có hoặc không thuộc phạm vi được xem.',
  });

export const unknownEvent = (type: string, known: readonly string[]): AppError =>
  new AppError({
    code: 'PROCEDURE.EVENT_UNKNOWN',
    status: 422,
    title: 'Không có bước này trong quy trình',
    detail: `Quy trình của hồ sơ không có bước “${type}”.`,
    allowed: known,
    errors: [{ pointer: '/type', code: 'UNKNOWN', message: 'Chọn một bước có trong quy trình.' }],
  });

export const roleRefused = (title: string, roles: readonly ActorRole[]): AppError =>
  new AppError({
    code: 'ACCESS.ROLE_REFUSED',
    status: 403,
    title: 'Không đủ thẩm quyền',
    detail: `Bước “${title}” do ${roles.map((role) => ROLE_TITLES[role]).join(', ')} thực hiện.`,
  });

export const readOnly = (): AppError =>
  new AppError({
    code: 'CASEWORK.READ_ONLY',
    status: 403,
    title: 'Chỉ được xem hồ sơ này',
    detail: 'Hồ sơ đã chuyển sang cơ quan khác; cơ quan cũ chỉ được xem.',
  });

/** The number was voided: the file is over, whatever stage it stood at. */
export const voided = (): AppError =>
  new AppError({
    code: 'PROCEDURE.EVENT_NOT_ALLOWED',
    status: 409,
    title: 'Chưa thực hiện được bước này',
    detail: 'Số tiếp nhận của hồ sơ đã hủy, hồ sơ không đi tiếp.',
    allowed: [],
    unmet: [],
  });

export const stale = (rev: number): AppError =>
  new AppError({
    code: 'CASEWORK.STALE',
    status: 412,
    title: 'Hồ sơ đã thay đổi',
    detail: 'Hồ sơ vừa có người khác cập nhật. Tải lại hồ sơ rồi thực hiện tiếp.',
    extra: { rev },
  });

export const busy = (): AppError =>
  new AppError({
    code: 'CASEWORK.BUSY',
    status: 503,
    title: 'Hồ sơ đang được cập nhật',
    detail: 'Hệ thống đang ghi nhiều việc lên hồ sơ này. Thử lại sau ít giây.',
  });

export const keyReused = (): AppError =>
  new AppError({
    code: 'IDEMPOTENCY.KEY_REUSED',
    status: 422,
    title: 'Khóa chống gửi lặp đã dùng cho yêu cầu khác',
    detail: 'Mỗi yêu cầu cần một khóa riêng; khóa này đã đi cùng một nội dung khác.',
  });

export const refused = (refusal: Refusal): AppError =>
  new AppError({
    code: refusal.code,
    status: refusal.code === 'PROCEDURE.EVENT_UNKNOWN' ? 422 : 409,
    title: 'Chưa thực hiện được bước này',
    detail: refusal.detail ?? 'Hồ sơ không ở giai đoạn cho phép, hoặc còn thiếu điều kiện.',
    allowed: refusal.allowed,
    unmet: refusal.unmet,
  });

/** Who is denounced, related or interested takes no part: said loudly, although the database would leave them out by itself. */
export const conflictOfInterest = (fields: readonly { readonly name: string; readonly label: string }[]): AppError =>
  new AppError({
    code: 'CASEWORK.CONFLICT_OF_INTEREST',
    status: 409,
    title: 'Chưa thực hiện được bước này',
    detail:
      'Trong những người được chọn có người bị tố cáo, người thân thích hoặc người có lợi ích liên quan trực tiếp; hãy chọn người khác.',
    unmet: [
      {
        code: 'noConflict',
        title:
          'Người bị tố cáo, người thân thích, người có lợi ích liên quan trực tiếp không được giao giải quyết, xác minh',
        citation: 'NĐ31 Đ.10 k3; Đ.5 k2',
      },
    ],
    errors: fields.map(({ name, label }) => ({
      pointer: `/${name}`,
      code: 'CONFLICT_OF_INTEREST',
      message: `“${label}” có người đã được ghi là có xung đột lợi ích với tố cáo này.`,
    })),
  });

export const futureDate = (today: LocalDate): AppError =>
  fieldRefused('CASEWORK.FUTURE_DATE', 'Ngày thực hiện chưa đến', {
    pointer: '/occurredOn',
    code: 'FUTURE',
    message: `Ngày thực hiện không được sau hôm nay (${formatDay(today)}).`,
  });

export const reasonRequired = (): AppError =>
  fieldRefused('CASEWORK.REASON_REQUIRED', 'Cần lý do ghi muộn', {
    pointer: '/reason',
    code: 'REQUIRED',
    message: 'Việc đã làm quá một ngày làm việc mới ghi: nêu lý do ghi muộn.',
  });

export const backdated = (why: { readonly earliest: LocalDate; readonly limit: number | null }): AppError =>
  new AppError({
    code: 'CASEWORK.BACKDATED',
    status: 409,
    title: 'Ngày thực hiện quá xa về trước',
    detail:
      why.limit === null
        ? `Không ghi được việc xảy ra trước bước đã ghi liền trước (${formatDay(why.earliest)}). Nếu bước trước sai thì đính chính bước đó.`
        : `Chỉ ghi được việc đã làm trong ${why.limit} ngày làm việc trở lại, từ ${formatDay(why.earliest)} (quy định nội bộ của cơ quan).`,
    extra: { earliest: why.earliest },
  });

export const invalidInput = (errors: readonly FieldError[]): AppError =>
  new AppError({
    code: 'CASEWORK.INPUT_INVALID',
    status: 422,
    title: 'Thông tin của bước chưa đúng',
    detail: errors.map(({ message }) => message).join(' '),
    errors,
  });

export const notExtendable = ({
  ruleVersion,
  citation,
  dueOn,
}: Pick<DeadlineRow, 'ruleVersion' | 'citation' | 'dueOn'>): AppError =>
  new AppError({
    code: 'STATUTE.EXTENSION_NOT_ALLOWED',
    status: 409,
    title: 'Không được gia hạn',
    detail:
      dueOn === null
        ? `${ruleById(ruleVersion)?.title ?? 'Thời hạn'} (${citation}) đang tạm dừng: gia hạn khi thời hạn chạy tiếp.`
        : `${ruleById(ruleVersion)?.title ?? 'Thời hạn'} (${citation}) đã hết ngày ${formatDay(dueOn)}, trước ngày gia hạn.`,
  });

export const nothingToCorrect = (): AppError =>
  new AppError({
    code: 'CASEWORK.NOTHING_TO_CORRECT',
    status: 409,
    title: 'Không có bước để đính chính',
    detail: 'Hồ sơ chưa có bước nào sau khi mở, hoặc bước được chọn đã đính chính.',
  });

export const correctionBlocked = (title: string, dependants: readonly string[]): AppError =>
  new AppError({
    code: 'CASEWORK.CORRECTION_BLOCKED',
    status: 409,
    title: 'Chưa đính chính được bước này',
    detail: `Các bước sau dựa vào “${title}”: ${dependants.join('; ')}. Đính chính các bước đó trước.`,
    extra: { dependants },
  });

const fieldRefused = (code: string, title: string, error: FieldError): AppError =>
  new AppError({ code, status: 422, title, detail: error.message, errors: [error] });
