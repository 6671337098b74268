import type { Provider } from '@nestjs/common';
import type { SignIn } from '#libs/access';
import type { WorkCalendar } from '#libs/calendar';
import {
  AccountRegister,
  AdministrationJournal,
  type AgencyDirectory,
  AgencyRegister,
  Argon2Hasher,
  type Config,
  OpeningBalances,
  RemoteAreas,
  SetupReader,
  type TransactionRunner,
} from '#libs/persistence';
import type { Clock } from '#libs/shared';
import { AgencyDesk } from './agency-desk.js';
import { JournalDesk } from './journal-desk.js';
import { OpeningDesk } from './opening-desk.js';
import { PeopleImportDesk } from './people-import-desk.js';
import { RemoteAreaDesk } from './remote-area-desk.js';
import { SetupDesk } from './setup-desk.js';
import { UserDesk } from './user-desk.js';

/** Agencies, imported people, lists and the journal of administration on their adapters. */
export function administrationDesks({
  config,
  transactions,
  directory,
  clock,
  keeper,
  signIn,
}: {
  readonly config: Config;
  readonly transactions: TransactionRunner;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
  readonly keeper: { readonly calendar: WorkCalendar };
  readonly signIn: SignIn;
}): Provider[] {
  const journal = new AdministrationJournal(transactions);
  const accounts = new AccountRegister(transactions, journal);
  const areas = new RemoteAreas(transactions, journal);
  const balances = new OpeningBalances(transactions, journal);
  const reader = new SetupReader(transactions);
  const hasher = new Argon2Hasher();
  return [
    {
      provide: AgencyDesk,
      useValue: new AgencyDesk({ register: new AgencyRegister(transactions, journal), directory, clock, signIn }),
    },
    { provide: UserDesk, useValue: new UserDesk({ accounts, directory, hasher, signIn }) },
    { provide: PeopleImportDesk, useValue: new PeopleImportDesk({ accounts, directory, hasher }) },
    { provide: RemoteAreaDesk, useValue: new RemoteAreaDesk({ areas, directory, clock }) },
    { provide: OpeningDesk, useValue: new OpeningDesk({ balances, directory, clock }) },
    { provide: JournalDesk, useValue: new JournalDesk(journal, directory) },
    { provide: SetupDesk, useValue: new SetupDesk({ reader, directory, clock, calendar: keeper.calendar, config }) },
  ];
}
