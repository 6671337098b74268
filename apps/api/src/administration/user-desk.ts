import {
  type Actor,
  oneTimePassword,
  PASSWORD_MIN,
  type PasswordHasher,
  ROLE_GUIDES,
  rolesFault,
  type Session,
  type SignIn,
  usernameFault,
} from '#libs/access';
import type { AccountRegister, AccountRow, AgencyDirectory, AgencyRow } from '#libs/persistence';
import { AppError, type AgencyId, type Role, type UserId } from '#libs/shared';
import { notFound } from '../http/id-param.js';
import { administeredBy } from './administered.js';
import type {
  AccountChangeDto,
  AccountDto,
  AccountListQuery,
  AccountPageDto,
  AccountSessionListDto,
  AccountStateDto,
  NewAccountDto,
  OneTimePasswordDto,
  PasswordChangeDto,
  RoleGuideListDto,
} from './users.dto.js';

export interface UserDeskParts {
  readonly accounts: AccountRegister;
  readonly directory: AgencyDirectory;
  readonly hasher: PasswordHasher;
  readonly signIn: SignIn;
}

const PAGE = 50;
const WHAT = 'Quản lý tài khoản';
const NOBODY = 'Không có tài khoản này, hoặc tài khoản nằm ngoài phạm vi quản trị của bạn.';

const invalid = (pointer: string, detail: string): AppError =>
  new AppError({
    code: 'USER.INVALID',
    status: 422,
    title: 'Chưa ghi được tài khoản',
    errors: [{ pointer, code: 'USER.INVALID', message: detail }],
  });

/** Accounts of the agencies that an administrator administers. What may be written is asked again by the database. */
export class UserDesk {
  constructor(private readonly parts: UserDeskParts) {}

  guide(): RoleGuideListDto {
    return { items: ROLE_GUIDES.map((guide) => ({ ...guide, levels: [...guide.levels] })), passwordMin: PASSWORD_MIN };
  }

  async list(actor: Actor, { agency, q, role, state, after }: AccountListQuery): Promise<AccountPageDto> {
    const mine = await administeredBy(actor, this.parts.directory, WHAT);
    const agencies = agency === undefined ? mine : await this.below(actor, agency);
    const words = q === undefined ? '' : foldName(q);
    const found = await this.parts.accounts.list(actor, {
      ...{ agencies, role, state, after, limit: PAGE + 1 },
      q: words === '' ? undefined : words,
    });
    const items = found.slice(0, PAGE);
    return {
      items: items.map((row) => toDto(row, actor)),
      nextAfter: found.length > PAGE ? (items.at(-1)?.id ?? null) : null,
      counts: await this.parts.accounts.counts(actor, agencies),
    };
  }

  async one(actor: Actor, id: number): Promise<AccountDto> {
    return toDto(await this.found(actor, id), actor);
  }

  async add(actor: Actor, body: NewAccountDto): Promise<OneTimePasswordDto> {
    const agency = await this.agency(actor, body.agency);
    const username = body.username.trim().toLowerCase();
    const wrong = usernameFault(username);
    if (wrong) throw invalid('/username', wrong);
    mustFit(body.roles, agency);
    const password = oneTimePassword();
    const passwordHash = await this.parts.hasher.hash(password);
    const person = { username, ...namesOf(body), roles: body.roles, agencyId: agency.id, passwordHash };
    const [id] = await this.parts.accounts.add(actor, [person]);
    return { id: id ?? 0, username, fullName: person.fullName, agencyCode: agency.code, password };
  }

  async change(actor: Actor, id: number, body: AccountChangeDto): Promise<AccountDto> {
    const before = await this.found(actor, id);
    const agency = await this.agency(actor, body.agency);
    mustFit(body.roles, agency);
    await this.parts.accounts.change(actor, before, { ...namesOf(body), roles: body.roles, agencyId: agency.id });
    this.parts.signIn.forget(before.id);
    return this.one(actor, id);
  }

  async setState(actor: Actor, id: number, { active, reason }: AccountStateDto): Promise<AccountDto> {
    const account = await this.found(actor, id);
    await this.parts.accounts.setActive(actor, account, { active, reason: reason.trim() });
    this.parts.signIn.forget(account.id);
    return this.one(actor, id);
  }

  async resetPassword(actor: Actor, id: number): Promise<OneTimePasswordDto> {
    const account = await this.found(actor, id);
    const password = oneTimePassword();
    await this.parts.accounts.resetPassword(actor, account, await this.parts.hasher.hash(password));
    this.parts.signIn.forget(account.id);
    const { username, fullName, agencyCode } = account;
    return { id: account.id, username, fullName, agencyCode, password };
  }

  async unlock(actor: Actor, id: number): Promise<AccountDto> {
    await this.parts.accounts.unlock(actor, await this.found(actor, id));
    return this.one(actor, id);
  }

  async sessions(actor: Actor, id: number): Promise<AccountSessionListDto> {
    const account = await this.found(actor, id);
    const rows = await this.parts.accounts.sessions(actor, account.id, [account.agencyId]);
    return {
      items: rows.map((row) => ({
        ...row,
        createdAt: row.createdAt.toISOString(),
        lastSeenAt: row.lastSeenAt.toISOString(),
      })),
    };
  }

  async endSessions(actor: Actor, id: number, session: string | null): Promise<{ ended: number }> {
    const account = await this.found(actor, id);
    const ended = await this.parts.accounts.endSessions(actor, account, session);
    this.parts.signIn.forget(account.id);
    return { ended };
  }

  /** One's own password: the one thing that an account with a one-time password may do. */
  async changeOwnPassword(session: Session, username: string, { current, next }: PasswordChangeDto): Promise<void> {
    const { actor, tokenHash } = session;
    const passwordHash = await this.parts.signIn.newPassword(session, { username, current, next });
    await this.parts.accounts.ownPassword(actor, passwordHash, tokenHash);
    this.parts.signIn.forget(actor.userId);
  }

  private async found(actor: Actor, id: number): Promise<AccountRow> {
    const mine = await administeredBy(actor, this.parts.directory, WHAT);
    const account = await this.parts.accounts.find(actor, id, mine);
    if (!account) throw notFound(NOBODY);
    return account;
  }

  private async agency(actor: Actor, code: string): Promise<AgencyRow> {
    const mine = await administeredBy(actor, this.parts.directory, WHAT);
    const found = await this.parts.directory.byCode(code.trim().toUpperCase());
    if (found && mine.includes(found.id)) return found;
    throw invalid('/agency', 'Không có cơ quan này trong phạm vi quản trị của bạn.');
  }

  private async below(actor: Actor, code: string): Promise<AgencyId[]> {
    const mine = await administeredBy(actor, this.parts.directory, WHAT);
    const found = await this.parts.directory.byCode(code.trim().toUpperCase());
    if (!found || !mine.includes(found.id)) throw notFound('Không có cơ quan này trong phạm vi quản trị của bạn.');
    return this.parts.directory.subtree(found.id);
  }
}

/** As the database folds names; dots stay, for a sign-in name has them. */
const foldName = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[đĐ]/g, 'd')
    .replaceAll(/[%_\\]/g, '')
    .toLowerCase()
    .trim();

const namesOf = ({ fullName, title }: { fullName: string; title?: string }) => ({
  fullName: fullName.trim(),
  title: title?.trim() || null,
});

function mustFit(roles: readonly Role[], agency: AgencyRow): void {
  const wrong = rolesFault(roles, agency.level as Parameters<typeof rolesFault>[1]);
  if (wrong) throw invalid('/roles', wrong);
}

const stateOf = ({ active, lockedUntil, mustChangePassword }: AccountRow): AccountDto['state'] => {
  if (!active) return 'inactive';
  if (lockedUntil) return 'locked';
  return mustChangePassword ? 'waiting' : 'active';
};

const toDto = (row: AccountRow, actor: Actor): AccountDto => ({
  id: row.id,
  username: row.username,
  fullName: row.fullName,
  title: row.title,
  roles: [...row.roles],
  agencyCode: row.agencyCode,
  agencyName: row.agencyName,
  state: stateOf(row),
  demo: row.demo,
  self: row.id === (actor.userId as UserId),
  lockedUntil: row.lockedUntil?.toISOString() ?? null,
  sessions: row.sessions,
  openCases: row.openCases,
});
