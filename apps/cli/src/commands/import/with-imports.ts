import { join } from 'node:path';
import type { Actor } from '#libs/access';
import { CaseworkService } from '#libs/casework';
import { FolderImportStaging } from '#libs/files';
import { openKeyVault } from '#libs/identity';
import { CaseworkOpener, IdentityTextSeal, ImportRegister, UndoImport } from '#libs/intake';
import {
  CalendarKeeper,
  PostgresAccounts,
  PostgresCaseFiles,
  PostgresCaseRecords,
  PostgresImports,
  PostgresKeyChecks,
  PostgresPetitions,
  query,
  readConfig,
  TransactionRunner,
  withDatabase,
  type Connections,
} from '#libs/persistence';
import { AppError, type UserId } from '#libs/shared';
import { procedures } from '#workflows';
import type { CliIo } from '../../io.js';

interface RegistrarChoice {
  readonly agency?: string | undefined;
  readonly user?: string | undefined;
  readonly batchId?: string | undefined;
}

export interface ImportTools {
  readonly imports: ImportRegister;
  readonly undo: UndoImport;
  /** Whose name stands in the register: the named account, the batch's own officer, or the agency's receptionist. */
  readonly registrar: (choice: RegistrarChoice) => Promise<Actor>;
}

const WHO = `
  SELECT u.id FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
   WHERE u.active AND CASE WHEN $1::text IS NOT NULL THEN u.username = $1
                           ELSE a.code = $2 AND u.roles && ARRAY['receptionist', 'caseOfficer', 'unitHead'] END
   ORDER BY 'receptionist' = ANY (u.roles) DESC, u.id LIMIT 1`;
const WHOSE = `SELECT b.created_by AS id FROM app.import_batch b WHERE b.id = $1`;

async function findRegistrar(connections: Connections, { agency, user, batchId }: RegistrarChoice): Promise<Actor> {
  const [found] =
    batchId === undefined
      ? await query<{ id: UserId }>(connections.app, WHO, [user ?? null, agency ?? null])
      : await query<{ id: UserId }>(connections.worker, WHOSE, [batchId]);
  const accounts = new PostgresAccounts(connections.app, new TransactionRunner(connections));
  const actor = found ? await accounts.actor(found.id) : null;
  if (actor) return actor;
  const detail =
    batchId !== undefined
      ? `Không có đợt nhập ${batchId}.`
      : user !== undefined
        ? `Không có tài khoản ${user} đang hoạt động.`
        : `Cơ quan ${agency ?? ''} không có, hoặc chưa có người tiếp nhận đơn.`;
  throw new AppError({ code: 'IMPORT.NO_REGISTRAR', status: 404, title: 'Không biết ghi tên ai vào sổ', detail });
}

/** Import and its undo on the database of the configuration, with casework beneath them. */
export async function withImports<T>(io: CliIo, work: (tools: ImportTools) => Promise<T>): Promise<T> {
  const config = readConfig();
  return withDatabase(config, { max: 4, onProgress: (line) => io.say(line) }, async ({ connections }) => {
    const transactions = new TransactionRunner(connections);
    const vault = await openKeyVault({
      masterKey: config.masterKeys,
      dataDir: config.dataDir,
      checks: new PostgresKeyChecks(connections.app),
    });
    const systemNow = (): Date => new Date();
    const casework = new CaseworkService({
      files: new PostgresCaseFiles(connections),
      seal: new IdentityTextSeal(vault),
      procedures,
      calendar: await new CalendarKeeper(connections).read(),
      systemNow,
    });
    const ports = {
      work: transactions,
      petitions: new PostgresPetitions(),
      imports: new PostgresImports(transactions),
      staging: new FolderImportStaging(join(config.dataDir, 'staging')),
      cases: new CaseworkOpener(casework),
      records: new PostgresCaseRecords(systemNow),
      vault,
    };
    return work({
      imports: new ImportRegister(ports),
      undo: new UndoImport(ports),
      registrar: (choice) => findRegistrar(connections, choice),
    });
  });
}
