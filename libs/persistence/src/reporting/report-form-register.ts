import type { Actor } from '#libs/access';
import type { AddedForm, FormRegister, ReportForm } from '#libs/reporting';
import type { LocalDate } from '#libs/shared';
import type { AdministrationJournal } from '../administration/administration-journal.js';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

interface Row extends Omit<AddedForm, 'form'> {
  readonly definition: ReportForm;
  readonly validTo: LocalDate | null;
}
const LIST = statement<Row>(
  'report.addedForms',
  `SELECT f.definition, f.valid_to AS "validTo", f.basis, u.full_name AS "recordedBy", f.recorded_at AS "recordedAt"
     FROM app.report_form f LEFT JOIN app.app_user u ON u.id = f.recorded_by WHERE f.province_id = $1 ORDER BY f.valid_from, f.form_id`,
);

/** Form versions of a province beside those of the product. Written in the administration's book, never changed, only ended. */
export class ReportFormRegister implements FormRegister {
  constructor(
    private readonly transactions: TransactionRunner,
    private readonly journal: AdministrationJournal,
  ) {}

  async all(actor: Actor): Promise<AddedForm[]> {
    const rows = await this.transactions.run(actor, (tx) => query(clientOf(tx), LIST, [actor.provinceId]));
    return rows.map(({ definition, validTo, ...row }) => ({ ...row, form: { ...definition, validTo } }));
  }

  add(actor: Actor, form: ReportForm, basis: string): Promise<void> {
    const { id: formId, code, validFrom, validTo } = form;
    return this.journal.act(actor, async (tx) => {
      const values = [formId, validFrom, validTo, JSON.stringify(form), basis];
      await query(clientOf(tx), 'SELECT app.report_form_add($1, $2, $3, $4, $5)', values);
      const facts = { formId, code, validFrom, validTo, columns: form.columns.length };
      const act = { agencyId: actor.provinceId, type: 'REPORT_FORM_ADDED', facts, texts: { basis } } as const;
      return { result: undefined, acts: [act] };
    });
  }

  end(actor: Actor, formId: string, lastDay: LocalDate): Promise<void> {
    return this.journal.act(actor, async (tx) => {
      await query(clientOf(tx), 'SELECT app.report_form_end($1, $2)', [formId, lastDay]);
      const act = { agencyId: actor.provinceId, type: 'REPORT_FORM_ENDED', facts: { formId, lastDay } } as const;
      return { result: undefined, acts: [act] };
    });
  }
}
