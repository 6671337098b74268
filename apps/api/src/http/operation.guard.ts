import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { looksOnly } from '#libs/access';
import { AppError } from '#libs/shared';
import type { SignedInRequest } from './actor.js';
import { isForLooking, isForTheProvince, rolesOf } from './operation-rights.js';
import { operationOf } from './operation.js';
import { mustBe } from './rights.js';

/** Rights of the role, judged before the body is read into anything: a refusal must not depend on how well a form is filled in. */
@Injectable()
export class OperationGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const actor = request.session?.actor;
    if (!actor) return true;
    const name = operationOf(request);
    if (looksOnly(actor) && !isForLooking(name)) throw readOnly();
    const roles = rolesOf(name);
    if (roles) mustBe(actor, roles, 'Việc này');
    if (isForTheProvince(name) && actor.agencyId !== actor.provinceId) throw ofTheProvince();
    return true;
  }
}

const ofTheProvince = (): AppError =>
  new AppError({
    code: 'ACCESS.PROVINCE',
    status: 403,
    title: 'Việc này của quản trị cấp tỉnh',
    detail: 'Thay đổi áp dụng cho mọi cơ quan trong tỉnh, nên chỉ quản trị thuộc cơ quan cấp tỉnh được làm.',
  });
const readOnly = (): AppError =>
  new AppError({
    code: 'ACCESS.READ_ONLY',
    status: 403,
    title: 'Thanh tra chỉ xem, không ghi vào hồ sơ',
    detail:
      'Tài khoản thanh tra xem, kiểm tra, đối chiếu. Người của cơ quan thanh tra được giao tiếp nhận, xác minh dùng tài khoản có thêm vai trò công chức xử lý đơn.',
  });
