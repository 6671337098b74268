import type { Actor } from '#libs/access';
import { isUuid } from '#libs/shared';
import { query } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const row = (table: string): string => `SELECT 1 FROM app.${table} WHERE id = $1::uuid`;
/** Reception is written by the agency that holds it; a superior reads. */
const ownRow = (table: string): string => `${row(table)} AND agency_id = app.own_agency()`;

const STATEMENTS = {
  petition: row('petition'),
  caseFile: row('case_file'),
  paper: row('paper'),
  paperTemplate: row('document_template'),
  importBatch: row('import_batch'),
  task: row('task'),
  receptionSchedule: ownRow('reception_schedule'),
  receptionSession: ownRow('reception_session'),
  receptionVisit: ownRow('reception_visit'),
  receptionTask: ownRow('reception_task'),
  receptionOpinion: `SELECT 1 FROM app.reception_opinion o JOIN app.reception_session s ON s.id = o.session_id
                      WHERE o.id = $1::uuid AND s.agency_id = app.own_agency()`,
  openingBalance: row('opening_balance'),
  upload: row('upload'),
  retentionProposal: row('retention_proposal'),
  breach: row('breach'),
  issuedReport: row('report_snapshot'),
  inspection: row('inspection'),
  inspectionSample: row('inspection_sample'),
  inspectionList: row('inspection_list'),
  axisMessage: row('axis_message'),
  nationalPackage: row('national_package'),
  administeredUser: `SELECT 1 FROM app.app_user WHERE id::text = $1 AND agency_id = ANY (app.administers())`,
  administeredAgency: `SELECT 1 FROM app.agency WHERE code = upper($1) AND id = ANY (app.administers())`,
} as const;
export type SeenTarget = keyof typeof STATEMENTS;

/** Whether whoever acts sees the thing that a path names, as row security and the agency tree have it. */
export class SeenTargets {
  constructor(private readonly transactions: TransactionRunner) {}

  async sees(actor: Actor, target: SeenTarget, id: string): Promise<boolean> {
    const text = STATEMENTS[target];
    if (text.includes('::uuid') && !isUuid(id)) return false;
    const rows = await this.transactions.run(actor, (tx) => query<object>(clientOf(tx), text, [id]));
    return rows.length > 0;
  }
}
