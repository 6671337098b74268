import type { AgencyId, Role, UserId } from '#libs/shared';
import { Accounts, type Credentials, PasswordHasher, type Profile, Sessions } from './ports.js';
import { idleMinutesOf, PasswordSignIn, SIGN_IN_LIMITS } from './sign-in.js';
import type { Actor } from './types.js';

class PlainHasher extends PasswordHasher {
  verified = 0;
  async hash(password: string): Promise<string> {
    return `plain:${password}`;
  }
  async verify(hash: string, password: string): Promise<boolean> {
    this.verified += 1;
    return hash === `plain:${password}`;
  }
}

const ACTOR: Actor = {
  userId: 1 as UserId,
  fullName: 'Nguyễn Thị Mai',
  roles: ['receptionist'],
  agencyId: 7 as AgencyId,
  provinceId: 1 as AgencyId,
  agencies: [7 as AgencyId],
};

class InMemoryAccounts extends Accounts {
  failures = 0;
  account: Credentials = {
    userId: ACTOR.userId,
    passwordHash: 'plain:đúng',
    active: true,
    demo: true,
    roles: ACTOR.roles,
    locked: false,
  };
  async credentials(username: string): Promise<Credentials | null> {
    return username === 'motcua' ? this.account : null;
  }
  async recordFailure(_id: UserId, { lockAfter }: { lockAfter: number }): Promise<boolean> {
    this.failures += 1;
    return this.failures >= lockAfter;
  }
  async recordSuccess(): Promise<void> {
    this.failures = 0;
  }
  async actor(): Promise<Actor> {
    return ACTOR;
  }
  async profile(): Promise<Profile> {
    throw new Error('not asked here');
  }
}

class InMemorySessions extends Sessions {
  readonly open = new Map<string, UserId>();
  looked = 0;
  async create({ tokenHash, userId }: { tokenHash: Buffer; userId: UserId }): Promise<void> {
    this.open.set(tokenHash.toString('hex'), userId);
  }
  async find(tokenHash: Buffer): Promise<Actor | null> {
    this.looked += 1;
    return this.open.has(tokenHash.toString('hex')) ? ACTOR : null;
  }
  async delete(tokenHash: Buffer): Promise<void> {
    this.open.delete(tokenHash.toString('hex'));
  }
  async deleteForUser(): Promise<void> {
    this.open.clear();
  }
}

describe('signing in', () => {
  const parts = () => ({
    accounts: new InMemoryAccounts(),
    sessions: new InMemorySessions(),
    hasher: new PlainHasher(),
  });
  const request = { username: ' MotCua ', password: 'đúng', address: '10.0.0.1' };

  it('opens a session whose token is not what is stored', async () => {
    const given = parts();
    const { token, session } = await new PasswordSignIn({ ...given, allowDemo: true }).open(request);
    expect(session.actor).toBe(ACTOR);
    expect([...given.sessions.open.keys()]).toEqual([session.tokenHash.toString('hex')]);
    expect([...given.sessions.open.keys()][0]).not.toContain(token);
  });

  it('asks the database once for requests that come together, and again after a close', async () => {
    const given = parts();
    const signIn = new PasswordSignIn({ ...given, allowDemo: true });
    const { token, session } = await signIn.open(request);
    for (let i = 0; i < 5; i++) expect((await signIn.find(token))?.actor).toBe(ACTOR);
    expect(given.sessions.looked).toBe(1);
    await signIn.close(session);
    expect(await signIn.find(token)).toBeNull();
  });

  it('does not ask at all for what cannot be a token', async () => {
    const given = parts();
    for (const text of ['', 'x', 'a'.repeat(44), `${'a'.repeat(42)}!`])
      expect(await new PasswordSignIn({ ...given, allowDemo: true }).find(text)).toBeNull();
    expect(given.sessions.looked).toBe(0);
  });

  it('takes as long for an unknown name as for a wrong password, and says the same', async () => {
    const given = parts();
    const signIn = new PasswordSignIn({ ...given, allowDemo: true });
    const refusal = async (username: string) =>
      signIn.open({ ...request, username, password: 'sai' }).catch((error: Error) => error.message);
    expect(await refusal('khong-co-ai')).toBe(await refusal('motcua'));
    expect(given.hasher.verified).toBe(2);
  });

  it('locks at the fifth failure in a row', async () => {
    const signIn = new PasswordSignIn({ ...parts(), allowDemo: true });
    const codes: string[] = [];
    for (let i = 0; i < SIGN_IN_LIMITS.lockAfter; i++)
      await signIn.open({ ...request, password: 'sai' }).catch((error: { code: string }) => codes.push(error.code));
    expect(codes).toEqual([...Array.from({ length: 4 }, () => 'AUTH.WRONG_CREDENTIALS'), 'AUTH.LOCKED']);
  });

  it('limits attempts on one name whatever address they come from', async () => {
    const signIn = new PasswordSignIn({ ...parts(), allowDemo: true });
    const codes = new Set<string>();
    for (let i = 0; i <= SIGN_IN_LIMITS.perName; i++)
      await signIn
        .open({ username: 'ai-do', password: 'sai', address: `10.0.0.${i}` })
        .catch((error: { code: string }) => codes.add(error.code));
    expect([...codes]).toEqual(['AUTH.WRONG_CREDENTIALS', 'AUTH.TOO_MANY_ATTEMPTS']);
  });

  it('refuses the demo’s accounts in production, though the password is right', async () => {
    const given = parts();
    await expect(new PasswordSignIn({ ...given, allowDemo: false }).open(request)).rejects.toMatchObject({
      code: 'AUTH.DEMO_REFUSED',
    });
    expect(given.sessions.open.size).toBe(0);
  });

  it('gives the administrator less idle time', () => {
    const minutes = (...roles: Role[]) => idleMinutesOf(roles);
    expect([minutes('receptionist'), minutes('chairman', 'administrator')]).toEqual([15, 5]);
  });
});
