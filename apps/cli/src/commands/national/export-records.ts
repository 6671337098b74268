import type { ExportFormat, NationalRecord } from '#libs/interchange';
import {
  AdministrationJournal,
  AgencyDirectory,
  NationalRecords,
  PostgresAccounts,
  query,
  readConfig,
  type RecordFilter,
  TransactionRunner,
  withDatabase,
} from '#libs/persistence';
import { AppError, type Role, type UserId } from '#libs/shared';
import type { CliIo } from '../../io.js';

const MAKERS: readonly Role[] = ['unitHead', 'chairman', 'provinceChairman', 'identityCustodian'];
const MOST = 5_000;

/** Records as an account sees them; that they were taken stands in its agency's book. */
export function exportRecords(
  io: CliIo,
  asked: {
    readonly agency: string;
    readonly as: string;
    readonly filter: Omit<RecordFilter, 'agencies'>;
    readonly format: ExportFormat;
  },
): Promise<readonly NationalRecord[]> {
  return withDatabase(readConfig(), { max: 3, onProgress: (line) => io.say(line) }, async ({ connections }) => {
    const transactions = new TransactionRunner(connections);
    const directory = new AgencyDirectory(connections.app);
    const agency = await directory.byCode(asked.agency);
    const [found] = await query<{ id: UserId }>(
      connections.app,
      'SELECT id FROM app.app_user WHERE username = $1 AND active',
      [asked.as],
    );
    const actor = found ? await new PostgresAccounts(connections.app, transactions).actor(found.id) : null;
    if (!actor || !MAKERS.some((role) => actor.roles.includes(role)))
      throw refused(`Không có tài khoản ${asked.as}, hoặc tài khoản không được cập nhật Cơ sở dữ liệu quốc gia.`);
    if (!agency || !actor.agencies.includes(agency.id))
      throw refused(`${actor.fullName} không phụ trách cơ quan mã ${asked.agency}.`);
    const records = new NationalRecords(transactions, new AdministrationJournal(transactions));
    const agencies = await directory.subtree(agency.id);
    const taken = await records.records(actor, { ...asked.filter, agencies }, MOST);
    await records.noteTaken(actor, { records: taken.length, format: asked.format });
    return taken;
  });
}

const refused = (detail: string): AppError =>
  new AppError({ code: 'NATIONAL.NOT_ALLOWED', status: 403, title: 'Không xuất được', detail });
