import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Provider, Type } from '@nestjs/common';
import { Accounts, PasswordSignIn, SignIn } from '#libs/access';
import {
  AgencyDirectory,
  Argon2Hasher,
  Boards,
  CaseList,
  CaseSurroundingsReader,
  ClockRequests,
  type Config,
  type Database,
  DEMO_PASSWORD,
  InboxReader,
  MyWork,
  PostgresAccounts,
  PostgresClock,
  PostgresSessions,
  PublicStatusReader,
  ReferenceReader,
  TransactionRunner,
} from '#libs/persistence';
import { AppInfo } from './auth/app-info.js';
import { ReadAppInfo } from './auth/read-app-info.js';
import { BoardDesk } from './boards/board-desk.js';
import { ReadBoardDesk } from './boards/read-board-desk.js';
import { BusinessClockDesk } from './clock/business-clock-desk.js';
import { CONTROLLERS } from './controllers.js';
import { ClockDesk } from './clock/clock-desk.js';
import { Operations } from './ops/operations.js';
import { ProcessOperations } from './ops/process-operations.js';
import { PublicStatusDesk } from './public/public-status-desk.js';
import { ReadPublicStatusDesk } from './public/read-public-status-desk.js';
import { ReadReferenceDesk } from './reference/read-reference-desk.js';
import { ReferenceDesk } from './reference/reference-desk.js';

export interface System {
  readonly parts: Provider[];
  readonly controllers: Type[];
  close(): Promise<void>;
}

const version = (): string => (JSON.parse(readFileSync(join(process.cwd(), 'package.json'), 'utf8')) as { version: string }).version;

/** The one place where ports meet their adapters. */
export async function assemble(config: Config, database: Database): Promise<System> {
  const { connections } = database;
  const pool = connections.app;
  const demo = config.mode === 'demo';
  const transactions = new TransactionRunner(connections);
  const clock = new PostgresClock(connections);
  await clock.listen();
  const directory = new AgencyDirectory(pool);
  const accounts = new PostgresAccounts(pool, transactions);
  const signIn = new PasswordSignIn({ accounts, sessions: new PostgresSessions(pool), hasher: new Argon2Hasher(), allowDemo: demo });
  const boards = new Boards(transactions, directory);
  const parts: Provider[] = [
    { provide: SignIn, useValue: signIn },
    { provide: Accounts, useValue: accounts },
    { provide: AppInfo, useValue: new ReadAppInfo({ mode: config.mode, version: version(), demoPassword: DEMO_PASSWORD, accounts, clock }) },
    { provide: BoardDesk, useValue: new ReadBoardDesk({ boards, myWork: new MyWork(transactions), inbox: new InboxReader(transactions), directory, clock }) },
    { provide: PublicStatusDesk, useValue: new ReadPublicStatusDesk(new PublicStatusReader(pool), clock) },
    { provide: ClockDesk, useValue: new BusinessClockDesk(clock, demo ? new ClockRequests(pool) : null) },
    { provide: ReferenceDesk, useValue: new ReadReferenceDesk(directory, new ReferenceReader(pool), clock) },
    { provide: Operations, useValue: new ProcessOperations(pool) },
  ];
  const given = new Set(parts.map((part) => (part as { provide: unknown }).provide));
  const controllers = CONTROLLERS.filter((controller) => (Reflect.getMetadata('design:paramtypes', controller) as unknown[]).every((port) => given.has(port)));
  return { parts, controllers, close: () => clock.close() };
}
