import type { AgencyId, Role, UserId } from '#libs/shared';
import { LocalAttempts } from './attempts.js';
import { Accounts, type Credentials, type OwnSession, PasswordHasher, type Profile, Sessions } from './ports.js';
import {
  FactorSeal,
  OneTimeCodes,
  type SealedSecret,
  SecondFactor,
  SecondFactors,
  type StoredFactor,
} from './second-factor.js';
import { type SecurityEvent, SecurityEvents } from './security-events.js';
import { idleMinutesOf, mostHoursOf, PasswordSignIn, SIGN_IN_LIMITS } from './sign-in.js';
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
    const agency = {
      id: 7 as AgencyId,
      code: 'XA-TANTHANH',
      name: 'Ủy ban nhân dân xã Tân Thành',
      shortName: 'Xã Tân Thành',
      level: 'commune',
    };
    return {
      ...{
        id: ACTOR.userId,
        username: 'motcua',
        fullName: 'Nguyễn Thị Hoa',
        title: null,
        roles: [...ACTOR.roles],
        unread: 0,
      },
      agency,
      province: agency,
    };
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
  async ranOut(): Promise<number | null> {
    return null;
  }
  async delete(tokenHash: Buffer): Promise<void> {
    this.open.delete(tokenHash.toString('hex'));
  }
  async own(): Promise<readonly OwnSession[]> {
    return [];
  }
  async endOwn(): Promise<number> {
    return 0;
  }
}

class PlainSeal extends FactorSeal {
  async seal(_id: UserId, secret: string): Promise<SealedSecret> {
    return { sealed: Buffer.from(secret), sealedKey: Buffer.alloc(0) };
  }
  async open(_id: UserId, { sealed }: SealedSecret): Promise<string> {
    return sealed.toString();
  }
  async hash(_id: UserId, code: string): Promise<Buffer> {
    return Buffer.from(`hash:${code}`);
  }
}

/** The code of a period is the period itself, six digits long. */
class CountedCodes extends OneTimeCodes {
  now = 100;
  newSecret(): string {
    return 'BÍ MẬT';
  }
  uri(secret: string, username: string): string {
    return `otpauth://${username}/${secret}`;
  }
  async stepOf(_secret: string, code: string): Promise<number | null> {
    return Math.abs(Number(code) - this.now) <= 1 ? Number(code) : null;
  }
}

class InMemoryFactors extends SecondFactors {
  stored: (StoredFactor & { lastStep: number }) | null = null;
  readonly recovery = new Set<string>();
  async of(): Promise<StoredFactor | null> {
    return this.stored && { ...this.stored, recoveryLeft: this.recovery.size };
  }
  async takeStep(_id: UserId, step: number): Promise<boolean> {
    if (!this.stored || this.stored.lastStep >= step) return false;
    this.stored = { ...this.stored, lastStep: step };
    return true;
  }
  async takeRecovery(_id: UserId, hash: Buffer): Promise<boolean> {
    return this.recovery.delete(hash.toString());
  }
  async begin(_actor: Actor, secret: SealedSecret): Promise<void> {
    this.stored = { ...secret, confirmedAt: null, recoveryLeft: 0, lastStep: 0 };
  }
  async confirm(_actor: Actor, hashes: readonly Buffer[]): Promise<void> {
    if (this.stored) this.stored = { ...this.stored, confirmedAt: new Date(0) };
    hashes.forEach((hash) => this.recovery.add(hash.toString()));
  }
  async remove(): Promise<void> {
    this.stored = null;
  }
}

class KeptEvents extends SecurityEvents {
  readonly kept: SecurityEvent[] = [];
  happened(event: SecurityEvent): void {
    this.kept.push(event);
  }
}

describe('signing in', () => {
  const parts = () => {
    const codes = new CountedCodes();
    return {
      accounts: new InMemoryAccounts(),
      events: new KeptEvents(),
      sessions: new InMemorySessions(),
      hasher: new PlainHasher(),
      attempts: new LocalAttempts(),
      codes,
      factor: new SecondFactor(new InMemoryFactors(), new PlainSeal(), codes),
      policy: {
        demands: (roles: readonly Role[]) => roles.includes('administrator'),
        isRemote: (from: string) => !from.startsWith('10.'),
      },
    };
  };
  const request = { username: ' MotCua ', password: 'đúng', address: '10.0.0.1' };

  it('opens a session whose token is not what is stored', async () => {
    const given = parts();
    const { token, session } = await new PasswordSignIn({ ...given, allowDemo: true }).open(request);
    expect(session.actor).toEqual(ACTOR);
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

  it('tells whoever watches of every way in and every refusal, never what was typed', async () => {
    const given = parts();
    const signIn = new PasswordSignIn({ ...given, allowDemo: true });
    await expect(signIn.open({ ...request, username: 'mật khẩu gõ nhầm chỗ' })).rejects.toBeInstanceOf(Error);
    await expect(signIn.open({ ...request, password: 'sai' })).rejects.toBeInstanceOf(Error);
    const { session } = await signIn.open(request);
    await expect(signIn.proveAgain('motcua', 'sai')).rejects.toBeInstanceOf(Error);
    await signIn.close(session);
    const { userId } = ACTOR;
    const from = { address: '10.0.0.1' };
    expect(given.events.kept).toEqual([
      { kind: 'sign-in.refused', how: 'AUTH.WRONG_CREDENTIALS', userId: null, ...from },
      { kind: 'sign-in.refused', how: 'AUTH.WRONG_CREDENTIALS', userId, ...from },
      { kind: 'sign-in', how: 'password', userId, ...from },
      { kind: 'proof.refused', how: 'AUTH.CURRENT_PASSWORD', userId },
      { kind: 'sign-out', how: 'own', userId },
    ]);
  });

  it('takes no password made of the names of the person and the place', async () => {
    const signIn = new PasswordSignIn({ ...parts(), allowDemo: true });
    const { session } = await signIn.open(request);
    const change = (next: string) => signIn.newPassword(session, { username: 'motcua', current: 'đúng', next });
    for (const next of ['XãTânThành2026', 'nguyenthihoa1', 'nghedan@2026', 'Password@123'])
      await expect(change(next)).rejects.toMatchObject({ code: 'AUTH.PASSWORD_WEAK' });
    await expect(change('bay từ cửa phủ bay ra')).resolves.toBeTruthy();
  });

  it('gives whoever administers or opens identities shorter sessions', () => {
    const hours = (...roles: Role[]) => mostHoursOf(roles);
    expect([hours('receptionist'), hours('chairman', 'administrator'), hours('identityCustodian')]).toEqual([12, 4, 4]);
  });

  it('gives whoever administers or opens identities less idle time', () => {
    const minutes = (...roles: Role[]) => idleMinutesOf(roles);
    expect([minutes('receptionist'), minutes('chairman', 'administrator'), minutes('identityCustodian')]).toEqual([
      15, 5, 5,
    ]);
  });

  describe('with a second factor', () => {
    const enrolled = async () => {
      const given = parts();
      await given.factor.begin(ACTOR, 'motcua');
      const recovery = await given.factor.confirm(ACTOR, '000100');
      const signIn = new PasswordSignIn({ ...given, allowDemo: true });
      const attempt = (code?: string) =>
        signIn.open({ ...request, code }).then(
          () => 'open',
          (error: { code: string }) => error.code,
        );
      return { ...given, recovery, attempt };
    };

    it('asks for a code after the password, and takes each code once', async () => {
      const { attempt, codes } = await enrolled();
      expect(await attempt()).toBe('AUTH.CODE_REQUIRED');
      // The code that proved the enrolment has been seen.
      expect(await attempt('000100')).toBe('AUTH.WRONG_CODE');
      codes.now = 101;
      expect(await attempt('000 101')).toBe('open');
      expect(await attempt('000101')).toBe('AUTH.WRONG_CODE');
      expect(await attempt('000100')).toBe('AUTH.WRONG_CODE');
    });

    it('takes each code on paper once', async () => {
      const { attempt, recovery } = await enrolled();
      expect(recovery).toHaveLength(10);
      expect(new Set(recovery).size).toBe(10);
      expect(await attempt(` ${recovery[3]!.toUpperCase()} `)).toBe('open');
      expect(await attempt(recovery[3])).toBe('AUTH.WRONG_CODE');
      expect(await attempt('aaaaa-aaaaa')).toBe('AUTH.WRONG_CODE');
    });

    it('locks after five wrong codes, though the password was right each time', async () => {
      const { attempt } = await enrolled();
      const answers: string[] = [];
      for (let i = 0; i < SIGN_IN_LIMITS.lockAfter; i++) answers.push(await attempt('999999'));
      expect(answers.at(-1)).toBe('AUTH.LOCKED');
    });

    it('a factor that was begun and not proven is none', async () => {
      const given = parts();
      await given.factor.begin(ACTOR, 'motcua');
      await expect(given.factor.confirm(ACTOR, '000500')).rejects.toMatchObject({ code: 'AUTH.WRONG_CODE' });
      await expect(new PasswordSignIn({ ...given, allowDemo: true }).open(request)).resolves.toMatchObject({
        session: { actor: ACTOR },
      });
    });

    it('lets an administrator in to set it up and for nothing else; from outside not even that', async () => {
      const given = parts();
      given.accounts.account = { ...given.accounts.account, roles: ['administrator'] };
      const signIn = new PasswordSignIn({ ...given, allowDemo: true });
      expect((await signIn.open(request)).session.actor.mustEnrolFactor).toBe(true);
      await expect(signIn.open({ ...request, address: '203.0.113.7' })).rejects.toMatchObject({
        code: 'AUTH.ENROL_INSIDE',
      });
    });

    it('asks an outside provider to have seen it', async () => {
      const given = parts();
      given.accounts.account = { ...given.accounts.account, roles: ['administrator'] };
      const signIn = new PasswordSignIn({ ...given, allowDemo: true });
      const proof = { address: '10.0.0.1', strong: false };
      await expect(signIn.openFor('motcua', proof)).rejects.toMatchObject({ code: 'AUTH.PROVIDER_WEAK' });
      expect((await signIn.openFor('motcua', { ...proof, strong: true })).session.actor).toEqual(ACTOR);
      await expect(signIn.openFor('ai-do', proof)).rejects.toMatchObject({ code: 'AUTH.NOT_LINKED' });
    });
  });
});
