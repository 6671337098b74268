import type { Actor } from '#libs/access';
import {
  type FindingPlace,
  type Inspection,
  Inspections,
  type NewFinding,
  type NewInspection,
  type NewInspectionList,
  type NewSample,
  type Sample,
  type SampledCase,
} from '#libs/reporting';
import { query, statement } from '../query.js';
import { clientOf, type TransactionRunner } from '../transaction.js';
import { ADD_LIST, FINDINGS, FOR_HEAD, LIST_IDS, LIST_ONE, LISTED, LISTS, NOTE } from './inspection-statements.js';

const INSPECTION = `
  SELECT i.id, i.agency_id AS "agencyId", i.name, i.team, i.from_on AS "from", i.to_on AS "to", u.full_name AS "createdByName",
         i.created_at AS "createdAt", (SELECT count(*) FROM app.inspection_sample s WHERE s.inspection_id = i.id) AS samples,
         (SELECT count(*) FROM app.inspection_finding f LEFT JOIN app.inspection_sample s ON s.id = f.sample_id
            LEFT JOIN app.inspection_list l ON l.id = f.list_id WHERE coalesce(s.inspection_id, l.inspection_id) = i.id) AS findings
    FROM app.inspection i JOIN app.app_user u ON u.id = i.created_by`;
const ALL = statement<Inspection>('inspection.all', `${INSPECTION} ORDER BY i.created_at DESC, i.id DESC LIMIT 200`);
const ONE = statement<Inspection>('inspection.one', `${INSPECTION} WHERE i.id = $1`);
const ADD = statement<object>(
  'inspection.add',
  `INSERT INTO app.inspection (id, agency_id, province_id, name, team, from_on, to_on, created_by, created_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, app.business_now())`,
);
const SAMPLE = `
  SELECT s.id, s.inspection_id AS "inspectionId", s.figure, s.algorithm, s.seed, s.strata, s.size, s.population_size AS "populationSize",
         s.population_hash AS "populationHash", u.full_name AS "drawnByName", s.drawn_at AS "drawnAt"
    FROM app.inspection_sample s JOIN app.app_user u ON u.id = s.drawn_by`;
const SAMPLES = statement<Sample>(
  'inspection.samples',
  `${SAMPLE} WHERE s.inspection_id = $1 ORDER BY s.drawn_at, s.id`,
);
const SAMPLE_ONE = statement<Sample>('inspection.sample', `${SAMPLE} WHERE s.id = $1`);
const ADD_SAMPLE = statement<object>(
  'inspection.addSample',
  `INSERT INTO app.inspection_sample (id, inspection_id, province_id, figure, algorithm, seed, strata, size, population_size, population_hash, drawn_by, drawn_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, app.business_now())`,
);
const ADD_CASES = statement<object>(
  'inspection.addCases',
  `INSERT INTO app.inspection_sample_case (sample_id, ordinal, case_id, stratum)
   SELECT $1, k.ordinal, k."caseId", k.stratum FROM jsonb_to_recordset($2) AS k("caseId" uuid, ordinal int, stratum text)`,
);
const CASES = statement<SampledCase>(
  'inspection.cases',
  `SELECT k.case_id AS "caseId", k.ordinal, k.stratum, p.register_label AS "registerLabel", c.agency_id AS "agencyId", p.type AS "petitionType",
          c.procedure, c.procedure_version AS "procedureVersion", c.stage, c.received_on AS "receivedOn"
     FROM app.inspection_sample_case k JOIN app.case_file c ON c.id = k.case_id JOIN app.petition p ON p.id = c.petition_id
    WHERE k.sample_id = $1 ORDER BY k.ordinal`,
);
export class PostgresInspections extends Inspections {
  constructor(private readonly runner: TransactionRunner) {
    super();
  }

  override all(actor: Actor) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), ALL));
  }

  override find(actor: Actor, id: string) {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), ONE, [id]))[0] ?? null);
  }

  override async add(actor: Actor, id: string, { name, team, from, to }: NewInspection): Promise<void> {
    const { agencyId, provinceId, userId } = actor;
    await this.runner.run(actor, (tx) =>
      query(clientOf(tx), ADD, [id, agencyId, provinceId, name, team, from, to, userId]),
    );
  }

  override samples(actor: Actor, inspectionId: string) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), SAMPLES, [inspectionId]));
  }

  override sample(actor: Actor, id: string) {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), SAMPLE_ONE, [id]))[0] ?? null);
  }

  /** The sample and its cases are there together or not at all. */
  override async addSample(
    actor: Actor,
    { id, inspectionId }: { readonly id: string; readonly inspectionId: string },
    { cases, ...sample }: NewSample,
  ): Promise<void> {
    const { figure, algorithm, seed, strata, size, populationSize, populationHash } = sample;
    await this.runner.run(actor, async (tx) => {
      const db = clientOf(tx);
      await query(db, ADD_SAMPLE, [
        ...[id, inspectionId, actor.provinceId, JSON.stringify(figure), algorithm, seed, strata, size],
        ...[populationSize, populationHash, actor.userId],
      ]);
      await query(db, ADD_CASES, [id, JSON.stringify(cases)]);
    });
  }

  override cases(actor: Actor, sampleId: string) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), CASES, [sampleId]));
  }

  override findings(actor: Actor, place: FindingPlace) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), FINDINGS, placeOf(place)));
  }

  override addFinding(
    actor: Actor,
    about: FindingPlace & { readonly caseId: string },
    { id, kind, verdict, note, corrects }: NewFinding,
  ): Promise<boolean> {
    const values = [id, ...placeOf(about), about.caseId, kind, verdict, note, corrects, actor.userId];
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), NOTE, values)).length > 0);
  }

  override findingsForHead(actor: Actor) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), FOR_HEAD));
  }

  override lists(actor: Actor, inspectionId: string) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), LISTS, [inspectionId]));
  }

  override list(actor: Actor, id: string) {
    return this.runner.run(actor, async (tx) => (await query(clientOf(tx), LIST_ONE, [id]))[0] ?? null);
  }

  override async addList(
    actor: Actor,
    { id, inspectionId }: { readonly id: string; readonly inspectionId: string },
    { address, title, unit, value, ids, hash }: NewInspectionList,
  ): Promise<void> {
    const values = [JSON.stringify(address), title, unit, value, ids, hash, actor.userId];
    await this.runner.run(actor, (tx) =>
      query(clientOf(tx), ADD_LIST, [id, inspectionId, actor.provinceId, ...values]),
    );
  }

  override async listIds(actor: Actor, id: string) {
    const [row] = await this.runner.run(actor, (tx) => query(clientOf(tx), LIST_IDS, [id]));
    return row?.ids ?? [];
  }

  override listed(actor: Actor, id: string) {
    return this.runner.run(actor, (tx) => query(clientOf(tx), LISTED, [id]));
  }
}

const placeOf = (place: FindingPlace): readonly [string | null, string | null] =>
  'sampleId' in place ? [place.sampleId, null] : [null, place.listId];
