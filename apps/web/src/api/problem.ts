/** An `application/problem+json` answer as the screens show it: title, detail, faults at their fields, refusals with articles. */
export interface FieldFault {
  readonly pointer: string;
  readonly code?: string;
  readonly message: string;
}
export interface Unmet {
  readonly code: string;
  readonly title: string;
  readonly citation: string;
}
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly faults: readonly FieldFault[];
  readonly allowed: readonly string[];
  readonly unmet: readonly Unmet[];
  readonly body: Readonly<Record<string, unknown>>;

  constructor(status: number, body: Readonly<Record<string, unknown>>) {
    const title = typeof body['title'] === 'string' ? body['title'] : titleOf(status);
    super(title);
    this.status = status;
    this.title = title;
    this.code = typeof body['code'] === 'string' ? body['code'] : `HTTP.${status}`;
    this.detail = typeof body['detail'] === 'string' ? body['detail'] : undefined;
    this.faults = Array.isArray(body['errors']) ? (body['errors'] as FieldFault[]) : [];
    this.allowed = Array.isArray(body['allowed']) ? (body['allowed'] as string[]) : [];
    this.unmet = Array.isArray(body['unmet']) ? (body['unmet'] as Unmet[]) : [];
    this.body = body;
  }
}

function titleOf(status: number): string {
  if (status === 0) return 'Không kết nối được với máy chủ';
  if (status === 401) return 'Phiên làm việc đã hết hạn';
  if (status === 403) return 'Tài khoản này không được làm việc đó';
  if (status === 404) return 'Không tìm thấy';
  if (status === 413) return 'Tệp hoặc nội dung gửi lên quá lớn';
  if (status === 429) return 'Gửi yêu cầu quá nhiều lần';
  return status >= 500 ? 'Máy chủ gặp sự cố' : 'Yêu cầu chưa được chấp nhận';
}

export const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  return new Problem(0, { detail: 'Kiểm tra đường truyền rồi thử lại. Điều đã nhập trên trang vẫn còn.' });
};

/** `/petitioners/0/personalId` → `['petitioners', 0, 'personalId']`, the path antd forms use. */
export function fieldPath(pointer: string): (string | number)[] {
  return pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
