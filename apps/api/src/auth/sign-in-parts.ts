import type { Provider } from '@nestjs/common';
import { Accounts, type Attempts, PasswordSignIn, SecondFactor, SignIn, type SignInPolicy } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import {
  AccountRegister,
  AdministrationJournal,
  type AgencyDirectory,
  Argon2Hasher,
  type Config,
  type Database,
  DEMO_PASSWORD,
  EmergencyAccess,
  outsideOf,
  PostgresAccounts,
  PostgresOutsideIdentities,
  PostgresSecondFactors,
  PostgresSessions,
  type SignInConfig,
  TrainingMode,
  type TransactionRunner,
} from '#libs/persistence';
import type { Clock } from '#libs/shared';
import { administrationDesks } from '../administration/administration-desks.js';
import { AccountLimit } from '../http/account-limit.js';
import { version } from '../ops/version.js';
import type { Services } from '../services.js';
import { AccountSecurityDesk } from './account-security-desk.js';
import { LoggedSecurityEvents } from './logged-security-events.js';
import { AppInfo } from './app-info.js';
import { EmergencyDesk } from './emergency-desk.js';
import { OpenIdSignIn } from './openid-sign-in.js';
import { OtplibCodes } from './otplib-codes.js';
import { OutsideSignIn } from './outside-sign-in.js';
import { OwnSecurityDesk } from './own-security-desk.js';
import { ReadAppInfo } from './read-app-info.js';
import { VaultFactorSeal } from './vault-factor-seal.js';

interface Ground {
  readonly config: Config;
  readonly database: Database;
  readonly transactions: TransactionRunner;
  readonly clock: Clock;
  readonly keeper: { readonly calendar: WorkCalendar };
  readonly directory: AgencyDirectory;
}

const policyOf = ({ secondFactor, networks }: SignInConfig): SignInPolicy => {
  const outside = outsideOf(networks);
  return {
    demands: (roles) => secondFactor === 'administrators' && roles.includes('administrator'),
    isRemote: outside,
  };
};

/** Who people are and how they come in, on its adapters. */
export function signInParts(ground: Ground, { vault }: Services, attempts: Attempts): Provider[] {
  const { config, database, transactions, directory, clock } = ground;
  const pool = database.connections.app;
  const journal = new AdministrationJournal(transactions);
  const accounts = new PostgresAccounts(pool, transactions);
  const sessions = new PostgresSessions(pool, transactions, journal);
  const policy = policyOf(config.signIn);
  const factor = new SecondFactor(
    new PostgresSecondFactors(pool, journal),
    new VaultFactorSeal(vault),
    new OtplibCodes(),
  );
  const signIn = new PasswordSignIn({
    ...{ accounts, sessions, attempts, factor, policy },
    events: new LoggedSecurityEvents(),
    hasher: new Argon2Hasher(),
    allowDemo: config.mode === 'demo',
  });
  const identities = new PostgresOutsideIdentities(pool, journal);
  const outside = new OpenIdSignIn({ provider: config.signIn.provider, identities, signIn });
  const register = new AccountRegister(transactions, journal);
  return [
    { provide: SignIn, useValue: signIn },
    { provide: AccountLimit, useValue: new AccountLimit(config.signIn.perMinute) },
    { provide: Accounts, useValue: accounts },
    ...administrationDesks({ ...ground, signIn }),
    { provide: OwnSecurityDesk, useValue: new OwnSecurityDesk({ accounts, sessions, signIn, factor, policy }) },
    { provide: OutsideSignIn, useValue: outside },
    {
      provide: AccountSecurityDesk,
      useValue: new AccountSecurityDesk({ accounts: register, directory, identities, outside, signIn }),
    },
    {
      provide: EmergencyDesk,
      useValue: new EmergencyDesk({
        emergencies: new EmergencyAccess(transactions, journal),
        signIn,
        agencyOf: async (actor, userId) => (await register.find(actor, userId, actor.agencies))?.agencyId ?? null,
      }),
    },
    {
      provide: AppInfo,
      useValue: new ReadAppInfo({
        ...{ mode: config.mode, version: version(), demoPassword: DEMO_PASSWORD, accounts, clock },
        training: new TrainingMode(pool, config.mode === 'demo'),
        outsideLabel: outside.label,
      }),
    },
  ];
}
