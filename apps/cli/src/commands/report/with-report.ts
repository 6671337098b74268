import type { Actor } from '#libs/access';
import {
  AgencyDirectory,
  AdministrationJournal,
  PostgresAccounts,
  PostgresClock,
  PostgresReportFacts,
  query,
  readConfig,
  ReportFormRegister,
  TransactionRunner,
  withDatabase,
  type AgencyRow,
  type Connections,
} from '#libs/persistence';
import {
  agenciesOfLines,
  countFormByAgency,
  addedForms,
  formFactsOf,
  linesOf,
  REPORT_FORMS,
  reportForm,
  ReportReader,
  type PrintedForm,
  type ReportForm,
} from '#libs/reporting';
import { AppError, dayOf, type LocalDate, type UserId } from '#libs/shared';
import { procedures } from '#workflows';
import { UsageError } from '../../exit-code.js';
import type { CliIo } from '../../io.js';

export interface ReportAsked {
  /** The id of a form: of the product, or added as data in the reader's province. */
  readonly form: string;
  readonly agency: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** The account whose sight is counted with; else one that reads reports for the agency. */
  readonly as?: string | undefined;
}

const WHO = `
  SELECT u.id FROM app.app_user u JOIN app.agency a ON a.id = u.agency_id
   WHERE u.active AND CASE WHEN $1::text IS NOT NULL THEN u.username = $1
                           ELSE a.id = ANY ($2::int[]) AND u.roles && ARRAY['inspector', 'unitHead', 'chairman', 'provinceChairman'] END
   ORDER BY array_position($2::int[], a.id), 'inspector' = ANY (u.roles) DESC, u.id LIMIT 1`;

/** The form as the account sees it, counted now; the files of denunciations it does not see are not in it. */
export function withReport<T>(
  io: CliIo,
  asked: ReportAsked,
  work: (printed: PrintedForm, account: string) => Promise<T>,
): Promise<T> {
  return withDatabase(readConfig(), { max: 3, onProgress: (line) => io.say(line) }, async ({ connections }) => {
    const directory = new AgencyDirectory(connections.app);
    const agency = await directory.byCode(asked.agency);
    if (!agency) throw refused(`Không có cơ quan mã ${asked.agency}.`);
    const actor = await readerOf(connections, { agency, directory, as: asked.as });
    const transactions = new TransactionRunner(connections);
    const form = await formNamed(actor, asked.form, transactions);
    const reader = new ReportReader(new PostgresReportFacts(transactions), procedures);
    const now = await new PostgresClock(connections).now();
    const agencies = [...(await directory.all()).values()];
    const lines = linesOf(agencies, agency);
    const facts = formFactsOf(await reader.forForms(actor, now), agenciesOfLines(lines));
    const period = { from: asked.from, to: asked.to };
    const counted = countFormByAgency(form, facts, { period, lines, agencies });
    const above = agency.parentId === null ? {} : { above: (await directory.byId(agency.parentId)).name };
    const head = { agency: agency.name, ...above, place: '…………', madeOn: dayOf(now), knownAt: now };
    return work({ ...counted, head }, actor.fullName);
  });
}

/** @throws UsageError naming the forms there are. */
async function formNamed(actor: Actor, name: string, transactions: TransactionRunner): Promise<ReportForm> {
  const register = new ReportFormRegister(transactions, new AdministrationJournal(transactions));
  const added = await addedForms(register, actor);
  const form = reportForm(name) ?? added.find(({ id }) => id === name);
  const known = [...REPORT_FORMS.filter(({ columns }) => columns.length > 0), ...added];
  if (!form) throw new UsageError(`Không có biểu ${JSON.stringify(name)}; có: ${known.map(({ id }) => id).join(', ')}`);
  if (form.columns.length === 0) throw new UsageError(`Biểu ${form.code} (${form.circular}): ${form.notice}`);
  return form;
}

async function readerOf(
  connections: Connections,
  { agency, directory, as }: { agency: AgencyRow; directory: AgencyDirectory; as: string | undefined },
): Promise<Actor> {
  const above = [agency.id];
  for (let next = agency.parentId; next !== null; next = (await directory.byId(next)).parentId) above.push(next);
  const [found] = await query<{ id: UserId }>(connections.app, WHO, [as ?? null, above]);
  const accounts = new PostgresAccounts(connections.app, new TransactionRunner(connections));
  const actor = found ? await accounts.actor(found.id) : null;
  if (!actor)
    throw refused(as ? `Không có tài khoản ${as} đang hoạt động.` : 'Chưa có tài khoản thanh tra, lãnh đạo nào.');
  if (actor.agencies.includes(agency.id)) return actor;
  throw refused(`${actor.fullName} không phụ trách cơ quan ${agency.code}.`);
}
const refused = (detail: string): AppError =>
  new AppError({ code: 'REPORT.NO_READER', status: 404, title: 'Không lập được biểu', detail });
