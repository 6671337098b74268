import { uuidAt } from '#libs/intake';
import {
  AdministrationJournal,
  AgencyDirectory,
  type Connections,
  PostgresAccounts,
  PostgresIssuedReports,
  PostgresPackSchedule,
  PostgresReportFacts,
  PostgresReportPacks,
  ReportFormRegister,
  TransactionRunner,
} from '#libs/persistence';
import { IssueRoom, PackMaker, type PackSchedule, ReportReader } from '#libs/reporting';
import type { Clock } from '#libs/shared';
import { procedures } from '#workflows';

/**
 * Packs are counted as who signs them would count: the worker's own role, acting as the person in the transaction. No login of the api
 * is needed; what the person does not see is not in the facts.
 */
export function packMaking(
  connections: Connections,
  clock: Clock,
): { readonly maker: PackMaker; readonly schedule: PackSchedule } {
  const { worker } = connections;
  const transactions = new TransactionRunner({ app: worker, worker });
  const directory = new AgencyDirectory(worker);
  const newId = (): string => uuidAt(new Date());
  const journal = new AdministrationJournal(transactions);
  const room = new IssueRoom({
    reports: new PostgresIssuedReports(transactions, journal),
    reader: new ReportReader(new PostgresReportFacts(transactions), procedures),
    ...{ clock, newId, agencies: async () => [...(await directory.all()).values()] },
  });
  const register = new ReportFormRegister(transactions, journal);
  return {
    maker: new PackMaker({ packs: new PostgresReportPacks(transactions), room, register, clock, newId }),
    schedule: new PostgresPackSchedule(worker, new PostgresAccounts(worker, transactions)),
  };
}
