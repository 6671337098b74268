import {
  Petitions,
  type Agency,
  type NewPetition,
  type NewPetitioner,
  type OpenedCase,
  type PetitionLink,
  type PetitionSummary,
  type ResendCandidate,
  type ResendKeys,
  type Tx as OpaqueTx,
} from '#libs/intake';
import type { AgencyId, LocalDate, PetitionId, UserId } from '#libs/shared';
import type { PoolClient } from 'pg';
import { businessNow } from '../clock.js';
import { SEALED_AUDIENCE } from './sealed-audience.js';
import { query, queryOne, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';
import { jsonRows } from './json-rows.js';

const AGENCY = `SELECT id, code, name, level, province_id AS "provinceId", remote FROM app.agency WHERE valid_to IS NULL`;
const AGENCY_BY_CODE = statement<Agency>('intake.agency-by-code', `${AGENCY} AND code = $1`);
const AGENCY_BY_ID = statement<Agency>('intake.agency-by-id', `${AGENCY} AND id = $1`);

const TAKE_NUMBERS = statement<{ last: number }>(
  'intake.take-numbers',
  `INSERT INTO app.register_counter AS c (agency_id, year, series, last_number) VALUES ($1, $2, $3, $4)
   ON CONFLICT (agency_id, year, series) DO UPDATE SET last_number = c.last_number + $4 RETURNING last_number AS last`,
);
const FREE_SERIES = statement<{ series: string | null }>(
  'intake.free-old-series',
  'SELECT app.free_old_series($1, $2, $3) AS series',
);

const PETITION_COLUMNS =
  'id uuid, agency_id int, province_id int, visible_to int[], past_head boolean, type text, title_type text, channel text, forwarder_kind text, forwarder_name text, ' +
  'received_on date, registered_at timestamptz, register_year int, register_series text, register_number int, register_label text, lookup_hash bytea, ' +
  'lookup_secret_hash bytea, field text, content text, content_folded text, content_key bigint[], petitioner_count int, joint_petition boolean, ' +
  'respondent text, challenged_decision text, note text, sealed bytea, sealed_key bytea, import_batch_id uuid, resend_of uuid, created_by int';
const PETITIONER_COLUMNS =
  'id uuid, petition_id uuid, agency_id int, province_id int, visible_to int[], ordinal int, role text, full_name text, name_folded text, personal_id text, ' +
  'personal_id_kind text, birth_date text, sex text, phone text, address text, address_folded text, unit_code text, id_index bytea, name_index bytea, ' +
  'sealed bytea, sealed_key bytea';

const insertRows = (table: string, columns: string): string => {
  const names = columns
    .split(', ')
    .map((column) => column.split(' ')[0])
    .join(', ');
  return `INSERT INTO app.${table} (${names}) SELECT ${names} FROM jsonb_to_recordset($1::jsonb) AS r(${columns})`;
};
const INSERT_PETITIONS = statement<object>('intake.insert-petitions', insertRows('petition', PETITION_COLUMNS));
const INSERT_PETITIONERS = statement<object>('intake.insert-petitioners', insertRows('petitioner', PETITIONER_COLUMNS));
const SET_CASE_FILES = statement<object>(
  'intake.set-case-files',
  `UPDATE app.petition p SET case_file_id = o.case_file_id FROM unnest($1::uuid[], $2::uuid[]) AS o(petition_id, case_file_id) WHERE p.id = o.petition_id`,
);
const FIND = statement<PetitionSummary>(
  'intake.find-petition',
  `SELECT p.id, p.agency_id AS "agencyId", p.visible_to AS "visibleTo", p.type, p.register_number AS "registerNumber", p.register_label AS "registerLabel",
          p.received_on AS "receivedOn", p.case_file_id AS "caseFileId", p.resend_of AS "resendOf", p.registered_at AS "registeredAt",
          p.created_by AS "createdBy", p.voided_at IS NOT NULL AS voided,
          (SELECT d.due_on FROM app.deadline d WHERE d.case_id = p.case_file_id AND d.rule_id IN ('XLD.HANDLE', 'TC.REG') AND d.due_on IS NOT NULL ORDER BY d.rule_id DESC LIMIT 1) AS "handlingDeadline"
     FROM app.petition p WHERE p.id = $1`,
);
const VOID = statement<object>(
  'intake.void-petitions',
  `UPDATE app.petition SET voided_at = $2, void_reason_code = $3, void_reason = $4 WHERE id = ANY ($1::uuid[]) AND voided_at IS NULL`,
);
const LINK = statement<object>(
  'intake.link-petition',
  `INSERT INTO app.petition_link (from_petition, to_petition, kind, score, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6)
   ON CONFLICT (from_petition, to_petition, kind) DO NOTHING`,
);
const SET_RESEND = statement<object>(
  'intake.set-resend',
  `UPDATE app.petition SET resend_of = $2 WHERE id = $1 AND resend_of IS DISTINCT FROM $2`,
);
const CANDIDATES = statement<ResendCandidate>(
  'intake.resend-candidates',
  `SELECT petition_id AS "petitionId", sealed, id_met AS "idMet", name_met AS "nameMet", bands_met AS "bandsMet", type, content,
          coalesce(parties, '[]') AS parties, register_label AS "registerLabel", received_on AS "receivedOn", agency_name AS "agencyName", stage
     FROM app.resend_candidates($1, $2, $3::bytea[], $4::bytea[], $5::text[], $6::bigint[], $7::bigint[])`,
);
const UNIT = statement<{ code: string }>(
  'intake.unit-code',
  `SELECT u.code FROM app.administrative_unit u
    WHERE u.name_folded = regexp_replace($2, '^(xa|phuong|dac khu) ', '')
      AND u.type = CASE split_part($2, ' ', 1) WHEN 'xa' THEN 'commune' WHEN 'phuong' THEN 'ward' ELSE 'special_zone' END AND $3::date >= u.valid_from AND ($3::date < u.valid_to OR u.valid_to IS NULL)
      AND u.province_code = (SELECT a.unit_code FROM app.agency a WHERE a.id = $1)`,
);
const REMOTE = statement<{ remote: boolean }>(
  'intake.remote-by-default',
  'SELECT app.remote_by_default($1, $2::text[], $3) AS remote',
);
const db = (tx: OpaqueTx): PoolClient => clientOf(tx as Tx);

/** The register of petitions in PostgreSQL. Row security holds for every statement but the reviewed functions. */
export class PostgresPetitions extends Petitions {
  override now(tx: OpaqueTx): Promise<Date> {
    return businessNow(tx as Tx);
  }

  override async agencyByCode(tx: OpaqueTx, code: string): Promise<Agency | null> {
    return (await query(db(tx), AGENCY_BY_CODE, [code]))[0] ?? null;
  }

  override async agencyById(tx: OpaqueTx, id: AgencyId): Promise<Agency | null> {
    return (await query(db(tx), AGENCY_BY_ID, [id]))[0] ?? null;
  }

  override async takeNumbers(
    tx: OpaqueTx,
    counter: { readonly agencyId: AgencyId; readonly year: number; readonly series: string },
    count: number,
  ): Promise<number> {
    const { last } = await queryOne(db(tx), TAKE_NUMBERS, [counter.agencyId, counter.year, counter.series, count]);
    return last - count + 1;
  }

  override async freeOldSeries(
    tx: OpaqueTx,
    book: { readonly agencyId: AgencyId; readonly year: number; readonly numbers: readonly number[] },
  ): Promise<string> {
    const { series } = await queryOne(db(tx), FREE_SERIES, [book.agencyId, book.year, book.numbers]);
    if (series === null) throw new Error('No free series for an old book');
    return series;
  }

  override async insert(
    tx: OpaqueTx,
    petitions: readonly NewPetition[],
    petitioners: readonly NewPetitioner[],
  ): Promise<void> {
    await query(db(tx), INSERT_PETITIONS, [jsonRows(petitions)]);
    if (petitioners.length > 0) await query(db(tx), INSERT_PETITIONERS, [jsonRows(petitioners)]);
  }

  override async setCaseFiles(tx: OpaqueTx, opened: readonly OpenedCase[]): Promise<void> {
    await query(db(tx), SET_CASE_FILES, [
      opened.map(({ petitionId }) => petitionId),
      opened.map(({ caseFileId }) => caseFileId),
    ]);
  }

  override async find(tx: OpaqueTx, id: PetitionId): Promise<PetitionSummary | null> {
    return (await query(db(tx), FIND, [id]))[0] ?? null;
  }

  override async void(
    tx: OpaqueTx,
    ids: readonly PetitionId[],
    why: { readonly at: Date; readonly reasonCode: string; readonly reason: string | null },
  ): Promise<void> {
    if (ids.length > 0) await query(db(tx), VOID, [ids, why.at, why.reasonCode, why.reason]);
  }

  override async link(tx: OpaqueTx, link: PetitionLink): Promise<void> {
    await query(db(tx), LINK, [link.from, link.to, link.kind, link.score, link.decidedBy, link.decidedAt]);
    if (link.kind === 'resend') await query(db(tx), SET_RESEND, [link.from, link.to]);
  }

  override async resendCandidates(tx: OpaqueTx, keys: ResendKeys): Promise<readonly ResendCandidate[]> {
    return query(db(tx), CANDIDATES, [
      keys.agencyId,
      keys.exclude,
      keys.idIndexes,
      keys.nameIndexes,
      keys.addresses,
      keys.contentKeys.map(String),
      keys.sealedContentKeys.map(String),
    ]);
  }

  override async unitCode(
    tx: OpaqueTx,
    place: { readonly provinceId: AgencyId; readonly commune: string; readonly on: LocalDate },
  ): Promise<string | null> {
    const found = await query(db(tx), UNIT, [place.provinceId, place.commune, place.on]);
    return found.length === 1 ? (found[0]?.code ?? null) : null;
  }

  override async remoteByDefault(
    tx: OpaqueTx,
    { agencyId, units, on }: { readonly agencyId: AgencyId; readonly units: readonly string[]; readonly on: LocalDate },
  ): Promise<boolean> {
    return (await queryOne(db(tx), REMOTE, [agencyId, units, on])).remote;
  }

  override async sealedAudience(
    tx: OpaqueTx,
    agencyId: AgencyId,
    { denouncesHead }: { readonly denouncesHead: boolean },
  ): Promise<readonly UserId[]> {
    return (await query(db(tx), SEALED_AUDIENCE, [agencyId, denouncesHead])).map(({ id }) => id);
  }
}
