import { join } from 'node:path';
import type { Provider, Type } from '@nestjs/common';
import type { Attempts } from '#libs/access';
import { computeColumns } from '#libs/casework';
import { CalendarChangeService } from '#libs/oversight';
import { PartialFiles } from '#libs/files';
import { IdentityDesk, SecrecyDesk } from '#libs/identity';
import type { Clock } from '#libs/shared';
import {
  AdministrationJournal,
  AgencyDirectory,
  AuditChecks,
  Boards,
  Breaches,
  CalendarKeeper,
  CalendarReader,
  CaseList,
  CasePeopleReader,
  CaseSurroundingsReader,
  ClockRequests,
  type Config,
  type Database,
  EscalationPolicies,
  EarlierAnswersReader,
  InboxReader,
  LeaderBoards,
  LedgerReader,
  MyWork,
  NationalPackage,
  OnlineReader,
  OperationsReader,
  PetitionDetail,
  PetitionList,
  PostgresAccounts,
  PostgresAttempts,
  PostgresCaseNotes,
  PostgresPersonalTasks,
  PostgresCalendarChanges,
  PostgresClock,
  PostgresContacts,
  PostgresMessages,
  PostgresDelegations,
  PostgresLive,
  PostgresRetention,
  PostgresSignals,
  PostgresUrgings,
  PostgresUploads,
  PostgresWorkload,
  PublicStatusReader,
  QuickSearch,
  ReferenceReader,
  SeenTargets,
  TrainingData,
  TransactionRunner,
  UserSettings,
} from '#libs/persistence';
import { AdministrationDesk } from './administration/administration-desk.js';
import { AuditDesk } from './audit/audit-desk.js';
import { LedgerAuditDesk } from './audit/ledger-audit-desk.js';
import { signInParts } from './auth/sign-in-parts.js';
import { BoardDesk } from './boards/board-desk.js';
import { LeaderActsDesk } from './boards/leader-acts-desk.js';
import { LeaderBoardDesk } from './boards/leader-board-desk.js';
import { PaperUrgingLetters } from './boards/paper-urging-letters.js';
import { ReadBoardDesk } from './boards/read-board-desk.js';
import { BreachDesk } from './breaches/breach-desk.js';
import { CalendarDesk } from './calendar/calendar-desk.js';
import { OversightCalendarDesk } from './calendar/oversight-calendar-desk.js';
import { CaseFileDesk } from './case-files/case-file-desk.js';
import { CaseRoomDesk } from './case-files/case-room-desk.js';
import { CaseworkCaseFileDesk } from './case-files/casework-case-file-desk.js';
import { BusinessClockDesk } from './clock/business-clock-desk.js';
import { ClockDesk } from './clock/clock-desk.js';
import { CONTROLLERS } from './controllers.js';
import { DocumentDesk } from './documents/document-desk.js';
import { ForwardingDesk } from './forwarding/forwarding-desk.js';
import { ImportDesk } from './imports/import-desk.js';
import { IntakeImportDesk } from './imports/intake-import-desk.js';
import { OriginalsDesk } from './identity/originals-desk.js';
import { LiveHub } from './live/live-hub.js';
import { nationalParts } from './national/national-parts.js';
import { NoticeDesk } from './notices/notice-desk.js';
import { EscalationDesk } from './escalation/escalation-desk.js';
import { HealthDesk } from './ops/health-desk.js';
import { version } from './ops/version.js';
import { Operations } from './ops/operations.js';
import { ProcessOperations } from './ops/process-operations.js';
import { IntakePetitionDesk } from './petitions/intake-petition-desk.js';
import { PetitionDesk } from './petitions/petition-desk.js';
import { OnlineFilingDesk } from './public/online-filing-desk.js';
import { PublicStatusDesk } from './public/public-status-desk.js';
import { ReadPublicStatusDesk } from './public/read-public-status-desk.js';
import { ReceptionDesk } from './reception/reception-desk.js';
import { ReceptionPapers } from './reception/reception-papers.js';
import { ReadReferenceDesk } from './reference/read-reference-desk.js';
import { ReferenceDesk } from './reference/reference-desk.js';
import { RetentionDesk } from './retention/retention-desk.js';
import { SearchDesk } from './search/search-desk.js';
import { reportingParts } from './reports/reporting-parts.js';
import { openServices, type Services, trainingStamp } from './services.js';
import { TrainingDesk } from './training/training-desk.js';
import { Sight } from './http/scope-first.interceptor.js';
import { MAX_FILE_BYTES } from './http/uploads.js';
import { GLOBAL_PREFIX } from './controllers-prefix.js';
import { UploadDesk } from './uploads/upload-desk.js';

export interface System {
  readonly parts: Provider[];
  readonly controllers: Type[];
  close(): Promise<void>;
}

/** What every desk is made of. */
interface Ground {
  readonly config: Config;
  readonly database: Database;
  readonly transactions: TransactionRunner;
  readonly clock: Clock;
  readonly keeper: CalendarKeeper;
  readonly directory: AgencyDirectory;
}

/** The one place where ports meet their adapters. */
export async function assemble(config: Config, database: Database): Promise<System> {
  const { connections } = database;
  const transactions = new TransactionRunner(connections);
  const clock = new PostgresClock(connections);
  await clock.listen();
  const keeper = new CalendarKeeper(connections);
  await keeper.start();
  const ground: Ground = {
    config,
    database,
    transactions,
    clock,
    keeper,
    directory: new AgencyDirectory(connections.app),
  };
  const services = await openServices(config, database, keeper.calendar);
  const attempts = new PostgresAttempts(connections.app);
  const training = trainingDesk(ground, services);
  const imports = new IntakeImportDesk(services.importRegister, services.undoImport);
  const hub = new LiveHub(new PostgresLive(connections));
  const signals = new PostgresSignals(connections, { live: () => hub.look() }, 'app');
  await signals.listen();
  const parts = [
    ...signInParts(ground, services, attempts),
    ...work(ground, services, attempts),
    { provide: ImportDesk, useValue: imports },
    ...aroundIt(ground, attempts),
    { provide: TrainingDesk, useValue: training },
    calendarDesk(ground),
    { provide: LiveHub, useValue: hub },
    ...reportingParts(ground),
    ...nationalParts({ ...ground, calendar: keeper.calendar, relay: config.gateways.national !== undefined }, services),
  ];
  const close = async (): Promise<void> => {
    await imports.settled();
    await training.settled();
    await signals.close();
    await keeper.close();
    await clock.close();
  };
  return { parts, controllers: CONTROLLERS, close };
}

function work(
  { config, database, transactions, directory, clock, keeper }: Ground,
  services: Services,
  attempts: Attempts,
): Provider[] {
  const list = new PetitionList(transactions, directory);
  const detail = new PetitionDetail(transactions);
  const cases = new CaseList(transactions, directory);
  const surroundings = new CaseSurroundingsReader(transactions);
  const petitions = new IntakePetitionDesk({
    ...{ ...services, list, detail, directory },
    earlier: new EarlierAnswersReader(transactions),
  });
  const receptionPapers = new ReceptionPapers(services.reception, directory, () => trainingStamp(services.training));
  return [
    {
      provide: UploadDesk,
      useValue: new UploadDesk({
        ...{ petitions, attachFiles: services.attachFiles, vault: services.vault, maxBytes: MAX_FILE_BYTES },
        uploads: new PostgresUploads(database.connections),
        files: new PartialFiles({
          folder: join(config.dataDir, 'uploads'),
          path: `/${GLOBAL_PREFIX}/uploads`,
          maxBytes: MAX_FILE_BYTES,
        }),
      }),
    },
    { provide: PetitionDesk, useValue: petitions },
    {
      provide: OnlineFilingDesk,
      useValue: new OnlineFilingDesk({
        ...{ fileOnline: services.fileOnline, contacts: new PostgresContacts(transactions), directory },
        reader: new OnlineReader(transactions, directory),
        attempts,
      }),
    },
    { provide: ForwardingDesk, useValue: new ForwardingDesk(services) },
    {
      provide: CaseFileDesk,
      useValue: new CaseworkCaseFileDesk({
        ...{ casework: services.casework, list: cases, surroundings, directory, clock },
        calendar: keeper.calendar,
        papers: services.paperViews,
        vault: services.vault,
      }),
    },
    {
      provide: CaseRoomDesk,
      useValue: new CaseRoomDesk({
        notes: new PostgresCaseNotes(transactions),
        tasks: new PostgresPersonalTasks(transactions),
        people: new CasePeopleReader(transactions),
        seal: services.seal,
        systemNow: () => new Date(),
      }),
    },
    {
      provide: DocumentDesk,
      useValue: new DocumentDesk({
        ...{ service: services.papers, views: services.paperViews, templates: services.templates },
        ...{ directory, clock },
      }),
    },
    { provide: IdentityDesk, useValue: services.identity },
    { provide: NationalPackage, useValue: new NationalPackage(transactions) },
    { provide: SecrecyDesk, useValue: services.secrecy },
    { provide: OriginalsDesk, useValue: new OriginalsDesk(services) },
    {
      provide: SearchDesk,
      useValue: new SearchDesk({ list, quick: new QuickSearch(transactions), directory, vault: services.vault }),
    },
    { provide: UserSettings, useValue: new UserSettings(transactions) },
    {
      provide: AdministrationDesk,
      useValue: new AdministrationDesk({
        delegations: new PostgresDelegations(database.connections.app),
        casework: services.casework,
        workload: new PostgresWorkload(transactions),
        clock,
      }),
    },
    { provide: ReceptionPapers, useValue: receptionPapers },
    { provide: ReceptionDesk, useValue: new ReceptionDesk(services.reception, directory, clock, receptionPapers) },
    ...boardDesks({ transactions, directory, clock, keeper }, services),
  ];
}

function boardDesks(
  { transactions, directory, clock, keeper }: Pick<Ground, 'transactions' | 'directory' | 'clock' | 'keeper'>,
  { casework, papers, vault }: Services,
): Provider[] {
  const { calendar } = keeper;
  const lists = new ReadBoardDesk({
    boards: new Boards(transactions, directory),
    myWork: new MyWork(transactions),
    inbox: new InboxReader(transactions),
    ...{ directory, clock, calendar },
  });
  const figures = new LeaderBoards(transactions, directory);
  return [
    { provide: BoardDesk, useValue: lists },
    { provide: LeaderBoardDesk, useValue: new LeaderBoardDesk({ figures, lists, directory, clock, calendar }) },
    {
      provide: LeaderActsDesk,
      useValue: new LeaderActsDesk({
        ...{ casework, papers, vault, figures, clock, calendar },
        urgings: new PostgresUrgings(transactions),
        letters: new PaperUrgingLetters(papers, figures),
      }),
    },
  ];
}

function aroundIt(
  { config, database, transactions, directory, clock, keeper }: Ground,
  attempts: Attempts,
): Provider[] {
  const pool = database.connections.app;
  return [
    { provide: AgencyDirectory, useValue: directory },
    { provide: Sight, useValue: new SeenTargets(transactions) },
    {
      provide: PublicStatusDesk,
      useValue: new ReadPublicStatusDesk({
        reader: new PublicStatusReader(pool),
        ...{ clock, directory, attempts, calendar: keeper.calendar },
      }),
    },
    {
      provide: ClockDesk,
      useValue: new BusinessClockDesk(clock, config.mode === 'demo' ? new ClockRequests(pool) : null, keeper.calendar),
    },
    {
      provide: ReferenceDesk,
      useValue: new ReadReferenceDesk(directory, new ReferenceReader(pool), clock, keeper.calendar),
    },
    {
      provide: AuditDesk,
      useValue: new LedgerAuditDesk(new LedgerReader(pool, transactions), new AuditChecks(transactions), directory),
    },
    {
      provide: NoticeDesk,
      useValue: new NoticeDesk({
        contacts: new PostgresContacts(transactions),
        messages: new PostgresMessages(transactions),
      }),
    },
    { provide: Operations, useValue: new ProcessOperations(pool) },
    {
      provide: EscalationDesk,
      useValue: new EscalationDesk(
        new EscalationPolicies(transactions, new AdministrationJournal(transactions)),
        directory,
      ),
    },
    {
      provide: BreachDesk,
      useValue: new BreachDesk({
        breaches: new Breaches(transactions, new AdministrationJournal(transactions)),
        ...{ directory, clock },
      }),
    },
    {
      provide: RetentionDesk,
      useValue: new RetentionDesk(
        new PostgresRetention(transactions, new AdministrationJournal(transactions)),
        directory,
      ),
    },
    {
      provide: HealthDesk,
      useValue: new HealthDesk({
        reader: new OperationsReader(pool, transactions, config.dataDir),
        journal: new AdministrationJournal(transactions),
        ...{ calendar: keeper.calendar, clock, version: version(), mode: config.mode },
      }),
    },
  ];
}

function calendarDesk({ database, transactions, directory, clock, keeper }: Ground): Provider {
  const changes = new CalendarChangeService({
    changes: new PostgresCalendarChanges(database.connections),
    reckon: computeColumns,
    businessNow: () => clock.now(),
    systemNow: () => new Date(),
  });
  const desk = new OversightCalendarDesk({
    ...{ changes, directory, clock, calendar: keeper.calendar, reader: new CalendarReader(transactions) },
    refresh: () => keeper.refresh(),
  });
  return { provide: CalendarDesk, useValue: desk };
}

function trainingDesk({ database, transactions, directory, keeper }: Ground, { training }: Services): TrainingDesk {
  const { connections } = database;
  const accounts = new PostgresAccounts(connections.app, transactions);
  return new TrainingDesk({
    mode: training,
    data: training.available && connections.urls.admin !== undefined ? new TrainingData(connections.admin) : null,
    journal: new AdministrationJournal(transactions),
    nameOf: async (actor) => (await accounts.profile(actor)).fullName,
    forget: async () => {
      directory.forget();
      await keeper.refresh();
    },
  });
}
