import { Attachments, type NewAttachment, type StoredAttachment, type Tx as OpaqueTx } from '#libs/intake';
import type { PetitionId } from '#libs/shared';
import { query, statement } from '../query.js';
import { clientOf, type Tx } from '../transaction.js';
import { jsonRows } from './json-rows.js';

const INSERT = statement<object>(
  'attachment.insert',
  `INSERT INTO app.attachment (id, petition_id, case_id, agency_id, visible_to, file_name, media_type, size_bytes, sha256, blob_key, sealed, sealed_key, uploaded_by)
   SELECT id, petition_id, case_file_id, agency_id, visible_to, file_name, media_type, size_bytes, sha256, blob_key, sealed, sealed_key, uploaded_by
     FROM jsonb_to_recordset($1::jsonb) AS r(id uuid, petition_id uuid, case_file_id uuid, agency_id int, visible_to int[], file_name text, media_type text,
          size_bytes bigint, sha256 bytea, blob_key text, sealed bytea, sealed_key bytea, uploaded_by int)`,
);
const OF_PETITION = statement<StoredAttachment>(
  'attachment.of-petition',
  `SELECT t.id, t.petition_id AS "petitionId", t.case_id AS "caseFileId", t.agency_id AS "agencyId", t.visible_to AS "visibleTo", t.file_name AS "fileName",
          t.media_type AS "mediaType", t.size_bytes AS "sizeBytes", t.sha256, t.blob_key AS "blobKey", t.sealed, t.sealed_key AS "sealedKey",
          t.uploaded_by AS "uploadedBy", t.uploaded_at AS "uploadedAt", u.full_name AS "uploadedByName"
     FROM app.attachment t JOIN app.app_user u ON u.id = t.uploaded_by WHERE t.petition_id = $1 ORDER BY t.uploaded_at, t.id`,
);

export class PostgresAttachments extends Attachments {
  override async insert(tx: OpaqueTx, attachments: readonly NewAttachment[]): Promise<void> {
    if (attachments.length > 0) await query(clientOf(tx as Tx), INSERT, [jsonRows(attachments)]);
  }

  override ofPetition(tx: OpaqueTx, petitionId: PetitionId): Promise<readonly StoredAttachment[]> {
    return query(clientOf(tx as Tx), OF_PETITION, [petitionId]);
  }
}
