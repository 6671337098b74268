import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { SignIn } from '#libs/access';
import { AppError } from '#libs/shared';
import type { FastifyRequest } from 'fastify';
import { ONE_TIME_PASSWORD_ROUTE, PUBLIC_ROUTE, type SignedInRequest } from './actor.js';
import type { OperationName } from './operation-rights.js';
import { operationOf } from './operation.js';
import { AccountLimit } from './account-limit.js';
import { sessionCookieOf } from './session-cookie.js';

/** What an account that must still set up its second factor may do: that, and leave. */
const BEFORE_ENROLMENT: ReadonlySet<OperationName> = new Set<OperationName>([
  'GET /me',
  'POST /auth/logout',
  'POST /auth/password',
  'GET /me/second-factor',
  'POST /me/second-factor',
  'POST /me/second-factor/confirm',
]);
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/** A bearer token, or the cookie of the same site. Everything that is not marked public asks here first. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly signIn: SignIn,
    private readonly limit: AccountLimit,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const { bearer, cookie } = tokensOf(request);
    if (!SAFE.has(request.method) && !bearer && !fromOwnSite(request, cookie !== undefined)) throw crossSite();
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, [context.getHandler(), context.getClass()]))
      return true;
    const token = bearer ?? cookie;
    const session = token === undefined ? null : await this.signIn.find(token);
    if (!session) throw await this.noSession(token);
    if (!this.limit.takes(session.actor.userId)) throw slowDown();
    if (session.actor.mustChangePassword && !this.reflector.get<boolean>(ONE_TIME_PASSWORD_ROUTE, context.getHandler()))
      throw changePasswordFirst();
    if (session.actor.mustEnrolFactor && !BEFORE_ENROLMENT.has(operationOf(request))) throw enrolFirst();
    request.session = session;
    return true;
  }

  private async noSession(token: string | undefined): Promise<AppError> {
    const hours = token === undefined ? null : await this.signIn.ranOut(token);
    return hours === null ? signInFirst(token !== undefined) : ranOut(hours);
  }
}

export function tokensOf(request: FastifyRequest): { bearer?: string; cookie?: string } {
  const bearer = /^Bearer ([\w-]+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const cookie = request.cookies[sessionCookieOf(request)];
  return { ...(bearer ? { bearer } : {}), ...(cookie ? { cookie } : {}) };
}

/**
 * The browser says where a request comes from, and another site can neither forge that nor add a header of its own. A request
 * that rides on the cookie must show one of the two; one without a cookie only must not come from elsewhere.
 */
function fromOwnSite(request: SignedInRequest, byCookie: boolean): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  return !byCookie || request.headers['x-requested-with'] !== undefined;
}

const crossSite = (): AppError =>
  new AppError({
    code: 'HTTP.CROSS_SITE',
    status: 403,
    title: 'Yêu cầu đến từ trang khác',
    detail:
      'Hãy thao tác ngay trên trang của hệ thống. Chương trình gọi bằng cookie phải gửi kèm tiêu đề X-Requested-With.',
  });
export const signInFirst = (had: boolean): AppError =>
  new AppError({
    code: 'AUTH.REQUIRED',
    status: 401,
    title: 'Cần đăng nhập',
    detail: had
      ? 'Phiên làm việc đã hết hạn do không thao tác hoặc đã đăng xuất. Hãy đăng nhập lại.'
      : 'Hãy đăng nhập rồi thử lại.',
  });
const ranOut = (hours: number): AppError =>
  new AppError({
    code: 'AUTH.SESSION_OVER',
    status: 401,
    title: 'Phiên làm việc đã hết thời gian',
    detail: `Mỗi phiên dùng được nhiều nhất ${hours} giờ, kể cả khi đang làm (quy định nội bộ). Hãy nhập lại mật khẩu; điều đang nhập trên trang vẫn còn.`,
  });
const slowDown = (): AppError =>
  new AppError({
    code: 'AUTH.TOO_MANY_REQUESTS',
    status: 429,
    title: 'Tài khoản này gửi quá nhiều yêu cầu',
    detail:
      'Nhiều yêu cầu dồn dập hơn một người làm việc bình thường. Hãy đợi một phút rồi làm tiếp; nếu không phải bạn, hãy đổi mật khẩu.',
  });
const changePasswordFirst = (): AppError =>
  new AppError({
    code: 'AUTH.CHANGE_PASSWORD',
    status: 403,
    title: 'Cần đổi mật khẩu',
    detail: 'Bạn đang dùng mật khẩu dùng một lần. Hãy đổi mật khẩu rồi làm tiếp.',
  });
const enrolFirst = (): AppError =>
  new AppError({
    code: 'AUTH.ENROL_FACTOR',
    status: 403,
    title: 'Cần đăng ký mã xác thực',
    detail: 'Tài khoản này phải có mã xác thực thứ hai. Hãy đăng ký mã rồi làm tiếp.',
  });
