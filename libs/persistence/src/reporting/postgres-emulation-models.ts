import type { Actor } from '#libs/access';
import { type EmulationEntry, type EmulationModel, EmulationModels } from '#libs/reporting';
import type { AgencyId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';

const ENTRY = `
  SELECT e.model_id AS "modelId", e.rev, e.agency_id AS "agencyId", e.kind, e.year, e.name, e.field, e.summary, e.level, e.decision,
         e.reason, u.full_name AS "enteredByName", e.entered_at AS "enteredAt"
    FROM app.emulation_entry e JOIN app.app_user u ON u.id = e.entered_by`;
const LIST = statement<EmulationEntry>(
  'emulation.list',
  `${ENTRY} WHERE e.agency_id = ANY ($1::int[]) AND ($2::int IS NULL OR e.year = $2)
      AND e.rev = (SELECT max(l.rev) FROM app.emulation_entry l WHERE l.model_id = e.model_id)
    ORDER BY e.year DESC, e.agency_id, e.name, e.model_id`,
);
const HISTORY = statement<EmulationEntry>('emulation.history', `${ENTRY} WHERE e.model_id = $1 ORDER BY e.rev`);
const ADD = statement<object>(
  'emulation.add',
  `INSERT INTO app.emulation_entry (model_id, rev, agency_id, province_id, kind, year, name, field, summary, level, decision, entered_by, entered_at)
   SELECT $1, 1, a.id, a.province_id, 'added', $3, $4, $5, $6, $7, $8, $9, app.business_now() FROM app.agency a WHERE a.id = $2`,
);
/** From the entry it replaces; nothing is written where that is not the last one, or the model is voided. */
const CHANGE = statement<{ rev: number }>(
  'emulation.change',
  `INSERT INTO app.emulation_entry (model_id, rev, agency_id, province_id, kind, year, name, field, summary, level, decision, reason, entered_by, entered_at)
   SELECT e.model_id, e.rev + 1, e.agency_id, e.province_id, $3, coalesce($4, e.year), coalesce($5, e.name), coalesce($6, e.field),
          coalesce($7, e.summary), coalesce($8, e.level), CASE WHEN $5 IS NULL THEN e.decision ELSE $9 END, $10, $11, app.business_now()
     FROM app.emulation_entry e WHERE e.model_id = $1 AND e.rev = $2 AND e.kind <> 'voided' AND e.agency_id = ANY ((SELECT app.agencies())::int[])
   ON CONFLICT DO NOTHING RETURNING rev`,
);

export class PostgresEmulationModels extends EmulationModels {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override list(
    actor: Actor,
    { agencies, year }: { readonly agencies: readonly AgencyId[]; readonly year: number | null },
  ): Promise<EmulationEntry[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), LIST, [agencies, year]));
  }

  override history(actor: Actor, modelId: string): Promise<EmulationEntry[]> {
    return this.runner.run(actor, (tx) => query(clientOf(tx), HISTORY, [modelId]));
  }

  override async add(
    actor: Actor,
    modelId: string,
    { agencyId, model }: { readonly agencyId: AgencyId; readonly model: EmulationModel },
  ): Promise<void> {
    const values = [modelId, agencyId, ...valuesOf(model), actor.userId];
    await this.runner.run(actor, (tx) => query(clientOf(tx), ADD, values));
  }

  override async change(
    actor: Actor,
    modelId: string,
    { rev, kind, model, reason }: Parameters<EmulationModels['change']>[2],
  ): Promise<boolean> {
    const values = [modelId, rev, kind, ...valuesOf(model), reason, actor.userId];
    const rows = await this.runner.run(actor, (tx) => query(clientOf(tx), CHANGE, values));
    return rows.length > 0;
  }
}

const valuesOf = (model: EmulationModel | null) =>
  model === null
    ? [null, null, null, null, null, null]
    : [model.year, model.name, model.field, model.summary, model.level, model.decision];
