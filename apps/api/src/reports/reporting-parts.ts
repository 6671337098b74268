import { randomBytes, randomUUID } from 'node:crypto';
import type { Provider } from '@nestjs/common';
import { uuidAt } from '#libs/intake';
import {
  AdministrationJournal,
  type AgencyDirectory,
  type Database,
  LedgerReader,
  PostgresDataGaps,
  PostgresInspections,
  PostgresRateTargets,
  PostgresIssuedReports,
  PostgresEmulationModels,
  PostgresScoreSource,
  PostgresReadingLog,
  PostgresReportFacts,
  PostgresReportRows,
  PostgresReportPacks,
  ReportFormRegister,
  type TransactionRunner,
} from '#libs/persistence';
import { InspectionRoom, IssueRoom, PackMaker } from '#libs/reporting';
import type { Clock } from '#libs/shared';
import { procedures } from '#workflows';
import { EvidenceDesk } from '../inspection/evidence-desk.js';
import { FrozenListsDesk } from '../inspection/frozen-lists-desk.js';
import { InspectionDesk } from '../inspection/inspection-desk.js';
import { ReadingDesk } from '../inspection/reading-desk.js';
import { ComplexDesk } from '../scorecards/complex-desk.js';
import { EmulationDesk } from '../scorecards/emulation-desk.js';
import { ScorecardDesk } from '../scorecards/scorecard-desk.js';
import { TargetsDesk } from '../scorecards/targets-desk.js';
import { FormDesk } from './form-desk.js';
import { FormVersionDesk } from './form-version-desk.js';
import { IssuedDesk } from './issued-desk.js';
import { IssuedGapsDesk } from './issued-gaps-desk.js';
import { IssuedPacksDesk } from './issued-packs-desk.js';
import { ReportDesk } from './report-desk.js';
import { SharedReportReader } from './shared-report-reader.js';

/** The desks that count, sample and tell who read what. */
export function reportingParts({
  database,
  transactions,
  directory,
  clock,
}: {
  readonly database: Database;
  readonly transactions: TransactionRunner;
  readonly directory: AgencyDirectory;
  readonly clock: Clock;
}): Provider[] {
  const reader = new SharedReportReader(
    new PostgresReportFacts(transactions),
    procedures,
    new PostgresReportRows(transactions),
  );
  const scores = new PostgresScoreSource(transactions);
  const targets = new PostgresRateTargets(transactions);
  const reports = new ReportDesk({ reader, directory, clock, targets });
  const inspections = new PostgresInspections(transactions);
  const room = new InspectionRoom({
    inspections,
    factsOf: (actor, address) => reports.factsOf(actor, address),
    newId: randomUUID,
    newSeed: () => randomBytes(8).toString('hex'),
  });
  const issued = new PostgresIssuedReports(transactions, new AdministrationJournal(transactions));
  const register = new ReportFormRegister(transactions, new AdministrationJournal(transactions));
  const issueRoom = new IssueRoom({
    ...{ reports: issued, reader, clock, agencies: async () => [...(await directory.all()).values()] },
    newId: () => uuidAt(new Date()),
  });
  const packs = new PostgresReportPacks(transactions);
  const maker = new PackMaker({ packs, room: issueRoom, register, clock, newId: () => uuidAt(new Date()) });
  return [
    {
      provide: IssuedPacksDesk,
      useValue: new IssuedPacksDesk({ packs, maker, room: issueRoom, issued, reader, directory, clock }),
    },
    {
      provide: IssuedGapsDesk,
      useValue: new IssuedGapsDesk({ gaps: new PostgresDataGaps(transactions), reader, directory, clock }),
    },
    { provide: IssuedDesk, useValue: new IssuedDesk({ room: issueRoom, issued, register, reader, directory, clock }) },
    { provide: ReportDesk, useValue: reports },
    { provide: ScorecardDesk, useValue: new ScorecardDesk({ reader, directory, clock, scores }) },
    { provide: ComplexDesk, useValue: new ComplexDesk({ reader, directory, clock, scores }) },
    {
      provide: EmulationDesk,
      useValue: new EmulationDesk({ models: new PostgresEmulationModels(transactions), directory, clock }),
    },
    { provide: TargetsDesk, useValue: new TargetsDesk({ targets, directory }) },
    { provide: FormDesk, useValue: new FormDesk({ reader, directory, clock, register }) },
    { provide: FormVersionDesk, useValue: new FormVersionDesk(register) },
    {
      provide: FrozenListsDesk,
      useValue: new FrozenListsDesk({ room, inspections, register, reports, reader, directory, clock }),
    },
    {
      provide: EvidenceDesk,
      useValue: new EvidenceDesk({
        ...{ room, inspections, clock, ledger: new LedgerReader(database.connections.app, transactions) },
      }),
    },
    { provide: InspectionDesk, useValue: new InspectionDesk({ room, inspections, directory, clock }) },
    { provide: ReadingDesk, useValue: new ReadingDesk(new PostgresReadingLog(transactions), directory, clock) },
  ];
}
