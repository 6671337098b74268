import type { Accounts, SecondFactor, Session, Sessions, SignIn, SignInPolicy } from '#libs/access';
import { AppError } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import type {
  BegunFactorDto,
  OwnSessionListDto,
  RecoveryCodesDto,
  RemoveFactorDto,
  SecondFactorDto,
} from './own-security.dto.js';

export interface OwnSecurityParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly signIn: SignIn;
  readonly factor: SecondFactor;
  readonly policy: SignInPolicy;
}

/** What people see and change about their own way in. */
export class OwnSecurityDesk {
  constructor(private readonly parts: OwnSecurityParts) {}

  async sessions({ actor, publicId }: Session): Promise<OwnSessionListDto> {
    const rows = await this.parts.sessions.own(actor);
    const items = rows.map(({ createdAt, lastSeenAt, ...row }) => ({
      ...row,
      ...{ createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString() },
      current: row.id === publicId,
    }));
    return { items };
  }

  /** One by its public id, or with null all but the asking one. @throws AppError 404 */
  async end({ actor, tokenHash }: Session, session: string | null): Promise<{ ended: number }> {
    const ended = await this.parts.sessions.endOwn(actor, session, tokenHash);
    this.parts.signIn.forget(actor.userId);
    if (session !== null && ended === 0) throw notFound('Phiên này không còn mở.');
    return { ended };
  }

  async factor({ actor }: Session): Promise<SecondFactorDto> {
    const { enrolledAt, recoveryLeft } = await this.parts.factor.standing(actor.userId);
    const required = this.parts.policy.demands(actor.roles);
    return { enrolledAt: enrolledAt?.toISOString() ?? null, recoveryLeft, required };
  }

  async begin({ actor }: Session, password: string): Promise<BegunFactorDto> {
    const { username } = await this.parts.accounts.profile(actor);
    await this.parts.signIn.proveAgain(username, password);
    return this.parts.factor.begin(actor, username);
  }

  async confirm({ actor }: Session, code: string): Promise<RecoveryCodesDto> {
    // Six digits are few: whoever sits at an open session does not try them all.
    await this.parts.signIn.mayProve(actor.userId);
    const codes = await this.parts.factor.confirm(actor, code);
    this.parts.signIn.forget(actor.userId);
    return { codes: [...codes] };
  }

  async remove({ actor }: Session, { code, password }: RemoveFactorDto): Promise<void> {
    if (this.parts.policy.demands(actor.roles)) throw mustKeep();
    const { username } = await this.parts.accounts.profile(actor);
    await this.parts.signIn.proveAgain(username, password);
    await this.parts.signIn.mayProve(actor.userId);
    await this.parts.factor.remove(actor, code);
  }
}

const mustKeep = (): AppError =>
  new AppError({
    status: 409,
    code: 'AUTH.FACTOR_REQUIRED',
    title: 'Không bỏ được mã xác thực',
    detail:
      'Tài khoản quản trị phải có mã xác thực (quy định nội bộ). Muốn đổi điện thoại, hãy nhờ quản trị khác xóa mã cũ.',
  });
