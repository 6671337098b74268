import type { Actor, SignIn } from '#libs/access';
import type { AccountRegister, AccountRow, AgencyDirectory, PostgresOutsideIdentities } from '#libs/persistence';
import { AppError } from '#libs/shared';
import { administeredBy } from '../administration/administered.js';
import { notFound } from '../http/id-param.js';
import type { AccountSecurityDto } from './account-security.dto.js';
import type { OutsideSignIn } from './outside-sign-in.js';

export interface AccountSecurityParts {
  readonly accounts: AccountRegister;
  readonly directory: AgencyDirectory;
  readonly identities: PostgresOutsideIdentities;
  readonly outside: OutsideSignIn;
  readonly signIn: SignIn;
}

const WHAT = 'Quản lý tài khoản';

/** What administrators see and change about how others come in. */
export class AccountSecurityDesk {
  constructor(private readonly parts: AccountSecurityParts) {}

  async read(actor: Actor, id: number): Promise<AccountSecurityDto> {
    const account = await this.found(actor, id);
    const { secondFactorAt, outsideSubject } = await this.parts.accounts.security(actor, account.id);
    return {
      secondFactorAt: secondFactorAt?.toISOString() ?? null,
      ...{ outsideSubject, issuer: this.parts.outside.issuer },
    };
  }

  async resetFactor(actor: Actor, id: number): Promise<AccountSecurityDto> {
    const account = await this.found(actor, id);
    await this.parts.accounts.resetFactor(actor, account);
    this.parts.signIn.forget(account.id);
    return this.read(actor, id);
  }

  async link(actor: Actor, id: number, subject: string | undefined): Promise<AccountSecurityDto> {
    const account = await this.found(actor, id);
    const wanted = subject?.trim() ?? '';
    const { issuer } = this.parts.outside;
    if (wanted !== '' && issuer === null) throw noProvider();
    await this.parts.identities.link(
      actor,
      account,
      wanted === '' || issuer === null ? null : { issuer, subject: wanted },
    );
    this.parts.signIn.forget(account.id);
    return this.read(actor, id);
  }

  private async found(actor: Actor, id: number): Promise<AccountRow> {
    const mine = await administeredBy(actor, this.parts.directory, WHAT);
    const account = await this.parts.accounts.find(actor, id, mine);
    if (!account) throw notFound('Không có tài khoản này, hoặc tài khoản nằm ngoài phạm vi quản trị của bạn.');
    return account;
  }
}

const noProvider = (): AppError =>
  new AppError({
    status: 409,
    code: 'AUTH.NO_PROVIDER',
    title: 'Chưa dùng đăng nhập ngoài',
    detail: 'Hệ thống chưa được đặt nhà cung cấp đăng nhập (OIDC_ISSUER), nên chưa gắn được ai.',
  });
