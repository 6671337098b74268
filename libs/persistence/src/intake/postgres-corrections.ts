import {
  Corrections,
  type CorrectedRows,
  type CorrectionEntry,
  type KeptCorrection,
  type Tx as OpaqueTx,
} from '#libs/intake';
import type { PetitionId } from '#libs/shared';
import type { PoolClient } from 'pg';
import { query, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';
import { jsonRows } from './json-rows.js';

const LOCK = statement<{ open: boolean }>(
  'intake.lock-petition',
  `SELECT coalesce((SELECT c.closed_at IS NULL FROM app.case_file c WHERE c.id = p.case_file_id), false) AS open
     FROM app.petition p WHERE p.id = $1 FOR NO KEY UPDATE`,
);

const setRows = (table: string, columns: string): string => {
  const names = columns.split(', ').map((column) => column.split(' ')[0] ?? '');
  return `UPDATE app.${table} t SET ${names.map((name) => `${name} = r.${name}`).join(', ')}
            FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, ${columns}) WHERE t.id = r.id RETURNING t.id`;
};
const SET_PETITION = statement<{ id: string }>(
  'intake.correct-petition',
  setRows(
    'petition',
    'title_type text, forwarder_name text, field text, content text, content_folded text, content_key bigint[], respondent text, ' +
      'challenged_decision text, sealed bytea, sealed_key bytea',
  ),
);
const SET_PETITIONERS = statement<{ id: string }>(
  'intake.correct-petitioners',
  setRows(
    'petitioner',
    'full_name text, name_folded text, personal_id text, personal_id_kind text, birth_date text, sex text, phone text, address text, ' +
      'address_folded text, unit_code text, id_index bytea, name_index bytea, sealed bytea, sealed_key bytea',
  ),
);
const KEEP = statement<object>(
  'intake.keep-correction',
  `INSERT INTO app.petition_correction (event_id, petition_id, fields, salt, change, sealed, sealed_key, corrected_by, corrected_at)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);
const SEEN = statement<object>('intake.petition-seen', 'SELECT FROM app.petition WHERE id = $1');
const HISTORY = statement<CorrectionEntry>(
  'intake.corrections',
  `SELECT k.event_id AS "eventId", k.petition_id AS "petitionId", k.fields, k.salt, k.change, k.sealed, k.sealed_key AS "sealedKey",
          u.full_name AS "correctedBy", k.corrected_at AS "correctedAt",
          (SELECT t.text FROM app.event_text t WHERE t.event_id = k.event_id AND t.field = 'reason') AS reason
     FROM app.petition_correction k JOIN app.app_user u ON u.id = k.corrected_by WHERE k.petition_id = $1 ORDER BY k.corrected_at, k.event_id`,
);

const db = (tx: OpaqueTx): PoolClient => clientOf(tx as Tx);

/** Corrections in PostgreSQL, under the row scope of the actor. */
export class PostgresCorrections extends Corrections {
  override async lock(tx: OpaqueTx, id: PetitionId): Promise<{ readonly open: boolean } | null> {
    return (await query(db(tx), LOCK, [id]))[0] ?? null;
  }

  override async write(tx: OpaqueTx, { petition, petitioners }: CorrectedRows): Promise<void> {
    const written = await query(db(tx), SET_PETITION, [jsonRows([petition])]);
    const people = petitioners.length > 0 ? await query(db(tx), SET_PETITIONERS, [jsonRows(petitioners)]) : [];
    if (written.length !== 1 || people.length !== petitioners.length)
      throw new Error('A correction writes every row of the petition');
  }

  override async keep(tx: OpaqueTx, kept: KeptCorrection): Promise<void> {
    const { eventId, petitionId, fields, salt, change, sealed, sealedKey, correctedBy, correctedAt } = kept;
    await query(db(tx), KEEP, [
      ...[eventId, petitionId, fields, salt, change, sealed, sealedKey],
      ...[correctedBy, correctedAt],
    ]);
  }

  override async history(tx: OpaqueTx, id: PetitionId): Promise<readonly CorrectionEntry[] | null> {
    if ((await query(db(tx), SEEN, [id])).length === 0) return null;
    return query(db(tx), HISTORY, [id]);
  }
}
